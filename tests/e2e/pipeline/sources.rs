//! Envelopes lie in a folder, on a web server, or in an object store: the register does not tell the difference.

use e2e::rt::Letter;
use e2e::{Host, Nginx, Office, RtHead, S3};
use reqwest::Method;
use serde_json::{Value, json};

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 2] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1"];

fn letter(rt: &RtHead, edition: u32, families: usize) -> Letter {
    let all = [(CODES[0], "Contoh Satu"), (CODES[1], "Contoh Dua")];
    rt.seal(&rt.list(edition, &all[..families]))
}

fn results(answer: &Value) -> Vec<Value> {
    let envelopes = answer["envelopes"].as_array().unwrap().iter();
    envelopes.flat_map(|envelope| envelope["list"]["families"].as_array().unwrap().clone()).collect()
}

#[test]
fn a_drop_box_is_read_over_the_line_by_the_office_alone() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let host = Host::start(&office);
    let first = letter(&rt, 1, 1);
    assert_eq!(host.put(KELURAHAN, &first.name, Some(&rt.credentials()), &first.bytes), 201);

    let (own, theirs) = (office.credentials(), rt.credentials());
    let folder = format!("/inbox/{KELURAHAN}/");
    let file = format!("{folder}{}", first.name);
    let check = |path: &str, credentials: Option<&str>, expect: u16| {
        let (status, body) = host.get(path, credentials);
        assert_eq!(status, expect, "{path}");
        body
    };
    for path in ["/inbox/", &folder, &file] {
        check(path, None, 401);
        check(path, Some(&theirs), 403);
        check(path, Some("Basic ZGluYXM6c2FsYWg="), 401);
    }
    let listing: Value = serde_json::from_slice(&check(&folder, Some(&own), 200)).unwrap();
    assert_eq!((&listing[0]["name"], &listing[0]["type"]), (&json!(first.name), &json!("file")));
    assert_eq!(check(&file, Some(&own), 200), first.bytes);
    for path in ["/inbox/31.74/", "/inbox/31.74.10.1004/", "/inbox/..%2F/", "/inbox/31.74.10.1005/office.key"]
    {
        check(path, Some(&own), 404);
    }

    // Another machine with the key of the same office.
    let url = format!("{}/inbox/", host.address());
    assert_eq!(results(&office.collect_url(&url))[0]["result"], "baru");
    assert_eq!(office.collect_url(&url)["known"], 1);
    let second = letter(&rt, 2, 2);
    assert_eq!(host.put(KELURAHAN, &second.name, Some(&theirs), &second.bytes), 201);
    let answer = office.collect_url(&url);
    assert_eq!(
        (answer["known"].clone(), results(&answer).len()),
        (json!(1), 2),
        "only what is new is fetched"
    );
    assert_eq!(office.publish()["families"], 2);

    // What the register holds need not lie on the host; the office alone removes it.
    let lies_there = |expect: u16| check(&file, Some(&own), expect);
    for (credentials, expect) in [(None, 401), (Some(&*theirs), 403)] {
        assert_eq!(host.delete(&file, credentials), expect);
    }
    lies_there(200);
    assert_eq!(office.tepat(&["collect", &url, "--purge"]).answer()["purged"], 2);
    lies_there(404);
    assert_eq!(check(&folder, Some(&own), 200), b"[]");
    assert_eq!(host.put(KELURAHAN, &first.name, Some(&theirs), &first.bytes), 201, "a phone may send again");
    assert_eq!(office.collect_url(&url)["known"], 1);
}

/// The drop box behind nginx, which lets the office and its RT in; nothing where there is no nginx.
fn nginx(office: &Office) -> Option<Nginx> {
    let Some(nginx) = Nginx::serving(office.desk(), office.api().parent().unwrap()) else {
        eprintln!("! SKIPPED: the drop box of nginx, which is not here");
        return None;
    };
    let users = office.tepat(&["users"]).answer();
    let line =
        |user: &Value| format!("{}:{}\n", user["name"].as_str().unwrap(), user["hash"].as_str().unwrap());
    nginx.let_in(&users.as_array().unwrap().iter().map(line).collect::<String>());
    Some(nginx)
}

/// The same as nginx does it.
#[test]
fn nginx_keeps_a_drop_box_for_the_office() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let Some(nginx) = nginx(&office) else { return };
    let letter = letter(&rt, 1, 1);
    let (own, theirs) = (office.credentials(), rt.credentials());
    let ask = |method: &str, path: &str, credentials: Option<&str>, body: &[u8]| {
        nginx.ask(method, &format!("/inbox/{path}"), credentials, body)
    };
    let file = format!("{KELURAHAN}/{}", letter.name);
    let digest = "0".repeat(64);
    for (method, path, credentials, body, expect) in [
        ("PUT", file.as_str(), None, letter.bytes.as_slice(), 401),
        ("PUT", &file, Some("Basic bm90OmtleQ=="), &letter.bytes, 401),
        ("PUT", &file, Some(&theirs), &letter.bytes, 201),
        ("PUT", &file, Some(&theirs), &letter.bytes, 412),
        ("PUT", &format!("{KELURAHAN}/{digest}.json"), Some(&theirs), &vec![b' '; 13 << 20], 413),
        ("PUT", &format!("{KELURAHAN}/virus.exe"), Some(&theirs), b"x", 404),
        ("PUT", &format!("{KELURAHAN}/{digest}.json.json"), Some(&theirs), b"x", 404),
        ("PUT", &format!("a/b/c/{digest}.json"), Some(&theirs), b"x", 404),
        ("PUT", &format!("{digest}.json"), Some(&theirs), b"x", 404),
        ("GET", &file, Some(&theirs), b"", 403),
        ("GET", &format!("{KELURAHAN}/"), Some(&theirs), b"", 403),
        ("DELETE", &file, Some(&theirs), b"", 403),
        ("DELETE", &file, None, b"", 401),
        ("GET", "", Some(&own), b"", 200),
        ("GET", &format!("{KELURAHAN}/"), Some(&own), b"", 200),
        ("GET", &file, Some(&own), b"", 200),
        ("PUT", &format!("{KELURAHAN}/{digest}.json"), Some(&own), b"x", 201),
        ("DELETE", &file, Some(&own), b"", 204),
        ("DELETE", &file, Some(&own), b"", 404),
    ] {
        assert_eq!(ask(method, path, credentials, body), expect, "{method} {path} {credentials:?}");
    }
}

/// More than nginx lets one address wait, by as many as it answers while they come.
const FLOOD: usize = 450;
/// So often a phone tries again: nginx lets twenty a second through.
const LOOKS: usize = 1500;

#[test]
fn nginx_asks_whoever_floods_the_drop_box_to_come_later() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.publish();
    let Some(nginx) = nginx(&office) else { return };
    let letter = letter(&rt, 1, 1);
    let path = format!("/inbox/{KELURAHAN}/{}", letter.name);
    let put = || nginx.ask("PUT", &path, Some(&rt.credentials()), &letter.bytes);

    let mut answers = nginx.ask_at_once(FLOOD, &Method::PUT, &path).into_iter();
    assert!(answers.any(|status| status == 429), "nobody was asked to come later");
    // The same address is let in again, and what it sends later is there: nothing but time is lost.
    let taken = (0..LOOKS).map(|_| put()).find(|status| *status != 429);
    assert_eq!(taken, Some(201));
    assert_eq!(put(), 412);
    // Who reads is not counted.
    assert_eq!(nginx.ask("GET", "/api/v1/index.json", None, b""), 200);
}

#[test]
fn a_drop_box_that_does_not_answer_is_named() {
    let office = Office::of_2021();
    let elsewhere = Office::of_2021();
    let mut host = Host::start(&elsewhere);
    let url = format!("{}/inbox/", host.address());
    let code = |url: &str| office.tepat(&["collect", url]).complaint()["code"].clone();
    assert_eq!(code(&url), "kotak-masuk", "the key of another office opens nothing");
    assert_eq!(code(&format!("{}/inbox/31.74/", host.address())), "kotak-masuk", "there is none");
    assert_eq!(code(&format!("{}/", host.address())), "bukan-kotak-masuk", "the page of the app");
    host.stop();
    assert_eq!(code(&url), "jaringan");
    assert_eq!(code("http://bst.example.id/inbox/"), "bukan-https");
    assert_eq!(code("gopher://bst.example.id/inbox/"), "penyimpanan");
}

#[test]
fn every_source_leads_to_the_same_lists() {
    let mut published = Vec::new();
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let folder = office.desk().join("letters").join(KELURAHAN);
    std::fs::create_dir_all(&folder).unwrap();
    let store = S3::start();
    for letter in [letter(&rt, 1, 1), letter(&rt, 2, 2)] {
        store.put(&format!("inbox/{KELURAHAN}/{}", letter.name), &letter.bytes);
        std::fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
    }
    let folder = office.desk().join("letters").to_str().unwrap().to_owned();
    for source in [store.url("inbox"), folder.clone(), format!("file://{folder}/{KELURAHAN}")] {
        let answer = store.for_run(office.tepat(&["collect", &source])).answer();
        published.push((office.publish()["families"].clone(), answer["known"].clone()));
    }
    assert_eq!(published, [(json!(2), json!(0)), (json!(2), json!(2)), (json!(2), json!(2))]);
}

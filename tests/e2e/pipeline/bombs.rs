//! Files and requests that are made to fill the memory, or to last for ever.

use domain::RegistrationCode;
use e2e::{Host, Office};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const KELURAHAN: &str = "31.74.10.1005";
const MIB: u64 = 1024 * 1024;
/// What no command takes for what a stranger sends.
const MOST: u64 = 300 * MIB;

#[test]
fn a_workbook_that_unpacks_to_more_than_the_memory_is_refused_in_little() {
    let office = Office::of_2021();
    let bomb = office.desk().join("bomb.xlsx");
    let blank = vec![b' '; 1 << 20];
    let mut out = ZipWriter::new(fs::File::create(&bomb).unwrap());
    out.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default().large_file(true)).unwrap();
    for _ in 0..1500 {
        out.write_all(&blank).unwrap();
    }
    out.finish().unwrap();
    assert!(bomb.metadata().unwrap().len() < 2 * MIB);
    let bomb = bomb.to_str().unwrap();
    let place = ["--kelurahan", KELURAHAN, "--rw", "002", "--rt", "005"];
    let (peak, ok, answer) = office.tepat(&[&["import", bomb], &place[..]].concat()).peak();
    assert_eq!((ok, &answer["error"]["code"]), (false, &"isi-berkas-terlalu-besar".into()), "{answer}");
    assert!(peak < MOST, "import took {} MB", peak / MIB);

    let (peak, ok, _) = office.tepat(&["match", "--aid", bomb, "--programme", "pkh"]).peak();
    assert!(!ok && peak < 2 * MOST, "match took {} MB", peak / MIB);
    // Nor is a packed text.
    let packed = office.desk().join("list.csv.gz");
    let mut gz = GzEncoder::new(fs::File::create(&packed).unwrap(), Compression::fast());
    gz.write_all(&blank).unwrap();
    gz.finish().unwrap();
    let import = ["import", packed.to_str().unwrap()];
    assert_eq!(office.tepat(&[&import, &place[..]].concat()).complaint()["code"], "berkas-arsip");
}

#[test]
fn large_envelopes_are_opened_a_few_at_a_time() {
    let office = Office::of_2021();
    office.tepat(&["settings", "--many-new", "1000"]).answer();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let folder = office.desk().join("letters");
    fs::create_dir(&folder).unwrap();
    let long = "Gg. Contoh ".repeat(6500);
    let families: Vec<_> = (1..=100_u16)
        .map(|n| {
            let [high, low] = u16::to_be_bytes(n);
            let code = RegistrationCode::from_random([high, low, 0, 0, 0, 0, 0, 0, 0, 0]).to_string();
            let mut family = rt.family(&code, "Contoh Tanpa NIK", "006");
            family["household"]["address"] = long.clone().into();
            family
        })
        .collect();
    for edition in 1..=8 {
        let letter = rt.seal(&rt.list_of(edition, &families));
        assert!(letter.bytes.len() > 10 << 20, "{} bytes", letter.bytes.len());
        fs::write(folder.join(letter.name), letter.bytes).unwrap();
    }
    let (peak, ok, answer) = office.tepat(&["collect", folder.to_str().unwrap()]).peak();
    assert!(ok, "{answer}");
    let taken = answer["envelopes"].as_array().unwrap().iter();
    assert_eq!(taken.filter(|envelope| envelope["list"].is_object()).count(), 8, "nothing is lost");
    assert_eq!(answer["over_quota"][0]["envelopes"], 8, "and its sender is named");
    assert!(peak < MOST, "collect took {} MB", peak / MIB);
}

/// Pipes, sockets, and a folder that holds itself.
#[test]
fn what_is_no_file_is_named_and_the_rest_goes_in() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let folder = office.desk().join("flash");
    fs::create_dir(&folder).unwrap();
    let letter = rt.seal(&rt.list(1, &[("0123-4567-89AB-CDEF-K", "Contoh Tanpa NIK")]));
    fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
    let list = format!("{KELURAHAN}.csv");
    let at = |name: &str| folder.join(name);
    fs::copy(e2e::sample::HEADS.path(), at(&list)).unwrap();
    symlink(".", at("again")).unwrap();
    symlink("/dev/zero", at("zero.json")).unwrap();
    symlink("/dev/zero", at("31.74.10.1001.csv")).unwrap();
    for pipe in ["pipe.json", "31.74.10.1002.csv"] {
        assert!(Command::new("mkfifo").arg(at(pipe)).status().unwrap().success());
    }
    let _socket = UnixListener::bind(at("socket.json")).unwrap();

    let answer = office.collect_from(&folder);
    let names = |list: &serde_json::Value, of: &dyn Fn(&serde_json::Value) -> String| {
        let mut names: Vec<String> = list.as_array().unwrap().iter().map(of).collect();
        names.iter_mut().for_each(|name| *name = name.rsplit('/').next().unwrap().to_owned());
        names.sort();
        names
    };
    let of_file = |it: &serde_json::Value| it["file"].as_str().unwrap().to_owned();
    assert_eq!(names(&answer["unreached"], &of_file), ["again", "pipe.json", "socket.json", "zero.json"]);
    assert_eq!(answer["envelopes"].as_array().unwrap().len(), 1);

    let answer = office.tepat(&["import", folder.to_str().unwrap()]).answer();
    let of_name = |it: &serde_json::Value| it.as_str().unwrap().to_owned();
    let others = ["31.74.10.1001.csv", "31.74.10.1002.csv", "again", "pipe.json", "socket.json", "zero.json"];
    assert_eq!(names(&answer["folders"], &of_name), others);
    let read = answer["files"].as_array().unwrap().iter().filter(|file| file["fault"].is_null());
    assert_eq!(read.count(), 1, "{answer:#}");
    assert_eq!(
        office.tepat(&["collect", at("pipe.json").to_str().unwrap()]).complaint()["code"],
        "bukan-berkas"
    );
}

/// Sends a head of a request, and answers with the status.
fn ask(host: &Host, head: &str) -> String {
    let mut line = TcpStream::connect(host.address().trim_start_matches("http://")).unwrap();
    line.write_all(head.replace('\n', "\r\n").as_bytes()).unwrap();
    let mut answer = [0; 12];
    line.read_exact(&mut answer).unwrap();
    String::from_utf8_lossy(&answer[9..]).into_owned()
}

#[test]
fn a_host_answers_strangers_before_they_have_sent_anything() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let host = Host::start(&office);
    let own = rt.credentials();
    let put = |authorization: &str, length: u64| {
        let path = format!("/inbox/{KELURAHAN}/{}.json", "0".repeat(64));
        let about = format!("Host: 127.0.0.1\nAuthorization: {authorization}\nContent-Length: {length}");
        ask(&host, &format!("PUT {path} HTTP/1.1\n{about}\n\n"))
    };
    // None of the bytes that are announced is ever sent.
    assert_eq!(put("Basic bm90OmtleQ==", 12 * MIB), "401");
    assert_eq!(put(&own, 13 * MIB), "413");
    let elsewhere = format!("PUT /inbox/31.74.10.1004/{}.json HTTP/1.1", "0".repeat(64));
    let about = format!("Host: 127.0.0.1\nAuthorization: {own}\nContent-Length: 1000");
    assert_eq!(ask(&host, &format!("{elsewhere}\n{about}\n\n")), "403");
}

/// A page of somebody who lets its name lead to this machine (DNS rebinding) must not read what is served here.
#[test]
fn a_host_is_only_called_by_the_names_of_this_machine() {
    let office = Office::of_2021();
    let host = Host::start(&office);
    let port = host.port();
    for (name, expect) in [
        (format!("127.0.0.1:{port}"), "200"),
        (format!("localhost:{port}"), "200"),
        ("LOCALHOST".to_owned(), "200"),
        (format!("[::1]:{port}"), "200"),
        (format!("bst.example.id:{port}"), "421"),
        ("127.0.0.1.example.id".to_owned(), "421"),
        (format!("localhost:{port}.example.id"), "421"),
        (String::new(), "421"),
    ] {
        assert_eq!(ask(&host, &format!("GET /rt HTTP/1.1\nHost: {name}\n\n")), expect, "{name}");
    }
    assert_eq!(ask(&host, "GET /rt HTTP/1.0\n\n"), "421", "without a name");
}

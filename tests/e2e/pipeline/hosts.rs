//! What a host answers for the files of the app: the one in `tepat serve`, and nginx as `deploy/` sets it up.

use e2e::publication::read_signed;
use e2e::{Host, Nginx, Office};
use flate2::read::GzDecoder;
use reqwest::blocking::Client;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;
use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Stdio;
use tempfile::TempDir;
use wire::{Manifest, Purpose};

const PAGE: &str = "<p>the page</p>";
const HIDDEN: &str = "nobody's business";
const PROGRAM: &str = "/field-0123456789abcdef.js";
/// What a thread begins with; the rest of it is loaded from there.
const THREAD: &str = "/reader_loader-0123456789abcdef.js";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Runs a check against both hosts, of the app and of what an office has published.
fn on_both(check: impl Fn(&str)) {
    let app = app();
    let office = Office::of_today();
    office.publish();
    hide(&office.api().join(".hidden.json"));
    // As versions before this one left it.
    hide(&office.api().with_file_name(".v1.old").join("index.json"));
    check(Host::start_with(&office, 0, app.path()).address());
    if let Some(nginx) = nginx(&office, &app) {
        check(nginx.address());
    }
}

fn nginx(office: &Office, app: &TempDir) -> Option<Nginx> {
    let nginx = Nginx::serving(app.path(), office.api().parent().unwrap());
    if nginx.is_none() {
        eprintln!("! SKIPPED: what nginx answers, which is not here");
    }
    nginx
}

fn hide(file: &Path) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, HIDDEN).unwrap();
}

fn app() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("index.html", PAGE),
        (&PROGRAM[1..], "program"),
        (&THREAD[1..], "thread"),
        ("sw.js", "worker"),
        ("icons/tepat.svg", "<svg/>"),
        ("manifest.webmanifest", "{}"),
        ("style/main-0123456789abcdef.css", "p {}"),
    ];
    for folder_of_files in ["style", "icons"] {
        fs::create_dir(folder.path().join(folder_of_files)).unwrap();
    }
    for (file, content) in files {
        fs::write(folder.path().join(file), content).unwrap();
    }
    for file in [".releases.json", ".git/config", "style/.hidden.css"] {
        hide(&folder.path().join(file));
    }
    folder
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        Some(self.headers.get(name)?.to_str().unwrap())
    }

    fn caching(&self) -> Option<&str> {
        self.header("cache-control")
    }

    fn text(&self) -> &str {
        str::from_utf8(&self.body).unwrap()
    }
}

fn get(host: &str, path: &str) -> Answer {
    get_in(host, path, "identity")
}

/// What is answered to whoever takes this encoding.
fn get_in(host: &str, path: &str, encoding: &str) -> Answer {
    // Nobody signed the certificate, and where one is sent on is not here.
    let client = Client::builder().tls_danger_accept_invalid_certs(true).redirect(Policy::none()).build();
    let request = client.unwrap().get(format!("{host}{path}")).header("accept-encoding", encoding);
    let answer = request.send().unwrap();
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    Answer { status, headers, body: answer.bytes().unwrap().to_vec() }
}

#[test]
fn a_file_that_is_missing_is_missing() {
    on_both(|host| {
        for path in [
            "/field-fedcba9876543210.js",
            "/field_bg-fedcba9876543210.wasm",
            "/style/main.css",
            "/favicon.ico",
        ] {
            let answer = get(host, path);
            assert_eq!(answer.status, 404, "{host}{path}");
            assert!(!answer.text().contains(PAGE), "{host}{path}");
            // The next release may bring it.
            assert_ne!(answer.caching(), Some(FOR_EVER), "{host}{path}");
        }
    });
}

#[test]
fn an_address_without_a_file_is_one_of_the_page() {
    on_both(|host| {
        for path in
            ["/", "/cek", "/rt/", "/rt/keluarga/7/anggota/nik-1", "/dokumen/surat-kuasa", "/halaman-lain"]
        {
            let answer = get(host, path);
            assert_eq!((answer.status, answer.text()), (200, PAGE), "{host}{path}");
            assert_eq!(answer.caching(), Some("no-cache"), "{host}{path}");
        }
    });
}

#[test]
fn pages_and_threads_say_what_they_may_and_the_rest_spends_no_bytes_on_it() {
    const OF_PAGES_AND_THREADS: [&str; 2] = ["content-security-policy", "referrer-policy"];
    const OF_PAGES: [&str; 2] = ["permissions-policy", "cross-origin-opener-policy"];
    on_both(|host| {
        for (path, of_threads, of_pages) in [
            ("/", true, true),
            ("/rt/keluarga/7", true, true),
            ("/sw.js", true, false),
            (THREAD, true, false),
            (PROGRAM, false, false),
            ("/api/v1/index.json", false, false),
            ("/style/main-0123456789abcdef.css", false, false),
        ] {
            let answer = get(host, path);
            assert_eq!(answer.status, 200, "{host}{path}");
            assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{host}{path}");
            for (names, are_there) in [(OF_PAGES_AND_THREADS, of_threads), (OF_PAGES, of_pages)] {
                for name in names {
                    assert_eq!(answer.header(name).is_some(), are_there, "{host}{path}: {name}");
                }
            }
        }
        let policy = get(host, "/");
        let policy = policy.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
    });
}

#[test]
fn only_what_never_changes_is_kept_for_ever_and_icons_for_a_day() {
    on_both(|host| {
        let program = get(host, PROGRAM);
        assert_eq!((program.status, program.caching()), (200, Some(FOR_EVER)), "{host}");
        assert!(program.header("content-type").unwrap().contains("javascript"), "{host}");
        assert_eq!(get(host, "/sw.js").caching(), Some("no-cache"), "{host}");
        for path in ["/icons/tepat.svg", "/manifest.webmanifest"] {
            assert_eq!(get(host, path).caching(), Some("public, max-age=86400"), "{host}{path}");
        }
        assert_eq!(get(host, "/icons/none.svg").status, 404, "{host}");
        assert_ne!(get(host, "/icons/none.svg").caching(), Some("public, max-age=86400"), "{host}");
    });
}

#[test]
fn nothing_hidden_is_served() {
    on_both(|host| {
        for path in [
            "/.releases.json",
            "/%2Ereleases.json",
            "/.git/config",
            "/style/.hidden.css",
            "/style%2f%2ehidden.css",
            "/api/.v1.old/index.json",
            "/api/%2ev1.old/index.json",
            "/api/v1/.hidden.json",
            "/api/v1/%2Ehidden.json",
        ] {
            let answer = get(host, path);
            assert_eq!(answer.status, 404, "{host}{path}");
            assert!(!answer.text().contains(HIDDEN), "{host}{path}");
        }
    });
}

#[test]
fn the_publication_travels_compressed_to_whoever_takes_it_so() {
    on_both(|host| {
        let manifest: Manifest = read_signed(Purpose::Manifest, &get(host, "/api/v1/manifest.json").body);
        let length = |path: &&String| get(host, &format!("/api/v1/{path}")).body.len();
        let sealed = manifest.files.keys().filter(|path| path.starts_with("status/"));
        let bucket = sealed.max_by_key(length).unwrap();
        for path in ["index.json", "areas.json", bucket] {
            let path = &format!("/api/v1/{path}");
            let (plain, packed) = (get(host, path), get_in(host, path, "gzip"));
            assert_eq!((plain.status, plain.header("content-encoding")), (200, None), "{host}{path}");
            assert_eq!(packed.header("content-encoding"), Some("gzip"), "{host}{path}");
            // A cache between keeps both.
            assert!(packed.header("vary").unwrap().eq_ignore_ascii_case("accept-encoding"), "{host}{path}");
            assert!(packed.body.len() < plain.body.len(), "{host}{path}");
            let mut unpacked = Vec::new();
            GzDecoder::new(packed.body.as_slice()).read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, plain.body, "{host}{path}");
        }
    });
}

/// Of the family or RT that asks, and of one that there is not.
const ASKED: [&str; 4] = [
    "/api/v1/status/0000.json",
    "/api/v1/status/ffff.json",
    "/api/v1/outcome/00112233445566778899aabbccddeeff.json",
    "/api/v1/status/",
];

#[test]
fn nginx_writes_down_nobody_who_looks_something_up() {
    let (office, app) = (Office::of_today(), app());
    office.publish();
    let Some(nginx) = nginx(&office, &app) else { return };
    for host in [nginx.address(), nginx.unencrypted()] {
        for path in ASKED {
            get(host, path);
        }
    }
    get(nginx.address(), "/cek");
    let logs = nginx.logs("GET /cek");
    assert!(!logs.contains("status/") && !logs.contains("outcome/"), "{logs}");
}

#[test]
fn serve_writes_down_nobody() {
    let (office, app) = (Office::of_today(), app());
    office.publish();
    let serve = ["serve", "--port", "0", "--app", app.path().to_str().unwrap()];
    let mut process =
        office.tepat(&serve).command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    let mut stdout = process.stdout.take().unwrap();
    let address = loop {
        let mut some = [0; 1024];
        let read = stdout.read(&mut some).unwrap();
        said += str::from_utf8(&some[..read]).unwrap();
        if let Ok(answer) = serde_json::from_str::<serde_json::Value>(&said) {
            break answer["address"].as_str().unwrap().to_owned();
        }
    };
    for path in ASKED.into_iter().chain(["/cek"]) {
        get(&address, path);
    }
    process.kill().unwrap();
    let mut more = String::new();
    stdout.read_to_string(&mut more).unwrap();
    process.stderr.take().unwrap().read_to_string(&mut more).unwrap();
    process.wait().unwrap();
    assert_eq!(more, "");
}

#[test]
fn nginx_answers_over_an_encrypted_line_only() {
    let (office, app) = (Office::of_today(), app());
    let Some(nginx) = nginx(&office, &app) else { return };
    for path in ["/", "/cek?dari=poster", "/api/v1/status/0000.json"] {
        let answer = get(nginx.unencrypted(), path);
        assert_eq!(answer.status, 301, "{path}");
        assert_eq!(answer.header("location"), Some(&*format!("https://bst.example.id{path}")));
    }
    for path in ["/", "/field-fedcba9876543210.js"] {
        let year = get(nginx.address(), path).header("strict-transport-security").map(str::to_owned);
        assert_eq!(year.as_deref(), Some("max-age=31536000"), "{path}");
    }
}

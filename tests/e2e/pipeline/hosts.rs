//! What a host answers for the files of the app: the one in `tepat serve`, and nginx as `deploy/` sets it up.

use e2e::{Host, Nginx, Office};
use std::fs;
use tempfile::TempDir;

const PAGE: &str = "<p>the page</p>";
const PROGRAM: &str = "/field-0123456789abcdef.js";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Runs a check against both hosts.
fn on_both(check: impl Fn(&str)) {
    let app = app();
    let office = Office::of_today();
    check(Host::start_with(&office, 0, app.path()).address());
    check(Nginx::serving(app.path()).address());
}

fn app() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files =
        [("index.html", PAGE), (&PROGRAM[1..], "program"), ("sw.js", "worker"), (".releases.json", "{}")];
    for (file, content) in files {
        fs::write(folder.path().join(file), content).unwrap();
    }
    folder
}

struct Answer {
    status: u16,
    caching: Option<String>,
    kind: Option<String>,
    body: String,
}

fn get(host: &str, path: &str) -> Answer {
    let answer = reqwest::blocking::get(format!("{host}{path}")).unwrap();
    let header = |name: &str| Some(answer.headers().get(name)?.to_str().unwrap().to_owned());
    let (status, caching, kind) = (answer.status().as_u16(), header("cache-control"), header("content-type"));
    Answer { status, caching, kind, body: answer.text().unwrap() }
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
            assert!(!answer.body.contains(PAGE), "{host}{path}");
            // The next release may bring it.
            assert_ne!(answer.caching.as_deref(), Some(FOR_EVER), "{host}{path}");
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
            assert_eq!((answer.status, answer.body.as_str()), (200, PAGE), "{host}{path}");
            assert_eq!(answer.caching.as_deref(), Some("no-cache"), "{host}{path}");
        }
    });
}

#[test]
fn only_what_never_changes_is_kept_for_ever() {
    on_both(|host| {
        let program = get(host, PROGRAM);
        assert_eq!((program.status, program.caching.as_deref()), (200, Some(FOR_EVER)), "{host}");
        assert!(program.kind.unwrap().contains("javascript"), "{host}");
        assert_eq!(get(host, "/sw.js").caching.as_deref(), Some("no-cache"), "{host}");
    });
}

#[test]
fn the_ledger_of_releases_is_not_served() {
    on_both(|host| assert_eq!(get(host, "/.releases.json").status, 404, "{host}"));
}

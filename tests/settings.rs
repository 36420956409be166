//! Where the things are that people use. `cargo xtask test` builds or finds them, and says where in the environment.

use std::path::{Path, PathBuf};

/// The command `tepat`.
pub fn tepat() -> PathBuf {
    named("TEPAT_BIN")
}

/// The program that fills a register with noise in the place of keys, built beside it.
pub fn dummy_keys() -> PathBuf {
    tepat().with_file_name("examples").join("dummy-keys")
}

/// The folder of the finished app.
pub fn app() -> PathBuf {
    named("TEPAT_APP")
}

/// The browser.
pub fn chromium() -> PathBuf {
    named("CHROMIUM")
}

/// The program that drives it.
pub fn chromedriver() -> PathBuf {
    named("CHROMEDRIVER")
}

/// The script that looks for barriers in a page.
pub fn axe() -> PathBuf {
    named("AXE")
}

/// The program that runs JavaScript outside the browser.
pub fn node() -> PathBuf {
    named("NODE")
}

/// The tasks of the repository.
pub fn xtask() -> PathBuf {
    named("XTASK")
}

/// The web server of the recipe in `deploy/`, where there is one.
pub fn nginx() -> Option<PathBuf> {
    std::env::var_os("NGINX").map(PathBuf::from).filter(|path| path.exists())
}

/// The program that makes its certificate.
pub fn openssl() -> PathBuf {
    std::env::var_os("OPENSSL").map_or_else(|| "openssl".into(), PathBuf::from)
}

/// The object store that it runs.
pub fn s3rver() -> PathBuf {
    named("S3RVER")
}

/// A Python with the package `cryptography`, where there is one.
pub fn reader_python() -> Option<PathBuf> {
    std::env::var_os("READER_PYTHON").map(PathBuf::from)
}

/// A Python with the package `duckdb`, where there is one.
pub fn duckdb_python() -> Option<PathBuf> {
    std::env::var_os("DUCKDB_PYTHON").map(PathBuf::from)
}

/// How often a long story does what it does: `whole` times with `cargo xtask soak`, a twentieth of that otherwise.
pub fn times(whole: usize) -> usize {
    if std::env::var_os("TEPAT_WHOLE").is_some() { whole } else { (whole / 20).max(1) }
}

/// A file of this repository.
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

fn named(variable: &str) -> PathBuf {
    let path = std::env::var_os(variable).map(PathBuf::from).filter(|path| path.exists());
    path.unwrap_or_else(|| {
        panic!("{variable} names nothing that is there: run the stories with `cargo xtask test`")
    })
}

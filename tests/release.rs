//! Versions of the app that come after the one that was built, and the folder that a host serves them from.

use crate::settings;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A finished version of the app.
#[derive(Debug)]
pub struct Release {
    folder: PathBuf,
    version: String,
    /// The folder goes when the release goes.
    _temporary: Option<TempDir>,
}

impl Release {
    /// The one that was built.
    pub fn built() -> Self {
        let folder = settings::app();
        Self { version: version(&folder), folder, _temporary: None }
    }

    /// A later one: the same app, of which every file that bears a digest has another name, as if all had changed.
    pub fn later(nth: usize) -> Self {
        let (app, folder) = (settings::app(), tempfile::tempdir().unwrap());
        let names = Names::of(&app, nth);
        for (path, file) in files(&app) {
            let copy = folder.path().join(names.renamed(&file));
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            match path.extension().and_then(|extension| extension.to_str()) {
                Some("html" | "js" | "css") => {
                    fs::write(copy, names.renamed(&fs::read_to_string(path).unwrap())).unwrap();
                }
                // The compressed copies of those are of the version before.
                Some("br" | "gz") if !file.contains(".wasm") => {}
                _ => {
                    fs::copy(path, copy).unwrap();
                }
            }
        }
        let version = version(folder.path());
        Self { folder: folder.path().to_owned(), version, _temporary: Some(folder) }
    }

    /// The program of this name throws when it starts.
    pub fn breaks(&self, program: &str) {
        for (path, file) in files(&self.folder) {
            let is_script = file.starts_with(&[program, "-"].concat()) && file.ends_with(".js");
            if is_script {
                fs::write(path, "throw new Error('broken');").unwrap();
            }
        }
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// The digests in the names of one version, and what stands in their places in another.
struct Names(BTreeMap<String, String>);

impl Names {
    fn of(app: &Path, nth: usize) -> Self {
        let digests = files(app).into_iter().filter_map(|(_, file)| digest(&file).map(str::to_owned));
        let other = |old: &str| {
            let hash = Sha256::digest(format!("{old} {nth}"));
            data_encoding::HEXLOWER.encode(&hash)[..16].to_owned()
        };
        Self(digests.chain([version(app)]).map(|old| (old.clone(), other(&old))).collect())
    }

    fn renamed(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
    }
}

/// The digest in `style/main-0123456789abcdef.css.br`.
fn digest(file: &str) -> Option<&str> {
    let (_, digest) = file.rsplit('/').next()?.split('.').next()?.rsplit_once('-')?;
    (digest.len() == 16 && digest.chars().all(|c| c.is_ascii_hexdigit())).then_some(digest)
}

fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.path().is_file());
    let named = |path: PathBuf| {
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (path, name)
    };
    entries.map(|entry| named(entry.into_path())).collect()
}

/// `const VERSION = '0123456789abcdef';`, or as a program that makes scripts small writes it.
fn version(app: &Path) -> String {
    let worker = fs::read_to_string(app.join("sw.js")).unwrap();
    let version = worker.split_once("VERSION").unwrap().1.split(['\'', '"']).nth(1);
    version.unwrap().to_owned()
}

/// The folder that a host serves the app from.
#[derive(Debug)]
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// A folder with one release in it.
    pub fn with(release: &Release) -> Self {
        let site = Self { folder: tempfile::tempdir().unwrap() };
        site.release(release, "2021-03-01");
        site
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts another release there, as `cargo xtask release` does on that day.
    pub fn release(&self, release: &Release, day: &str) {
        let mut command = Command::new(settings::xtask());
        command.arg("release").arg(self.folder()).arg("--app").arg(release.folder()).args(["--date", day]);
        assert!(command.status().unwrap().success(), "{command:?}");
    }

    /// Puts another release there in the place of everything, as hosts do that keep nothing.
    pub fn replace(&self, release: &Release) {
        for (file, _) in files(self.folder()) {
            fs::remove_file(file).unwrap();
        }
        self.release(release, "2021-03-01");
    }
}

//! A version of the app that comes after the one that was built.

use crate::settings;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The folder of a later version, as a host serves it.
#[derive(Debug)]
pub struct Release {
    folder: TempDir,
}

impl Release {
    /// Its version.
    pub const NEXT: &str = "0000000000000000";

    /// The same app under another version, which makes it another app for a browser.
    pub fn next() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = settings::app();
        let files = WalkDir::new(&app).into_iter().map(Result::unwrap).filter(|file| file.path().is_file());
        for file in files {
            let copy = folder.path().join(file.path().strip_prefix(&app).unwrap());
            fs::create_dir_all(copy.parent().unwrap()).unwrap();
            fs::copy(file.path(), copy).unwrap();
        }
        let version = version(&app);
        for name in ["index.html", "sw.js"] {
            let file = folder.path().join(name);
            let text = fs::read_to_string(&file).unwrap().replace(&version, Self::NEXT);
            fs::write(&file, text).unwrap();
            // What was packed before is of the version before.
            for packed in ["br", "gz"] {
                fs::remove_file(file.with_added_extension(packed)).ok();
            }
        }
        Self { folder }
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// `const VERSION = '0123456789abcdef';`
fn version(app: &Path) -> String {
    let worker = fs::read_to_string(app.join("sw.js")).unwrap();
    worker.split("VERSION = '").nth(1).unwrap().split('\'').next().unwrap().to_owned()
}

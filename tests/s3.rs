//! An object store on a port of its own, which speaks S3 (npm: `s3rver`).

use crate::publication::Publication;
use crate::settings;
use crate::tepat::Run;
use flate2::read::GzDecoder;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::SystemTime;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A store with one bucket, until it is stopped.
#[derive(Debug)]
pub struct S3 {
    process: Child,
    address: String,
    folder: TempDir,
}

const BUCKET: &str = "bst";
/// The name and the key that `s3rver` knows.
const KEY: &str = "S3RVER";
/// How the file ends that holds an object.
const OBJECT: &str = "._S3rver_object";

impl S3 {
    /// An empty bucket.
    pub fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut process = Command::new(settings::node())
            .arg(settings::s3rver())
            .args(["--address", "127.0.0.1", "--port", "0", "--silent", "--configure-bucket", BUCKET])
            .arg("--directory")
            .arg(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.as_mut().unwrap()).lines();
        let address =
            lines.map(Result::unwrap).find_map(|line| Some(line.split_once("listening on ")?.1.to_owned()));
        Self { process, address: format!("http://{}", address.unwrap()), folder }
    }

    /// How `tepat` calls what lies at a path in the bucket.
    pub fn url(&self, path: &str) -> String {
        format!("s3://{BUCKET}/{path}")
    }

    /// Tells a run where the store is, and the key to it.
    pub fn for_run(&self, run: Run) -> Run {
        let settings = [
            ("AWS_ENDPOINT", self.address.as_str()),
            ("AWS_ALLOW_HTTP", "true"),
            ("AWS_REGION", "ap-southeast-3"),
            ("AWS_ACCESS_KEY_ID", KEY),
            ("AWS_SECRET_ACCESS_KEY", KEY),
        ];
        settings.into_iter().fold(run, |run, (name, value)| run.env(name, value))
    }

    /// Puts a file there, as a server does that takes letters in.
    pub fn put(&self, path: &str, bytes: &[u8]) {
        let request = reqwest::blocking::Client::new().put(format!("{}/{BUCKET}/{path}", self.address));
        request.body(bytes.to_vec()).send().unwrap().error_for_status().unwrap();
    }

    /// A header that a reader gets with a file.
    pub fn header(&self, path: &str, name: &str) -> Option<String> {
        let answer = reqwest::blocking::get(format!("{}/{BUCKET}/{path}", self.address)).unwrap();
        Some(answer.error_for_status().unwrap().headers().get(name)?.to_str().unwrap().to_owned())
    }

    /// Every file with the moment at which it was written.
    pub fn written(&self) -> BTreeSet<(PathBuf, SystemTime)> {
        let files = WalkDir::new(self.folder.path()).into_iter().flatten();
        let objects = files.filter(|file| file.path().to_string_lossy().ends_with(OBJECT));
        // A file may give way to its successor meanwhile.
        objects.filter_map(|it| Some((it.path().to_owned(), it.metadata().ok()?.modified().ok()?))).collect()
    }

    /// The publication below a path.
    pub fn publication(&self, path: &str) -> Publication {
        let folder = self.folder.path().join(BUCKET).join(path);
        let files = WalkDir::new(&folder).into_iter().map(Result::unwrap).filter_map(|entry| {
            let path = entry.path().strip_prefix(&folder).unwrap().to_str().unwrap();
            // `s3rver` keeps what it knows of a file in others beside it.
            let path = path.strip_suffix(OBJECT)?;
            // Compressed, as a browser would unpack it; one that is being written is as long as it is.
            let mut bytes = Vec::new();
            GzDecoder::new(File::open(entry.path()).unwrap()).read_to_end(&mut bytes).ok();
            Some((path.to_owned(), bytes))
        });
        Publication::of(files)
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

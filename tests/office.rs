//! Dinas Sosial: a workspace of `tepat` in a folder of its own.

use crate::publication::Publication;
use crate::rt::{Letter, RtHead};
use crate::sample::Sample;
use crate::settings::{self, in_repository};
use crate::signing::signing_key_file;
use crate::tepat::Run;
use data_encoding::{BASE64, HEXLOWER};
use seal::OfficeSecret;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;
use walkdir::WalkDir;

/// The office.
#[derive(Debug)]
pub struct Office {
    folder: PathBuf,
    /// The folder goes with the office and its hosts.
    temporary: Option<Arc<TempDir>>,
    now: Option<&'static str>,
    codes: BTreeMap<String, String>,
}

/// The moment at which stories happen that need no browser.
pub const MORNING: &str = "2021-03-12T06:00";

impl Office {
    /// An office on a [`MORNING`] in March 2021.
    pub fn of_2021() -> Self {
        Self::temporary(Some(MORNING))
    }

    /// An office of today, for stories in a browser, whose clock is that of the machine.
    pub fn of_today() -> Self {
        Self::temporary(None)
    }

    /// An office of today in a folder that stays; what lay there before goes.
    pub fn in_folder(folder: &Path) -> Self {
        std::fs::remove_dir_all(folder).ok();
        std::fs::create_dir_all(folder).unwrap();
        Self::open(folder.to_owned(), None, None)
    }

    fn temporary(now: Option<&'static str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self::open(folder.path().to_owned(), Some(folder), now)
    }

    /// An office with a copy of the workspace, as it is now, also of when its letters came.
    pub fn twin(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let twin = Self {
            folder: folder.path().to_owned(),
            temporary: Some(Arc::new(folder)),
            now: self.now,
            codes: self.codes.clone(),
        };
        for entry in WalkDir::new(self.workspace()) {
            let entry = entry.unwrap();
            let to = twin.workspace().join(entry.path().strip_prefix(self.workspace()).unwrap());
            if entry.file_type().is_dir() {
                std::fs::create_dir_all(&to).unwrap();
                std::fs::set_permissions(to, entry.metadata().unwrap().permissions()).unwrap();
            } else {
                std::fs::copy(entry.path(), &to).unwrap();
                let came = entry.metadata().unwrap().modified().unwrap();
                std::fs::File::options().write(true).open(to).unwrap().set_modified(came).unwrap();
            }
        }
        twin
    }

    fn open(folder: PathBuf, temporary: Option<TempDir>, now: Option<&'static str>) -> Self {
        let temporary = temporary.map(Arc::new);
        let office = Self { folder, temporary, now, codes: BTreeMap::new() };
        let (folder, key) = (office.workspace(), signing_key_file());
        Run::of(["init".as_ref(), folder.as_os_str(), "--signing-key".as_ref(), key.as_os_str()]).answer();
        office.tepat(&["points", &text(&in_repository("data/demo/points.csv"))]).answer();
        office
    }

    /// `tepat -C WORKSPACE ARGUMENTS`
    pub fn tepat(&self, arguments: &[&str]) -> Run {
        Run::of(self.with_place(arguments))
    }

    /// Fills the register with noise in the place of keys, which would take long to derive.
    pub fn dummy_keys(&self) -> Run {
        Run::of_program(&settings::dummy_keys(), self.with_place(&[]))
    }

    /// Arguments, with those that say where the office is and when.
    fn with_place(&self, arguments: &[&str]) -> Vec<String> {
        let workspace = text(&self.workspace());
        let now = self.now.iter().flat_map(|now| ["--now", now]);
        ["-C", &workspace]
            .into_iter()
            .chain(now)
            .chain(arguments.iter().copied())
            .map(str::to_owned)
            .collect()
    }

    /// From now on it is this moment.
    pub fn at(&mut self, now: &'static str) -> &mut Self {
        self.now = Some(now);
        self
    }

    /// Takes a list in; keeps the registration codes that the answer gives.
    pub fn import(&mut self, sample: &Sample) -> Value {
        let (rw, rt) = sample.rw_rt;
        let file = text(&sample.path());
        let arguments = ["import", &file, "--kelurahan", sample.kelurahan, "--rw", rw, "--rt", rt];
        let answer = self.tepat(&arguments).answer();
        for family in answer["families"].as_array().unwrap() {
            if let (Some(kk), Some(code)) = (family["kk"].as_str(), family["code"].as_str()) {
                self.codes.insert(kk.to_owned(), code.to_owned());
            }
        }
        answer
    }

    /// The registration code of a family.
    pub fn code_of(&self, kk: &str) -> &str {
        &self.codes[kk]
    }

    /// Every registration code that was given.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.codes.values().map(String::as_str)
    }

    /// Decides for one family: the words after `--status`, e.g. `ditolak --reason bantuan-lain`. Stories begin in the middle:
    /// a family may leap.
    pub fn decide(&self, kk: &str, decision: &str) -> &Self {
        let arguments = ["decide", "--yes", "--kk", kk, "--status"].into_iter().chain(decision.split(' '));
        self.tepat(&arguments.collect::<Vec<_>>()).answer();
        self
    }

    /// Publishes; the figures of the publication.
    pub fn publish(&self) -> Value {
        self.publishing().answer()
    }

    /// The command that publishes.
    pub fn publishing(&self) -> Run {
        self.tepat(&["publish", "--out", &text(&self.api())])
    }

    /// What is published.
    pub fn publication(&self) -> Publication {
        Publication::read(&self.api())
    }

    /// Enrols an RT.
    pub fn enrol(&self, kelurahan: &str, rw: &str, rt: &str) -> RtHead {
        RtHead::from_answer(&self.tepat(&["enrol", "rt", kelurahan, rw, rt]).answer())
    }

    /// Enrols the head of an RW.
    pub fn enrol_rw(&self, kelurahan: &str, rw: &str) -> RtHead {
        RtHead::from_answer(&self.tepat(&["enrol", "rw", kelurahan, rw]).answer())
    }

    /// Makes the link of an RT or RW worthless.
    pub fn revoke(&self, rt: &RtHead) -> Value {
        self.tepat(&["enrol", "revoke", &rt.public().id()]).answer()
    }

    /// Enrols an RT whose lists travel as files.
    pub fn enrol_without_drop_box(&self, kelurahan: &str, rw: &str, rt: &str) -> RtHead {
        RtHead::from_answer(&self.tepat(&["enrol", "rt", kelurahan, rw, rt, "--no-drop-box"]).answer())
    }

    /// Opens what lies in the drop box.
    pub fn collect(&self) -> Value {
        self.tepat(&["collect"]).answer()
    }

    /// Takes a letter in that comes as a file; the report on it.
    pub fn collect_letter(&self, letter: &Letter) -> Value {
        let file = self.folder.join(&letter.name);
        std::fs::write(&file, &letter.bytes).unwrap();
        self.collect_from(&file)["envelopes"][0].take()
    }

    /// The names of the files that lie in the drop box of a kelurahan.
    pub fn drop_box(&self, kelurahan: &str) -> Vec<String> {
        // The first file makes the folder.
        let files = std::fs::read_dir(self.workspace().join("inbox").join(kelurahan)).into_iter().flatten();
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// Opens one file, or those in a folder.
    pub fn collect_from(&self, path: &Path) -> Value {
        self.tepat(&["collect", &text(path)]).answer()
    }

    /// Opens what lies at an address.
    pub fn collect_url(&self, url: &str) -> Value {
        self.tepat(&["collect", url]).answer()
    }

    /// What could not be taken in, by its reason.
    pub fn quarantine(&self) -> Vec<String> {
        let answer = self.tepat(&["collect", "--quarantine"]).answer();
        let codes = answer.as_array().unwrap().iter().map(|kept| kept["code"].as_str().unwrap().to_owned());
        codes.collect()
    }

    /// Name and password of the office at its drop box, as HTTP wants them.
    pub fn credentials(&self) -> String {
        format!("Basic {}", BASE64.encode(format!("dinas:{}", self.secret().drop_box_password()).as_bytes()))
    }

    /// The key pair of the office.
    pub fn secret(&self) -> OfficeSecret {
        OfficeSecret::from_seed(&self.seed())
    }

    /// What its keys follow from.
    pub fn seed(&self) -> [u8; 32] {
        let key = std::fs::read_to_string(self.workspace().join("office.key")).unwrap();
        HEXLOWER.decode(key.trim().as_bytes()).unwrap().try_into().unwrap()
    }

    /// The folder stays for as long as this does: a host may be asked after the office is gone.
    pub(crate) fn stay(&self) -> Option<Arc<TempDir>> {
        self.temporary.clone()
    }

    /// The folder of the workspace.
    pub fn workspace(&self) -> PathBuf {
        self.folder.join("office")
    }

    /// The folder of the publication.
    pub fn api(&self) -> PathBuf {
        self.folder.join("www/api/v1")
    }

    /// A folder for what else a story needs.
    pub fn desk(&self) -> &Path {
        &self.folder
    }
}

fn text(path: &Path) -> String {
    path.to_str().unwrap().to_owned()
}

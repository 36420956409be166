//! A lost workspace comes back as it was, or nothing comes.

use super::*;
use crate::age_file::{Key, Lock, Passphrase};
use crate::clock::Moment;
use crate::fault::Result;
use crate::workspace::Workspace;
use age::x25519::Identity;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;

const WORDS: &str = "empat kata yang acak";
const ENVELOPE: &str = "inbox/31.74.10.1005/0123.json";

struct Desk {
    folder: TempDir,
    workspace: Workspace,
    /// Opens what [`Desk::backup`] makes. A passphrase would cost each attempt half a second.
    secret: Identity,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::init(&folder.path().join("office"), None).unwrap();
        workspace.register.set("site", "https://bst.example.id").unwrap();
        for (file, bytes) in
            [(ENVELOPE, "envelope"), ("quarantine/4567.json", "kept"), ("api/index.json", "{}")]
        {
            let path = workspace.root().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let came = SystemTime::UNIX_EPOCH + Duration::from_secs(1_615_000_000);
        let envelope = fs::File::options().write(true).open(workspace.root().join(ENVELOPE)).unwrap();
        envelope.set_modified(came).unwrap();
        Self { folder, workspace, secret: Identity::generate() }
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn lock(&self) -> Lock {
        Lock::Recipients(vec![self.secret.to_public()])
    }

    fn make(&self, lock: &Lock) -> Result<Vec<u8>> {
        let now = Moment::now(Some("2021-03-12T06:00")).unwrap();
        make(&self.workspace, &self.at("first"), lock, &now)?;
        Ok(fs::read(self.at("first")).unwrap())
    }

    fn backup(&self) -> Vec<u8> {
        self.make(&self.lock()).unwrap()
    }

    /// Restores these bytes.
    fn restore_with(&self, bytes: &[u8], key: &Key) -> Result<Manifest> {
        fs::write(self.at("backup"), bytes).unwrap();
        restore(&self.at("backup"), &self.at("back"), key)
    }

    fn restore(&self, bytes: &[u8]) -> Result<Manifest> {
        self.restore_with(bytes, &Key::Identity(self.secret.clone()))
    }
}

fn mode(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[test]
fn a_restored_workspace_is_the_one_that_was_lost() {
    let desk = Desk::new();
    let bytes = desk.backup();
    let (root, back) = (desk.at("office"), desk.at("back"));
    assert!(!root.join(".backup").exists(), "the copy of the register goes");
    assert_eq!(mode(&desk.at("first")), 0o600);
    assert!(!bytes.windows(8).any(|window| window == b"envelope"), "nothing stands in clear");

    let manifest = desk.restore(&bytes).unwrap();
    assert_eq!((manifest.made_at.as_str(), mode(&back)), ("2021-03-12T06:00", 0o700));
    let mut names: Vec<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
    names.sort_unstable();
    let expected =
        [ENVELOPE, "office.key", "quarantine/4567.json", "register.sqlite", "signing.key", "signing.pub"];
    assert_eq!(names, expected, "neither a publication nor what SQLite keeps beside the register");
    for name in expected {
        assert_eq!(mode(&back.join(name)), 0o600, "{name}");
        if name != "register.sqlite" {
            assert_eq!(fs::read(back.join(name)).unwrap(), fs::read(root.join(name)).unwrap(), "{name}");
        }
    }
    let came = |root: &Path| root.join(ENVELOPE).metadata().unwrap().modified().unwrap();
    assert_eq!(came(&back), came(&root));
    let restored = Workspace::open(&back).unwrap();
    assert_eq!(restored.register.get("site").unwrap().as_deref(), Some("https://bst.example.id"));
}

#[test]
fn what_is_in_a_register_while_others_write_is_of_one_moment() {
    let desk = Desk::new();
    let other = Workspace::read(&desk.at("office")).unwrap();
    let bytes = desk.backup();
    other.register.set("site", "https://later.example.id").unwrap();
    desk.restore(&bytes).unwrap();
    let restored = Workspace::open(&desk.at("back")).unwrap();
    assert_eq!(restored.register.get("site").unwrap().as_deref(), Some("https://bst.example.id"));
}

#[test]
fn a_damaged_backup_is_named_and_leaves_nothing() {
    let desk = Desk::new();
    let whole = desk.backup();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    // The header of age ends within 300 bytes; its pieces have 64 KiB.
    let piece = 64 * 1024;
    let cases = [
        ("no backup", b"kk,nik,nama".to_vec(), "bukan-berkas-terkunci"),
        ("empty", Vec::new(), "bukan-berkas-terkunci"),
        ("cut in its header", whole[..60].to_vec(), "bukan-berkas-terkunci"),
        ("cut in its first piece", whole[..1000].to_vec(), "berkas-rusak"),
        ("cut in the middle", whole[..whole.len() / 2].to_vec(), "berkas-rusak"),
        ("cut at its end", whole[..whole.len() - 1].to_vec(), "berkas-rusak"),
        ("a bit in the middle", flipped(whole.len() / 2), "berkas-rusak"),
        ("a bit in the second piece", flipped(piece + 400), "berkas-rusak"),
        ("the last bit", flipped(whole.len() - 1), "berkas-rusak"),
        ("something behind it", [whole.as_slice(), b"x"].concat(), "berkas-rusak"),
    ];
    for (what, bytes, code) in cases {
        assert_eq!(desk.restore(&bytes).unwrap_err().code, code, "{what}");
        assert!(!desk.at("back").exists(), "{what}");
    }
    let left = fs::read_dir(desk.folder.path()).unwrap().count();
    assert_eq!(left, 3, "the workspace, the backup, its damaged copy");
}

#[test]
fn nothing_is_written_over() {
    let desk = Desk::new();
    let bytes = desk.backup();
    assert_eq!(desk.make(&desk.lock()).unwrap_err().code, "berkas-sudah-ada");
    // One within the workspace would be in the next one.
    let now = Moment::now(None).unwrap();
    let within = desk.workspace.root().join("malam.age");
    let fault = make(&desk.workspace, &within, &desk.lock(), &now).unwrap_err();
    assert_eq!(fault.code, "cadangan-di-ruang-kerja");
    assert!(!within.exists());
    fs::create_dir(desk.at("back")).unwrap();
    desk.restore(&bytes).unwrap();
    assert_eq!(desk.restore(&bytes).unwrap_err().code, "sudah-ada");
}

#[test]
fn only_the_right_passphrase_or_key_opens() {
    let desk = Desk::new();
    let words = |words| Key::Passphrase(Passphrase::of(words));
    let bytes = desk.backup();
    let refused = |bytes: &[u8], key: &Key| desk.restore_with(bytes, key).unwrap_err().code;
    assert_eq!(refused(&bytes, &words(WORDS)), "kunci-lain");
    assert_eq!(refused(&bytes, &Key::Identity(Identity::generate())), "sandi-salah");

    fs::remove_file(desk.at("first")).unwrap();
    let bytes = desk.make(&Lock::Passphrase(Passphrase::new(WORDS).unwrap())).unwrap();
    assert_eq!(refused(&bytes, &words("empat kata yang lain")), "sandi-salah");
    assert_eq!(refused(&bytes, &Key::Identity(desk.secret.clone())), "kunci-lain");
    desk.restore_with(&bytes, &words(WORDS)).unwrap();
    Workspace::open(&desk.at("back")).unwrap();
}

/// A backup that was made up by somebody who knows the public key.
#[test]
fn what_a_manifest_does_not_say_is_not_unpacked() {
    let desk = Desk::new();
    let file = |path: &str, bytes: &str| (path.to_owned(), bytes.to_owned());
    let entry = |path: &str| {
        let sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        format!(r#"{{"path":"{path}","size":5,"sha256":"{sha256}"}}"#)
    };
    let manifest = |version: u32, files: &[&str]| {
        let files: Vec<String> = files.iter().map(|path| entry(path)).collect();
        let text =
            format!(r#"{{"version":{version},"made_at":"","program":"","files":[{}]}}"#, files.join(","));
        file("manifest.json", &text)
    };
    let cases = [
        ("outside", vec![manifest(1, &["../a"]), file("a", "hello")], "cadangan-berubah"),
        ("absolute", vec![manifest(1, &["/a"]), file("a", "hello")], "cadangan-berubah"),
        ("another name", vec![manifest(1, &["a"]), file("b", "hello")], "cadangan-berubah"),
        ("other bytes", vec![manifest(1, &["a"]), file("a", "hullo")], "cadangan-berubah"),
        ("fewer files", vec![manifest(1, &["a"])], "berkas-rusak"),
        ("more files", vec![manifest(1, &["a"]), file("a", "hello"), file("b", "hello")], "cadangan-berubah"),
        ("twice the same", vec![manifest(1, &["a", "a"]), file("a", "hello"), file("a", "hello")], "berkas"),
        ("a later version", vec![manifest(2, &["a"]), file("a", "hello")], "versi-lebih-baru"),
        ("no manifest", vec![file("a", "hello")], "bukan-cadangan"),
        ("nothing", vec![], "bukan-cadangan"),
        ("no workspace", vec![manifest(1, &["a"]), file("a", "hello")], "bukan-ruang-kerja"),
    ];
    for (what, files, code) in cases {
        let write = |out: &mut dyn std::io::Write| {
            let mut tar = tar::Builder::new(out);
            for (path, bytes) in &files {
                let mut header = tar::Header::new_gnu();
                header.set_size(u64::try_from(bytes.len()).unwrap());
                tar.append_data(&mut header, path, bytes.as_bytes()).unwrap();
            }
            tar.finish().unwrap();
            Ok(())
        };
        let bytes = crate::age_file::lock(Vec::new(), &desk.lock(), write).unwrap();
        assert_eq!(desk.restore(&bytes).unwrap_err().code, code, "{what}");
        assert!(!desk.at("back").exists(), "{what}");
    }
}

#[test]
fn a_passphrase_that_is_guessed_is_refused() {
    for (words, is_good) in [("", false), ("rahasia", false), ("elevenchars", false), (WORDS, true)] {
        assert_eq!(Passphrase::new(words).is_ok(), is_good, "{words}");
    }
}

/// What an earlier version wrote: `tests/fixtures/v2`.
#[test]
fn a_backup_of_an_earlier_version_is_restored() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/v2");
    let words = fs::read_to_string(fixtures.join("workspace-passphrase.txt")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let back = folder.path().join("back");
    let key = Key::Passphrase(Passphrase::of(&words));
    let manifest = restore(&fixtures.join("workspace.age"), &back, &key).unwrap();
    assert_eq!((manifest.made_at.as_str(), manifest.files.len()), ("2026-11-29T21:23", 4));
    let signing = Workspace::open(&back).unwrap().signing_keys().unwrap().now.public();
    let known = "BOAG9Bgr1U2GGbdvYezBZWcP_iXivwf_IJlawLU8RnFuqXsZtVp-7xObi-J9jOwCZlITAWXnQADM1QrVt9Awt9U";
    assert_eq!(crate::signing_keys::public_text(&signing), known);
}

//! A publication in a folder, put in the place of the one before in one step.

use crate::document::{INDEX, read_signed, signed_json};
use crate::sink::{FileCounts, Sink, digest_of, locked};
use crate::swap::{Kind, Swap};
use office::fault::{During, Result};
use seal::SigningSecret;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use wire::{Manifest, Purpose};

/// Who may look in is as the system has it: everybody, in most.
const KIND: Kind = Kind { name: "terbitan", mark: INDEX, mode: 0o777 };

/// The folder that is being filled.
pub(crate) struct Folder {
    swap: Swap,
    key: SigningSecret,
    /// What lies there now: files that did not change are linked, not written.
    before: Manifest,
    serial_before: u32,
    /// Web servers tell two versions of a file apart by the second: what is written bears a later one than what lies there,
    /// even if two publications follow each other at once or the clock was set back.
    dated_from: SystemTime,
    now: Mutex<(Manifest, FileCounts)>,
}

impl Folder {
    /// Begins a publication in the place of `out`; with `all`, nothing that lies there is taken over.
    pub(crate) fn begin(out: &Path, all: bool, key: SigningSecret) -> Result<Self> {
        let swap = Swap::begin_staged(out, &KIND)?;
        let manifest = swap.out.join(Manifest::FILE);
        let there = fs::read(&manifest).ok();
        let there: Option<Manifest> =
            there.and_then(|file| read_signed(&key.public(), Purpose::Manifest, &file));
        let dated = fs::metadata(&manifest).and_then(|about| about.modified()).unwrap_or(UNIX_EPOCH);
        let dated_from = next_second(dated);
        let serial_before = there.as_ref().map_or(0, |manifest| manifest.serial);
        let before = there.filter(|_| !all).unwrap_or_default();
        Ok(Self { swap, key, before, serial_before, dated_from, now: Mutex::default() })
    }

    /// The number of the publication that lies there; 0: none of ours.
    pub(crate) fn serial_before(&self) -> u32 {
        self.serial_before
    }

    /// Swaps the two folders.
    pub(crate) fn finish(self, serial: u32) -> Result<FileCounts> {
        let (mut manifest, mut delivery) = locked(&self.now).clone();
        manifest.serial = serial;
        delivery.files = manifest.files.len();
        delivery.removed =
            self.before.files.keys().filter(|path| !manifest.files.contains_key(*path)).count();
        let signed = signed_json(&self.key, Purpose::Manifest, &manifest)?;
        self.write_new(&self.swap.fresh.join(Manifest::FILE), signed.as_ref())
            .during("menulis daftar berkas")?;
        self.swap.finish()?;
        Ok(delivery)
    }

    /// Writes a file, unless it lies there as it is; whether it was written.
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<bool> {
        let (old, new) = (self.swap.out.join(path), self.swap.fresh.join(path));
        if let Some(folder) = new.parent() {
            fs::create_dir_all(folder)?;
        }
        // The file itself is asked, not what was written of it: a disk, or somebody, may have laid hands on it since.
        let is_old = self.before.files.contains_key(path) && fs::read(&old).is_ok_and(|old| old == bytes);
        if is_old && fs::hard_link(&old, &new).is_ok() {
            return Ok(false);
        }
        self.write_new(&new, bytes).map(|()| true)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = File::create(path)?;
        file.write_all(bytes)?;
        let dated = file.metadata()?.modified()?;
        if dated < self.dated_from { file.set_modified(self.dated_from) } else { Ok(()) }
    }
}

fn next_second(time: SystemTime) -> SystemTime {
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    UNIX_EPOCH + Duration::from_secs(seconds.saturating_add(1))
}

impl Sink for Folder {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let is_written = self.write(path, bytes).during(format_args!("menulis {path}"))?;
        let (manifest, delivery) = &mut *locked(&self.now);
        if is_written {
            delivery.note_sent(bytes);
        } else {
            delivery.unchanged += 1;
        }
        manifest.files.insert(path.to_owned(), digest_of(bytes));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swap_in(text: &str, out: &Path) -> Result<FileCounts> {
        let folder = Folder::begin(out, false, SigningSecret::from_bytes(&[7; 32]).unwrap())?;
        for path in [INDEX, "status/0000.json"] {
            folder.put(path, text.as_bytes())?;
        }
        folder.put("areas.json", b"always the same")?;
        folder.finish(1)
    }

    #[test]
    fn what_did_not_change_is_not_written_again() {
        use std::os::unix::fs::MetadataExt as _;
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("api/v1");
        let inodes =
            || ["areas.json", "status/0000.json"].map(|path| fs::metadata(out.join(path)).unwrap().ino());
        swap_in("one", &out).unwrap();
        let before = inodes();
        swap_in("two", &out).unwrap();
        assert_eq!(inodes().map(|inode| before.contains(&inode)), [true, false]);
        // A file that was cut off in the meantime is whole again.
        fs::write(out.join("areas.json"), "").unwrap();
        swap_in("two", &out).unwrap();
        assert_eq!(fs::read_to_string(out.join("areas.json")).unwrap(), "always the same");
        assert_eq!(fs::read_to_string(dir.path().join(".tepat-api-v1/old/status/0000.json")).unwrap(), "two");
    }

    #[test]
    fn a_web_server_tells_every_version_from_the_one_before() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("api/v1");
        let second = |path: &str| {
            let modified = fs::metadata(out.join(path)).unwrap().modified().unwrap();
            modified.duration_since(UNIX_EPOCH).unwrap().as_secs()
        };
        swap_in("one", &out).unwrap();
        // The clock was an hour ahead.
        let later = fs::metadata(out.join(INDEX)).unwrap().modified().unwrap() + Duration::from_secs(3600);
        File::options().write(true).open(out.join(Manifest::FILE)).unwrap().set_modified(later).unwrap();
        let mut last = [second(INDEX), second(Manifest::FILE)];
        let unchanged = second("areas.json");
        for text in ["two", "tri", "one"] {
            swap_in(text, &out).unwrap();
            let now = [second(INDEX), second(Manifest::FILE)];
            assert!(now[0] > last[0] && now[1] > last[1], "{last:?} {now:?}");
            last = now;
        }
        assert_eq!(second("areas.json"), unchanged);
    }
}

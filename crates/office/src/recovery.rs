//! A second key of the office, which is kept elsewhere and used when `office.key` is lost: lists are sealed to it too.

use crate::fault::{During, Fault, Result};
use crate::key_file;
use crate::office_keys::{FILE as OFFICE_KEY, OfficeKeys, seed};
use crate::random;
use crate::register::Register;
use crate::workspace::Workspace;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use seal::{OfficePublic, OfficeSecret};
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The file of its public half in the workspace: all that is needed of it there. Below it stand those of earlier ones.
const PUBLIC: &str = "recovery.pub";
const WRITING: &str = "menulis kunci pemulihan publik";

/// Makes a recovery key, writes it into a new file, and lets every link that is made from now on seal to it too. What was
/// sealed to an earlier one opens with that one.
///
/// # Errors
/// The file is there already, or something cannot be written.
pub fn make(workspace: &Workspace, file: &Path) -> Result<OfficePublic> {
    let doing = || format!("menulis {}", file.display());
    let seed: Zeroizing<[u8; 32]> = Zeroizing::new(random::bytes()?);
    let mut options = OpenOptions::new();
    let mut out = options.write(true).create_new(true).mode(0o600).open(file).during(doing())?;
    writeln!(out, "{}", HEXLOWER.encode(seed.as_slice())).and_then(|()| out.sync_all()).during(doing())?;
    let public = OfficeSecret::from_seed(&seed).public().clone();
    let all = [vec![public.clone()], read_public(workspace.root())?].concat();
    let lines: String = all.iter().map(|key| BASE64URL_NOPAD.encode(&key.to_bytes()) + "\n").collect();
    // In one step: those of before are nowhere else.
    key_file::draft(workspace.root(), lines.as_bytes(), None, WRITING)?
        .persist(workspace.root().join(PUBLIC))
        .map_err(|fault| fault.error)
        .during(WRITING)?;
    Ok(public)
}

/// The public half of the recovery key, where there is one.
///
/// # Errors
/// Its file is damaged, or cannot be read.
pub fn public(workspace: &Workspace) -> Result<Option<OfficePublic>> {
    Ok(read_public(workspace.root())?.into_iter().next())
}

/// Every public half, the newest first.
fn read_public(root: &Path) -> Result<Vec<OfficePublic>> {
    let text = match fs::read_to_string(root.join(PUBLIC)) {
        Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        read => read.during("membaca kunci pemulihan publik")?,
    };
    let key = |line: &str| OfficePublic::from_bytes(&BASE64URL_NOPAD.decode(line.trim().as_bytes()).ok()?);
    let keys = text.lines().map(key).collect::<Option<Vec<_>>>().filter(|keys| !keys.is_empty());
    keys.ok_or_else(|| {
        Fault::new(
            "kunci",
            format!("Berkas {PUBLIC} rusak."),
            "Pulihkan dari cadangan. Bila tidak ada: hapus berkas itu, lalu buat kunci pemulihan yang baru dengan `tepat key recovery`.",
        )
    })
}

/// Makes a new `office.key` for a workspace that has lost its own. With the recovery key beside it, it opens every envelope that
/// was sealed to both. The phones know only the key that is lost: they need new links.
///
/// # Errors
/// There is an `office.key`, or the file holds no recovery key of this workspace.
pub fn recover(root: &Path, files: &[PathBuf]) -> Result<Workspace> {
    if root.join(OFFICE_KEY).exists() {
        return Err(Fault::new(
            "kunci-ada",
            "Ruang kerja ini masih punya office.key.",
            "Bila berkas itu rusak atau kata sandinya hilang, pindahkan dulu ke tempat lain.",
        ));
    }
    let own = read_public(root)?;
    let read = |file: &PathBuf| {
        let text = fs::read_to_string(file).during(format_args!("membaca {}", file.display()))?;
        let seed = seed(&Zeroizing::new(text));
        seed.filter(|seed| own.contains(OfficeSecret::from_seed(seed).public())).ok_or_else(|| {
            Fault::new(
                "bukan-kunci-pemulihan",
                format!("{} bukan kunci pemulihan ruang kerja ini.", file.display()),
                "Sebut berkas yang dibuat `tepat key recovery` atau `tepat init --recovery`.",
            )
        })
    };
    let seeds = files.iter().map(read).collect::<Result<Vec<_>>>()?;
    // Without a key no other command is at work here; one that breaks off now is done again whole.
    let mut register = Register::open(&root.join("register.sqlite"))?;
    register.transaction(Register::forget_link_keys)?;
    OfficeKeys::make(root, seeds)?;
    Workspace::open(root)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::age_file::Passphrase;

    #[test]
    fn a_lost_key_is_replaced_and_what_was_sealed_to_both_opens() {
        let folder = tempfile::tempdir().unwrap();
        let (root, file) = (folder.path().join("office"), folder.path().join("recovery.key"));
        let workspace = Workspace::init(&root, None).unwrap();
        let lost = workspace.office().unwrap();
        assert_eq!(public(&workspace).unwrap(), None);
        let spare = make(&workspace, &file).unwrap();
        assert_eq!(public(&workspace).unwrap().as_ref(), Some(&spare));
        assert_eq!(make(&workspace, &file).unwrap_err().code, "berkas", "nothing is written over");
        // A later one takes its place, and what was sealed to the first still opens with that.
        let later_file = folder.path().join("later.key");
        let later = make(&workspace, &later_file).unwrap();
        assert_eq!(public(&workspace).unwrap().as_ref(), Some(&later));
        drop(workspace);

        assert_eq!(recover(&root, std::slice::from_ref(&file)).err().unwrap().code, "kunci-ada");
        fs::remove_file(root.join(OFFICE_KEY)).unwrap();
        let other = folder.path().join("other.key");
        fs::write(&other, "00".repeat(32)).unwrap();
        assert_eq!(recover(&root, &[other]).err().unwrap().code, "bukan-kunci-pemulihan");
        assert!(!root.join(OFFICE_KEY).exists());
        let workspace = recover(&root, &[later_file, file]).unwrap();
        let keys = workspace.keys.all().unwrap();
        assert_eq!(keys.len(), 3);
        assert_ne!(keys[0].public(), lost.public());
        assert_eq!([keys[1].public(), keys[2].public()], [&later, &spare]);
    }

    /// Whoever is killed while a key is made has the file as it was, or as it is; an empty one is not "no key".
    #[test]
    fn the_public_halves_are_replaced_in_one_step_and_never_empty() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("office");
        let workspace = Workspace::init(&root, None).unwrap();
        make(&workspace, &folder.path().join("1.key")).unwrap();
        let before = fs::read(root.join(PUBLIC)).unwrap();
        // What reads the file as it was goes on reading that.
        fs::hard_link(root.join(PUBLIC), folder.path().join("before")).unwrap();
        make(&workspace, &folder.path().join("2.key")).unwrap();
        assert_eq!(fs::read(folder.path().join("before")).unwrap(), before);
        fs::write(root.join(PUBLIC), "").unwrap();
        assert_eq!(public(&workspace).unwrap_err().code, "kunci");
    }

    #[test]
    fn a_locked_key_opens_with_its_passphrase_alone_and_may_change_meanwhile() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("office");
        let mut workspace = Workspace::init(&root, None).unwrap();
        let first = workspace.office().unwrap();
        let words = || Passphrase::new("empat kata yang acak").unwrap();
        workspace.keys.set_passphrase(Some(words())).unwrap();
        drop(workspace);

        let mut workspace = Workspace::open(&root).unwrap();
        assert!(workspace.keys.are_locked());
        assert_eq!(workspace.office().err().unwrap().code, "kunci-terkunci");
        assert_eq!(workspace.keys.rotate().unwrap_err().code, "kunci-terkunci");
        assert_eq!(workspace.keys.unlock(Passphrase::of("kata lain")).unwrap_err().code, "sandi-salah");
        workspace.keys.unlock(words()).unwrap();
        workspace.keys.rotate().unwrap();
        drop(workspace);

        let mut workspace = Workspace::open(&root).unwrap();
        assert!(workspace.keys.are_locked(), "it stays locked");
        workspace.keys.unlock(words()).unwrap();
        let keys = workspace.keys.all().unwrap();
        assert_eq!((keys.len(), keys[1].public()), (2, first.public()));
        workspace.keys.set_passphrase(None).unwrap();
        assert!(!Workspace::read(&root).unwrap().keys.are_locked());
    }
}

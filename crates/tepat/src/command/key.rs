//! `tepat key`: what the office signs and opens with.

use crate::cli::KeyChange;
use crate::output::Output;
use crate::secret::{new_passphrase, passphrase};
use office::fault::{Fault, Result};
use office::recovery;
use office::signing_keys::public_text;
use office::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Keys {
    /// The public key in use, as in its file.
    key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// The file of the public key in use.
    file: String,
    /// The ids of the keys that open envelopes, the newest first.
    office: Vec<String>,
    /// The id of the recovery key.
    #[serde(skip_serializing_if = "Option::is_none")]
    recovery: Option<String>,
    /// The files of keys that no passphrase locks.
    open: Vec<&'static str>,
}

pub(super) fn run(
    workspace: &mut Workspace,
    change: Option<KeyChange>,
    passphrase_file: Option<&Path>,
    output: &Output,
) -> Result<()> {
    if matches!(change, Some(KeyChange::Lock)) {
        lock(workspace, passphrase_file)?;
    }
    let mut keys = workspace.signing_keys()?;
    let next_step = match change {
        None => String::new(),
        Some(KeyChange::New) => {
            keys.announce()?;
            "Cadangkan signing-next.key. Terbitkan: setiap terbitan kini mengumumkan kunci berikutnya.\n\
             Pasang aplikasi dengan kunci itu (`cargo xtask build --office-key`), lalu `tepat key switch`."
                .to_owned()
        }
        Some(KeyChange::Switch) => {
            keys.switch()?;
            "Mulai sekarang terbitan dan tautan ditandatangani dengan kunci baru.".to_owned()
        }
        Some(KeyChange::Office) => {
            workspace.keys.rotate()?;
            "office.key punya kunci baru. Cadangkan lagi, dan tulis ulang daftar pengguna server dengan `tepat users`.\n\
             Tautan yang dibuat mulai sekarang memakainya; HP dengan tautan lama memakai kunci lama sampai mendapat\n\
             tautan baru (`tepat enrol`)."
                .to_owned()
        }
        Some(KeyChange::Recovery { file }) => {
            recovery::make(workspace, &file)?;
            format!(
                "{0}: kunci pemulihan. Pindahkan ke luar komputer ini dan simpan terkunci; di sini cukup recovery.pub.\n\
                 Tautan yang dibuat mulai sekarang mengunci daftar untuk kunci itu juga; HP dengan tautan lama belum.",
                file.display()
            )
        }
        Some(KeyChange::Recover { .. }) => {
            "office.key baru, dengan kunci pemulihan di dalamnya: jalankan `tepat collect` untuk membuka amplop yang menunggu.\n\
             HP hanya mengenal kunci yang hilang: buat tautan baru untuk semua (`tepat enrol`), kunci pemulihan yang baru\n\
             (`tepat key recovery`), dan tulis ulang daftar pengguna server (`tepat users`)."
                .to_owned()
        }
        Some(KeyChange::Lock) => {
            "office.key, signing.key, dan kunci berikutnya dikunci. Perintah yang memerlukannya (collect, enrol, publish, users, serve) menanyakan kata sandinya."
                .to_owned()
        }
        Some(KeyChange::Unlock) => {
            workspace.set_passphrase(None)?;
            "office.key dan signing.key tidak lagi dikunci dengan kata sandi.".to_owned()
        }
    };
    let now = Keys {
        key: public_text(&keys.now.public()),
        next: keys.next.as_ref().map(|next| public_text(&next.public())),
        file: keys.public_file().display().to_string(),
        office: workspace.keys.all()?.iter().map(|key| key.public().id()).collect(),
        recovery: recovery::public(workspace)?.map(|key| key.id()),
        open: workspace.open_key_files(),
    };
    let mut sentences = format!("Kunci publik ({}):\n{}\n", now.file, now.key);
    if let Some(next) = &now.next {
        sentences += &format!("Kunci berikutnya:\n{next}\n");
    }
    sentences += &format!("Kunci kantor, yang terbaru dulu: {}\n", now.office.join(", "));
    sentences += &format!("Kunci pemulihan: {}\n", now.recovery.as_deref().unwrap_or("tidak ada"));
    if now.open.is_empty() {
        sentences += "Semua berkas kunci dikunci dengan kata sandi.\n";
    } else {
        sentences += &format!("Tanpa kata sandi: {} (`tepat key lock` menguncinya).\n", now.open.join(", "));
    }
    output.answer(&now, &(sentences + &next_step));
    Ok(())
}

/// Locks the keys. Where some are locked already, an earlier version or a run that was cut short left the others open: they get the
/// same passphrase.
fn lock(workspace: &mut Workspace, passphrase_file: Option<&Path>) -> Result<()> {
    if !workspace.is_locked() {
        return workspace.set_passphrase(Some(new_passphrase(passphrase_file)?));
    }
    if workspace.is_all_locked() {
        return Err(Fault::new(
            "sudah-terkunci",
            "Kunci kantor sudah terkunci.",
            "Untuk kata sandi yang lain: `tepat key unlock`, lalu `tepat key lock`.",
        ));
    }
    workspace.unlock(passphrase(passphrase_file)?)
}

//! `tepat key`: what the office signs with.

use crate::cli::KeyChange;
use crate::output::Output;
use office::fault::Result;
use office::signing_keys::public_text;
use office::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct Keys {
    /// The public key in use, as in its file.
    key: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// The file of the public key in use.
    file: String,
}

pub(super) fn run(workspace: &Workspace, change: Option<KeyChange>, output: &Output) -> Result<()> {
    let mut keys = workspace.signing_keys()?;
    let next_step = match change {
        None => "",
        Some(KeyChange::New) => {
            keys.announce()?;
            "Cadangkan signing-next.key. Terbitkan: setiap terbitan kini mengumumkan kunci berikutnya.\n\
             Pasang aplikasi dengan kunci itu (`cargo xtask build --office-key`), lalu `tepat key switch`."
        }
        Some(KeyChange::Switch) => {
            keys.switch()?;
            "Mulai sekarang terbitan dan tautan ditandatangani dengan kunci baru."
        }
    };
    let now = Keys {
        key: public_text(&keys.now.public()),
        next: keys.next.as_ref().map(|next| public_text(&next.public())),
        file: keys.public_file().display().to_string(),
    };
    let mut sentences = format!("Kunci publik ({}):\n{}\n", now.file, now.key);
    if let Some(next) = &now.next {
        sentences += &format!("Kunci berikutnya:\n{next}\n");
    }
    output.answer(&now, &(sentences + next_step));
    Ok(())
}

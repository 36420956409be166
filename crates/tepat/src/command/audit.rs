//! `tepat audit`: whether the register still says what was written down.

use crate::output::Output;
use office::fault::Result;
use office::register::{Audit, Tampering};
use office::workspace::Workspace;
use std::process::ExitCode;

/// Fails where something was changed.
pub(super) fn run(workspace: &Workspace, noted: Option<&str>, output: &Output) -> Result<ExitCode> {
    let audit = workspace.register.audit(noted)?;
    output.answer(&audit, &sentences(&audit));
    let is_in_order = audit.tampering.is_empty() && audit.noted != Some(false);
    Ok(if is_in_order { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sentences(audit: &Audit) -> String {
    let mut text = String::new();
    for found in &audit.tampering {
        text += &format!("BERUBAH: {}\n", sentence(found));
    }
    if audit.noted == Some(false) {
        text += "BERUBAH: ringkasan yang ditulis dulu tidak ada di jejak ini\n";
    }
    let entries = audit.end.entries;
    text += &match (text.is_empty(), audit.noted) {
        (true, Some(_)) => {
            format!("Jejak utuh: {entries} catatan, dan ringkasan yang ditulis dulu ada di dalamnya.")
        }
        (true, None) => format!("Jejak utuh: {entries} catatan."),
        (false, _) => "Simpan register ini sebagai bukti, dan bandingkan dengan cadangan.".to_owned(),
    };
    text + &format!("\nTulis di luar komputer ini: {}", audit.end.digest)
}

fn sentence(found: &Tampering) -> String {
    match found {
        Tampering::EventChanged { entry, family, number } => {
            format!("peristiwa ke-{number} keluarga {family} tidak seperti waktu dicatat (jejak {entry})")
        }
        Tampering::EventGone { entry, family, number } => {
            format!("peristiwa ke-{number} keluarga {family} dihapus (jejak {entry})")
        }
        Tampering::EventAdded { family, number } => {
            format!("peristiwa ke-{number} keluarga {family} disisipkan: jejak tidak memuatnya")
        }
        Tampering::ActChanged { entry } => format!("jejak {entry} tidak seperti waktu dicatat"),
        Tampering::EntriesGone { entry } => format!("jejak dari {entry} dihapus"),
        Tampering::EndChanged => "ujung jejak bukan yang terakhir dicatat".to_owned(),
    }
}

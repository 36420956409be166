//! `tepat report`: where every family stands, and whether the counts add up.

use crate::output::Output;
use office::clock::Moment;
use office::fault::Result;
use office::totals::{Totals, totals};
use office::workspace::Workspace;
use std::process::ExitCode;

/// Fails where something does not add up.
pub(super) fn run(workspace: &mut Workspace, now: &Moment, output: &Output) -> Result<ExitCode> {
    let totals = totals(&workspace.register, now)?;
    output.answer(&totals, &sentences(&totals));
    Ok(if totals.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sentences(totals: &Totals) -> String {
    let Totals { on, entries, doubles, status, reasons, open, failed_payments, faults } = totals;
    let mut text = format!("{on}: {entries} keluarga di daftar, {doubles} di antaranya data ganda.\n");
    for (status, count) in status {
        text += &format!("{count:>9}  {status}\n");
        for (reason, count) in reasons.get(status).into_iter().flatten() {
            text += &format!("{count:>18}  {reason}\n");
        }
    }
    for (topic, count) in failed_payments {
        text += &format!("{count:>9}  {topic} gagal\n");
    }
    for (question, count) in open {
        text += &format!("{count:>9}  menunggu keputusan: {question}\n");
    }
    for fault in faults {
        text += &format!("TIDAK COCOK: {fault}\n");
    }
    text + if faults.is_empty() {
        "Jumlah cocok: setiap keluarga yang masuk ada statusnya."
    } else {
        "Jangan terbitkan. Pulihkan register dari cadangan terakhir yang laporannya cocok."
    }
}

//! `tepat report`: where every family stands, and whether the counts add up.

mod counts;

use crate::cli::ReportArgs;
use crate::output::Output;
use office::breakdown::breakdown;
use office::clock::Moment;
use office::fault::Result;
use office::totals::{Totals, totals};
use office::workspace::Workspace;
use std::process::ExitCode;

/// Fails where something does not add up. Counts by place, reason or day say nothing of that.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &ReportArgs,
    now: &Moment,
    output: &Output,
) -> Result<ExitCode> {
    if let Some(per) = args.per {
        let at = args.at.as_ref().unwrap_or(now).to_string();
        let counted = breakdown(&workspace.register, per, args.tahap, &at, output)?;
        output.answer(&counted, &counts::sentences(&counted));
        return Ok(ExitCode::SUCCESS);
    }
    let totals = totals(&workspace.register, now, output)?;
    output.answer(&totals, &sentences(&totals));
    Ok(if totals.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sentences(totals: &Totals) -> String {
    let Totals {
        on,
        entries,
        doubles,
        erased,
        status,
        reasons,
        open,
        failed_payments,
        lists,
        incomplete,
        shortened,
        faults,
    } = totals;
    let mut text = format!("{on}: {entries} keluarga di daftar, {doubles} di antaranya data ganda.\n");
    if *erased > 0 {
        text += &format!("{erased:>9}  dihapus identitasnya, dan dihitung di tempatnya terakhir\n");
    }
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
    if lists.rows > 0 {
        text += &format!(
            "Baris daftar: {} berisi, {} dari keluarga, {} judul dan jumlah, {} tidak dibaca; {} keluarga tidak masuk.\n",
            lists.rows,
            lists.families,
            lists.titles + lists.headers + lists.sums,
            lists.unread,
            lists.refused
        );
    }
    for (file, account) in incomplete {
        text += &format!(
            "PERIKSA: {file}: {} baris tidak dibaca, {} keluarga tidak masuk. `tepat import` berkas itu menyebutnya satu per satu.\n",
            account.unread, account.refused
        );
    }
    for over in shortened {
        text += &format!("PERIKSA: {over} dalam terbitan dan surat. Mintalah ketua RT meringkasnya.\n");
    }
    for fault in faults {
        text += &format!("TIDAK COCOK: {fault}\n");
    }
    text + match (faults.is_empty(), incomplete.is_empty()) {
        (true, true) => "Jumlah cocok: setiap keluarga yang masuk ada statusnya.",
        (true, false) => {
            "Setiap keluarga yang masuk ada statusnya, tetapi tidak semua baris daftar masuk: lihat PERIKSA di atas."
        }
        (false, _) => "Jangan terbitkan. Pulihkan register dari cadangan terakhir yang laporannya cocok.",
    }
}

//! `tepat publish --check`: whether what lies there is what the register says.

use crate::output::Output;
use office::clock::Moment;
use office::fault::Result;
use office::workspace::Workspace;
use publication::Drift;
use publication::location::Location;
use std::process::ExitCode;

/// Fails where something differs.
pub(in crate::command) fn run(
    workspace: &Workspace,
    out: &Location,
    now: &Moment,
    output: &Output,
) -> Result<ExitCode> {
    let drift = publication::check(workspace, out, now, output)?;
    output.answer(&drift, &sentences(&drift));
    Ok(if drift.is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sentences(drift: &Drift) -> String {
    if drift.is_none() {
        return format!("{} berkas cocok dengan register.", drift.files);
    }
    let mut text = format!(
        "Terbitan ini tidak cocok dengan register: terbitkan lagi dengan `tepat publish`; bila ada\n\
         berkas yang diubah orang, dengan `tepat publish --all`.\n\
         Catatan {} keluarga belum seperti di register; {} catatan belum pernah diturunkan.\n",
        drift.families, drift.underived
    );
    for (what, paths) in [("hilang", &drift.missing), ("berbeda", &drift.changed), ("berlebih", &drift.extra)]
    {
        if paths.count > 0 {
            text += &format!("{} berkas {what}:\n", paths.count);
            text.extend(paths.paths.iter().map(|path| format!("  {path}\n")));
        }
        if paths.count > paths.paths.len() {
            text += "  …\n";
        }
    }
    text
}

//! `tepat verify`: the six rules for every family, families that are listed twice, and what a person should look at.

use crate::output::Output;
use office::clock::Moment;
use office::fault::Result;
use office::verification::{Outlier, Verified, verify};
use office::workspace::Workspace;

/// Looks at every family, all or none.
pub(super) fn run(workspace: &mut Workspace, now: &Moment, output: &Output) -> Result<()> {
    let verified = workspace.register.transaction(|register| verify(register, now, output))?;
    output.answer(&verified, &sentences(&verified));
    Ok(())
}

fn sentences(verified: &Verified) -> String {
    let Verified {
        families,
        valid,
        refused,
        held,
        reopened,
        contested,
        released,
        heirs,
        open,
        outliers,
        unreadable,
    } = verified;
    let mut text = format!("{families} keluarga diperiksa: {valid} memenuhi syarat, {held} baru ditunda.\n");
    if *reopened > 0 {
        text += &format!(
            "  {reopened} diperiksa lagi: daftar yang menahan atau menolaknya tidak memuatnya lagi\n"
        );
    }
    if *contested > 0 {
        text += &format!("  {contested} ditunda: dicatat dua RT, belum diputuskan mana yang benar\n");
    }
    if *released > 0 {
        text += &format!("  {released} tidak lagi dipersoalkan dua RT\n");
    }
    if *heirs > 0 {
        text += &format!(
            "  {heirs} kepala keluarga meninggal menurut Dukcapil: ahli waris satu KK yang mengambil\n"
        );
    }
    text.extend(refused.iter().map(|(reason, count)| format!("  {count} ditolak: {reason}\n")));
    for (question, count) in open {
        text += &format!("  {count} menunggu keputusan: {question} (`tepat review`)\n");
    }
    text += &unreadable.to_string();
    if !outliers.is_empty() {
        text += "Untuk dilihat kelurahan (isi daftarnya: `tepat history --kelurahan … --rw … --rt …`):\n";
    }
    text.extend(outliers.iter().map(outlier));
    text
}

fn outlier(outlier: &Outlier) -> String {
    let Outlier { kelurahan, rw, rt, what, count, detail, .. } = outlier;
    let detail = detail.as_deref().unwrap_or_default();
    let what = match *what {
        "banyak-kk" => format!("{count} KK dalam satu RT"),
        "banyak-lahir-sehari" => format!("{count} orang lahir pada hari yang sama, {detail}"),
        "satu-telepon" => format!("{count} keluarga memakai satu nomor telepon, …{detail}"),
        _ => format!("{count} keluarga masuk sekaligus di malam hari"),
    };
    format!("  RT {rt} / RW {rw} {kelurahan}: {what}\n")
}

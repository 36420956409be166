//! What came of an allocation, in sentences.

use office::allocation::{
    A_DAY, AreaWays, Candidate, Class, Distances, Load, Nowhere, Remapping, Report, Requests,
};
use std::cmp::Reverse;

/// So many kelurahan, and families of one, are named.
const NAMED: usize = 10;

pub(super) fn of(report: &Report) -> String {
    let Report { points, days, ways, total, bound, gap_percent, changes, rts, rts_together, .. } = report;
    if ways.families == 0 && report.nowhere.is_empty() {
        return "Tidak ada keluarga yang perlu titik. Tetapkan dulu yang lolos pemeriksaan: `tepat approve --tahap KE`.\n"
            .to_owned();
    }
    let mut text =
        format!("{} keluarga dibagi ke {points} titik, masing-masing buka {days} hari.\n", ways.families);
    text.extend(report.nowhere.iter().map(nowhere));
    text += &format!(
        "Jarak garis lurus dari tengah kelurahan (perkiraan):\n  {}\n\
         Jumlah jarak berbobot {total} m, batas bawah {bound} m, selisih {gap_percent:.3} %.\n\
         {} keluarga baru mendapat titik, {} tetap di titiknya, {} pindah. {rts_together} dari {rts} RT seluruhnya ke satu titik.\n",
        figures(ways),
        changes.new,
        changes.kept,
        changes.moved,
    );
    if changes.moved > 0 {
        text += "Undangan yang sudah terkirim tetap di titik lama; titik baru berlaku sejak undangan berikutnya.\n";
    }
    text += &requests(&report.requests);
    let mut worst: Vec<&AreaWays> = report.areas.iter().collect();
    worst.sort_by_key(|area| Reverse(area.ways.mean_metres));
    text += "Kelurahan yang paling jauh:\n";
    for AreaWays { kelurahan, ways, .. } in worst.into_iter().take(NAMED) {
        text += &format!("  {kelurahan} ({} keluarga): {}\n", ways.families, figures(ways));
    }
    let is_full = |load: &&Load| load.families == load.room;
    text += &format!("{} titik penuh.\n", report.load.iter().filter(is_full).count());
    text + &remapping(&report.remapping) + &report.unreadable.to_string()
}

fn nowhere(Nowhere { code, kelurahan, families, codes }: &Nowhere) -> String {
    let why = match kelurahan {
        Some(name) => format!("{name}: tidak ada titik di pulau itu"),
        None => format!("{code}: kelurahannya tidak dikenal"),
    };
    let more = if codes.len() > NAMED { ", … (semua ada di --csv)" } else { "" };
    let codes: Vec<&str> = codes.iter().take(NAMED).map(String::as_str).collect();
    format!("TANPA TITIK: {families} keluarga di {why}.\n  {}{more}\n", codes.join(", "))
}

fn figures(figures: &Distances) -> String {
    let Distances { mean_metres, p95_metres, worst_metres, over_2_km, over_2_km_percent, .. } = figures;
    format!(
        "rata-rata {mean_metres} m, 95 % paling jauh {p95_metres} m, terjauh {worst_metres} m, {over_2_km} keluarga ({over_2_km_percent} %) di atas 2 km"
    )
}

fn requests(Requests { made, honoured, moved, not_honoured }: &Requests) -> String {
    let mut text = String::new();
    if *made > 0 {
        text += &format!(
            "{made} keluarga minta titik lebih dekat: {honoured} terpenuhi ({moved} di antaranya baru pindah).\n"
        );
    }
    for (why, codes) in not_honoured {
        let why = match *why {
            "penuh" => "titik yang lebih dekat atau yang diminta sudah penuh",
            "seberang-laut" => "titik yang diminta ada di seberang laut",
            "titik-tidak-ada" => "titik yang diminta sudah tidak ada",
            _ => "tidak ada titik yang dapat dicapai",
        };
        text += &format!("  {} belum: {why}\n", codes.len());
    }
    text
}

fn remapping(Remapping { candidates, is_proven }: &Remapping) -> String {
    if candidates.is_empty() {
        return String::new();
    }
    let mut text = format!("Satu titik lagi ({A_DAY} keluarga sehari) paling berguna di:\n");
    for (place, Candidate { kelurahan, saved_km, under_2_km, saved, .. }) in (1..).zip(candidates) {
        text += &format!(
            "  {place}. {kelurahan}: {saved} m berbobot lebih pendek ({saved_km} km), {under_2_km} keluarga lagi di bawah 2 km\n"
        );
    }
    text += &format!(
        "  Urut menurut jarak berbobot: lansia dan penyandang disabilitas dihitung {} kali, yang minta titik lebih dekat {} kali.\n",
        Class::Frail.weight(),
        Class::Asking.weight()
    );
    if *is_proven {
        text += "Terbukti: tidak ada kelurahan lain yang lebih berguna daripada yang pertama.\n";
    }
    text
}

//! The report as sentences.

use super::{AreaWays, Load, Nowhere, Report};
use std::fmt::{Display, Formatter};

/// So many kelurahan, and families of one, are named in the sentences.
const NAMED: usize = 10;

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { ways, points, days, changes, requests, .. } = self;
        if ways.families == 0 && self.nowhere.is_empty() {
            return writeln!(
                f,
                "Tidak ada keluarga yang perlu titik. Tetapkan dulu yang lolos pemeriksaan: `tepat approve --tahap KE`."
            );
        }
        writeln!(f, "{} keluarga dibagi ke {points} titik, masing-masing buka {days} hari.", ways.families)?;
        for Nowhere { code, kelurahan, families, codes } in &self.nowhere {
            match kelurahan {
                Some(name) => {
                    writeln!(f, "TANPA TITIK: {families} keluarga di {name}: tidak ada titik di pulau itu.")?
                }
                None => {
                    writeln!(f, "TANPA TITIK: {families} keluarga di {code}: kelurahannya tidak dikenal.")?
                }
            }
            let more = if codes.len() > NAMED { ", … (semua ada di --csv)" } else { "" };
            let codes: Vec<&str> = codes.iter().take(NAMED).map(String::as_str).collect();
            writeln!(f, "  {}{more}", codes.join(", "))?;
        }
        writeln!(f, "Jarak garis lurus dari tengah kelurahan (perkiraan):")?;
        writeln!(f, "  {ways}")?;
        writeln!(
            f,
            "Jumlah jarak berbobot {} m, batas bawah {} m, selisih {:.3} %.",
            self.total, self.bound, self.gap_percent
        )?;
        writeln!(
            f,
            "{} keluarga baru mendapat titik, {} tetap di titiknya, {} pindah. {} dari {} RT seluruhnya ke satu titik.",
            changes.new, changes.kept, changes.moved, self.rts_together, self.rts
        )?;
        if changes.moved > 0 {
            writeln!(
                f,
                "Undangan yang sudah terkirim tetap di titik lama; titik baru berlaku sejak undangan berikutnya."
            )?;
        }
        write!(f, "{requests}")?;
        let mut worst: Vec<&AreaWays> = self.areas.iter().collect();
        worst.sort_by_key(|area| std::cmp::Reverse(area.ways.mean_metres));
        writeln!(f, "Kelurahan yang paling jauh:")?;
        for AreaWays { kelurahan, ways, .. } in worst.into_iter().take(NAMED) {
            writeln!(f, "  {kelurahan} ({} keluarga): {ways}", ways.families)?;
        }
        let mut full: Vec<&Load> = self.load.iter().filter(|load| load.families == load.room).collect();
        full.sort_by(|a, b| a.point.cmp(&b.point));
        writeln!(f, "{} titik penuh.", full.len())?;
        write!(f, "{}{}", self.remapping, self.unreadable)
    }
}

//! `tepat match`: what lists of other aid and extracts of Dukcapil say of the families.

use domain::Aid;

/// As families know it.
pub(super) fn aid_name(aid: Aid) -> &'static str {
    match aid {
        Aid::Pkh => "PKH",
        Aid::Bpnt => "BPNT",
        Aid::KartuSembako => "Kartu Sembako",
        Aid::PaketSembako => "Paket Sembako",
        Aid::Prakerja => "Kartu Prakerja",
        Aid::Other => "bantuan lain",
    }
}

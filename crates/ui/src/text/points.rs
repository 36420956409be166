//! `/titik`: distribution points, distances, days.

use crate::api::ApiFault;
use crate::browser::position::PositionFault;
use crate::sentences;
use ::words::Language;
use domain::{Code, PointKind, Precision};

sentences! {
    /// Points and their list.
    Points {
        title: "Titik pengambilan terdekat", "Nearest pickup point";
        lead: "Tempat mengambil kartu BST. Ikuti titik yang tertulis di undangan Anda.",
            "Where BST cards are collected. Go to the point that stands on your invitation.";
        use_position: "Pakai lokasi saya", "Use my location";
        locating: "Mencari lokasi HP ini…", "Finding where this phone is…";
        or: "atau", "or";
        kelurahan: "Kelurahan", "Kelurahan";
        kelurahan_hint: "Ketik beberapa huruf, lalu pilih", "Type some letters, then choose";
        no_kelurahan: "Tidak ada kelurahan dengan nama ini. Periksa ejaannya.",
            "There is no kelurahan of this name. Check the spelling.";
        loading: "Mengambil daftar titik…", "Fetching the list of points…";
        more: "Tampilkan lebih banyak", "Show more";
        straight: "Jarak diukur garis lurus. Jalan yang sebenarnya lebih jauh.",
            "Distances are straight lines. The way itself is longer.";
        island: "Titik di Kepulauan Seribu. Ke titik lain harus naik kapal.",
            "Points in Kepulauan Seribu. Others are reached by boat only.";
        outside: "Anda jauh dari Jakarta. Pilih kelurahan tempat tinggal Anda di bawah ini.",
            "You are far from Jakarta. Choose your kelurahan below.";
        none: "Belum ada titik di daftar.", "There are no points on the list yet.";
        example: "contoh", "example";
        map: "Buka di peta", "Open in map";
        sketch: "Sketsa: utara di atas", "Sketch: north is up";
        today_open: "Hari ini buka", "Open today";
        today_closed: "Hari ini tutup", "Closed today";
        opens: "buka lagi", "opens";
        every_day: "Setiap hari", "Every day";
        others: "Titik lain yang dekat", "Other points nearby";
    }
}

/// Which kelurahan the list is for: its points, from near to far.
pub fn near(language: Language, kelurahan: &str) -> String {
    [language.pick("Titik terdekat dari Kelurahan ", "Points nearest to Kelurahan "), kelurahan].concat()
}

/// For a position: the list, and how far off the position may be.
pub fn near_you(language: Language, kelurahan: &str) -> String {
    match language {
        Language::Indonesian => ["Titik terdekat dari Anda, di sekitar Kelurahan ", kelurahan].concat(),
        Language::English => ["Points nearest to you, around Kelurahan ", kelurahan].concat(),
    }
}

/// How exact the place of a point is; empty where it is exact enough.
pub fn precision(language: Language, precision: &Code<Precision>) -> &'static str {
    match precision.known() {
        Some(Precision::Door | Precision::Address) => "",
        Some(Precision::Estimate) | None => language.pick("Letaknya perkiraan", "Its place is an estimate"),
    }
}

/// What stands there.
pub fn kind(language: Language, kind: &Code<PointKind>) -> &'static str {
    let Some(kind) = kind.known() else {
        return language.pick("Jenis baru: muat ulang aplikasi", "New kind: reload the app");
    };
    match kind {
        PointKind::School => language.pick("Sekolah", "School"),
        PointKind::Office => language.pick("Kantor", "Office"),
        PointKind::Hall => language.pick("Gedung", "Hall"),
        PointKind::Bank => "Bank DKI",
        PointKind::Atm => language.pick("ATM Bank DKI", "Machine of Bank DKI"),
    }
}

/// A distance; `length` as it is written in the language.
pub fn distance(language: Language, length: &str) -> String {
    [length, language.pick(" garis lurus", " in a straight line")].concat()
}

/// From where a distance is measured, beside an assigned point.
pub fn from_kelurahan(language: Language, distance: &str, kelurahan: &str) -> String {
    [distance, language.pick(" dari tengah Kelurahan ", " from the middle of Kelurahan "), kelurahan].concat()
}

/// Open days: `Senin–Jumat`, `Senin, Rabu–Jumat`.
pub fn days(language: Language, open: [bool; 7]) -> String {
    if open == [true; 7] {
        return Points::of(language).every_day.to_owned();
    }
    let mut runs: Vec<(&str, Option<&str>)> = Vec::new();
    let mut was_open = false;
    for (day, open) in (0..).zip(open) {
        let name = ::words::date::weekday(language, day);
        match runs.last_mut() {
            Some(run) if open && was_open => run.1 = Some(name),
            _ if open => runs.push((name, None)),
            _ => {}
        }
        was_open = open;
    }
    let shown: Vec<String> = runs
        .into_iter()
        .map(|(from, to)| to.map_or(from.to_owned(), |to| [from, "–", to].concat()))
        .collect();
    shown.join(", ")
}

/// Why there is no list, and what to do.
pub fn api_fault(language: Language, fault: ApiFault) -> &'static str {
    let (indonesian, english) = match fault {
        ApiFault::Network => (
            "Daftar titik belum bisa diambil. Periksa sinyal HP Anda, lalu coba lagi.",
            "The list of points could not be fetched. Check your signal and try again.",
        ),
        ApiFault::Missing => (
            "Daftar titik belum diterbitkan. Coba lagi besok, atau tanyakan kepada ketua RT Anda.",
            "The list of points has not been published yet. Try again tomorrow, or ask the head of your RT.",
        ),
        ApiFault::Damaged => (
            "Daftar titik rusak di jalan. Coba lagi.",
            "The list of points was damaged on its way. Try again.",
        ),
        ApiFault::Foreign => (
            "Daftar titik di alamat ini bukan dari kantor kita, jadi tidak ditampilkan. Laporkan ke kelurahan.",
            "The list of points at this address is not from our office, so it is not shown. Tell the kelurahan.",
        ),
        ApiFault::Older => (
            "Daftar titik di alamat ini lebih lama dari yang pernah dibuka HP ini. Laporkan ke kelurahan.",
            "The list of points at this address is older than what this phone has seen. Tell the kelurahan.",
        ),
        ApiFault::Unchecked => (
            "Peramban ini tidak bisa memeriksa dari mana datanya. Perbarui peramban, lalu coba lagi.",
            "This browser cannot check where the data are from. Update it and try again.",
        ),
    };
    language.pick(indonesian, english)
}

/// Why the phone does not say where it is, and what to do instead.
pub fn position_fault(language: Language, fault: PositionFault) -> &'static str {
    let (indonesian, english) = match fault {
        PositionFault::Denied => (
            "HP ini tidak mengizinkan lokasi dipakai. Tidak apa-apa: pilih kelurahan di bawah ini.",
            "This phone does not let its location be used. Never mind: choose the kelurahan below.",
        ),
        PositionFault::Unknown => (
            "HP ini belum tahu ada di mana. Coba lagi di luar ruangan, atau pilih kelurahan di bawah ini.",
            "This phone does not know where it is. Try again outdoors, or choose the kelurahan below.",
        ),
    };
    language.pick(indonesian, english)
}

/// How many were found, for screen readers.
pub fn found(language: Language, count: usize) -> String {
    [count.to_string().as_str(), language.pick(" kelurahan cocok", " kelurahan found")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(open: [u8; 7], expect: &str) {
        assert_eq!(days(Language::Indonesian, open.map(|day| day == 1)), expect);
    }

    #[test]
    fn runs_of_days() {
        check([1, 1, 1, 1, 1, 0, 0], "Senin–Jumat");
        check([1, 1, 1, 1, 1, 1, 1], "Setiap hari");
        check([1, 0, 1, 1, 0, 0, 1], "Senin, Rabu–Kamis, Minggu");
        check([0, 0, 0, 0, 0, 1, 1], "Sabtu–Minggu");
        check([0; 7], "");
    }
}

//! `/titik`: distribution points, distances, days.

use crate::api::ApiFault;
use crate::browser::position::PositionFault;
use crate::sentences;
use ::words::Language;
use domain::point::OpenState;
use domain::{Code, Moment, Opening, PointKind, Precision};

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
        every_day: "Setiap hari", "Every day";
        others: "Titik lain yang dekat", "Other points nearby";
        others_why: "Datanglah ke titik di undangan Anda. Kalau terlalu jauh, minta titik lain lewat ketua RT.",
            "Come to the point on your invitation. If it is too far, ask the head of your RT for another one.";
    }
}

/// Which kelurahan the list is for: its points, from near to far.
pub fn near(language: Language, kelurahan: &str) -> String {
    [language.pick("Titik terdekat dari Kelurahan ", "Points nearest to Kelurahan "), kelurahan].concat()
}

/// That the phone knows only roughly where it is: within `length`.
pub fn coarse(language: Language, length: &str) -> String {
    let (before, after) = match language {
        Language::Indonesian => (
            "HP ini hanya tahu kira-kira di mana Anda: bisa meleset ",
            ". Pilih kelurahan tempat tinggal Anda di bawah ini.",
        ),
        Language::English => (
            "This phone knows only roughly where you are: it may be wrong by ",
            ". Choose your kelurahan below.",
        ),
    };
    [before, length, after].concat()
}

/// For a position: the list.
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

/// Whether a point is open at some moment: until when, or from when on.
pub fn state(language: Language, opening: &Opening, now: Moment) -> String {
    let (from, to) = (::words::date::time(language, opening.from), ::words::date::time(language, opening.to));
    let closed = match opening.state(now) {
        OpenState::Open => {
            return [language.pick("Sedang buka, sampai pukul ", "Open now, until "), &to].concat();
        }
        OpenState::Later => {
            return [language.pick("Hari ini buka pukul ", "Opens today at "), &from].concat();
        }
        OpenState::Over => language.pick("Hari ini sudah tutup", "Closed for today"),
        OpenState::Closed => language.pick("Hari ini tutup", "Closed today"),
    };
    let next = opening.next_open(now.date.plus_days(1));
    let next = next.map(|day| {
        [language.pick(", buka lagi ", ", opens "), &::words::date::long_date(language, day)].concat()
    });
    [closed, &next.unwrap_or_default()].concat()
}

/// Why there is no list, and what to do.
pub fn api_fault(language: Language, fault: ApiFault) -> &'static str {
    let (indonesian, english) = match fault {
        ApiFault::Network => (
            "Tidak ada sambungan internet, jadi daftar titik belum ada. Coba lagi sebentar lagi.",
            "There is no connection, so there is no list of points yet. Try again in a moment.",
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
            "Daftar titik di alamat ini lebih lama dari yang pernah dibuka di sini. Laporkan ke kelurahan.",
            "The list of points at this address is older than what was opened here before. Tell the kelurahan.",
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
    fn a_point_is_open_before_during_and_after_its_hours() {
        let days = [true, true, true, true, true, false, false];
        let time = |text| domain::TimeOfDay::parse(text).unwrap();
        let opening = Opening { days, from: time("08:00"), to: time("15:00") };
        for (now, indonesian, english) in [
            ("2021-03-11T07:59", "Hari ini buka pukul 08.00", "Opens today at 08:00"),
            ("2021-03-11T08:00", "Sedang buka, sampai pukul 15.00", "Open now, until 15:00"),
            ("2021-03-11T14:59", "Sedang buka, sampai pukul 15.00", "Open now, until 15:00"),
            (
                "2021-03-11T15:00",
                "Hari ini sudah tutup, buka lagi Jumat, 12 Maret 2021",
                "Closed for today, opens Friday, 12 March 2021",
            ),
            (
                "2021-03-12T17:00",
                "Hari ini sudah tutup, buka lagi Senin, 15 Maret 2021",
                "Closed for today, opens Monday, 15 March 2021",
            ),
            (
                "2021-03-13T09:00",
                "Hari ini tutup, buka lagi Senin, 15 Maret 2021",
                "Closed today, opens Monday, 15 March 2021",
            ),
        ] {
            let said = |language| state(language, &opening, Moment::parse(now).unwrap());
            assert_eq!(said(Language::Indonesian), indonesian, "{now}");
            assert_eq!(said(Language::English), english, "{now}");
        }
        let never = Opening { days: [false; 7], ..opening };
        let now = Moment::parse("2021-03-11T09:00").unwrap();
        assert_eq!(state(Language::Indonesian, &never, now), "Hari ini tutup");
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

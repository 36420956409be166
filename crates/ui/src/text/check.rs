//! `/cek`: asking for a status.

use crate::lookup::LookupFault;
use crate::sentences;
use ::words::Language;
use ::words::family::sex;
use ::words::within_sentence;
use domain::nik::NikHint;
use domain::{CodeFault, area};

sentences! {
    /// The form, and what it says while it works.
    Check {
        title: "Cek status bantuan", "Check the status of your aid";
        lead: "Kode pendaftaran ada di tanda terima dari RT dan di surat undangan. Yang Anda ketik tidak keluar dari HP ini.",
            "The registration code stands on the receipt of the RT and on the invitation letter. What you type does not leave this phone.";
        lead_numbers: "Nomor yang Anda ketik tidak keluar dari HP ini.", "The numbers you type do not leave this phone.";
        kk_hint: "16 angka di bagian atas Kartu Keluarga", "16 digits at the top of the Kartu Keluarga";
        nik_hint: "Milik siapa saja yang dewasa di KK itu", "Of any adult in that KK";
        code: "Kode pendaftaran", "Registration code";
        code_hint: "17 huruf dan angka", "17 letters and digits";
        scan: "Pindai kode QR", "Scan the QR code";
        submit: "Cek status", "Check status";
        use_code: "Punya kode? Pakai kode pendaftaran", "Have a code? Use the registration code";
        use_numbers: "Tidak punya kode? Pakai nomor KK dan NIK", "No code? Use nomor KK and NIK";
        looking: "Sedang mencari…", "Looking it up…";
        looking_slowly: "Sedang mencari. Di HP sederhana ini bisa makan waktu beberapa detik.",
            "Looking it up. On a simple phone this can take some seconds.";
        retry: "Coba lagi", "Try again";
        elsewhere: "di luar Jakarta", "outside Jakarta";
        born: "lahir", "born";
        no_such_date: "tanggal lahirnya tidak ada, periksa lagi", "there is no such birth date, check again";
    }
}

/// What the first digits of a NIK or KK number tell: a city, or that it is not one of Jakarta's. Never a bar, a NIK keeps
/// the region where it was first given.
pub fn region(language: Language, region: Option<u32>) -> &'static str {
    let words = Check::of(language);
    region.map_or("", |region| area::city_name(region).unwrap_or(words.elsewhere))
}

/// What the digits of a NIK tell so far: `Jakarta Selatan, perempuan, lahir 12-05-19…`. The year is shown as typed: which
/// century it is, `year` knows once the date is whole.
pub fn nik(language: Language, hint: &NikHint, year: Option<i32>) -> String {
    let sex = hint.sex.map(|it| within_sentence(sex(language, it))).unwrap_or_default();
    let parts = [region(language, hint.region).to_owned(), sex, born(language, hint, year)];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

/// `lahir 12-05-1980`, with dots for what is not typed yet.
pub fn born(language: Language, hint: &NikHint, year: Option<i32>) -> String {
    let words = Check::of(language);
    let Some((day, month)) = hint.day_month else { return String::new() };
    let year = match (year, hint.year) {
        (Some(year), _) => year.to_string(),
        (None, None) => "…".to_owned(),
        (None, Some(_)) => return words.no_such_date.to_owned(),
    };
    [words.born, " ", &two(day), "-", &two(month), "-", &year].concat()
}

fn two(number: u8) -> String {
    let digits = number.to_string();
    if number < 10 { ["0", &digits].concat() } else { digits }
}

/// What is wrong with a registration code.
pub fn code_fault(language: Language, fault: CodeFault) -> String {
    let said = match fault {
        CodeFault::Empty => language.pick("Kode pendaftaran belum diisi.", "The registration code is empty."),
        CodeFault::Length(length) => {
            let length = length.to_string();
            let parts = language.pick(
                ["Kode pendaftaran harus 17 huruf dan angka, yang diketik ", &length, "."],
                ["A registration code has 17 letters and digits, you typed ", &length, "."],
            );
            return parts.concat();
        }
        CodeFault::Symbol => language.pick(
            "Ada huruf yang tidak pernah dipakai dalam kode. Cocokkan lagi dengan tanda terima atau surat.",
            "There is a letter that no code contains. Compare it with the receipt or the letter.",
        ),
        CodeFault::Check => language.pick(
            "Satu huruf salah, atau dua huruf tertukar. Cocokkan lagi dengan tanda terima atau surat.",
            "One letter is wrong, or two are swapped. Compare it with the receipt or the letter.",
        ),
    };
    said.to_owned()
}

/// Why there is no answer, and what to do.
pub fn lookup_fault(language: Language, fault: LookupFault) -> &'static str {
    let (indonesian, english) = match fault {
        LookupFault::Network => (
            "Tidak ada sambungan internet. Coba lagi sebentar lagi. Yang Anda ketik masih ada.",
            "There is no connection. Try again in a moment. What you typed is still there.",
        ),
        LookupFault::Unpublished => (
            "Belum ada data yang diterbitkan. Coba lagi besok, atau tanyakan kepada ketua RT Anda.",
            "Nothing has been published yet. Try again tomorrow, or ask the head of your RT.",
        ),
        LookupFault::Damaged => (
            "Datanya rusak di jalan, jadi tidak ditampilkan. Coba lagi. Kalau tetap begini, laporkan ke kelurahan.",
            "The data were damaged on their way, so they are not shown. Try again; if it happens again, tell the kelurahan.",
        ),
        LookupFault::Untrusted => (
            "Data di alamat ini tidak bisa dipercaya, jadi nomor Anda tidak dipakai. Laporkan ke kelurahan.",
            "The data at this address cannot be trusted, so your numbers were not used. Tell the kelurahan.",
        ),
        LookupFault::Older => (
            "Data di alamat ini lebih lama dari yang pernah dibuka di sini, jadi tidak ditampilkan. Laporkan ke kelurahan.",
            "The data at this address are older than what was opened here before, so they are not shown. Tell the kelurahan.",
        ),
        LookupFault::Device => (
            "Alat ini belum bisa menghitungnya. Tutup aplikasi lain atau perbarui peramban, lalu coba lagi.",
            "This device cannot do the computation. Close other apps or update the browser, then try again.",
        ),
    };
    language.pick(indonesian, english)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Date;

    fn check(typed: &str, expect: &str) {
        let hint = NikHint::of(typed);
        let year = hint.birth(Date::parse("2021-03-12").unwrap()).map(Date::year);
        assert_eq!(nik(Language::Indonesian, &hint, year), expect, "{typed}");
    }

    #[test]
    fn says_what_a_nik_tells_so_far() {
        check("", "");
        check("317", "");
        check("3174", "Jakarta Selatan");
        check("3276", "di luar Jakarta");
        check("31741052", "Jakarta Selatan, perempuan");
        check("3174105205", "Jakarta Selatan, perempuan, lahir 12-05-…");
        check("3174105205809012", "Jakarta Selatan, perempuan, lahir 12-05-1980");
        check("3174103102809012", "Jakarta Selatan, laki-laki, tanggal lahirnya tidak ada, periksa lagi");
    }
}

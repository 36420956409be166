//! What is wrong with a family as it was typed, and what should be looked at.

use super::family;
use ::words::Language;
use ::words::field::field;
use ::words::within_sentence;
use domain::{Fault, Problem};
use ui::text::{Text, fault};

/// The problem in a sentence; beyond the head it says whose it is.
pub fn says(text: &'static Text, problem: &Problem) -> String {
    let sentence = sentence(text, problem);
    match problem.place.member {
        Some(index) if index > 0 => [&family::member(text, index), ": ", &sentence].concat(),
        _ => sentence,
    }
}

/// The same of nobody in particular.
pub fn kind(text: &'static Text, problem: &Problem) -> String {
    sentence(text, problem)
}

fn sentence(text: &'static Text, problem: &Problem) -> String {
    let language = text.language;
    let what = field(language, problem.place.field);
    match problem.fault {
        Fault::Missing => fault::missing(language, what),
        Fault::Number(number) => fault::number(language, what, number),
        Fault::SameNik(earlier) => {
            let said = language.pick("NIK ini sama dengan NIK ", "This NIK is the same as that of ");
            [said, &family::member(text, earlier), "."].concat()
        }
        Fault::UnusualNeighbourhood => {
            [what, language.pick(": nomornya tidak lazim.", " has an unusual number.")].concat()
        }
        Fault::OtherNeighbourhood => {
            [what, language.pick(": bukan dari daftar ini.", " is not that of this list.")].concat()
        }
        Fault::Neighbourhood => {
            [what, language.pick(" harus angka, misalnya 005.", " must be a number like 005.")].concat()
        }
        Fault::Unanswered => {
            [language.pick("Belum dijawab: ", "Not answered: "), &within_sentence(what), "."].concat()
        }
        Fault::TooLong(letters) => {
            let most = letters.to_string();
            match language {
                Language::Indonesian => {
                    [what, " terlalu panjang: hanya ", &most, " huruf pertama yang dipakai. Ringkaslah."]
                        .concat()
                }
                Language::English => {
                    [what, " is too long: only the first ", &most, " letters are used. Shorten it."].concat()
                }
            }
        }
        other => plain(language, other).to_owned(),
    }
}

fn plain(language: Language, fault: Fault) -> &'static str {
    let (indonesian, english) = match fault {
        Fault::Date => (
            "Tanggal lahir tidak terbaca, atau tidak ada di kalender. Tulis seperti 12-05-1980.",
            "There is no such date of birth. Write it like 12-05-1980.",
        ),
        Fault::WithoutNik => (
            "Belum punya NIK. Tidak apa-apa: keluarga mengecek status dengan kode pendaftaran.",
            "No NIK yet. That is all right: the family checks its status with the registration code.",
        ),
        Fault::WithoutKk => (
            "Belum punya KK. Tidak apa-apa: isi alamatnya selengkap mungkin.",
            "No KK yet. That is all right: give the address as fully as you can.",
        ),
        Fault::ForeignRegion => (
            "Nomor ini pertama dibuat di luar Jakarta. Tidak apa-apa kalau memang tinggal di sini.",
            "The number was first given outside Jakarta. That is all right if the family lives here.",
        ),
        Fault::NikBirth => (
            "Tanggal lahir di NIK berbeda dengan yang diisi. Cocokkan dengan KTP.",
            "The date of birth in the NIK differs from the one given. Compare it with the KTP.",
        ),
        Fault::NikSex => (
            "Jenis kelamin di NIK berbeda dengan yang diisi. Cocokkan dengan KTP.",
            "The sex in the NIK differs from the one given. Compare it with the KTP.",
        ),
        Fault::Serial => (
            "Empat angka terakhir NIK tidak mungkin 0000. Cocokkan dengan KTP.",
            "The last four digits of a NIK are never 0000. Compare it with the KTP.",
        ),
        Fault::OtherAid => (
            "Menerima bantuan lain, jadi keluarga ini tidak bisa mendapat BST. Boleh tetap dikirim.",
            "Receives other aid, so the family cannot get BST. It may be sent all the same.",
        ),
        Fault::Relation => (
            "Hubungan dengan kepala keluarga belum dipilih.",
            "The relation to the head of the family was not chosen.",
        ),
        Fault::Placeholder => (
            "Angka ini hanya pengisi, bukan nomor asli. Isi dari kartunya, atau tandai belum punya.",
            "These digits only fill the place of a number. Copy it from the card, or say that there is none.",
        ),
        Fault::Formula => (
            "Sel ini berisi galat Excel, bukan isinya. Isi dari kartunya.",
            "The cell holds an error of Excel, not what belongs there. Fill it in from the card.",
        ),
        Fault::SeveralAddresses => (
            "Baris-baris keluarga ini menyebut alamat yang berbeda. Periksa mana yang benar.",
            "The rows of this family name several addresses. See which one is right.",
        ),
        Fault::NeighbourhoodDate => (
            "Excel mengubah RT/RW ini menjadi tanggal. Isi nomor RT dan RW-nya.",
            "Excel has made a date of this RT/RW. Fill in the numbers.",
        ),
        Fault::OtherKelurahan => (
            "Baris ini menyebut kelurahan lain. Hanya keluarga yang tinggal di sini masuk daftar ini.",
            "The row names another kelurahan. Only families who live here belong on this list.",
        ),
        Fault::SeveralNames => (
            "Ada beberapa nama di satu tempat. Isi satu orang di sini, lalu tambahkan yang lain sebagai anggota.",
            "Several names stand in one place. Give one person here, and add the others as members.",
        ),
        Fault::PerhapsSeveralNames => (
            "Ini mungkin nama beberapa orang. Kalau benar, tambahkan yang lain sebagai anggota.",
            "These may be the names of several people. If so, add the others as members.",
        ),
        Fault::NumbersExchanged => (
            "NIK dan nomor KK tertukar di daftar. Tukar kembali, dan cocokkan dengan kartunya.",
            "NIK and KK number are exchanged on the list. Put each in its place, and compare them with the cards.",
        ),
        Fault::PerhapsNumbersExchanged => (
            "NIK dan nomor KK mungkin tertukar, atau ditulis sama. Cocokkan dengan kartunya.",
            "NIK and KK number may be exchanged, or are the same. Compare them with the cards.",
        ),
        Fault::MentionsOtherKelurahan => (
            "Judul daftar atau alamat menyebut kelurahan lain. Periksa apakah keluarga ini tinggal di sini.",
            "A title of the list or the address names another kelurahan. See whether the family lives here.",
        ),
        Fault::SaidNotFound => (
            "Daftar menyebut orang ini tidak dikenal atau tidak ditemukan. Periksa apakah ia tinggal di sini.",
            "The list says that nobody knows or has found this person. See whether he or she lives here.",
        ),
        Fault::TooManyCells => (
            "Baris ini lebih panjang dari judul kolomnya. Mungkin ada koma atau titik koma di dalam sel, sehingga isinya bergeser. Periksa.",
            "This row is longer than the names of the columns. A comma or semicolon within a cell may have moved what stands behind it. Look into it.",
        ),
        Fault::SaidIneligible => (
            "Daftar menyebut tidak memenuhi syarat (TMS). Periksa sebelum dikirim.",
            "The list says that the conditions are not met (TMS). Look into it before you send it.",
        ),
        Fault::SaidDead => (
            "Daftar menyebut orang ini sudah meninggal. Kalau ia kepala keluarga, pilih ahli waris di formulir.",
            "The list says that this person has died. If he or she is the head, choose the heir in the form.",
        ),
        Fault::SaidMoved => (
            "Daftar menyebut orang ini sudah pindah. Periksa apakah keluarganya masih tinggal di sini.",
            "The list says that this person has moved. See whether the family still lives here.",
        ),
        Fault::TooManyMembers(_) => (
            "Anggotanya lebih banyak daripada yang mungkin untuk satu keluarga. Catat keluarga lain dengan KK-nya sendiri.",
            "There are more members than one family can have. List other families with a KK of their own.",
        ),
        Fault::NoHead => ("Kepala keluarga belum ada.", "There is no head of the family."),
        Fault::Missing
        | Fault::TooLong(_)
        | Fault::Number(_)
        | Fault::SameNik(_)
        | Fault::Neighbourhood
        | Fault::UnusualNeighbourhood
        | Fault::OtherNeighbourhood
        | Fault::Unanswered => ("Periksa lagi isian ini.", "Look at this once more."),
    };
    language.pick(indonesian, english)
}

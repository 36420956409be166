//! The words of the work sheet.

use ::words::Language;
use ::words::family::aid_in_sentence;
use domain::{Finding, MatchEvidence, Member, Question};
use office::areas::{areas, name_of};
use office::register::{AidRow, Answered, Family, PreviousVersion, State};

/// What a person is asked.
pub(in crate::command) fn question(question: Question) -> &'static str {
    match question {
        Question::AidLookAlike => {
            "Seorang penerima bantuan lain bernama mirip, lahir pada hari yang sama, di kelurahan yang sama. Orang yang sama?"
        }
        Question::PersonTwice => "NIK seorang anggota juga ada di keluarga lain. Di mana orang itu tinggal?",
        Question::KkTwice => {
            "Nomor KK ini juga dipakai keluarga lain yang sudah menerima. Satu keluarga yang tercatat dua kali?"
        }
        Question::OtherKk => "Menurut Dukcapil seorang anggota ada di KK lain. Mana yang benar?",
        Question::Moved => {
            "Menurut Dukcapil seorang anggota sudah pindah; ketua RT mencatat keluarga ini tinggal di sini. Mana yang benar?"
        }
        Question::Died => "Menurut Dukcapil semua orang dewasa sudah meninggal. Adakah ahli waris di KK ini?",
        Question::Replaced => {
            "Sejak ditetapkan, semua orang di catatan ini berganti. Masih keluarga yang sama?"
        }
    }
}

/// A row of a list of other aid.
pub(super) fn aid(source: &str, line: u32, row: &AidRow, clue: Option<&MatchEvidence>) -> String {
    let mut told = format!(
        "{}, baris {line}: {} menerima {}",
        file(source),
        row.name,
        aid_in_sentence(Language::Indonesian, row.programme)
    );
    if let Some(birth) = row.birth {
        told += &format!(", lahir {birth}");
    }
    if let Some(clue) = clue {
        told += &format!(", {} dengan kemiripan nama {} %", clue.tie, clue.likeness / 10);
    }
    told
}

/// A row of an extract of Dukcapil.
pub(super) fn resident(
    source: &str,
    line: u32,
    state: State,
    family: &Family,
    clue: Option<&MatchEvidence>,
) -> String {
    let member = clue.and_then(|clue| match clue.says {
        Finding::Died(at) | Finding::Moved(at) | Finding::OtherKk(at) => {
            family.household.members().nth(usize::from(at))
        }
        Finding::Aid(_) => None,
    });
    let name = member.map_or("seorang anggota", |member| &member.name);
    let what = match state {
        State::Alive => "ada di KK lain",
        State::Died => "meninggal",
        State::Moved => "pindah",
    };
    format!("{}, baris {line}: {name} {what}", file(source))
}

/// A member who stands in another family too.
pub(super) fn elsewhere(position: usize, member: &Member, other: &Family) -> String {
    let place = name_of(&areas(), &other.origin.area);
    let origin = &other.origin;
    format!(
        "{} (anggota {position}) juga di keluarga {}, {place} RT {} / RW {}",
        member.name, other.household.head.name, origin.rt, origin.rw
    )
}

/// A family under the same KK number.
pub(super) fn same_kk(other: &Family) -> String {
    let origin = &other.origin;
    let place = name_of(&areas(), &origin.area);
    let head = &other.household.head.name;
    format!("nomor KK ini juga milik keluarga {head}, {place} RT {} / RW {}", origin.rt, origin.rw)
}

/// Whom a record named before.
pub(super) fn before(former: &PreviousVersion) -> String {
    let names: Vec<&str> = former.household.members().map(|member| member.name.as_str()).collect();
    format!("sampai {}: {}", former.until, names.join(", "))
}

/// An answer that was given.
pub(super) fn answer(given: &Answered) -> String {
    let note = if given.note.is_empty() { String::new() } else { format!(": {}", given.note) };
    format!("{} ({}) {}{note}", given.by, given.at, given.decision)
}

/// The file without its folders.
fn file(source: &str) -> &str {
    source.rsplit('/').next().unwrap_or(source)
}

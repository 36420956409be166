//! The words of the work sheet.

use ::words::Language;
use ::words::family::aid_in_sentence;
use domain::{Actor, Contradiction, MatchEvidence};
use office::areas::{areas, name_of};
use office::register::{AidRow, Answered, Family, State};
use office::review::{Evidence, Listing};

/// What a row says, or another record.
pub(super) fn evidence(evidence: &Evidence) -> String {
    match evidence {
        Evidence::Aid { source, line, row, matched } => aid(source, *line, row, matched.as_ref()),
        Evidence::Resident { source, line, state, member } => {
            let name = member.as_deref().unwrap_or("seorang anggota");
            let what = match state {
                State::Alive => "ada di KK lain",
                State::Died => "meninggal",
                State::Moved => "pindah",
            };
            format!("{}, baris {line}: {name} {what}", file(source))
        }
        Evidence::Elsewhere { position, name, other } => {
            format!("{name} (anggota {position}) juga di keluarga {}", family(other))
        }
        Evidence::Contradiction(contradiction) => contradicts(*contradiction).to_owned(),
        Evidence::SameKk(other) => format!("nomor KK ini juga milik keluarga {}", family(other)),
        Evidence::SamePeople { other, code, names, same_head, of } => {
            let kk = other.family.household.kk.map(|kk| kk.digits().last_four());
            let kk = kk.map_or_else(|| "tanpa nomor KK".to_owned(), |last| format!("KK …{last}"));
            let head = if *same_head { ", kepalanya sama" } else { "" };
            let code = code.map(|code| format!(", kode {code}")).unwrap_or_default();
            format!(
                "{} dari {of} orang ({}) juga di keluarga {}, {kk}{head}{code}; {}",
                names.len(),
                names.join(", "),
                family(&other.family),
                listed(other)
            )
        }
        Evidence::Listed(listing) => listed(listing),
        Evidence::Previous(previous) => {
            let names: Vec<&str> = previous.household.members().map(|member| member.name.as_str()).collect();
            format!("sampai {}: {}", previous.until, names.join(", "))
        }
    }
}

/// What the record says twice, and not alike.
fn contradicts(contradiction: Contradiction) -> &'static str {
    match contradiction {
        Contradiction::Work => "pekerjaannya bergaji tetap, tetapi penghasilan tetap dijawab tidak",
        Contradiction::Pension => "menerima pensiun, tetapi penghasilan tetap dijawab tidak",
        Contradiction::NikBirth => {
            "tanggal lahir tidak sama dengan NIK, atau NIK memuat tanggal yang tidak ada"
        }
        Contradiction::NikSex => "jenis kelamin tidak sama dengan NIK",
        Contradiction::Moved => "keterangannya menyebut sudah pindah",
        Contradiction::Child => "seorang anak lebih tua dari ibunya",
    }
}

fn aid(source: &str, line: u32, row: &AidRow, matched: Option<&MatchEvidence>) -> String {
    let programme = aid_in_sentence(Language::Indonesian, row.programme);
    let mut text = format!("{}, baris {line}: {} menerima {programme}", file(source), row.name);
    if let Some(birth) = row.birth {
        text += &format!(", lahir {birth}");
    }
    if let Some(matched) = matched {
        text += &format!(", {} dengan kemiripan nama {} %", matched.tie, matched.likeness / 10);
    }
    text
}

/// Who lists a family, since when, and where it lives by what stands there.
fn listed(listing: &Listing) -> String {
    let Listing { family, status, since, by } = listing;
    let (origin, household, areas) = (&family.origin, &family.household, areas());
    let by = match by {
        Some(Actor::Rt) => "HP ketua RT",
        Some(Actor::Rw) => "HP ketua RW",
        Some(Actor::Dinas) | None => "daftar kantor",
    };
    format!(
        "RT {} / RW {} {} mencatat sejak {} ({by}, {status}): {} orang, {}, RT {} / RW {} {}",
        origin.rt,
        origin.rw,
        name_of(&areas, &origin.area),
        since.map(|since| since.to_string()).unwrap_or_default(),
        household.size(),
        household.address,
        household.rt,
        household.rw,
        name_of(&areas, &household.area),
    )
}

/// The head of a family, and where it is listed.
fn family(family: &Family) -> String {
    let origin = &family.origin;
    let place = name_of(&areas(), &origin.area);
    format!("{}, {place} RT {} / RW {}", family.household.head.name, origin.rt, origin.rw)
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

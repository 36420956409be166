//! A row of the layout.

use domain::household::Aid;
use domain::member::{Relation, Sex};
use domain::{Date, HouseholdDraft, MemberDraft};

/// A column: its name, and its width in characters.
pub(super) struct Head {
    pub(super) name: &'static str,
    pub(super) width: u8,
}

/// The columns, from left to right. Each name is one that the reader knows.
pub(super) const HEADS: [Head; 17] = [
    head("NO", 5),
    head("NO. KARTU KELUARGA", 20),
    head("NIK", 20),
    head("NAMA", 28),
    head("HUBUNGAN KELUARGA", 18),
    head("JENIS KELAMIN", 9),
    head("TANGGAL LAHIR", 13),
    head("ALAMAT", 32),
    head("RT", 5),
    head("RW", 5),
    head("JML JIWA", 7),
    head("PEKERJAAN", 20),
    head("NO. HP", 16),
    head("BANSOS YANG DITERIMA", 16),
    head("TERDAMPAK", 11),
    head("PENGHASILAN TETAP", 12),
    head("KETERANGAN", 30),
];

const fn head(name: &'static str, width: u8) -> Head {
    Head { name, width }
}

/// What the reader takes for "there is none, and that is stated".
const NONE: &str = "belum punya";

/// The rows of every family, the head's first; only that one bears what is the whole family's.
pub(super) fn rows(families: &[HouseholdDraft]) -> impl Iterator<Item = [String; HEADS.len()]> {
    families.iter().zip(1u32..).flat_map(|(family, number)| {
        family.members.iter().enumerate().map(move |(i, member)| row(family, number, i == 0, member))
    })
}

fn row(family: &HouseholdDraft, number: u32, is_head: bool, member: &MemberDraft) -> [String; HEADS.len()] {
    let of_head = |text: &str| if is_head { text.to_owned() } else { String::new() };
    [
        of_head(&number.to_string()),
        stated(family.without_kk, &family.kk),
        stated(member.without_nik, &member.nik),
        member.name.clone(),
        relation(is_head, &member.relation),
        Sex::parse_loose(&member.sex).map_or_else(|| member.sex.clone(), |sex| sex.code().to_owned()),
        birth(&member.birth),
        of_head(&family.address),
        family.rt.clone(),
        family.rw.clone(),
        of_head(&family.size),
        member.occupation.clone(),
        of_head(&family.phone),
        aid(&member.aid),
        of_head(answer(family.affected)),
        of_head(answer(family.fixed_income)),
        of_head(&family.note),
    ]
    .map(harmless)
}

fn stated(without: bool, number: &str) -> String {
    if without { NONE.to_owned() } else { number.to_owned() }
}

fn relation(is_head: bool, typed: &str) -> String {
    let relation = Relation::parse(typed).ok().filter(|_| !is_head);
    let name = match relation {
        _ if is_head => "Kepala Keluarga",
        Some(Relation::Husband) => "Suami",
        Some(Relation::Wife) => "Istri",
        Some(Relation::Child) => "Anak",
        Some(Relation::ChildInLaw) => "Menantu",
        Some(Relation::Grandchild) => "Cucu",
        Some(Relation::Parent) => "Orang Tua",
        Some(Relation::ParentInLaw) => "Mertua",
        Some(Relation::Relative) => "Famili Lain",
        Some(Relation::Other) => "Lainnya",
        Some(Relation::Head) | None => typed,
    };
    name.to_owned()
}

/// As people write it: a spreadsheet would take a date in ISO form for one of its own, and show it otherwise.
fn birth(typed: &str) -> String {
    match Date::parse(typed) {
        Ok(date) => format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year()),
        Err(_) => typed.to_owned(),
    }
}

/// A blank would leave the reader to look into the note.
fn aid(typed: &str) -> String {
    let name = match Aid::parse(typed) {
        Ok(Aid::Pkh) => "PKH",
        Ok(Aid::Bpnt) => "BPNT",
        Ok(Aid::KartuSembako) => "Kartu Sembako",
        Ok(Aid::PaketSembako) => "Paket Sembako",
        Ok(Aid::Prakerja) => "Kartu Prakerja",
        Ok(Aid::Other) => "Lainnya",
        Err(_) if typed.trim().is_empty() => "tidak",
        Err(_) => typed,
    };
    name.to_owned()
}

fn answer(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "",
    }
}

/// A cell that a spreadsheet would take for a formula gets the apostrophe that makes it a text
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
fn harmless(text: String) -> String {
    if crate::cell::begins_a_formula(&text) { ["'", &text].concat() } else { text }
}

//! The columns that are written, from left to right.

use crate::family::SOMEBODY;
use crate::formula::guarded;
use domain::{Aid, Date, HouseholdDraft, MemberDraft, Relation, Sex};

/// A column that is written.
pub(super) struct WrittenColumn {
    /// A name that the reader knows.
    pub(super) name: &'static str,
    /// In characters.
    pub(super) width: u8,
    /// The cell of a row.
    cell: fn(&WrittenRow<'_>) -> String,
}

/// A row that is written: a member of a family. The fields of the household stand in the row of the head only.
struct WrittenRow<'a> {
    family: &'a HouseholdDraft,
    /// The running number of the family.
    number: u32,
    is_head: bool,
    member: &'a MemberDraft,
}

/// The columns, from left to right.
pub(super) const COLUMNS: [WrittenColumn; 18] = [
    column("NO", 5, |row| row.of_head(&row.number.to_string())),
    column("NO. KARTU KELUARGA", 20, |row| stated(row.family.without_kk, &row.family.kk)),
    column("NIK", 20, |row| stated(row.member.without_nik, &row.member.nik)),
    column("NAMA", 28, |row| row.member.name.clone()),
    column("HUBUNGAN KELUARGA", 18, |row| relation(row.is_head, &row.member.relation)),
    column("JENIS KELAMIN", 9, |row| sex(&row.member.sex)),
    column("TANGGAL LAHIR", 13, |row| birth(&row.member.birth)),
    column("ALAMAT", 32, |row| row.of_head(&row.family.address)),
    column("RT", 5, |row| row.family.rt.clone()),
    column("RW", 5, |row| row.family.rw.clone()),
    column("JML JIWA", 7, |row| row.of_head(&row.family.size)),
    column("PEKERJAAN", 20, |row| row.member.occupation.clone()),
    column("NO. HP", 16, |row| row.of_head(&row.family.phone)),
    column("BANSOS YANG DITERIMA", 16, |row| aid(&row.member.aid)),
    column("TERDAMPAK", 11, |row| row.of_head(answer(row.family.affected))),
    column("PENGHASILAN TETAP", 12, |row| row.of_head(answer(row.family.fixed_income))),
    column("DISABILITAS", 13, disability),
    column("KETERANGAN", 30, |row| row.of_head(&row.family.note)),
];

const fn column(name: &'static str, width: u8, cell: fn(&WrittenRow<'_>) -> String) -> WrittenColumn {
    WrittenColumn { name, width, cell }
}

/// The rows of every family, the head's first. No cell is a formula.
pub(super) fn rows(families: &[HouseholdDraft]) -> impl Iterator<Item = [String; COLUMNS.len()]> {
    families.iter().zip(1u32..).flat_map(|(family, number)| {
        family.members.iter().enumerate().map(move |(i, member)| {
            let row = WrittenRow { family, number, is_head: i == 0, member };
            COLUMNS.map(|column| guarded(&(column.cell)(&row)).into_owned())
        })
    })
}

impl WrittenRow<'_> {
    fn of_head(&self, text: &str) -> String {
        if self.is_head { text.to_owned() } else { String::new() }
    }
}

/// Words for "there is none" that the reader recognises.
const NONE: &str = "belum punya";

fn stated(is_without: bool, number: &str) -> String {
    if is_without { NONE.to_owned() } else { number.to_owned() }
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

fn sex(typed: &str) -> String {
    Sex::parse_loose(typed).map_or_else(|| typed.to_owned(), |sex| sex.code().to_owned())
}

/// As people write it: a spreadsheet would turn a date in ISO form into its own kind of date, and show it otherwise.
fn birth(typed: &str) -> String {
    match Date::parse(typed) {
        Ok(date) => format!("{:02}-{:02}-{:04}", date.day(), date.month(), date.year()),
        Err(_) => typed.to_owned(),
    }
}

/// `tidak` where there is none: a blank would make the reader look into the note.
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

/// Each person is answered for, where somebody was asked; who is not known, is said beside the head.
fn disability(row: &WrittenRow<'_>) -> String {
    let is_named = row.family.members.iter().any(|member| member.disabled);
    let text = match row.family.disability.or(is_named.then_some(true)) {
        None => "",
        Some(true) if row.member.disabled => "ya",
        Some(true) if !is_named && row.is_head => SOMEBODY,
        Some(true) if !is_named => "",
        Some(_) => "tidak",
    };
    text.to_owned()
}

fn answer(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "",
    }
}

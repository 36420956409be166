//! `tepat subject export`: all that is held of a family, for the family.

use super::find::find;
use crate::cli::SubjectFamily;
use crate::output::Output;
use ::words::Language;
use ::words::cause::cause;
use ::words::date::long_date;
use ::words::family::aid_in_sentence;
use ::words::status::{reason, status};
use domain::{Household, Member, Rupiah};
use office::areas::{areas, name_of};
use office::clock::Moment;
use office::fault::Result;
use office::register::{Act, Family, HeldRows, Register};
use office::workspace::Workspace;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

const LANGUAGE: Language = Language::Indonesian;

/// All that is held of a family.
#[derive(Serialize)]
struct Export {
    on: String,
    by: String,
    /// Each entry: the same family may be listed twice.
    entries: Vec<HeldRows>,
    /// What the files are called that the rows name by their numbers.
    files: BTreeMap<i64, String>,
}

pub(super) fn run(
    workspace: &mut Workspace,
    family: &SubjectFamily,
    by: &str,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let (letter, export) = workspace.register.transaction(|register| {
        let families = find(register, family)?;
        let entries = families.iter().map(|family| register.held(family)).collect::<Result<Vec<_>>>()?;
        let files = files(register, &entries)?;
        let letter = letter(register, &families, &entries, &files, by, now)?;
        families.iter().try_for_each(|it| register.act(Some(it.id), Act::Export { by: by.to_owned() }))?;
        Ok((letter, Export { on: now.to_string(), by: by.to_owned(), entries, files }))
    })?;
    output.answer(&export, &letter);
    Ok(())
}

/// A row, by the names of its columns.
type HeldRow = serde_json::Map<String, Value>;

fn number(row: &HeldRow, column: &str) -> Option<i64> {
    row.get(column).and_then(Value::as_i64)
}

fn text<'a>(row: &'a HeldRow, column: &str) -> &'a str {
    row.get(column).and_then(Value::as_str).unwrap_or_default()
}

/// The names of the files that rows come from.
fn files(register: &Register, entries: &[HeldRows]) -> Result<BTreeMap<i64, String>> {
    let rows = entries.iter().flat_map(BTreeMap::values).flatten();
    let mut files = BTreeMap::new();
    for source in rows.filter_map(|row| number(row, "source")) {
        files.insert(source, register.source_name(source)?);
    }
    Ok(files)
}

/// The same in words.
fn letter(
    register: &Register,
    families: &[Family],
    entries: &[HeldRows],
    files: &BTreeMap<i64, String>,
    by: &str,
    now: &Moment,
) -> Result<String> {
    let mut letter = format!(
        "Data satu keluarga yang disimpan Dinas Sosial untuk Bantuan Sosial Tunai\n\
         Ditulis {} oleh {by}, atas permintaan keluarga itu (UU 27/2022 tentang Pelindungan Data Pribadi).\n",
        long_date(LANGUAGE, now.date)
    );
    for (family, held) in families.iter().zip(entries) {
        let origin = &family.origin;
        letter += &format!(
            "\nCatatan RT {} / RW {} {}\n{}",
            origin.rt,
            origin.rw,
            name_of(&areas(), &origin.area),
            household(&family.household)
        );
        let rows = |table: &str| held.get(table).map(Vec::as_slice).unwrap_or_default();
        for row in rows("code") {
            letter += &format!("Kode pendaftaran: {}\n", text(row, "code"));
        }
        for row in rows("card") {
            letter += &format!("Kartu berakhir: {}\n", text(row, "last_four"));
        }
        letter += "Keputusan:\n";
        for recorded in register.written_down(family.id)? {
            let event = &recorded.event;
            let why = event.reason.map(|it| reason(LANGUAGE, it).to_owned());
            let found = event.cause.as_ref().map(|it| cause(LANGUAGE, it));
            let note = Some(event.note.clone()).filter(|note| !note.is_empty());
            let why: Vec<String> = why.into_iter().chain(found).chain(note).collect();
            let is_refused = event.status == domain::Status::Refused;
            let by_rule = || if is_refused { ", oleh aturan" } else { "" }.to_owned();
            let who = recorded.by.map_or_else(by_rule, |by| format!(", oleh {by}"));
            letter +=
                &format!("  {}: {}{who}. {}\n", event.at, status(LANGUAGE, event.status), why.join(" "));
        }
        for row in rows("former") {
            letter +=
                &format!("Sampai {} tercatat lain; isinya ada dalam dokumen --json.\n", text(row, "until"));
        }
        for (table, what) in [
            ("family", "Dicatat dari"),
            ("edition", "Ada dalam daftar dari HP"),
            ("aid", "Nomornya disebut daftar bantuan lain"),
            ("resident", "Nomornya disebut data Dukcapil"),
            ("report", "Disebut laporan titik atau bank"),
        ] {
            for row in rows(table) {
                if let Some(file) = number(row, "source").and_then(|source| files.get(&source)) {
                    let line = number(row, "line").map(|line| format!(", baris {line}")).unwrap_or_default();
                    letter += &format!("{what}: {file}{line}\n");
                }
            }
        }
        for row in rows("bank_line") {
            letter += &payment(row, rows("settlement"), files);
        }
        for row in rows("trail") {
            let act = row.get("act").and_then(Value::as_object);
            let said =
                |name: &str| act.and_then(|act| act.get(name)).and_then(Value::as_str).unwrap_or_default();
            let what = match said("act") {
                "set" => "Pilihannya diubah",
                "correct" => "Catatannya diperbaiki",
                "read" => "Dibaca",
                "export" => "Ditulis untuk keluarga ini",
                "settle" => "Pembayarannya diperiksa",
                "erase" => "Catatan lain keluarga ini dihapus",
                _ => "Dikerjakan",
            };
            letter += &format!("{what} {} oleh {}\n", said("written_at"), said("by"));
        }
    }
    letter += "\nSelengkapnya, juga isi yang lama dan pertanyaan petugas dengan jawabannya, ada dalam dokumen JSON yang menyertai surat ini. \
               Tidak termasuk: amplop yang belum dibuka, dan cadangan register. Bila ada yang salah, bawa KTP dan KK ke ketua RT atau \
               kelurahan: catatannya diperbaiki, dan isi yang lama tetap tersimpan. Tidak setuju dengan keputusannya? Sampaikan sanggah \
               lewat ketua RT atau kelurahan: seorang petugas memeriksanya lagi.";
    Ok(letter)
}

/// A line of the bank, and what people found out about it.
fn payment(row: &HeldRow, settlements: &[HeldRow], files: &BTreeMap<i64, String>) -> String {
    let money = number(row, "amount").and_then(|amount| u64::try_from(amount).ok()).map(Rupiah::new);
    let amount = money.map_or("tanpa jumlah".to_owned(), |money| money.to_string());
    let file = number(row, "source").and_then(|source| files.get(&source)).map_or("", String::as_str);
    let tahap = number(row, "tahap").unwrap_or_default();
    let mut lines = format!(
        "Menurut bank, tahap {tahap}: {} {}, {amount} ({file}, baris {}); dalam pembukuan: {}\n",
        text(row, "says"),
        text(row, "on_day"),
        number(row, "line").unwrap_or_default(),
        text(row, "posting"),
    );
    for found in settlements.iter().filter(|it| number(it, "item") == number(row, "id")) {
        lines += &format!(
            "  {}: {}, oleh {}. {}\n",
            text(found, "settled_at"),
            text(found, "outcome"),
            text(found, "by"),
            text(found, "reason")
        );
    }
    lines
}

fn household(household: &Household) -> String {
    let kk = household.kk.map_or("tidak ada".to_owned(), |kk| kk.to_string());
    let mut lines = format!(
        "Nomor KK: {kk}\nAlamat: {}\nTelepon: {}\nJumlah jiwa: {}\nTerdampak: {}. Penghasilan tetap: {}. Penyandang disabilitas: {}.\n",
        household.address,
        household.phone,
        household.size(),
        answer(household.affected),
        answer(household.fixed_income),
        answer(household.disability),
    );
    if !household.note.is_empty() {
        lines += &format!("Catatan ketua RT: {}\n", household.note);
    }
    lines.extend(household.members().map(member));
    lines
}

fn member(member: &Member) -> String {
    let nik = member.nik.map_or("tanpa NIK".to_owned(), |nik| format!("NIK {nik}"));
    let birth = member.birth.map(|birth| format!(", lahir {birth}")).unwrap_or_default();
    let sex = member.sex.map(|sex| format!(", {}", sex.code())).unwrap_or_default();
    let work = Some(&member.occupation).filter(|work| !work.is_empty());
    let work = work.map(|work| format!(", pekerjaan {work}")).unwrap_or_default();
    let aid =
        member.aid.map(|aid| format!(", menerima {}", aid_in_sentence(LANGUAGE, aid))).unwrap_or_default();
    let disabled = if member.disabled { ", penyandang disabilitas" } else { "" };
    format!("  {}, {}{sex}, {nik}{birth}{work}{aid}{disabled}\n", member.name, member.relation.code())
}

fn answer(said: Option<bool>) -> &'static str {
    match said {
        Some(true) => "ya",
        Some(false) => "tidak",
        None => "belum ditanyakan",
    }
}

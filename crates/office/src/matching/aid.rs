//! Lists of other aid. Whoever of a family has it: it counts for the whole KK (eligibility rule 3).

use super::comparison::{ReadRows, UnusableRow};
use super::found::Evidence;
use super::kelurahan::Kelurahan;
use super::names;
use super::overlay::Overlay;
use super::unusable::unusable;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{AidRow, FamilyId, Line, Register, SourceId, number};
use crate::table::{Left, Names, Row, Table, Tables};
use domain::reading::{answer, denies, plain};
use domain::{Aid, Date, Finding, KkNumber, MatchEvidence, MatchMethod, Nik};
use std::collections::HashSet;
use std::path::Path;

const COLUMNS: &[Names] = &[
    &["nik", "no ktp", "nomor ktp", "no nik", "nik ktp", "nik penerima", "nik pengurus", "nik kpm"],
    &["no kk", "nomor kk", "kk", "nokk", "nkk", "no kartu keluarga", "nomor kartu keluarga"],
    &[
        "nama",
        "nama lengkap",
        "nama penerima",
        "nama pengurus",
        "nama kpm",
        "nama ktp",
        "nama lengkap penerima",
    ],
    &[
        "tanggal lahir",
        "tgl lahir",
        "tgllahir",
        "lahir",
        "tanggal lahir penerima",
        "tgl lhr",
        "tempat tanggal lahir",
        "tempat tgl lahir",
        "ttl",
    ],
    &["kecamatan", "kec", "nama kecamatan"],
    &[
        "kelurahan",
        "kel",
        "desa kelurahan",
        "kelurahan desa",
        "desa kel",
        "kel desa",
        "nama kelurahan",
        "nama kel",
        "kode kelurahan",
    ],
    &[
        "program",
        "programme",
        "bansos",
        "jenis bansos",
        "jenis bantuan",
        "bantuan",
        "jenis program",
        "nama program",
        "program bantuan",
        "jenis bantuan yang diterima",
        "bantuan yang diterima",
        "bansos yang diterima",
    ],
    &[
        "status",
        "status penerima",
        "status kpm",
        "status kepesertaan",
        "status bansos",
        "status bantuan",
        "status keaktifan",
        "status aktif",
        "keterangan status",
        "keterangan",
        "ket",
    ],
    &["pkh"],
    &["bpnt", "bpnt sembako", "sembako bpnt"],
];
const NIK: usize = 0;
const KK: usize = 1;
const NAME: usize = 2;
const BIRTH: usize = 3;
const KECAMATAN: usize = 4;
const KELURAHAN: usize = 5;
const PROGRAMME: usize = 6;
/// Whether somebody has the aid still.
const STATUS: usize = 7;
/// Where each programme has a column for ticks.
const TICKS: [(usize, Aid); 2] = [(8, Aid::Pkh), (9, Aid::Bpnt)];

/// Opens a file.
pub(super) fn open(file: &Path) -> Result<Tables> {
    // By number, or by all three of the others.
    Tables::open(file, COLUMNS, &[&[NIK, KK, NAME], &[NIK, KK, BIRTH], &[NIK, KK, KELURAHAN]])
}

/// Puts the rows of a table into the register.
pub(super) fn take(
    register: &Register,
    source: SourceId,
    table: &Table,
    programme: Option<Aid>,
    left: &mut Left,
    today: Date,
) -> Result<ReadRows> {
    let kelurahan = Kelurahan::all();
    let mut reading = ReadRows::default();
    table.each_row(left, |row| {
        let line = row.line;
        let is_ticked = TICKS.iter().any(|(column, _)| row.has(*column));
        if programme.is_none() && !row.has(PROGRAMME) && !is_ticked {
            return Err(without_programme(&table.name));
        }
        match read(row, &kelurahan, programme, today) {
            Ok((aid, unused)) => {
                reading.taken += 1;
                reading.unused.extend(unused.map(|why| UnusableRow { line, why }));
                register.add_aid(Line { source, line }, &aid)
            }
            Err(why) => {
                reading.unreadable.push(UnusableRow { line, why });
                Ok(())
            }
        }
    })?;
    left.close(reading.taken + reading.unreadable.len())?;
    Ok(reading)
}

/// Any table with a column of NIKs would do: the list of an RT, or an extract of Dukcapil, would refuse everybody on it.
fn without_programme(table: &str) -> Fault {
    Fault::new(
        "tanpa-program",
        format!("{table} tidak menyebut program bantuannya: apakah ini daftar penerima?"),
        "Bila ya, sebut --programme (mis. pkh), atau beri kolom Program. Ekstrak Dukcapil dimasukkan dengan --dukcapil.",
    )
}

/// Reads a row, and says which of its numbers is none. One that names nobody by number, nor by name, birth date and kelurahan,
/// is of no use.
fn read(
    row: &Row<'_>,
    kelurahan: &Kelurahan,
    programme: Option<Aid>,
    today: Date,
) -> std::result::Result<(AidRow, Option<&'static str>), &'static str> {
    if is_over(row.cell(STATUS)) {
        return Err("statusnya menyebut tidak menerima lagi, atau belum");
    }
    let ticked =
        TICKS.iter().find(|(column, _)| answer(row.cell(*column)) == Some(true)).map(|(_, aid)| *aid);
    let programme = match (row.cell(PROGRAMME), programme.or(ticked)) {
        ("", None) if TICKS.iter().any(|(column, _)| row.has(*column)) => {
            return Err("tidak satu program pun dicentang");
        }
        ("", given) => given.unwrap_or(Aid::Other),
        (text, _) => Aid::parse_loose(text)
            .ok_or("programnya bukan bantuan lain (BST sendiri, atau dinyatakan tidak menerima)")?,
    };
    let (nik, kk) = (Nik::parse(row.cell(NIK)), KkNumber::parse(row.cell(KK)));
    let unused = unusable(nik.err(), kk.err());
    let (nik, kk) = (nik.ok().map(|nik| number(nik.digits())), kk.ok().map(|kk| number(kk.digits())));
    let birth = Date::parse_past(row.cell(BIRTH), today).ok();
    let area = match row.cell(KELURAHAN) {
        "" => None,
        name => kelurahan.find(row.cell(KECAMATAN), name),
    };
    let name = row.cell(NAME).to_owned();
    if nik.is_none() && kk.is_none() {
        if row.cell(NIK).is_empty() && row.cell(KK).is_empty() && name.is_empty() {
            return Err("tanpa NIK, nomor KK, dan nama");
        }
        if name.is_empty() {
            return Err(unused.unwrap_or("NIK dan nomor KK tidak terbaca, tanpa nama"));
        }
        if birth.is_none() && row.cell(BIRTH).is_empty() {
            return Err(unused.unwrap_or("NIK dan nomor KK tidak terbaca, tanpa tanggal lahir"));
        }
        if birth.is_none() {
            return Err(unused.unwrap_or(
                "NIK dan nomor KK tidak terbaca, dan tanggal lahirnya tidak dikenali: tulis seperti 12-05-1980",
            ));
        }
        if area.is_none() {
            return Err(unused.unwrap_or("NIK dan nomor KK tidak terbaca, kelurahannya tidak dikenal"));
        }
    }
    Ok((AidRow { programme, nik, kk, name, birth, area }, unused))
}

/// Whether a status says that the aid has ended, or has not begun. What it says of anything else does not count.
fn is_over(text: &str) -> bool {
    const OVER: [&str; 8] =
        ["nonaktif", "inaktif", "graduasi", "mantan", "dicoret", "dihapus", "dihentikan", "mengundurkan"];
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').collect();
    let is_other = |pair: &[&str]| match pair {
        [no, what] if denies(no) || *no == "non" => {
            matches!(*what, "aktif" | "layak" | "menerima" | "penerima" | "lagi" | "eligible")
        }
        ["calon" | "eks" | "bekas", what] => matches!(*what, "kpm" | "penerima" | "pkh" | "bpnt"),
        _ => false,
    };
    words.iter().any(|word| OVER.contains(word)) || words.windows(2).any(is_other)
}

/// Whom the rows speak of: by NIK, else by KK number, else by name, birth date and kelurahan.
pub(super) fn compare(register: &Register, source: SourceId, now: &Moment) -> Result<(usize, Evidence)> {
    struct Numbered {
        line: u32,
        aid: Aid,
        nik: Option<i64>,
        kk: Option<i64>,
        is_tied: bool,
    }
    let mut rows = Vec::new();
    register.aid_numbers(source, |line, aid, nik, kk| {
        rows.push(Numbered { line, aid, nik, kk, is_tied: false });
    })?;
    let mut evidence = Evidence::new();
    let mut tie = |row: &Numbered, family: FamilyId, tie: MatchMethod| {
        evidence
            .insert((family, row.line), MatchEvidence { says: Finding::Aid(row.aid), tie, likeness: 1000 });
    };
    let mut niks = Overlay::of((0..).zip(&rows).filter_map(|(at, row)| Some((row.nik?, at))));
    register.each_nik(|nik, family| {
        for at in niks.places(nik) {
            if let Some(row) = rows.get_mut(at) {
                row.is_tied = true;
                tie(row, family, MatchMethod::Nik);
            }
        }
    })?;
    let untied = (0..).zip(&rows).filter(|(_, row)| !row.is_tied);
    let mut kks = Overlay::of(untied.filter_map(|(at, row)| Some((row.kk?, at))));
    register.each_kk(|kk, family| {
        for at in kks.places(kk) {
            if let Some(row) = rows.get_mut(at) {
                row.is_tied = true;
                tie(row, family, MatchMethod::Kk);
            }
        }
    })?;
    let tied: HashSet<u32> = rows.iter().filter(|row| row.is_tied).map(|row| row.line).collect();
    let mut named = register.aid_by_name(source)?;
    let without_numbers = named.iter().filter(|(_, row)| row.nik.is_none() && row.kk.is_none()).count();
    let count = rows.len() + without_numbers;
    named.retain(|(line, _)| !tied.contains(line));
    evidence.append(&mut names::compare(register, &named, now)?);
    Ok((count, evidence))
}

#[cfg(test)]
mod tests {
    use super::is_over;

    #[test]
    fn what_a_status_says_of_the_aid() {
        for text in [
            "Tidak Aktif",
            "NON AKTIF",
            "non-aktif",
            "Graduasi 2020",
            "tidak layak",
            "Sudah tidak menerima",
            "Calon KPM",
        ] {
            assert!(is_over(text), "{text}");
        }
        for text in ["", "Aktif", "Salur", "Kawin", "belum cair", "tidak ada kendala kartu", "KPM lama", "1"]
        {
            assert!(!is_over(text), "{text}");
        }
    }
}

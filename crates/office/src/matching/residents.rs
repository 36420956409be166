//! Extracts of Dukcapil: who has died, who has moved, who stands in another KK.

use super::comparison::{ReadRows, UnusableRow};
use super::found::Evidence;
use super::overlay::Overlay;
use super::unusable::unusable;
use crate::fault::Result;
use crate::register::{FamilyId, Line, Register, Resident, SourceId, State, number};
use crate::table::{Names, Row, Table, Tables};
use domain::{Finding, KkNumber, MatchEvidence, MatchMethod, Nik};
use std::path::Path;

const COLUMNS: &[Names] = &[
    &["nik", "no ktp", "nomor ktp", "no nik"],
    &["no kk", "nomor kk", "kk", "nokk", "no kartu keluarga"],
    &[
        "keadaan",
        "status hidup",
        "status kependudukan",
        "status penduduk",
        "status dukcapil",
        "keterangan status",
        "keadaan penduduk",
        "keadaan hidup",
        "status",
        "keterangan",
        "ket",
    ],
];
const NIK: usize = 0;
const KK: usize = 1;
const STATE: usize = 2;

/// Opens a file. Where it does not say who has died, everybody would count as alive: that is refused.
pub(super) fn open(file: &Path) -> Result<Tables> {
    Tables::open(file, COLUMNS, &[&[NIK], &[STATE]])
}

/// Puts the rows of a table into the register.
pub(super) fn take(register: &Register, source: SourceId, table: &Table) -> Result<ReadRows> {
    let mut reading = ReadRows::default();
    table.each_row(|row| {
        let line = row.line;
        match read(row) {
            Ok((resident, unused)) => {
                reading.taken += 1;
                reading.presumed_alive += usize::from(row.cell(STATE).is_empty());
                reading.unused.extend(unused.map(|why| UnusableRow { line, why }));
                register.add_resident(Line { source, line }, &resident)
            }
            Err(why) => {
                reading.unreadable.push(UnusableRow { line, why });
                Ok(())
            }
        }
    })?;
    Ok(reading)
}

/// Reads a row; without a KK number that can be read it says still who has died and who has moved.
fn read(row: &Row<'_>) -> std::result::Result<(Resident, Option<&'static str>), &'static str> {
    let nik = Nik::parse(row.cell(NIK));
    let nik = nik.map_err(|fault| unusable(Some(fault), None).unwrap_or("NIK tidak terbaca"))?;
    let kk = KkNumber::parse(row.cell(KK));
    let unused = unusable(None, kk.err());
    let kk = kk.ok().map(|kk| number(kk.digits()));
    let state = state(row.cell(STATE)).ok_or("keadaan tidak dikenal: tulis Hidup, Meninggal, atau Pindah")?;
    Ok((Resident { nik: number(nik.digits()), kk, state }, unused))
}

/// Reads what Dukcapil writes; who is not said to be dead or gone is alive.
fn state(text: &str) -> Option<State> {
    let text = text.trim().to_lowercase();
    let has = |part: &str| text.contains(part);
    match text.as_str() {
        "" | "-" | "hidup" | "aktif" | "ada" | "penduduk" => Some(State::Alive),
        _ if has("meninggal") || has("wafat") || text == "mati" => Some(State::Died),
        _ if has("pindah") => Some(State::Moved),
        _ => None,
    }
}

/// What the rows say of members. Of people who live in their KK nothing is kept.
pub(super) fn compare(register: &Register, source: SourceId) -> Result<(usize, Evidence)> {
    let rows = register.residents(source)?;
    let mut kks: Vec<(FamilyId, i64)> = Vec::new();
    register.each_kk(|kk, family| kks.push((family, kk)))?;
    kks.sort_unstable();
    let kk_of = |family: FamilyId| {
        let at = kks.binary_search_by_key(&family, |(its, _)| *its).ok()?;
        kks.get(at).map(|(_, kk)| *kk)
    };
    let mut overlay = Overlay::of((0..).zip(&rows).map(|(at, (_, row))| (row.nik, at)));
    let mut found: Vec<(FamilyId, u32, Resident)> = Vec::new();
    register.each_nik(|nik, family| {
        for (line, row) in overlay.places(nik).filter_map(|at| rows.get(at)) {
            let is_elsewhere = || row.kk.zip(kk_of(family)).is_some_and(|(its, ours)| its != ours);
            if row.state != State::Alive || is_elsewhere() {
                found.push((family, *line, *row));
            }
        }
    })?;
    found.sort_unstable_by_key(|(family, line, _)| (*family, *line));
    let mut evidence = Evidence::new();
    for of_one in found.chunk_by(|(a, ..), (b, ..)| a == b) {
        let Some((id, ..)) = of_one.first() else { continue };
        let Some(family) = register.family(*id)? else { continue };
        for (_, line, row) in of_one {
            let is_theirs = |nik: Nik| number(nik.digits()) == row.nik;
            let mut members = (0..).zip(family.household.members());
            let Some((member, _)) = members.find(|(_, member)| member.nik.is_some_and(is_theirs)) else {
                continue;
            };
            let says = match row.state {
                State::Died => Finding::Died(member),
                State::Moved => Finding::Moved(member),
                State::Alive => Finding::OtherKk(member),
            };
            evidence.insert((*id, *line), MatchEvidence { says, tie: MatchMethod::Nik, likeness: 1000 });
        }
    }
    Ok((rows.len(), evidence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_dukcapil_writes() {
        for (text, expect) in [
            ("Hidup", Some(State::Alive)),
            ("", Some(State::Alive)),
            ("MENINGGAL DUNIA", Some(State::Died)),
            ("Pindah luar DKI", Some(State::Moved)),
            ("ganda", None),
        ] {
            assert_eq!(state(text), expect, "{text}");
        }
    }
}

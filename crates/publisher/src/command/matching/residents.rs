//! Extracts of Dukcapil: who has died, who has moved, who stands in another KK.

use super::aid::Clues;
use super::outcome::Unreadable;
use super::overlay::Overlay;
use crate::fault::Result;
use crate::register::{FamilyId, Line, Register, Resident, SourceId, State, number};
use crate::table::{Names, Row, each_row};
use domain::{Clue, KkNumber, Nik, Says, Tie};
use std::path::Path;

const COLUMNS: &[Names] = &[
    &["nik", "no ktp", "nomor ktp", "no nik"],
    &["no kk", "nomor kk", "kk", "nokk", "no kartu keluarga"],
    &["keadaan", "status", "status kependudukan", "status penduduk", "keterangan"],
];
const NIK: usize = 0;
const KK: usize = 1;
const STATE: usize = 2;

/// Puts the rows of a file into the register.
pub(super) fn take(register: &Register, source: SourceId, file: &Path) -> Result<Vec<Unreadable>> {
    let mut unreadable = Vec::new();
    let needed = |found: &[bool]| {
        found.get(NIK) == Some(&true) && [KK, STATE].iter().any(|it| found.get(*it) == Some(&true))
    };
    each_row(file, COLUMNS, needed, |row| match read(row) {
        Ok(resident) => register.add_resident(Line { source, line: row.line }, &resident),
        Err(why) => {
            unreadable.push(Unreadable { line: row.line, why });
            Ok(())
        }
    })?;
    Ok(unreadable)
}

fn read(row: &Row<'_>) -> std::result::Result<Resident, &'static str> {
    let nik = Nik::parse(row.cell(NIK)).map_err(|_| "NIK tidak terbaca")?;
    let kk = match row.cell(KK) {
        "" => None,
        text => Some(KkNumber::parse(text).map_err(|_| "nomor KK tidak terbaca")?),
    };
    let state = state(row.cell(STATE)).ok_or("keadaan tidak dikenal: tulis Hidup, Meninggal, atau Pindah")?;
    Ok(Resident { nik: number(nik.digits()), kk: kk.map(|kk| number(kk.digits())), state })
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
pub(super) fn compare(register: &Register, source: SourceId) -> Result<(usize, Clues)> {
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
    let mut clues = Clues::new();
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
                State::Died => Says::Died(member),
                State::Moved => Says::Moved(member),
                State::Alive => Says::OtherKk(member),
            };
            clues.insert((*id, *line), Clue { says, tie: Tie::Nik, likeness: 1000 });
        }
    }
    Ok((rows.len(), clues))
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

//! Extracts of Dukcapil: who has died, who has moved, who stands in another KK.

use super::comparison::{ReadRows, UnusableRow};
use super::found::Evidence;
use super::overlay::Overlay;
use super::unusable::unusable;
use crate::fault::{Fault, Result};
use crate::register::{FamilyId, Line, Register, Resident, SourceId, State, number};
use crate::table::{Left, Names, Row, Table, Tables};
use domain::reading::{denies, plain, states_none};
use domain::{Date, Finding, KkNumber, MatchEvidence, MatchMethod, Nik};
use std::collections::BTreeMap;
use std::path::Path;

const COLUMNS: &[Names] = &[
    &["nik", "no ktp", "nomor ktp", "no nik", "nomor induk kependudukan"],
    &["no kk", "nomor kk", "kk", "nokk", "nkk", "no kartu keluarga"],
    &["keadaan", "keadaan penduduk", "keadaan hidup", "kondisi", "kondisi penduduk"],
    &["status hidup", "status kehidupan", "status hidup mati", "hidup mati", "status kematian"],
    &["status kependudukan", "status penduduk", "status dukcapil", "status data", "status warga"],
    &["status mutasi", "mutasi", "jenis mutasi", "status pindah"],
    &[
        "keterangan status",
        "keterangan penduduk",
        "keterangan kependudukan",
        "keterangan dukcapil",
        "ket penduduk",
        "ket status",
    ],
    &["status"],
    &["keterangan"],
    &["ket"],
    &["catatan"],
    &["tanggal meninggal", "tgl meninggal", "tanggal kematian", "tgl kematian", "tanggal wafat", "tgl wafat"],
    &["tanggal pindah", "tgl pindah", "tanggal kepindahan"],
];
const NIK: usize = 0;
const KK: usize = 1;
/// Columns of which the name says that they are of the state.
const NAMED: std::ops::Range<usize> = 2..7;
/// Columns that may be of the state, as their cells show: `STATUS` is of the marriage in books of Dukcapil.
const GENERAL: std::ops::Range<usize> = 7..11;
const DIED_ON: usize = 11;
const MOVED_ON: usize = 12;

/// Opens a file. Where it does not say who has died, everybody would count as alive: that is refused.
pub(super) fn open(file: &Path) -> Result<Tables> {
    Tables::open(file, COLUMNS, &[&[NIK], &[2, 3, 4, 5, 6, 7, 8, 9, 10, DIED_ON, MOVED_ON]])
}

/// Puts the rows of a table into the register.
pub(super) fn take(
    register: &Register,
    source: SourceId,
    table: &Table,
    left: &mut Left,
) -> Result<ReadRows> {
    Columns::of(table)?.refuse_without_state(&table.name)?;
    let mut reading = ReadRows::default();
    table.each_row(left, |row| {
        let line = row.line;
        match read(row) {
            Ok((resident, is_presumed, unused)) => {
                reading.taken += 1;
                reading.presumed_alive += usize::from(is_presumed);
                reading.unused.extend(unused.map(|why| UnusableRow { line, why }));
                register.add_resident(Line { source, line }, &resident)
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

/// What the columns of a table hold that may say who has died.
#[derive(Default)]
struct Columns {
    /// Whether some column says it, by its name or by a cell.
    have_state: bool,
    /// Those that were looked at, with what stands in them.
    looked_at: BTreeMap<usize, Says>,
}

impl Columns {
    fn of(table: &Table) -> Result<Self> {
        let mut columns = Self::default();
        table.each_row(&mut Left::default(), |row| {
            columns.have_state |= NAMED.chain([DIED_ON, MOVED_ON]).any(|column| row.has(column));
            for column in GENERAL.filter(|column| row.has(*column)) {
                let says = says(row.cell(column));
                columns.have_state |= matches!(says, Says::State(_));
                let known = columns.looked_at.entry(column).or_insert(says);
                // Of what is no state the marriage tells most of the column.
                if *known == Says::Nothing || says == Says::Marriage {
                    *known = says;
                }
            }
            Ok(())
        })?;
        Ok(columns)
    }

    /// Nobody counts as alive because a column was not understood.
    fn refuse_without_state(&self, table: &str) -> Result<()> {
        if self.have_state || self.looked_at.is_empty() {
            return Ok(());
        }
        let name = |column: &usize| {
            COLUMNS.get(*column).and_then(|names| names.first()).copied().unwrap_or_default()
        };
        let columns = self.looked_at.iter().map(|(column, says)| {
            let what = match says {
                Says::Nothing => "kosong",
                Says::Marriage => "berisi status perkawinan",
                Says::Unknown | Says::State(_) => "isinya tidak dikenal",
            };
            format!("{} ({what})", name(column).to_uppercase())
        });
        Err(Fault::new(
            "tanpa-keadaan",
            format!(
                "{table} tidak menyebut siapa yang meninggal atau pindah; kolom yang diperiksa: {}.",
                columns.collect::<Vec<_>>().join(", ")
            ),
            "Tidak ada yang dicatat. Beri kolom Keadaan dengan isi Hidup, Meninggal, atau Pindah.",
        ))
    }
}

/// Reads a row; without a KK number that can be read it says still who has died and who has moved. And whether it is only
/// presumed that somebody lives.
fn read(row: &Row<'_>) -> std::result::Result<(Resident, bool, Option<&'static str>), &'static str> {
    let nik = Nik::parse(row.cell(NIK));
    let nik = nik.map_err(|fault| unusable(Some(fault), None).unwrap_or("NIK tidak terbaca"))?;
    let kk = KkNumber::parse(row.cell(KK));
    let unused = unusable(None, kk.err());
    let kk = kk.ok().map(|kk| number(kk.digits()));
    let state = state(row)?;
    Ok((
        Resident { nik: number(nik.digits()), kk, state: state.unwrap_or(State::Alive) },
        state.is_none(),
        unused,
    ))
}

/// What all columns of a row say together; none if nothing is said.
fn state(row: &Row<'_>) -> std::result::Result<Option<State>, &'static str> {
    let mut states = Vec::new();
    for column in NAMED.chain(GENERAL) {
        match says(row.cell(column)) {
            Says::State(state) => states.push(state),
            Says::Marriage if GENERAL.contains(&column) => {}
            Says::Nothing => {}
            Says::Marriage | Says::Unknown => {
                return Err("keadaan tidak dikenal: tulis Hidup, Meninggal, atau Pindah");
            }
        }
    }
    for (column, state) in [(DIED_ON, State::Died), (MOVED_ON, State::Moved)] {
        match row.cell(column) {
            "" => {}
            text if states_none(text) => {}
            text if Date::parse_loose(text).is_ok() => states.push(state),
            _ => return Err("tanggal meninggal atau pindah tidak dikenali: tulis seperti 12-05-2020"),
        }
    }
    let said = states.first().copied();
    if states.iter().any(|state| Some(*state) != said) {
        return Err("kolom-kolom keadaan saling bertentangan: periksa barisnya");
    }
    Ok(said)
}

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Nothing,
    Marriage,
    Unknown,
    State(State),
}

/// Reads what Dukcapil writes. `CERAI MATI` is said of the widow, who lives.
fn says(text: &str) -> Says {
    const ALIVE: &[&str] =
        &["hidup", "masih hidup", "aktif", "ada", "penduduk", "penduduk tetap", "tetap", "warga tetap"];
    const MARRIAGE: &[&str] = &["kawin", "cerai", "nikah", "menikah", "janda", "duda", "lajang", "bujang"];
    const DIED: &[&str] = &["meninggal", "wafat", "mati", "almarhum", "almarhumah", "alm", "almh"];
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').collect();
    let has = |these: &[&str]| words.iter().any(|word| these.contains(word));
    if text.is_empty() {
        Says::Nothing
    } else if ALIVE.contains(&text.as_str()) {
        Says::State(State::Alive)
    } else if has(MARRIAGE) {
        Says::Marriage
    } else if words.iter().any(|word| denies(word)) || (has(DIED) && has(&["pindah", "hidup"])) {
        Says::Unknown
    } else if has(DIED) {
        Says::State(State::Died)
    } else if has(&["pindah"]) && !has(&["datang", "masuk"]) {
        Says::State(State::Moved)
    } else {
        Says::Unknown
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
            ("Hidup", Says::State(State::Alive)),
            ("", Says::Nothing),
            ("-", Says::Nothing),
            ("MENINGGAL DUNIA", Says::State(State::Died)),
            ("Alm.", Says::State(State::Died)),
            ("Pindah luar DKI", Says::State(State::Moved)),
            ("CERAI MATI", Says::Marriage),
            ("Belum kawin", Says::Marriage),
            ("belum meninggal", Says::Unknown),
            ("pindah datang", Says::Unknown),
            ("tidak aktif", Says::Unknown),
            ("ganda", Says::Unknown),
        ] {
            assert_eq!(says(text), expect, "{text}");
        }
    }

    /// The code of the fault, or the states of the rows.
    fn check(table: &str, expect: &[&str]) {
        let tables = Tables::read("penduduk", table.as_bytes().to_vec(), COLUMNS, &[&[NIK]]).unwrap();
        let mut found = Vec::new();
        let refused = Columns::of(&tables.tables[0]).unwrap().refuse_without_state("penduduk").err();
        match refused {
            Some(fault) => found.push(fault.message),
            None => tables.tables[0]
                .each_row(&mut Left::default(), |row| {
                    found.push(format!("{:?}", state(row)));
                    Ok(())
                })
                .unwrap(),
        }
        assert_eq!(found.len(), expect.len(), "{found:?}");
        for (found, expect) in found.iter().zip(expect) {
            assert!(found.contains(expect), "{found} is not {expect}");
        }
    }

    #[test]
    fn the_state_is_found_by_name_and_by_cells() {
        let nik = "3174105205809012";
        check(
            &format!("NIK;STATUS;KETERANGAN\n{nik};KAWIN;MENINGGAL\n{nik};CERAI MATI;\n{nik};KAWIN;PINDAH\n"),
            &["Died", "Ok(None)", "Moved"],
        );
        check(
            &format!("NIK;STATUS\n{nik};KAWIN\n{nik};CERAI MATI\n"),
            &["kolom yang diperiksa: STATUS (berisi status perkawinan)"],
        );
        check(&format!("NIK;KETERANGAN\n{nik};\n"), &["KETERANGAN (kosong)"]);
        check(&format!("NIK;Keadaan\n{nik};\n{nik};entah\n"), &["Ok(None)", "tidak dikenal"]);
        check(&format!("NIK;STATUS;Status Hidup\n{nik};KAWIN;HIDUP\n{nik};KAWIN;MATI\n"), &["Alive", "Died"]);
        check(&format!("NIK;Status;Ket\n{nik};Aktif;Meninggal\n"), &["bertentangan"]);
        check(&format!("NIK;Tgl Meninggal\n{nik};\n{nik};12 Mei 2020\n"), &["Ok(None)", "Died"]);
    }
}

//! Lists as they come, and what is read of them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

mod as_people_have_them;
mod binary;
mod bombs;
mod broken;
mod cards;
mod corrections;
mod exchanged;
mod facts;
mod families;
mod formats;
mod forms;
mod invented;
mod random;
mod relatives;
mod renewed;
mod samples;
mod several_in_cell;
mod text;
mod two_tables;
mod variants;
mod workbooks;
mod written;

use domain::{AreaCode, Date};
use lists::{Context, Reading, RowProblem};

/// The list of a kelurahan, of no RT in particular.
fn context() -> Context {
    Context {
        area: AreaCode::parse("31.74.10.1001").unwrap(),
        kelurahan: Some("Pesanggrahan".to_owned()),
        default_rt: None,
        default_rw: None,
        today: Date::parse("2021-03-12").unwrap(),
        corrections: Vec::new(),
    }
}

/// A problem as `row letter field:code`, with the row that stands where this one is its double.
fn shown(problem: &RowProblem) -> String {
    let letter = problem.column.as_ref().map_or("?", |column| column.letter.as_str());
    let first = problem.error.first().map(|first| format!("={}", first.row)).unwrap_or_default();
    format!("{} {letter} {}:{}{first}", problem.place.row, problem.field, problem.error.code())
}

fn problems(reading: &Reading) -> Vec<String> {
    reading.problems().map(shown).collect()
}

fn warnings(reading: &Reading) -> Vec<String> {
    reading.accepted.iter().flat_map(|entry| &entry.warnings).map(shown).collect()
}

/// A family in short: `row KK RT/RW address: members`, a member as `name nik relation` with what else is known of him.
fn families(reading: &Reading) -> Vec<String> {
    let family = |entry: &lists::AcceptedFamily| {
        let h = &entry.household;
        let members: Vec<String> = h
            .members()
            .map(|m| {
                let nik = m.nik.map_or_else(|| "-".to_owned(), |nik| nik.digits().last_four());
                let sex = m.sex.map(|sex| format!(" {sex}")).unwrap_or_default();
                let birth = m.birth.map(|birth| format!(" {birth}")).unwrap_or_default();
                let aid = m.aid.map(|aid| format!(" +{aid}")).unwrap_or_default();
                format!("{} {nik} {}{sex}{birth}{aid}", m.name, m.relation)
            })
            .collect();
        let kk = h.kk.map_or_else(|| "-".to_owned(), |kk| kk.digits().last_four());
        format!("{} {kk} {}/{} {}: {}", entry.place.row, h.rt, h.rw, h.address, members.join(", "))
    };
    reading.accepted.iter().map(family).collect()
}

/// What is taken in, and what is wrong or doubtful.
fn check(list: &str, taken: &[&str], doubts: &[&str]) {
    bytes(list.as_bytes(), &context(), taken, doubts);
}

/// The same for a list in bytes, and what is known of it.
fn bytes(list: &[u8], context: &Context, taken: &[&str], doubts: &[&str]) {
    let name = String::from_utf8_lossy(list);
    let reading = lists::read(list, context).unwrap_or_else(|fault| panic!("{fault}: {name}"));
    assert_eq!(families(&reading), taken, "{name}");
    assert_eq!([problems(&reading), warnings(&reading)].concat(), doubts, "{name}");
}

/// Rows of families.
fn rows(rows: &str, taken: &[&str], doubts: &[&str]) {
    check(&format!("No,No KK,Nama Kepala Keluarga,NIK,Alamat,RT/RW,Jml Jiwa\n{rows}"), taken, doubts);
}

/// A family under the header of [`rows`].
const SITI: &str = "1,3174102410099096,Siti,3174105205809012,Jl. A,5/2,3\n";
const SITI_IN: &str = "2 9096 005/002 Jl. A: Siti 9012 kepala";

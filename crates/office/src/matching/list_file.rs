//! A file with a list, taken into the register and laid beside the families.

use super::comparison::{Comparison, ReadRows};
use super::{aid, residents};
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{ListInForce, Register, SourceKind};
use crate::table::{Left, Tables};
use domain::Aid;
use domain::reading::plain;
use std::path::Path;

/// A file with a list.
pub struct ListFile<'a> {
    /// Which kind of list it is.
    pub kind: SourceKind,
    /// Where it lies.
    pub path: &'a Path,
    /// A list of the same title gives way to it.
    pub title: String,
    /// The programme of rows that name none.
    pub programme: Option<Aid>,
    /// Whether a list without a row is meant so.
    pub may_be_empty: bool,
    /// Somebody has looked: it stands beside the list of another month, and not in its place.
    pub stands_beside: bool,
}

impl ListFile<'_> {
    /// Puts its rows into the register in the place of those of the same title, and matches them. Every sheet of a workbook is
    /// a list.
    ///
    /// # Errors
    /// It is no such list, has no row that can be read, or the register cannot be written.
    pub fn take(&self, register: &Register, now: &Moment) -> Result<(Vec<Comparison>, Left)> {
        let Self { kind, path, title, .. } = self;
        let Tables { tables, mut left } = match kind {
            SourceKind::Aid => aid::open(path)?,
            _ => residents::open(path)?,
        };
        let mut readings = Vec::new();
        for table in &tables {
            let source = register.source(*kind, &table.name, &table.digest, now)?;
            register.forget_rows(source)?;
            let reading = match kind {
                SourceKind::Aid => aid::take(register, source, table, self.programme, &mut left, now.date)?,
                _ => residents::take(register, source, table, &mut left)?,
            };
            readings.push((source, reading));
        }
        self.refuse_empty(&readings.iter().map(|(_, reading)| reading).collect::<Vec<_>>())?;
        self.ask_for_month(register)?;
        register.retire(*kind, title, now)?;
        let mut outcomes = Vec::new();
        for (source, reading) in readings {
            register.put_in_force(source, title)?;
            let mut outcome = compare(register, *kind, &ListInForce { source, title: title.clone() }, now)?;
            outcome.reading = Some(reading);
            outcomes.push(outcome);
        }
        Ok((outcomes, left))
    }

    /// The list of May that does not take the place of that of March leaves refused whoever left the programme in April.
    fn ask_for_month(&self, register: &Register) -> Result<()> {
        let Some(of_month) = without_month(&self.title).filter(|_| !self.stands_beside) else {
            return Ok(());
        };
        let is_of_other_month = |list: &ListInForce| {
            list.title != self.title && without_month(&list.title).as_ref() == Some(&of_month)
        };
        let Some(other) = register.lists_in_force(self.kind)?.into_iter().find(is_of_other_month) else {
            return Ok(());
        };
        Err(Fault::new(
            "daftar-bulan-lain",
            format!(
                "Daftar {} masih berlaku, dan {} tampaknya daftar yang sama dari bulan lain.",
                other.title, self.title
            ),
            format!(
                "Untuk menggantikannya, tambahkan --title {:?}; bila keduanya memang berlaku, tambahkan --yes.",
                other.title
            ),
        ))
    }

    /// An empty list in the place of a good one would clear everybody who is on that.
    fn refuse_empty(&self, readings: &[&ReadRows]) -> Result<()> {
        let unreadable = readings.iter().find_map(|reading| reading.unreadable.first());
        if readings.iter().any(|reading| reading.taken > 0) || (self.may_be_empty && unreadable.is_none()) {
            return Ok(());
        }
        let example =
            unreadable.map(|it| format!(", mis. baris {}: {}", it.line, it.why)).unwrap_or_default();
        Err(Fault::new(
            "daftar-kosong",
            format!("Tidak ada baris yang terbaca di {}{example}.", self.path.display()),
            "Daftar yang lama tetap berlaku. Periksa berkasnya; bila daftarnya memang tanpa baris, tambahkan --memang-kosong.",
        ))
    }
}

/// Lays a list beside the families, and keeps what it says of them.
pub fn compare(
    register: &Register,
    kind: SourceKind,
    list: &ListInForce,
    now: &Moment,
) -> Result<Comparison> {
    let (rows, evidence) = match kind {
        SourceKind::Aid => aid::compare(register, list.source, now)?,
        _ => residents::compare(register, list.source)?,
    };
    let found: Vec<_> =
        evidence.into_iter().map(|((family, line), evidence)| (family, line, evidence)).collect();
    register.set_match_evidence(list.source, &found)?;
    let file = register.source_name(list.source)?;
    Ok(Comparison::of(list, kind, file, rows, &found))
}

/// A title without its month and year; none: it names no month.
fn without_month(title: &str) -> Option<String> {
    let words = plain(title);
    let is_year = |word: &str| word.len() == 4 && word.starts_with("20") && word.parse::<u16>().is_ok();
    let (mut rest, mut is_dated) = (Vec::new(), false);
    for word in words.split(' ') {
        let is_month = MONTHS.iter().any(|names| names.contains(&word));
        is_dated |= is_month;
        if !is_month && !is_year(word) {
            rest.push(word);
        }
    }
    (is_dated && !rest.is_empty()).then(|| rest.join(" "))
}

/// The months as people write them in the names of files.
const MONTHS: [&[&str]; 12] = [
    &["januari", "jan"],
    &["februari", "pebruari", "feb"],
    &["maret", "mar"],
    &["april", "apr"],
    &["mei"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["agustus", "agu", "ags"],
    &["september", "sep", "sept"],
    &["oktober", "okt"],
    &["november", "nopember", "nov"],
    &["desember", "des"],
];

#[cfg(test)]
mod tests {
    use super::without_month;

    #[test]
    fn a_title_and_its_month() {
        for (title, expect) in [
            ("PKH Maret 2021", Some("pkh")),
            ("pkh-mei-2021", Some("pkh")),
            ("kemensos_bpnt_april", Some("kemensos bpnt")),
            ("kemensos", None),
            ("kemensos 2", None),
            ("maret 2021", None),
        ] {
            assert_eq!(without_month(title).as_deref(), expect, "{title}");
        }
    }
}

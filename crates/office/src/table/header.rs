//! The row that names the columns.

use super::left::IDLE;
use crate::fault::Fault;
use domain::reading::plain;

/// A column, by the names that it goes by, in small letters and without dots; the first is its own.
pub type Names = &'static [&'static str];

/// The columns that a table must have, by their places among those that are asked for: of each group one.
pub type Needs = &'static [&'static [usize]];

/// A row that names every column that is needed.
pub(super) struct Header {
    pub(super) places: Vec<Option<usize>>,
    /// Columns that nobody asked for.
    pub(super) others: Vec<String>,
    /// Which columns have a name.
    pub(super) named: Vec<bool>,
}

impl Header {
    pub(super) fn of(cells: &[String], columns: &[Names], needs: Needs) -> Option<Self> {
        if !may_name_columns(cells) {
            return None;
        }
        let places = places(cells, columns);
        if !needs.iter().all(|group| has_one(&places, group)) {
            return None;
        }
        let others = (0..).zip(cells).filter(|(at, _)| !places.contains(&Some(*at)));
        let others = others.map(|(_, name)| name.clone()).collect();
        let named = cells.iter().map(|name| !name.trim().is_empty()).collect();
        Some(Self { places, others, named })
    }

    /// Whether a row names columns of another table, so that those above count no longer.
    pub(super) fn is_of_another_table(cells: &[String], columns: &[Names]) -> bool {
        let names: Vec<String> =
            cells.iter().map(|name| plain(name)).filter(|name| !name.is_empty()).collect();
        let is_known = |name: &&String| {
            IDLE.contains(&name.as_str()) || columns.iter().any(|names| names.contains(&name.as_str()))
        };
        may_name_columns(cells) && names.len() >= 3 && names.iter().filter(is_known).count() * 2 > names.len()
    }
}

/// A name of a column holds no number of a person, and no date.
fn may_name_columns(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.bytes().filter(u8::is_ascii_digit).count() < 5)
}

/// What the row lacks that comes nearest to a header.
pub(super) struct Lacking(Vec<&'static [usize]>);

impl Lacking {
    pub(super) fn all(needs: Needs) -> Self {
        Self(needs.to_vec())
    }

    /// Another row that may be meant as the header.
    pub(super) fn look_at(&mut self, cells: &[String], columns: &[Names], needs: Needs) {
        let places = places(cells, columns);
        let lacking: Vec<_> = needs.iter().filter(|group| !has_one(&places, group)).copied().collect();
        if lacking.len() < self.0.len() {
            self.0 = lacking;
        }
    }

    pub(super) fn fault(&self, file: &str, columns: &[Names], hidden_sheets: &[String]) -> Fault {
        let name = |column: &usize| columns.get(*column).and_then(|names| names.first()).copied();
        // Three of the names say what is meant; all of them are in the remedy.
        let any_of =
            |group: &&[usize]| group.iter().filter_map(name).take(3).collect::<Vec<_>>().join(" atau ");
        let lacking: Vec<String> = self.0.iter().map(any_of).collect();
        let all: Vec<&str> = columns.iter().filter_map(|names| names.first().copied()).collect();
        let hidden = match hidden_sheets {
            [] => String::new(),
            some => format!(
                "Lembar tersembunyi tidak dibaca: {}; tampilkan bila memang dikirim. ",
                some.join("; ")
            ),
        };
        Fault::new(
            "tanpa-judul",
            format!("{file} tidak punya kolom yang diperlukan: {}.", lacking.join("; ")),
            hidden
                + &format!("Periksa berkasnya, atau beri baris judul dengan nama kolom: {}.", all.join(", ")),
        )
    }
}

/// Where the columns stand.
fn places(cells: &[String], columns: &[Names]) -> Vec<Option<usize>> {
    let names: Vec<String> = cells.iter().map(|name| plain(name)).collect();
    let place = |column: &Names| column.iter().find_map(|name| names.iter().position(|it| it == name));
    columns.iter().map(place).collect()
}

fn has_one(places: &[Option<usize>], group: &[usize]) -> bool {
    group.iter().any(|column| places.get(*column).is_some_and(Option::is_some))
}

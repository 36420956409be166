//! The row that names the columns.

use crate::fault::Fault;
use domain::reading::plain;

/// A column, by the names that it goes by, in small letters and without dots; the first is its own.
pub type Names = &'static [&'static str];

/// The columns that a table must have, by their places among those that are asked for: of each group one.
pub type Needs = &'static [&'static [usize]];

/// A row that names every column that is needed.
pub(super) struct Header {
    pub(super) number: u32,
    pub(super) places: Vec<Option<usize>>,
    /// Columns that nobody asked for.
    pub(super) others: Vec<String>,
}

impl Header {
    pub(super) fn of(number: u32, cells: &[String], columns: &[Names], needs: Needs) -> Option<Self> {
        let places = places(cells, columns);
        let others = (0..).zip(cells).filter(|(at, _)| !places.contains(&Some(*at)));
        let others = others.map(|(_, name)| name.clone()).collect();
        needs.iter().all(|group| has_one(&places, group)).then_some(Self { number, places, others })
    }
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

    pub(super) fn fault(&self, file: &str, columns: &[Names]) -> Fault {
        let name = |column: &usize| columns.get(*column).and_then(|names| names.first()).copied();
        let any_of = |group: &&[usize]| group.iter().filter_map(name).collect::<Vec<_>>().join(" atau ");
        let lacking: Vec<String> = self.0.iter().map(any_of).collect();
        let all: Vec<&str> = columns.iter().filter_map(|names| names.first().copied()).collect();
        Fault::new(
            "tanpa-judul",
            format!("{file} tidak punya kolom yang diperlukan: {}.", lacking.join("; ")),
            format!("Periksa berkasnya, atau beri baris judul dengan nama kolom: {}.", all.join(", ")),
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

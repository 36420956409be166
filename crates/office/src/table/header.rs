//! The row that names the columns.

use super::file_kind::file_kind;
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

    /// The cells of a row by the columns that are asked for.
    pub(super) fn cells(&self, cells: &[String]) -> Vec<String> {
        let cell = |place: &Option<usize>| place.and_then(|at| cells.get(at)).cloned().unwrap_or_default();
        self.places.iter().map(cell).collect()
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
pub(super) struct Lacking {
    groups: Vec<&'static [usize]>,
    /// How many columns it names.
    known: usize,
    /// Which row that is, and its cells.
    nearest: Option<(u32, Vec<String>)>,
    /// What kind of file this seems to be.
    kind: Option<&'static str>,
}

impl Lacking {
    pub(super) fn all(needs: Needs) -> Self {
        Self { groups: needs.to_vec(), known: 0, nearest: None, kind: None }
    }

    /// Another row that may be meant as the header.
    pub(super) fn look_at(&mut self, line: u32, cells: &[String], columns: &[Names], needs: Needs) {
        let places = places(cells, columns);
        let lacking: Vec<_> = needs.iter().filter(|group| !has_one(&places, group)).copied().collect();
        let known = places.iter().flatten().count();
        let is_nearer = (lacking.len(), self.known) < (self.groups.len(), known);
        if is_nearer && known > 0 && may_name_columns(cells) {
            (self.groups, self.known) = (lacking, known);
            self.nearest = Some((line, cells.to_vec()));
        }
        self.kind = self.kind.or_else(|| file_kind(cells));
    }

    pub(super) fn fault(&self, file: &str, columns: &[Names], hidden_sheets: &[String]) -> Fault {
        let name = |column: &usize| columns.get(*column).and_then(|names| names.first()).copied();
        // Three of the names say what is meant; all of them are in the remedy.
        let any_of =
            |group: &&[usize]| group.iter().filter_map(name).take(3).collect::<Vec<_>>().join(" atau ");
        let lacking: Vec<String> = self.groups.iter().map(any_of).collect();
        let all: Vec<&str> = columns.iter().filter_map(|names| names.first().copied()).collect();
        let hidden = match hidden_sheets {
            [] => String::new(),
            some => format!(
                "Lembar tersembunyi tidak dibaca: {}; tampilkan bila memang dikirim. ",
                some.join("; ")
            ),
        };
        let kind = self.kind.map(|kind| format!("Ini seperti {kind}. ")).unwrap_or_default();
        Fault::new(
            "tanpa-judul",
            format!("{file} tidak punya kolom yang diperlukan: {}.", lacking.join("; ")),
            hidden
                + &kind
                + &self.understood(columns)
                + &format!("Periksa berkasnya, atau beri baris judul dengan nama kolom: {}.", all.join(", ")),
        )
    }

    /// Which row was taken for the header, and its columns for what.
    fn understood(&self, columns: &[Names]) -> String {
        let Some((line, cells)) = &self.nearest else { return String::new() };
        let pairs = columns.iter().zip(places(cells, columns));
        let known: Vec<String> = pairs
            .filter_map(|(names, place)| Some(format!("{} = {}", cells.get(place?)?.trim(), names.first()?)))
            .collect();
        match known.is_empty() {
            true => String::new(),
            false => format!("Baris {line} dibaca sebagai judul: {}. ", known.join(", ")),
        }
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

//! What stands above the members of a family instead of in columns: `No. KK : 3174…`, `Alamat : …`, as the books of families
//! of the kelurahan have it.

use crate::cell::digits;
use crate::columns::Columns;
use crate::header_name::{kind_of, words_of};
use crate::neighbourhood::Neighbourhood;
use crate::numbers::{may_be_kk, may_be_number};
use crate::person_columns::PersonColumns;
use crate::table::Row;
use domain::KkNumber;
use domain::reading::states_none;
use domain::sixteen::is_separator;
use lists_protocol::ColumnKind;

/// What the rows below have in common.
#[derive(Clone, Default)]
struct Banner {
    kk: String,
    address: String,
    neighbourhood: Neighbourhood,
}

impl Banner {
    /// Reads a row; `None`: it is none.
    fn of(row: &Row) -> Option<Self> {
        let mut banner = Self::default();
        let texts = texts(row);
        let mut cells = texts.iter().map(String::as_str).peekable();
        while let Some(text) = cells.next() {
            // The value may stand in the next cell.
            let next = cells.peek().copied().unwrap_or_default().trim_start_matches([':', ' ']);
            // Without a mark it may be a column that is called so.
            let has_mark =
                text.contains([':', '=']) || cells.peek().is_some_and(|next| next.starts_with(':'));
            let (label, value) = text.split_at(text.find([':', '=']).unwrap_or(text.len()));
            let value = Some(value.trim_start_matches([':', '=', ' ']))
                .filter(|value| !value.is_empty())
                .unwrap_or(next);
            match words_of(label).iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
                ["alamat"]
                    if !value.is_empty() && digits(value) < 12 && (has_mark || kind_of(value).is_none()) =>
                {
                    value.clone_into(&mut banner.address);
                }
                _ => {}
            }
            if banner.kk.is_empty() && (speaks_of_kk(text) || (texts.len() <= 2 && is_heading(text, next))) {
                banner.kk = long_number(text).or_else(|| long_number(next)).unwrap_or_default();
                // `Alamat` may stand in the same cell, behind the number.
                if let Some((_, address)) = text.split_once("Alamat").or_else(|| text.split_once("ALAMAT")) {
                    address.trim_start_matches([' ', ':']).clone_into(&mut banner.address);
                }
            }
        }
        if banner.kk.is_empty() && banner.address.is_empty() {
            // `Keluarga ke-2, nomor kartu belum jelas`: another family, whose number is not there.
            let text = row.filled().map(|(_, text)| text).find(|text| speaks_of_kk(text))?;
            if row.filled().count() > 1 {
                return None;
            }
            text.clone_into(&mut banner.kk);
        }
        banner.neighbourhood = Neighbourhood::mentioned(&row.cells.join(" "));
        Some(banner)
    }

    /// Goes on with the next row of titles. Another KK number is another family.
    fn then(&mut self, next: Self) {
        if !next.kk.is_empty() {
            *self = next;
            return;
        }
        if !next.address.is_empty() {
            self.address = next.address;
        }
        self.neighbourhood = next.neighbourhood.or(std::mem::take(&mut self.neighbourhood));
    }
}

/// Gives the rows of a list without a column for the KK number columns of what stands above them, and tells which rows those
/// were. `above`: the titles over the header.
pub(crate) fn spread(columns: &mut Columns, above: &[Row], rows: &mut Vec<Row>) -> Vec<u32> {
    let has_kk = |banner: Banner| KkNumber::parse(&banner.kk).is_ok();
    if columns.at(ColumnKind::Kk).is_some()
        || !above.iter().chain(rows.iter()).filter_map(Banner::of).any(has_kk)
    {
        return Vec::new();
    }
    let mut banner = Banner::default();
    let mut set_aside = Vec::new();
    for row in above {
        if let Some(next) = Banner::of(row) {
            banner.then(next);
            set_aside.push(row.number);
        }
    }
    let (at, person) = (columns.beyond(rows), columns.person());
    // Not below the signature that ends a page.
    let is_person = |row: &Row| match person.nik {
        Some(at) => may_be_number(row.cell(at)) || states_none(row.cell(at)),
        None => person.name.is_some_and(|at| !row.cell(at).is_empty()),
    };
    rows.retain_mut(|row| {
        // A note of somebody may mention a KK number too.
        if !has_name_and_number(row, person)
            && let Some(next) = Banner::of(row)
        {
            banner.then(next);
            set_aside.push(row.number);
            return false;
        }
        if !is_person(row) {
            return true;
        }
        let Banner { kk, address, neighbourhood } = &banner;
        let texts = [Some(kk), Some(address), neighbourhood.rt.as_ref(), neighbourhood.rw.as_ref()];
        for (i, text) in texts.into_iter().enumerate() {
            row.set(at + i, text.cloned().unwrap_or_default());
        }
        true
    });
    let kinds = [ColumnKind::Kk, ColumnKind::Address, ColumnKind::Rt, ColumnKind::Rw];
    for (i, kind) in kinds.into_iter().enumerate() {
        if columns.at(kind).is_none() {
            columns.add(at + i, ABOVE, kind);
        }
    }
    set_aside
}

/// The texts of a row. A colon in a cell of its own is of the label before it.
fn texts(row: &Row) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for (_, text) in row.filled() {
        match texts.last_mut().filter(|_| text == ":") {
            Some(label) => label.push_str(" :"),
            None => texts.push(text.to_owned()),
        }
    }
    texts
}

/// The name of such a column.
const ABOVE: &str = "baris di atas keluarga";

/// Whether name and number of a person stand in their columns.
fn has_name_and_number(row: &Row, person: PersonColumns) -> bool {
    let text = |at: Option<usize>| at.map_or("", |at| row.cell(at));
    let name = text(person.name);
    digits(text(person.nik)) >= 12 && name.contains(char::is_alphabetic) && !speaks_of_kk(name)
}

/// Whether a text is about the number of a family.
fn speaks_of_kk(text: &str) -> bool {
    let before: String = text.chars().take_while(|c| *c != ':').take(60).collect();
    let words = words_of(&before);
    words.iter().any(|word| matches!(word.as_str(), "kk" | "nkk"))
        || (words.iter().any(|word| word == "keluarga")
            && words.iter().any(|word| matches!(word.as_str(), "ke" | "no" | "kartu")))
}

/// Whether it is the heading of the card of a family: `No. 3174…` and no more, in one cell or in two.
fn is_heading(text: &str, next: &str) -> bool {
    let (label, number) = text.split_at(text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len()));
    let number = if number.is_empty() { next } else { number };
    words_of(label) == ["no"] && KkNumber::parse(number).is_ok_and(|kk| may_be_kk(kk.digits()))
}

/// The number of a family in a text.
fn long_number(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || is_separator(c);
    let runs = text.split(|c: char| !is_part(c));
    runs.map(str::trim).find(|run| KkNumber::parse(run).is_ok()).map(str::to_owned)
}

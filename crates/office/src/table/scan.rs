//! The rows of a table, one after the other: which are data, and what the others are.

use super::account::TableAccount;
use super::header::{Header, Names, Needs};
use super::left::Left;
use super::row::Row;
use super::row_kind::{begins_signature, filled, is_narrow, is_numbering, is_sum, names_somebody};
use crate::fault::Result;
use lists::table::Look;
use lists::{Account, Aside, WhyUnread};
use std::collections::BTreeSet;

/// More rows than this are no titles of the next table.
const MOST_TITLES: usize = 20;

/// Where in the table the reader stands.
pub(super) struct Scan {
    columns: &'static [Names],
    needs: Needs,
    header: Option<Header>,
    /// Columns of every header that nobody asked for.
    others: Vec<String>,
    /// How many of them are of the headers before the one that counts.
    others_before: usize,
    nameless: BTreeSet<usize>,
    /// Rows that hold more beyond the last column that is read.
    wide: Vec<u32>,
    /// Rows with a cell of which only the beginning is read.
    long: Vec<u32>,
    is_below_header: bool,
    is_closing: bool,
    /// Rows above which it is not known yet whether another header stands below them.
    waiting: Vec<(u32, Vec<String>)>,
    table: String,
    account: Account,
    /// What rows are that are no data, until the table ends.
    aside: Vec<(u32, Aside)>,
    sums: Vec<Vec<String>>,
}

/// What is not read of a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Cut {
    /// It holds more beyond the last column that is read.
    pub(super) is_wide: bool,
    /// Of a cell of it only the beginning is read.
    pub(super) is_long: bool,
}

type Each<'a> = dyn FnMut(&Row<'_>) -> Result<()> + 'a;

impl Scan {
    pub(super) fn of(table: &str, columns: &'static [Names], needs: Needs) -> Self {
        Self {
            columns,
            needs,
            header: None,
            others: Vec::new(),
            others_before: 0,
            nameless: BTreeSet::new(),
            wide: Vec::new(),
            long: Vec::new(),
            is_below_header: false,
            is_closing: false,
            waiting: Vec::new(),
            table: table.to_owned(),
            account: Account::default(),
            aside: Vec::new(),
            sums: Vec::new(),
        }
    }

    /// What is not read of the row.
    pub(super) fn cut(&mut self, line: u32, cut: Cut) {
        self.wide.extend(cut.is_wide.then_some(line));
        self.long.extend(cut.is_long.then_some(line));
    }

    /// Another row, in the order of the table.
    pub(super) fn row(&mut self, line: u32, cells: &[String], look: Look, each: &mut Each<'_>) -> Result<()> {
        if line == 0 {
            // The names in a Parquet file stand in no row.
            self.begin(cells);
            return Ok(());
        }
        if filled(cells) == 0 {
            return Ok(());
        }
        self.account.rows += 1;
        let is_somebody = names_somebody(cells);
        if !is_somebody && self.begin(cells) {
            self.titles();
            self.aside(line, Aside::Header);
            return Ok(());
        }
        let unshown = match look {
            Look::Plain => None,
            Look::Hidden => Some(Aside::Unread(WhyUnread::Hidden)),
            Look::StruckOut => Some(Aside::Unread(WhyUnread::StruckOut)),
        };
        if let Some(unshown) = unshown {
            self.aside(line, unshown);
            return Ok(());
        }
        let is_first = std::mem::take(&mut self.is_below_header);
        if is_first && !is_somebody && self.goes_on(cells) {
            self.aside(line, Aside::Header);
            return Ok(());
        }
        if is_somebody {
            self.is_closing = false;
            return self.data(line, cells, each);
        }
        if self.header.is_some() && Header::is_of_another_table(cells, self.columns) {
            self.flush(each)?;
            self.header = None;
        }
        let Some(header) = &self.header else {
            // It may be a title, if a header follows.
            if self.waiting.len() == MOST_TITLES {
                self.flush(each)?;
            }
            self.waiting.push((line, Vec::new()));
            return Ok(());
        };
        let columns = header.named.iter().filter(|named| **named).count();
        let sums = is_sum(cells).then(|| header.cells(cells));
        let is_narrow = is_narrow(cells, columns);
        if is_first && is_numbering(cells) {
            self.aside(line, Aside::Numbering);
        } else if let Some(sums) = sums {
            self.flush(each)?;
            self.sums.push(sums);
            self.aside(line, Aside::Sum);
        } else if is_narrow && (self.is_closing || begins_signature(cells)) {
            self.flush(each)?;
            self.is_closing = true;
            self.aside(line, Aside::Signature);
        } else if is_narrow && self.waiting.len() < MOST_TITLES {
            self.waiting.push((line, cells.to_vec()));
        } else {
            self.data(line, cells, each)?;
        }
        Ok(())
    }

    /// Ends the table, and puts its account beside the others.
    pub(super) fn end(mut self, left: &mut Left, each: &mut Each<'_>) -> Result<()> {
        self.flush(each)?;
        left.add_columns(self.others);
        for column in self.nameless {
            left.add_nameless(&self.table, column);
        }
        left.add_cut(&self.table, &self.wide, &self.long);
        self.aside.sort_unstable();
        for (line, aside) in self.aside {
            self.account.set_aside(None, line, aside);
        }
        left.accounts.push(TableAccount { table: self.table, account: self.account, sums: self.sums });
        Ok(())
    }

    /// Whether the row is a header: it counts for the rows below.
    fn begin(&mut self, cells: &[String]) -> bool {
        let Some(header) = Header::of(cells, self.columns, self.needs) else { return false };
        self.others_before = self.others.len();
        self.take(header);
        self.is_below_header = true;
        self.is_closing = false;
        true
    }

    /// Whether the row is the second one of the header.
    fn goes_on(&mut self, cells: &[String]) -> bool {
        let header = self.header.as_ref().and_then(|above| above.over(cells, self.columns, self.needs));
        let Some(header) = header else { return false };
        self.others.truncate(self.others_before);
        self.take(header);
        true
    }

    fn take(&mut self, mut header: Header) {
        self.others.append(&mut header.others);
        self.header = Some(header);
    }

    /// What waits are titles.
    fn titles(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        self.aside.extend(waiting.into_iter().map(|(line, _)| (line, Aside::Title)));
    }

    /// What waits is data, or stands below no header.
    fn flush(&mut self, each: &mut Each<'_>) -> Result<()> {
        for (line, cells) in std::mem::take(&mut self.waiting) {
            self.hand_out(line, &cells, each)?;
        }
        Ok(())
    }

    fn data(&mut self, line: u32, cells: &[String], each: &mut Each<'_>) -> Result<()> {
        self.flush(each)?;
        self.hand_out(line, cells, each)
    }

    fn hand_out(&mut self, line: u32, cells: &[String], each: &mut Each<'_>) -> Result<()> {
        let Some(header) = &self.header else {
            self.aside(line, Aside::Unread(WhyUnread::NoHeader));
            return Ok(());
        };
        self.account.data += 1;
        let is_nameless = |at: usize| !header.named.get(at).copied().unwrap_or(false);
        let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
        self.nameless.extend(filled.map(|(at, _)| at).filter(|at| is_nameless(*at)));
        each(&Row { line, cells, places: &header.places })
    }

    fn aside(&mut self, line: u32, aside: Aside) {
        self.aside.push((line, aside));
    }
}

//! What every row of a sheet is to the reader.

use lists_protocol::{Account, UnreadRows, WhyUnread};
use std::collections::BTreeMap;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowUse {
    /// Of a family.
    Family,
    /// A title, or what stands below a list.
    Title,
    /// Names or numbers of columns.
    Header,
    /// A sum.
    Sum,
    /// Not read.
    Unread(WhyUnread),
}

/// The rows of a sheet, and what each is.
pub(crate) struct RowUses(BTreeMap<u32, Option<RowUse>>);

impl RowUses {
    /// Rows of which nothing is known yet.
    pub(crate) fn of(rows: impl Iterator<Item = u32>) -> Self {
        Self(rows.map(|row| (row, None)).collect())
    }

    /// Says what a row is. Where two tables stand side by side, a row of a family stays one.
    pub(crate) fn set(&mut self, row: u32, is: RowUse) {
        if let Some(known) = self.0.get_mut(&row)
            && *known != Some(RowUse::Family)
        {
            *known = Some(is);
        }
    }

    /// The account of the sheet. What nobody has said anything of is not read.
    pub(crate) fn account(self, sheet: Option<&String>) -> Account {
        let mut account = Account { rows: self.0.len(), ..Account::default() };
        for (row, is) in self.0 {
            match is.unwrap_or(RowUse::Unread(WhyUnread::NamesNobody)) {
                RowUse::Family => account.families += 1,
                RowUse::Title => account.titles += 1,
                RowUse::Header => account.headers += 1,
                RowUse::Sum => account.sums += 1,
                RowUse::Unread(why) => match account.unread.last_mut() {
                    Some(above) if above.why == why && above.last + 1 == row => {
                        (above.last, above.count) = (row, above.count + 1);
                    }
                    _ => account.unread.push(UnreadRows {
                        sheet: sheet.cloned(),
                        first: row,
                        last: row,
                        count: 1,
                        why,
                    }),
                },
            }
        }
        account
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_is_said_of_rows_the_account_adds_up(
            rows in proptest::collection::btree_set(1..60u32, 0..40),
            said in proptest::collection::vec((1..60u32, 0..5usize), 0..80),
        ) {
            let mut uses = RowUses::of(rows.iter().copied());
            let all = [
                RowUse::Family,
                RowUse::Title,
                RowUse::Header,
                RowUse::Sum,
                RowUse::Unread(WhyUnread::Hidden),
            ];
            said.iter().for_each(|(row, is)| uses.set(*row, all[*is]));
            let account = uses.account(None);
            prop_assert_eq!(account.rows, rows.len());
            prop_assert!(account.adds_up(), "{:?}", account);
        }
    }
}

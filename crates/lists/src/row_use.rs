//! What every row of a sheet is to the reader.

use lists_protocol::{Account, Aside, WhyUnread};
use std::collections::BTreeMap;

/// The rows of a sheet, and what each is.
pub(crate) struct RowUses(BTreeMap<u32, RowUse>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowUse {
    Family,
    Aside(Aside),
}

impl RowUses {
    /// Rows of which nothing is known yet. What nobody says anything of is not read.
    pub(crate) fn of(rows: impl Iterator<Item = u32>) -> Self {
        let unknown = RowUse::Aside(Aside::Unread(WhyUnread::NamesNobody));
        Self(rows.map(|row| (row, unknown)).collect())
    }

    /// Says that a row is of a family.
    pub(crate) fn take(&mut self, row: u32) {
        if let Some(known) = self.0.get_mut(&row) {
            *known = RowUse::Family;
        }
    }

    /// Says what a row is that is of none. Where two tables stand side by side, a row of a family stays one.
    pub(crate) fn set_aside(&mut self, row: u32, is: Aside) {
        if let Some(known) = self.0.get_mut(&row)
            && *known != RowUse::Family
        {
            *known = RowUse::Aside(is);
        }
    }

    /// The account of the sheet.
    pub(crate) fn account(self, sheet: Option<&String>) -> Account {
        let mut account = Account { rows: self.0.len(), ..Account::default() };
        for (row, is) in self.0 {
            match is {
                RowUse::Family => account.data += 1,
                RowUse::Aside(is) => account.set_aside(sheet, row, is),
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
            let all = [Aside::Title, Aside::Header, Aside::Sum, Aside::Unread(WhyUnread::Hidden)];
            for (row, is) in &said {
                match all.get(*is) {
                    Some(is) => uses.set_aside(*row, *is),
                    None => uses.take(*row),
                }
            }
            let account = uses.account(None);
            let taken = rows.iter().filter(|row| said.contains(&(**row, all.len()))).count();
            prop_assert_eq!((account.rows, account.data), (rows.len(), taken));
            prop_assert!(account.adds_up(), "{:?}", account);
        }
    }
}

//! Which columns of lists were corrected on this phone, so that the next list of the same layout is read at once as its owner
//! has said. Only the names of columns are kept, nothing of their cells.

use lists_protocol::{Column, ColumnName, Correction};

/// So many layouts are remembered; the oldest goes first.
const MOST: usize = 20;

/// The layouts that were corrected, the last one last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layouts(pub(crate) Vec<Layout>);

/// The columns of a list, and what was said of some of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) columns: Vec<ColumnName>,
    pub(crate) corrections: Vec<(ColumnName, lists_protocol::ColumnKind)>,
}

impl Layouts {
    /// What was said the last time of a list with these columns. Sheets may be called otherwise now.
    pub fn corrections(&self, columns: &[Column]) -> Vec<Correction> {
        let names = names(columns);
        let Some(layout) = self.0.iter().rev().find(|layout| layout.columns == names) else {
            return Vec::new();
        };
        let told = |column: &Column| {
            let (_, kind) = layout.corrections.iter().find(|(name, _)| *name == column.name)?;
            Some(Correction { sheet: column.sheet.clone(), name: column.name.clone(), kind: *kind })
        };
        columns.iter().filter_map(told).collect()
    }

    /// Remembers what was said of a list with these columns; nothing said: forgets it.
    pub fn remember(&mut self, columns: &[Column], corrections: &[Correction]) {
        let columns = names(columns);
        self.0.retain(|layout| layout.columns != columns);
        // Columns without names may be those of any list.
        if !corrections.is_empty() && columns.iter().any(|name| !name.header.is_empty()) {
            let corrections = corrections.iter().map(|told| (told.name.clone(), told.kind)).collect();
            self.0.push(Layout { columns, corrections });
        }
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
    }
}

fn names(columns: &[Column]) -> Vec<ColumnName> {
    columns.iter().map(|column| column.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lists_protocol::ColumnKind;

    fn columns(sheet: &str, names: &[&str]) -> Vec<Column> {
        let column = |(at, name): (usize, &&str)| Column {
            sheet: Some(sheet.to_owned()),
            name: ColumnName::new(at, name),
            kind: None,
            fit: None,
            long_numbers: 0,
            proposed: None,
            example: "Siti".to_owned(),
        };
        names.iter().enumerate().map(column).collect()
    }

    fn correction(column: &Column, kind: ColumnKind) -> Correction {
        Correction { sheet: column.sheet.clone(), name: column.name.clone(), kind }
    }

    #[test]
    fn the_next_list_of_the_same_columns_is_corrected_whatever_its_sheet_is_called() {
        let (march, april) = (columns("Maret", &["Nomor", "Orang"]), columns("April", &["Nomor", "Orang"]));
        let mut layouts = Layouts::default();
        layouts.remember(&march, &[correction(&march[0], ColumnKind::Nik)]);
        assert_eq!(layouts.corrections(&april), [correction(&april[0], ColumnKind::Nik)]);
        assert_eq!(layouts.corrections(&columns("April", &["Orang", "Nomor"])), []);
        layouts.remember(&april, &[]);
        assert_eq!(layouts.corrections(&march), []);
    }

    #[test]
    fn the_oldest_layout_goes_first() {
        let mut layouts = Layouts::default();
        let list = |n: usize| columns("A", &[n.to_string().as_str()]);
        for n in 0..=MOST {
            layouts.remember(&list(n), &[correction(&list(n)[0], ColumnKind::Kk)]);
        }
        assert_eq!((layouts.0.len(), layouts.corrections(&list(0)).len()), (MOST, 0));
        assert_eq!(layouts.corrections(&list(MOST)).len(), 1);
    }
}

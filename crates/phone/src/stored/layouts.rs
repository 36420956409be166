//! The layouts of lists that were corrected, as they are stored: names of columns, and the codes of what they hold.

use super::Stored;
use crate::layouts::{Layout, Layouts};
use lists_protocol::{ColumnKind, ColumnName};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct LayoutsRecord {
    v: u32,
    layouts: Vec<LayoutRecord>,
}

#[derive(Serialize, Deserialize)]
struct LayoutRecord {
    columns: Vec<NameRecord>,
    corrections: Vec<CorrectionRecord>,
}

#[derive(Serialize, Deserialize)]
struct NameRecord {
    letter: String,
    header: String,
}

#[derive(Serialize, Deserialize)]
struct CorrectionRecord {
    column: NameRecord,
    kind: String,
}

impl Stored for Layouts {
    type Record = LayoutsRecord;

    fn to_record(&self) -> LayoutsRecord {
        let layout = |Layout { columns, corrections }: &Layout| LayoutRecord {
            columns: columns.iter().map(NameRecord::from).collect(),
            corrections: corrections
                .iter()
                .map(|(name, kind)| CorrectionRecord { column: name.into(), kind: kind.code().to_owned() })
                .collect(),
        };
        LayoutsRecord { v: 1, layouts: self.0.iter().map(layout).collect() }
    }

    /// What a later version calls otherwise is left out: that column is asked for again.
    fn from_record(record: LayoutsRecord) -> Self {
        let kind = |code: &str| ColumnKind::ALL.into_iter().find(|kind| kind.code() == code);
        let layout = |LayoutRecord { columns, corrections }: LayoutRecord| Layout {
            columns: columns.into_iter().map(ColumnName::from).collect(),
            corrections: corrections
                .into_iter()
                .filter_map(|told| Some((told.column.into(), kind(&told.kind)?)))
                .collect(),
        };
        Self(record.layouts.into_iter().map(layout).collect())
    }
}

impl From<&ColumnName> for NameRecord {
    fn from(ColumnName { letter, header }: &ColumnName) -> Self {
        Self { letter: letter.clone(), header: header.clone() }
    }
}

impl From<NameRecord> for ColumnName {
    fn from(NameRecord { letter, header }: NameRecord) -> Self {
        Self { letter, header }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_are_read_back_and_later_kinds_are_left_out() {
        let name = ColumnName { letter: "B".to_owned(), header: "Nomor".to_owned() };
        let layout = Layout { columns: vec![name.clone()], corrections: vec![(name, ColumnKind::Nik)] };
        let layouts = Layouts(vec![layout]);
        let json = layouts.to_json().unwrap();
        assert_eq!(Layouts::from_json(&json), Some(layouts));
        let later = json.replace("\"nik\"", "\"nomor-paspor\"");
        let read = Layouts::from_json(&later).unwrap();
        assert!(read.0[0].corrections.is_empty());
        assert_eq!(Layouts::from_json(&json.replace("\"v\":1", "\"v\":2")), None);
    }
}

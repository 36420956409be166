//! Parquet, which other offices write with pandas, DuckDB or Polars.

use super::{Reading, Row};
use crate::fault::Result;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::Field;
use std::fs::File;

/// The first day of 1970 in days of the calendar that [`domain::Date`] counts.
const EPOCH: (i32, u8, u8) = (1970, 1, 1);
const MILLIS_A_DAY: i64 = 86_400_000;

impl<N: Fn(&[bool]) -> bool, E: FnMut(&Row<'_>) -> Result<()>> Reading<'_, N, E> {
    /// The first row is row 1: the names of the columns stand in no row.
    pub(super) fn parquet(&mut self, file: File) -> Result<()> {
        let file = SerializedFileReader::new(file).map_err(|_| self.unreadable())?;
        let schema = file.metadata().file_metadata().schema();
        let names: Vec<String> = schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
        self.row(0, &names)?;
        if self.places.is_none() {
            return Err(self.no_header());
        }
        let rows = file.get_row_iter(None).map_err(|_| self.unreadable())?;
        let mut cells = vec![String::new(); names.len()];
        for (line, row) in (1..).zip(rows) {
            let row = row.map_err(|_| self.unreadable())?;
            for (cell, (_, field)) in cells.iter_mut().zip(row.get_column_iter()) {
                cell.clear();
                write(field, cell);
            }
            self.row(line, &cells)?;
        }
        Ok(())
    }
}

/// As text; whole numbers without a point, dates as ISO.
fn write(field: &Field, cell: &mut String) {
    match field {
        Field::Null => {}
        Field::Str(text) => cell.push_str(text),
        Field::Bytes(bytes) => cell.push_str(&String::from_utf8_lossy(bytes.data())),
        Field::Double(number) if number.fract() == 0.0 => *cell = format!("{number:.0}"),
        Field::Date(days) => *cell = day(i64::from(*days)),
        Field::TimestampMillis(millis) => *cell = day(millis.div_euclid(MILLIS_A_DAY)),
        Field::TimestampMicros(micros) => *cell = day(micros.div_euclid(1000 * MILLIS_A_DAY)),
        other => *cell = other.to_string(),
    }
}

fn day(since: i64) -> String {
    let (year, month, day) = EPOCH;
    domain::Date::new(year, month, day)
        .map_or_else(|_| String::new(), |date| date.plus_days(since).to_string())
}

#[cfg(test)]
mod tests {
    use crate::table::each_row;
    use parquet::data_type::{ByteArrayType, Int32Type, Int64Type};
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;
    use std::sync::Arc;

    #[test]
    fn texts_numbers_and_days_are_read_as_other_tables_have_them() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let schema =
            "message list { required binary NAMA (UTF8); required int64 NIK; required int32 Lahir (DATE); }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let mut writer = SerializedFileWriter::new(file.reopen().unwrap(), schema, Arc::default()).unwrap();
        let mut rows = writer.next_row_group().unwrap();
        let mut names = rows.next_column().unwrap().unwrap();
        names
            .typed::<ByteArrayType>()
            .write_batch(&["Contoh Satu".into(), "Contoh Dua".into()], None, None)
            .unwrap();
        names.close().unwrap();
        let mut niks = rows.next_column().unwrap().unwrap();
        niks.typed::<Int64Type>().write_batch(&[3174105205809012, 3174105205829013], None, None).unwrap();
        niks.close().unwrap();
        let mut days = rows.next_column().unwrap().unwrap();
        days.typed::<Int32Type>().write_batch(&[0, -1], None, None).unwrap();
        days.close().unwrap();
        rows.close().unwrap();
        writer.close().unwrap();

        let mut read = Vec::new();
        each_row(
            file.path(),
            &[&["nik"], &["nama"], &["lahir"]],
            |found| found[0],
            |row| {
                read.push((row.line, [0, 1, 2].map(|column| row.cell(column).to_owned())));
                Ok(())
            },
        )
        .unwrap();
        let expect = [
            (1, ["3174105205809012", "Contoh Satu", "1970-01-01"].map(str::to_owned)),
            (2, ["3174105205829013", "Contoh Dua", "1969-12-31"].map(str::to_owned)),
        ];
        assert_eq!(read, expect);
        let without = each_row(file.path(), &[&["kk"]], |found| found[0], |_| Ok(()));
        assert_eq!(without.unwrap_err().code, "tanpa-judul");
    }
}

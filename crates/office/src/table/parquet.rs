//! Parquet, which other offices write with pandas, DuckDB or Polars.

use crate::fault::Result;
use bytes::Bytes;
use lists::file::Rounding;
use parquet::basic::{LogicalType, TimeUnit};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::{Field, Row};

/// The first day of 1970 in days of the calendar that [`domain::Date`] counts.
const EPOCH: (i32, u8, u8) = (1970, 1, 1);
const MILLIS_A_DAY: i64 = 86_400_000;
const NANOS_A_DAY: i64 = 1_000_000 * MILLIS_A_DAY;
/// What pandas writes for a time that is missing.
const NO_TIME: i64 = i64::MIN;

/// A file, all of which was read once.
pub(super) struct Parquet {
    bytes: Bytes,
    names: Vec<String>,
    /// Which columns count nanoseconds: the library shows them as bare numbers.
    nanos: Vec<bool>,
    rounding: Rounding,
}

impl Parquet {
    /// `None` where some of it cannot be read.
    pub(super) fn open(bytes: Vec<u8>) -> Option<Self> {
        let bytes = Bytes::from(bytes);
        let file = SerializedFileReader::new(bytes.clone()).ok()?;
        let schema = file.metadata().file_metadata().schema();
        let names: Vec<String> = schema.get_fields().iter().map(|field| field.name().to_owned()).collect();
        let mut nanos: Vec<bool> = schema.get_fields().iter().map(|field| says_nanos(field)).collect();
        let mut whole_days = vec![WholeDays::default(); names.len()];
        for row in file.get_row_iter(None).ok()? {
            let row = row.ok()?;
            whole_days.iter_mut().zip(row.get_column_iter()).for_each(|(days, (_, field))| days.see(field));
        }
        nanos.iter_mut().zip(whole_days).for_each(|(nanos, days)| *nanos |= days.are_all());
        let (mut rounding, mut cells) = (Rounding::default(), vec![String::new(); names.len()]);
        for row in file.get_row_iter(None).ok()? {
            write_row(&row.ok()?, &nanos, &mut cells);
            rounding.see(&cells);
        }
        Some(Self { bytes, names, nanos, rounding })
    }

    /// The names of the columns, which stand in no row, as row 0; then every row, until `each` has enough.
    pub(super) fn each(&self, each: &mut dyn FnMut(u32, &[String]) -> Result<bool>) -> Result<()> {
        let file = SerializedFileReader::new(self.bytes.clone());
        let rows = file.as_ref().ok().and_then(|file| file.get_row_iter(None).ok());
        let mut goes_on = each(0, &self.names)?;
        let mut cells = vec![String::new(); self.names.len()];
        // They could all be read before.
        for (line, row) in (1..).zip(rows.into_iter().flatten().map_while(std::result::Result::ok)) {
            if !goes_on {
                break;
            }
            write_row(&row, &self.nanos, &mut cells);
            self.rounding.mark(&mut cells);
            goes_on = each(line, &cells)?;
        }
        Ok(())
    }
}

fn says_nanos(field: &parquet::schema::types::Type) -> bool {
    let of = field.get_basic_info().logical_type_ref();
    matches!(of, Some(LogicalType::Timestamp(time)) if time.unit == TimeUnit::NANOS)
}

/// Whether all numbers of a column are whole days in nanoseconds: what is left of birth dates in a column that became one of
/// floats because some are missing. No column of NIK or amounts of money looks so.
#[derive(Clone, Default)]
struct WholeDays {
    some: bool,
    others: bool,
}

impl WholeDays {
    fn see(&mut self, field: &Field) {
        let nanos = match field {
            Field::Null => return,
            Field::Double(number) if number.is_nan() => return,
            Field::Double(number) => whole(*number).unwrap_or(1),
            Field::Long(number) if *number == NO_TIME => return,
            Field::Long(number) => *number,
            _ => 1,
        };
        self.some |= nanos != 0;
        self.others |= nanos % NANOS_A_DAY != 0;
    }

    fn are_all(&self) -> bool {
        self.some && !self.others
    }
}

fn whole(number: f64) -> Option<i64> {
    if number.fract() == 0.0 { format!("{number:.0}").parse().ok() } else { None }
}

fn write_row(row: &Row, nanos: &[bool], cells: &mut [String]) {
    for ((cell, nanos), (_, field)) in cells.iter_mut().zip(nanos).zip(row.get_column_iter()) {
        cell.clear();
        match (field, nanos) {
            (Field::Long(NO_TIME), true) => {}
            (Field::Long(since), true) => *cell = day(since.div_euclid(NANOS_A_DAY)),
            (Field::Double(since), true) => {
                *cell = whole(*since).map_or_else(String::new, |since| day(since.div_euclid(NANOS_A_DAY)));
            }
            _ => write(field, cell),
        }
    }
}

/// As text; whole numbers without a point, dates as ISO.
fn write(field: &Field, cell: &mut String) {
    match field {
        Field::Null => {}
        Field::Str(text) => cell.push_str(text),
        Field::Bytes(bytes) => cell.push_str(&String::from_utf8_lossy(bytes.data())),
        // What pandas writes for a number that is missing.
        Field::Double(number) if number.is_nan() => {}
        Field::Float(number) if number.is_nan() => {}
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
    use crate::table::Tables;
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
        let opened = Tables::open(file.path(), &[&["nik"], &["nama"], &["lahir"]], &[&[0]]).unwrap();
        let keep = |row: &crate::table::Row<'_>| {
            read.push((row.line, [0, 1, 2].map(|column| row.cell(column).to_owned())));
            Ok(())
        };
        opened.tables[0].each_row(&mut crate::table::Left::default(), keep).unwrap();
        let expect = [
            (1, ["3174105205809012", "Contoh Satu", "1970-01-01"].map(str::to_owned)),
            (2, ["3174105205829013", "Contoh Dua", "1969-12-31"].map(str::to_owned)),
        ];
        assert_eq!(read, expect);
        let without = Tables::open(file.path(), &[&["kk"]], &[&[0]]);
        assert_eq!(without.err().map(|fault| fault.code), Some("tanpa-judul"));
    }
}

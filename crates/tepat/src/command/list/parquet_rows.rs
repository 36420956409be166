//! Families as Parquet, for DuckDB, pandas and Polars.

use super::column::{Cell, Column, Numbers};
use super::rows::{Rows, unwritten};
use office::fault::Result;
use office::listing::ListedFamily;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;
use std::fs::File;
use std::sync::Arc;

/// So many families wait in the memory, column by column.
const GROUP: usize = 65_536;

/// A file that grows by groups of rows.
pub(super) struct ParquetRows<'a> {
    file: SerializedFileWriter<&'a mut File>,
    columns: &'a [Column],
    numbers: Numbers,
    waiting: Vec<Waiting>,
    rows: usize,
}

/// The cells of a column that are not written yet.
enum Waiting {
    Texts(Values<ByteArray>),
    Numbers(Values<i64>),
}

/// Those that are known, and of each place whether it is one of them.
#[derive(Default)]
struct Values<T> {
    known: Vec<T>,
    is_known: Vec<i16>,
}

impl<'a> ParquetRows<'a> {
    pub(super) fn begin(file: &'a mut File, columns: &'a [Column], numbers: Numbers) -> Result<Self> {
        let fields = columns.iter().map(field).collect::<std::result::Result<_, _>>().map_err(unwritten)?;
        let schema = Type::group_type_builder("keluarga").with_fields(fields).build().map_err(unwritten)?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let file =
            SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties)).map_err(unwritten)?;
        Ok(Self { file, columns, numbers, waiting: columns.iter().map(Waiting::of).collect(), rows: 0 })
    }

    fn write_group(&mut self) -> std::result::Result<(), ParquetError> {
        let mut group = self.file.next_row_group()?;
        for (waiting, column) in self.waiting.iter_mut().zip(self.columns) {
            match std::mem::replace(waiting, Waiting::of(column)) {
                Waiting::Texts(values) => values.write::<ByteArrayType>(&mut group)?,
                Waiting::Numbers(values) => values.write::<Int64Type>(&mut group)?,
            }
        }
        self.rows = 0;
        group.close().map(drop)
    }
}

impl Rows for ParquetRows<'_> {
    fn add(&mut self, family: &ListedFamily) -> Result<()> {
        for (waiting, column) in self.waiting.iter_mut().zip(self.columns) {
            match (waiting, column.cell(family, self.numbers)) {
                (Waiting::Texts(values), Cell::Text(text)) => {
                    values.add(text.map(|text| text.as_str().into()));
                }
                (Waiting::Numbers(values), Cell::Number(number)) => values.add(number),
                // A column holds one or the other.
                _ => {}
            }
        }
        self.rows += 1;
        if self.rows == GROUP { self.write_group().map_err(unwritten) } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        if self.rows > 0 {
            self.write_group().map_err(unwritten)?;
        }
        self.file.close().map(drop).map_err(unwritten)
    }
}

fn field(column: &Column) -> std::result::Result<Arc<Type>, ParquetError> {
    let (physical, logical) = match column.holds_numbers() {
        true => (Physical::INT64, None),
        false => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    let field = Type::primitive_type_builder(column.name, physical).with_logical_type(logical);
    field.with_repetition(Repetition::OPTIONAL).build().map(Arc::new)
}

impl Waiting {
    fn of(column: &Column) -> Self {
        if column.holds_numbers() { Self::Numbers(Values::default()) } else { Self::Texts(Values::default()) }
    }
}

impl<T> Values<T> {
    fn add(&mut self, value: Option<T>) {
        self.is_known.push(value.is_some().into());
        self.known.extend(value);
    }

    fn write<D: DataType<T = T>>(
        &self,
        group: &mut SerializedRowGroupWriter<'_, &mut File>,
    ) -> std::result::Result<(), ParquetError>
    where
        parquet::column::writer::ColumnWriterImpl<'static, D>: Sized,
    {
        let Some(mut column) = group.next_column()? else { return Ok(()) };
        column.typed::<D>().write_batch(&self.known, Some(&self.is_known), None)?;
        column.close()
    }
}

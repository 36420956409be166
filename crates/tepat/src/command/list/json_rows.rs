//! Families as an array of JSON objects.

use super::column::{Column, Numbers, object};
use super::rows::{Rows, unwritten};
use office::fault::Result;
use office::listing::ListedFamily;
use std::io::{BufWriter, Write};

/// An array that grows.
pub(super) struct JsonRows<'a, W: Write> {
    writer: BufWriter<W>,
    columns: &'a [Column],
    numbers: Numbers,
    is_empty: bool,
}

impl<'a, W: Write> JsonRows<'a, W> {
    pub(super) fn begin(writer: W, columns: &'a [Column], numbers: Numbers) -> Self {
        Self { writer: BufWriter::new(writer), columns, numbers, is_empty: true }
    }
}

impl<W: Write> Rows for JsonRows<'_, W> {
    fn add(&mut self, family: &ListedFamily) -> Result<()> {
        let before = if self.is_empty { "[\n" } else { ",\n" };
        self.is_empty = false;
        self.writer.write_all(before.as_bytes()).map_err(unwritten)?;
        let object = object(self.columns, family, self.numbers);
        serde_json::to_writer(&mut self.writer, &object).map_err(unwritten)
    }

    fn finish(mut self: Box<Self>) -> Result<()> {
        let end = if self.is_empty { "[]\n" } else { "\n]\n" };
        self.writer.write_all(end.as_bytes()).and_then(|()| self.writer.flush()).map_err(unwritten)
    }
}

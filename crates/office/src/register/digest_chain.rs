//! The digests by which the rows of the trail hang together.

use data_encoding::HEXLOWER;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use sha2::{Digest as _, Sha256};
use std::ops::Range;

/// SHA-256 over the digest before and the columns of a row, each with its kind and its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ChainDigest([u8; 32]);

impl ChainDigest {
    /// Before the first row.
    pub(super) const START: Self = Self([0; 32]);

    /// The digest of the row after this one.
    pub(super) fn after(self, columns: &[ValueRef<'_>]) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.0);
        for column in columns {
            add(&mut hash, *column);
        }
        Self(hash.finalize().into())
    }

    /// The same, of some columns of a row as SQLite gives it: whatever their bytes are.
    pub(super) fn after_row(self, row: &Row<'_>, columns: Range<usize>) -> rusqlite::Result<Self> {
        let mut hash = Sha256::new();
        hash.update(self.0);
        for column in columns {
            add(&mut hash, row.get_ref(column)?);
        }
        Ok(Self(hash.finalize().into()))
    }

    /// What binds an event that lost a sentence to its place on the trail, in hexadecimal. This is the digest that what is left of
    /// it would have there, after the row before; `kept` is the one of the whole event, which the next row goes on from.
    pub(super) fn seal(self, kept: Self) -> String {
        HEXLOWER.encode(self.after(&[ValueRef::Blob(kept.as_bytes())]).as_bytes())
    }

    /// As it is kept.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// As it was kept; none: it has another length.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

/// Where the trail goes on within a transaction.
#[derive(Clone, Debug)]
pub(super) struct TrailPosition {
    /// How many rows there are.
    pub(super) entries: i64,
    /// The digest of the last.
    pub(super) digest: ChainDigest,
    /// When the transaction wrote first, by the clock of the computer.
    pub(super) written_at: String,
    /// The first row that the transaction writes.
    pub(super) first: i64,
    /// Whether anything that it wrote changes something.
    pub(super) is_change: bool,
}

fn add(hash: &mut Sha256, column: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match column {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => (1, &number.to_be_bytes()),
        ValueRef::Real(number) => (2, &number.to_be_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    hash.update([kind]);
    hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
    hash.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_differ_have_other_digests() {
        let text = |text: &'static str| ValueRef::Text(text.as_bytes());
        let rows: [&[ValueRef<'_>]; 8] = [
            &[],
            &[ValueRef::Null],
            &[text("")],
            &[text("ab"), text("c")],
            &[text("a"), text("bc")],
            &[ValueRef::Blob(b"ab"), text("c")],
            &[ValueRef::Integer(1), ValueRef::Null],
            &[ValueRef::Null, ValueRef::Integer(1)],
        ];
        for (at, row) in rows.iter().enumerate() {
            let digest = ChainDigest::START.after(row);
            assert_eq!(digest, ChainDigest::START.after(row));
            assert_ne!(digest.after(row), digest, "where it stands counts");
            assert!(rows[..at].iter().all(|other| ChainDigest::START.after(other) != digest), "{row:?}");
        }
    }
}

//! What the fuzzers began with and what they found stays read.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops where it stands")]

use proptest::prelude::*;
use std::path::Path;

fn check(target: &str, read: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    assert!(!files.is_empty(), "{} is empty", folder.display());
    for file in files {
        read(&std::fs::read(&file).unwrap());
    }
}

#[test]
fn envelopes() {
    check("envelope", fuzz_harness::envelope);
}

#[test]
fn texts() {
    check("csv", fuzz_harness::csv);
}

#[test]
fn workbooks() {
    check("workbook", fuzz_harness::workbook);
}

#[test]
fn buckets() {
    check("bucket", fuzz_harness::bucket);
}

#[test]
fn indexes() {
    check("index", fuzz_harness::index);
}

proptest! {
    #[test]
    fn anything(bytes: Vec<u8>) {
        let readers =
            [fuzz_harness::envelope, fuzz_harness::csv, fuzz_harness::workbook, fuzz_harness::bucket, fuzz_harness::index];
        readers.iter().for_each(|read| read(&bytes));
        fuzz_harness::workbook(&[b"PK\x03\x04".as_slice(), &bytes].concat());
    }
}

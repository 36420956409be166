//! The library that reads workbooks panics on some broken ones. The reader of lists survives that, but here it is a find
//! like any other: libFuzzer's own hook ends the fuzzer on every panic, also on one that is caught.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz_harness::workbook(bytes));

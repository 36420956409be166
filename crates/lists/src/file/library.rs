//! The one place where a panic is caught.

use lists_protocol::SheetFault;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Calls the library that reads workbooks. It panics on some broken ones, and one broken file must not end the import of a
/// whole folder.
///
/// Only calls into that library go through here: a panic of our own code must reach the tests and the fuzzers. In the
/// browser nothing is caught, because wasm aborts; there the worker dies alone, and the page says so.
///
/// # Errors
/// [`SheetFault::Unreadable`] if the library panicked. What it was called on must not be used any more.
pub(super) fn library<T>(call: impl FnOnce() -> T) -> Result<T, SheetFault> {
    catch_unwind(AssertUnwindSafe(call)).map_err(|_| SheetFault::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_the_library_makes_the_file_unreadable() {
        assert_eq!(library(|| 1), Ok(1));
        assert_eq!(library(|| -> u32 { panic!("as the library does") }), Err(SheetFault::Unreadable));
    }
}

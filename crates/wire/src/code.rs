//! Codes that this program may not know, and the names of the fields where they stand.

use domain::{Code, Coded};

/// The value of a code, or the name of its field where this program does not know it.
pub(crate) fn known<T: Coded>(code: &Code<T>, field: &str) -> Result<T, String> {
    code.known().ok_or_else(|| field.to_owned())
}

/// The same where there may be none.
pub(crate) fn known_if<T: Coded>(code: Option<&Code<T>>, field: &str) -> Result<Option<T>, String> {
    code.map(|code| known(code, field)).transpose()
}

/// The field within a part.
pub(crate) fn within(part: &str) -> impl Fn(String) -> String {
    move |field| format!("{part}.{field}")
}

//! What the phone of an RT keeps so that everything works in a house without signal.

use ui::browser::program;

/// The form of a family, and keeping what is typed.
pub const FORM: &str = "field-form";
/// The list and what is done with it: opening, reading, saving, sending, backing up.
pub const REGISTER: &str = "field-register";
/// The ledger of invitations, and what became of a family.
pub const LEDGER: &str = "field-ledger";
/// Lists from and for spreadsheets.
pub const FILES: &str = "field-files";

/// What the work with families needs: parts of this program, and threads.
const WORK: [&str; 5] = [FORM, REGISTER, LEDGER, "stretch", "sealing"];

/// What spreadsheets need besides. It is more than all the rest, which must not wait for it.
const SHEETS: [&str; 3] = [FILES, "reader", "writer"];

/// Fetches what has not been used yet, once the phone is that of an RT: whoever only looks downloads what they see.
pub fn keep_all() {
    program::keep(&WORK.join(" "));
    program::keep(&SHEETS.join(" "));
}

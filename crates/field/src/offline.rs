//! What the phone of an RT keeps so that everything works in a house without signal.

use ui::browser::program;

/// Lists from and for spreadsheets.
pub const FILES: &str = "field-files";
/// The ledger of invitations, and what became of a family.
pub const LEDGER: &str = "field-ledger";
/// The list on its way, and its receipt.
pub const SEND: &str = "field-send";
/// What this phone keeps.
pub const PHONE: &str = "field-phone";

/// The parts of this program, and the threads that parts start.
const ALL: [&str; 6] = [FILES, LEDGER, SEND, PHONE, "reader", "writer"];

/// Fetches what has not been used yet, once the phone is that of an RT: whoever only looks downloads what they see.
pub fn keep_all() {
    program::keep(&ALL.join(" "));
}

//! What only a person may decide: the cases that wait, and the answers that come back on a work sheet.

mod answering;
mod cases;
mod evidence;
mod key;
mod rejection;
mod work_sheet;

pub use cases::{ReviewCase, cases};
pub use evidence::{Evidence, Listing};
pub use key::ReviewKey;
pub use work_sheet::{SheetProblem, TakenAnswers, take};

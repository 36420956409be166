//! How people write yes, no and nothing, and dates, days, places, numbers and names of programmes, in lists, in reports and in notes.
//!
//! One reading for all of them: what a list may say, a report may say too.

mod answer;
mod clean;
mod coordinate;
mod date;
mod disability;
mod neighbourhood;
mod opening;
mod plus_code;
mod programme;
mod relation;
mod weekday;
mod words;

pub use answer::{answer, is_no_text, states_none};
pub use clean::{clean, is_invisible};
pub use coordinate::coordinate;
pub use date::month_named;
pub use disability::tells_of_disability;
pub use neighbourhood::{mentioned, pair};
pub use opening::{OpeningFault, OpeningText, opening};
pub use weekday::weekday;
pub use words::{denies, one_line, plain};

//! The accounts: what is due to each family, what the bank says that it paid, and every line that makes a difference.
//!
//! A file of the bank is taken in whole, and what its lines say is never changed. How each line stands follows from all lines on its family
//! and tahap and from the family's history, in whichever order the files came; what differs stays open until a person says what
//! it is.

mod items;
mod posting;
mod programme;
mod programme_change;
mod report;
mod sentence;
mod settling;

pub use items::{OpenItem, open_items};
pub(crate) use posting::{post, post_family, post_open};
pub use programme::Programme;
pub use programme_change::{OtherDue, PostedAnew, change_programme, other_due};
pub use report::{AccountsReport, AccountsRow, Amount, Difference, Total, report};
pub use sentence::sentence;
pub use settling::{FileItems, Settled, Settlement, items_of_file, settle};

#[cfg(test)]
mod tests;

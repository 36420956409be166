//! When two entries are one family, and two names one person.
//!
//! There are four questions, and each has one answer for the phone, for lists and for the office:
//! * Is a family that is listed again one that is known? [`FamilyKey`]: a number, or else name and address to the letter.
//! * Are two families with different numbers one, by their people? [`SharedPeople`]: a person must say so.
//! * May two families be one that was listed twice? [`MatchKey`]: a person must look.
//! * Does the row of another list speak of this person? [`NormalizedName`] where no number tells, with [`MatchEvidence`].

mod address;
mod family_key;
mod match_evidence;
mod normalized_name;
mod numbers;
mod shared_people;
mod similarity;
mod spelling;

pub use family_key::{FamilyKey, is_same_person};
pub use match_evidence::{Finding, MatchEvidence, MatchMethod};
pub use normalized_name::NormalizedName;
pub use numbers::Numbers;
pub use shared_people::SharedPeople;
pub use similarity::{MatchKey, Similarity};
pub use spelling::{fold, letters};

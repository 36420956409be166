//! What the machine found, as documents tell it.

use domain::{Aid, Cause, Code, Question, Rt, Rw};
use serde::{Deserialize, Serialize};

/// A cause. Readers show one that they do not know as unknown, and use the rest of the event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Cause"))]
#[serde(tag = "code")]
pub enum CauseDto {
    /// A list of other aid names the family.
    #[serde(rename = "bantuan-ditemukan")]
    AidFound {
        /// The programmes, each once.
        programmes: Vec<Code<Aid>>,
    },
    /// A list of other aid names a family that has this one: the lists are compared.
    #[serde(rename = "bantuan-dicocokkan")]
    AidCompared {
        /// The programmes, each once.
        programmes: Vec<Code<Aid>>,
    },
    /// The lists were compared, and the family keeps the aid.
    #[serde(rename = "tetap")]
    Kept,
    /// The list that refused or held the family is no longer in force.
    #[serde(rename = "daftar-tidak-berlaku")]
    ListReplaced,
    /// Another entry stands for the family.
    #[serde(rename = "sudah-tercatat")]
    DuplicateOf {
        /// The RT that lists the other entry.
        rt: Rt,
        /// Its RW.
        rw: Rw,
        /// The name of its kelurahan.
        kelurahan: String,
    },
    /// Another RT lists the family too, and a person must find out which is right.
    #[serde(rename = "dicatat-rt-lain")]
    ListedElsewhere,
    /// The head is dead: an heir of the same KK collects.
    #[serde(rename = "ahli-waris-mengambil")]
    HeirCollects,
    /// A proxy has collected.
    #[serde(rename = "diambil-wakil")]
    CollectedByProxy,
    /// An heir has collected.
    #[serde(rename = "diambil-ahli-waris")]
    CollectedByHeir,
    /// The family declined the aid at the point.
    #[serde(rename = "ditolak-di-titik")]
    Declined,
    /// The money of the tahap came back from the account.
    #[serde(rename = "dana-kembali")]
    PaymentReturned,
    /// The RT is to find out more.
    #[serde(rename = "tanya-rt")]
    AskRt {
        /// What the question is about.
        question: Code<Question>,
    },
    /// One of a later version.
    #[serde(rename = "tidak-dikenal", other)]
    Unknown,
}

impl From<&Cause> for CauseDto {
    fn from(cause: &Cause) -> Self {
        let coded = |programmes: &[Aid]| programmes.iter().copied().map(Code::Known).collect();
        match cause {
            Cause::AidFound { programmes } => Self::AidFound { programmes: coded(programmes) },
            Cause::AidCompared { programmes } => Self::AidCompared { programmes: coded(programmes) },
            Cause::Kept => Self::Kept,
            Cause::ListReplaced => Self::ListReplaced,
            Cause::DuplicateOf { rt, rw, kelurahan } => {
                Self::DuplicateOf { rt: *rt, rw: *rw, kelurahan: kelurahan.clone() }
            }
            Cause::ListedElsewhere => Self::ListedElsewhere,
            Cause::HeirCollects => Self::HeirCollects,
            Cause::CollectedByProxy => Self::CollectedByProxy,
            Cause::CollectedByHeir => Self::CollectedByHeir,
            Cause::Declined => Self::Declined,
            Cause::PaymentReturned => Self::PaymentReturned,
            Cause::AskRt { question } => Self::AskRt { question: Code::Known(*question) },
        }
    }
}

/// None where this program does not know it, or a code in it.
impl From<&CauseDto> for Option<Cause> {
    fn from(cause: &CauseDto) -> Self {
        let known = |programmes: &[Code<Aid>]| programmes.iter().map(Code::known).collect::<Option<Vec<_>>>();
        Some(match cause {
            CauseDto::AidFound { programmes } => Cause::AidFound { programmes: known(programmes)? },
            CauseDto::AidCompared { programmes } => Cause::AidCompared { programmes: known(programmes)? },
            CauseDto::Kept => Cause::Kept,
            CauseDto::ListReplaced => Cause::ListReplaced,
            CauseDto::DuplicateOf { rt, rw, kelurahan } => {
                Cause::DuplicateOf { rt: *rt, rw: *rw, kelurahan: kelurahan.clone() }
            }
            CauseDto::ListedElsewhere => Cause::ListedElsewhere,
            CauseDto::HeirCollects => Cause::HeirCollects,
            CauseDto::CollectedByProxy => Cause::CollectedByProxy,
            CauseDto::CollectedByHeir => Cause::CollectedByHeir,
            CauseDto::Declined => Cause::Declined,
            CauseDto::PaymentReturned => Cause::PaymentReturned,
            CauseDto::AskRt { question } => Cause::AskRt { question: question.known()? },
            CauseDto::Unknown => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::EventDto;
    use domain::Cause;

    #[test]
    fn a_cause_of_a_later_version_leaves_the_rest_readable() {
        for (cause, is_known) in [
            (r#"{"code":"tetap"}"#, true),
            (r#"{"code":"bantuan-ditemukan","programmes":["pkh"]}"#, true),
            (r#"{"code":"bantuan-ditemukan","programmes":["bantuan-baru"]}"#, false),
            (r#"{"code":"sesuatu-yang-baru","x":1}"#, false),
        ] {
            let json = format!(r#"{{"status":"ditolak","at":"2021-03-12","cause":{cause}}}"#);
            let event: EventDto = serde_json::from_str(&json).unwrap();
            let cause = event.cause.as_ref().unwrap();
            assert_eq!(Option::<Cause>::from(cause).is_some(), is_known, "{json}");
        }
    }
}

//! What the machine found.

use crate::cause::CauseDto;
use domain::{Aid, Cause, Code};

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
            Cause::HeirCollects => Self::HeirCollects,
            Cause::CollectedByProxy => Self::CollectedByProxy,
            Cause::CollectedByHeir => Self::CollectedByHeir,
            Cause::Declined => Self::Declined,
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
            CauseDto::HeirCollects => Cause::HeirCollects,
            CauseDto::CollectedByProxy => Cause::CollectedByProxy,
            CauseDto::CollectedByHeir => Cause::CollectedByHeir,
            CauseDto::Declined => Cause::Declined,
            CauseDto::AskRt { question } => Cause::AskRt { question: question.known()? },
            CauseDto::Unknown => return None,
        })
    }
}

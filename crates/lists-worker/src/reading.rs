//! What the page asks of the reader, and what it gets.

use domain::HouseholdDraft;
use lists::{Column, Context, Entry, Progress, Refused, RowPlace, RowProblem, SheetFault};
use serde::{Deserialize, Serialize};

/// Read the file that lies beside this.
#[derive(Serialize, Deserialize)]
pub struct ReadJob {
    /// What is known of the list.
    pub context: Context,
}

/// What the reader says.
#[derive(Serialize, Deserialize)]
pub enum Heard {
    /// How far it is.
    Progress(Progress),
    /// Some of the families: those that cannot be taken in come first.
    Families(Vec<Found>),
    /// The last word: the list was read. Every column with what it was taken for.
    Read(Vec<Column>),
    /// The last word: the file is no list, as far as one can see; but its owner may know what its columns hold.
    NoList(SheetFault, Vec<Column>),
}

/// A family as the list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Its first row.
    pub place: RowPlace,
    /// As it stands there.
    pub draft: HouseholdDraft,
    /// What bars it, or should be looked at.
    pub problems: Vec<RowProblem>,
    /// Whether it can be taken in as it is.
    pub is_complete: bool,
}

/// As many families go in one portion: the page takes them in within a few milliseconds, also on a cheap phone.
const PORTION: usize = 25;

impl Heard {
    /// Whether nothing comes after it.
    pub fn is_last(&self) -> bool {
        matches!(self, Self::Read(_) | Self::NoList(..))
    }
}

/// Reads a file; `tell` hears all but the last word.
pub fn read(job: &ReadJob, bytes: &[u8], tell: &mut dyn FnMut(&Heard)) -> Heard {
    let reading = lists::read_telling(bytes, &job.context, &mut |progress| tell(&Heard::Progress(progress)));
    let reading = match reading {
        Ok(reading) => reading,
        Err(fault) => return Heard::NoList(fault, lists::columns(bytes, &job.context).unwrap_or_default()),
    };
    let refused = reading.refused.into_iter().map(Found::from);
    let mut found = refused.chain(reading.households.into_iter().map(Found::from)).peekable();
    while found.peek().is_some() {
        tell(&Heard::Families(found.by_ref().take(PORTION).collect()));
    }
    Heard::Read(reading.columns)
}

impl From<Refused> for Found {
    fn from(Refused { place, draft, problems }: Refused) -> Self {
        Self { place, draft, problems, is_complete: false }
    }
}

impl From<Entry> for Found {
    fn from(Entry { place, draft, warnings, .. }: Entry) -> Self {
        Self { place, draft, problems: warnings, is_complete: true }
    }
}

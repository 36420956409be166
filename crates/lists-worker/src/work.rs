//! What each program does with a job.

use lists_protocol::{Account, FileKind, FoundFamily, ReadJob, ReaderAnswer, WriteJob};

/// As many families go in one message: the page accepts them within a few milliseconds, also on a cheap phone.
const PORTION: usize = 25;

/// As many runs of other rows.
const PORTION_ASIDE: usize = 500;

/// Reads a file. `report` is called with every answer but the last, which is returned.
pub fn read(job: &ReadJob, bytes: &[u8], report: &mut dyn FnMut(&ReaderAnswer)) -> ReaderAnswer {
    let mut progress = |progress| report(&ReaderAnswer::Progress(progress));
    let reading = match lists::read_with_progress(bytes, &job.context, &mut progress) {
        Ok(reading) => reading,
        Err(fault) => {
            return ReaderAnswer::NoList(fault, lists::columns(bytes, &job.context).unwrap_or_default());
        }
    };
    let refused = reading.refused.into_iter().map(FoundFamily::from);
    let mut found = refused.chain(reading.accepted.into_iter().map(FoundFamily::from)).peekable();
    while found.peek().is_some() {
        report(&ReaderAnswer::Families(found.by_ref().take(PORTION).collect()));
    }
    let mut aside = reading.account.aside.into_iter().peekable();
    while aside.peek().is_some() {
        report(&ReaderAnswer::Aside(aside.by_ref().take(PORTION_ASIDE).collect()));
    }
    ReaderAnswer::Read(reading.columns, Account { aside: Vec::new(), ..reading.account })
}

/// Writes a file; `None`: there is more than it can hold.
pub fn write(job: &WriteJob) -> Option<Vec<u8>> {
    match job.kind {
        FileKind::Xlsx => lists::write::xlsx(&job.list),
        FileKind::Csv => Some(lists::write::csv(&job.list)),
    }
}

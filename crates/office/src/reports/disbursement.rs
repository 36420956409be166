//! What Bank DKI reports of the money of a tahap.

mod line;

pub use line::BankReport;

use super::row::Report;
use super::tally::{RejectedRow, Repeated, Tally};
use crate::accounts::{post, post_open, sentence};
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::register::{Act, BankLine, BankLineId, BankSays, Line, Posting, Register, Said, SourceKind};
use crate::table::{Left, Table, Tables};
use domain::Rupiah;
use line::{AMOUNT, COLUMNS, NEEDS, NOTE, bank_line};
use std::collections::BTreeSet;

/// Takes a report of the bank in, whole or not at all. Every line is kept; what differs from what is due stays open.
///
/// # Errors
/// The file cannot be read as such a report, or seems to be of another tahap, or the register cannot be written.
pub fn read(register: &Register, bank_report: BankReport<'_>, now: &Moment) -> Result<Tally> {
    let path = bank_report.file;
    let bytes = std::fs::read(path).during(format_args!("membaca {}", path.display()))?;
    let file = path.file_name().unwrap_or_default().display().to_string();
    let Tables { tables, mut left } = Tables::read(&file, bytes, COLUMNS, NEEDS)?;
    let mut tally = Tally::default();
    for table in &tables {
        let before = tally.handled();
        take_table(register, table, bank_report, now, &mut left, &mut tally)?;
        left.close(tally.handled() - before)?;
    }
    tally.left = left;
    // What earlier lines lacked may have come by other ways than reports.
    post_open(register, now)?;
    Ok(tally)
}

/// What the reports on a tahap are about: a list of the bank may name the same families in every one.
pub(crate) fn topic(tahap: u16) -> String {
    format!("pencairan tahap {tahap}")
}

/// The tahap of a topic.
pub(crate) fn tahap_of(topic: &str) -> Option<u16> {
    topic.strip_prefix("pencairan tahap ")?.parse().ok()
}

/// A row that was kept.
struct Kept {
    id: BankLineId,
    line: u32,
    says: BankSays,
    family: Option<i64>,
    trouble: Option<(&'static str, String)>,
}

fn take_table(
    register: &Register,
    table: &Table,
    bank_report: BankReport<'_>,
    now: &Moment,
    left: &mut Left,
    tally: &mut Tally,
) -> Result<()> {
    let BankReport { tahap, is_sure, .. } = bank_report;
    let source = register.source(SourceKind::Report, &table.name, &table.digest, now)?;
    let before = register.bank_file(source)?;
    if before.contains(&tahap) {
        let read_at = register.source_taken_at(source)?.unwrap_or_default();
        let first = register.source_name(source)?;
        tally.repeated.push(Repeated { file: table.name.clone(), first, read_at });
        return table.each_row(left, |_| {
            tally.known += 1;
            Ok(())
        });
    }
    if let Some(other) = before.first().filter(|_| !is_sure) {
        return Err(Fault::new(
            "berkas-berulang",
            format!(
                "Isi {} sudah dibaca sebagai {} untuk tahap {other}.",
                table.name,
                register.source_name(source)?
            ),
            "Periksa --tahap. Bila bank memang membayar lagi menurut berkas yang sama, tambahkan --yes.",
        ));
    }
    let mut kept = Vec::new();
    table.each_row(left, |row| {
        let line = Line { source, line: row.line };
        let report = Report { register, row, line, now };
        let (bank_line, trouble) = bank_line(&report, bank_report)?;
        let BankLine { says, family, on, .. } = bank_line;
        let id = register.add_bank_line(&bank_line)?;
        if let Some(family) = family {
            let (says, remark) = (says.code().to_owned(), report.cell(NOTE).to_owned());
            register.note(family, &Said { topic: topic(tahap), says, on, remark, line })?;
        }
        kept.push(Kept { id, line: row.line, says, family, trouble });
        Ok(())
    })?;
    // The largest is the sum of all, where there are sums of parts.
    let sums = left.accounts.last().map(|account| account.sums.as_slice()).unwrap_or_default();
    let sums = sums.iter().filter_map(|cells| Rupiah::parse(cells.get(AMOUNT)?).ok());
    register.add_bank_file(source, tahap, sums.max(), now)?;
    register.act(None, Act::Take { source, topic: topic(tahap) })?;
    let families: BTreeSet<i64> = kept.iter().filter_map(|kept| kept.family).collect();
    families.into_iter().try_for_each(|family| post(register, family, tahap, None, now))?;
    count(register, table, bank_report, kept, tally)
}

/// Counts what became of the rows, and names each that differs.
fn count(
    register: &Register,
    table: &Table,
    BankReport { tahap, is_sure, .. }: BankReport<'_>,
    kept: Vec<Kept>,
    tally: &mut Tally,
) -> Result<()> {
    let (rows, mut of_others, mut unknown) = (kept.len(), 0, 0);
    for Kept { id, line, says, trouble, .. } in kept {
        let posting = register.bank_line(id)?.map_or(Posting::Unknown, |line| line.posting);
        of_others += usize::from(matches!(posting, Posting::OtherTahap | Posting::NotDue));
        unknown += usize::from(posting == Posting::Unknown);
        let differs = posting.differs().then(|| (posting.code(), sentence(posting, tahap)));
        match trouble.or(differs) {
            None => *tally.taken.entry(says.code()).or_default() += 1,
            Some((code, message)) => {
                let file = table.name.clone();
                tally.rejected.push(RejectedRow { file, line, code, message });
            }
        }
    }
    if of_others > 0 && of_others + unknown == rows && !is_sure {
        return Err(Fault::new(
            "tahap-lain",
            format!(
                "{} seperti laporan tahap lain: {of_others} dari {rows} baris menyebut tahap lain, atau keluarga yang belum ditetapkan untuk tahap {tahap}; tidak satu pun cocok.",
                table.name
            ),
            "Tidak ada yang dicatat. Periksa --tahap; bila tahapnya memang benar, tambahkan --yes: semua barisnya disimpan dan harus diselesaikan.",
        ));
    }
    Ok(())
}

//! What a person finds out about a line of the bank.

use super::posting::post;
use super::programme::Programme;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{
    Act, BankLine, BankLineId, BankSays, DecisionBasis, FamilyId, Outcome, Posting, Recorded, Register,
    SourceId,
};
use domain::{Cause, Event, Rupiah, Status};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What somebody found out about some lines.
pub struct Settlement<'a> {
    /// The numbers of the lines.
    pub items: &'a [BankLineId],
    /// What they are.
    pub outcome: Outcome,
    /// The family that they mean, where they name nobody.
    pub family: Option<FamilyId>,
    /// Why.
    pub reason: &'a str,
    /// Who says so.
    pub by: &'a str,
}

/// What became of a line.
#[derive(Debug, Serialize)]
pub struct Settled {
    /// Its number.
    pub item: BankLineId,
    /// How it stood.
    pub from: Posting,
    /// How it stands.
    pub to: Posting,
}

/// Writes it down, for all of the lines or none.
///
/// # Errors
/// A line is not there, or names nobody and is to be a payment, or the register cannot be written.
pub fn settle(register: &Register, settlement: &Settlement<'_>, now: &Moment) -> Result<Vec<Settled>> {
    settlement.items.iter().map(|item| settle_one(register, *item, settlement, now)).collect()
}

/// The lines of a file that are settled together.
#[derive(Debug)]
pub struct FileItems {
    /// Their numbers.
    pub items: Vec<BankLineId>,
    /// The tahap that the file was read for.
    pub tahap: u16,
    /// The families that they name.
    pub families: usize,
    /// What they add up to; a line that names no amount counts as what is due.
    pub rupiah: Rupiah,
}

/// The lines of a file of the bank, by its name, that can have an outcome: money of which a line says that it never came is not
/// given back.
///
/// # Errors
/// No such file was read, or several of that name were or one for several tahap, or the register cannot be read.
pub fn items_of_file(register: &Register, file: &str, outcome: Outcome) -> Result<FileItems> {
    let lines = register.bank_lines_of_file(file)?;
    if lines.is_empty() {
        return Err(Fault::new(
            "tanpa-baris",
            format!("Tidak ada berkas bank bernama {file}."),
            "Sebut namanya seperti waktu dibaca; `tepat accounts` menyebutnya.",
        ));
    }
    // A bank gives every month's file the same name.
    let mut readings = BTreeMap::<(SourceId, u16), Vec<BankLineId>>::new();
    lines.iter().for_each(|line| readings.entry((line.line.source, line.tahap)).or_default().push(line.id));
    if readings.len() > 1 {
        let reading = |((source, tahap), items): (&(SourceId, u16), &Vec<BankLineId>)| {
            let read_at = register.source_taken_at(*source)?.unwrap_or_default();
            Ok(format!("tahap {tahap}, dibaca {read_at}, {} baris", items.len()))
        };
        let named: Vec<String> = readings.iter().map(reading).collect::<Result<_>>()?;
        return Err(Fault::new(
            "beberapa-berkas",
            format!("{file} dibaca lebih dari sekali: {}.", named.join("; ")),
            "Sebut nomor barisnya satu per satu; berkas keliru yang dibaca terakhir ditarik dengan `tepat undo --file`.",
        ));
    }
    let tahap = lines.first().map_or(0, |line| line.tahap);
    let due = Programme::of(register)?.due(tahap);
    let may = |line: &&BankLine| outcome != Outcome::Returned || line.says != BankSays::Failed;
    let lines: Vec<&BankLine> = lines.iter().filter(may).collect();
    let of_money = lines.iter().filter(|line| line.says.is_money());
    Ok(FileItems {
        items: lines.iter().map(|line| line.id).collect(),
        tahap,
        families: lines.iter().filter_map(|line| line.family).collect::<BTreeSet<_>>().len(),
        rupiah: of_money.map(|line| line.amount.unwrap_or(due)).sum(),
    })
}

fn settle_one(
    register: &Register,
    item: BankLineId,
    settlement: &Settlement<'_>,
    now: &Moment,
) -> Result<Settled> {
    let Settlement { outcome, family, reason, by, .. } = *settlement;
    let line = register.bank_line(item)?.ok_or_else(|| {
        Fault::new(
            "tanpa-baris",
            format!("Tidak ada baris bank bernomor {item}."),
            "Nomornya disebut `tepat accounts`.",
        )
    })?;
    let named_nobody = line.differs == Some(Posting::Unknown) || !line.whom.is_empty();
    let is_given_anew = line.family.is_some() && family.is_some_and(|family| line.family != Some(family));
    if is_given_anew && !named_nobody {
        return Err(Fault::new(
            "keluarga-lain",
            format!("Baris {item} menyebut keluarga lain."),
            "--code hanya untuk baris yang tidak menunjuk satu keluarga.",
        ));
    }
    let family = family.or(line.family);
    if family.is_none() && outcome == Outcome::Valid {
        return Err(Fault::new(
            "tanpa-keluarga",
            format!("Baris {item} tidak menunjuk satu keluarga: untuk siapa pembayaran itu?"),
            "Tambahkan --code KODE keluarganya.",
        ));
    }
    if outcome == Outcome::Returned && line.says == BankSays::Failed {
        return Err(Fault::new(
            "tidak-dibayar",
            format!("Baris {item} menyebut gagal: tidak ada uang yang dapat kembali."),
            "Pilih bukan-pembayaran, atau selesaikan baris pembayarannya.",
        ));
    }
    if let Some(family) = family.filter(|family| line.family != Some(*family)) {
        register.give_bank_line(item, family)?;
    }
    register.settle_bank_line(item, outcome, by, reason, now)?;
    if let Some(before) = line.family.filter(|_| is_given_anew) {
        part(register, before, &line, settlement, now)?;
    }
    register.act(family, Act::Settle { by: by.to_owned(), item, outcome: outcome.code().to_owned() })?;
    match family {
        Some(family) => post(register, family, line.tahap, Some(by), now)?,
        None if outcome == Outcome::Returned => register.post_bank_line(item, Posting::Returned)?,
        None => register.post_bank_line(item, Posting::Void)?,
    }
    let to = register.bank_line(item)?.map_or(line.posting, |line| line.posting);
    Ok(Settled { item, from: line.posting, to })
}

/// What becomes of a family to which a line was given by mistake: what followed from the line is taken back.
fn part(
    register: &Register,
    family: FamilyId,
    line: &BankLine,
    settlement: &Settlement<'_>,
    now: &Moment,
) -> Result<()> {
    let Settlement { reason, by, .. } = *settlement;
    post(register, family, line.tahap, Some(by), now)?;
    let lines = register.bank_lines_of(family, line.tahap)?;
    let (recorded, history) = (register.recorded(family)?, register.history(family)?);
    let is_own = |it: &&Recorded| {
        it.event.status == Status::Paid
            && it.evidence.contains(&line.line)
            && it.event.tahap == Some(line.tahap)
    };
    let has_another = lines.iter().any(|(other, _)| other.posting == Posting::Paid);
    if has_another || !history.is_paid(line.tahap) || !recorded.iter().any(|it| is_own(&it)) {
        return Ok(());
    }
    if recorded.last().as_ref().is_some_and(is_own) {
        return register.take_back(family, 1, by, reason, now);
    }
    // It went on since: that the money is not there is what stands.
    let event = Event {
        tahap: Some(line.tahap),
        cause: Some(Cause::PaymentReturned),
        ..Event::new(Status::CardReceived, now.date)
    };
    let basis = DecisionBasis { by: Some(by.to_owned()), ..DecisionBasis::rows(vec![line.line]) };
    register.record_after(family, &history, &event, basis, now)
}

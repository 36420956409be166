//! What a person finds out about a line of the bank.

use super::posting::post;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Act, BankLineId, BankSays, FamilyId, Outcome, Posting, Register, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;

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

/// The numbers of all lines of a file of the bank, by its name.
///
/// # Errors
/// No such file was read, or several of that name were or one for several tahap, or the register cannot be read.
pub fn items_of_file(register: &Register, file: &str) -> Result<Vec<BankLineId>> {
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
    Ok(lines.into_iter().map(|line| line.id).collect())
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
    if line.family.is_some() && family.is_some_and(|family| line.family != Some(family)) {
        return Err(Fault::new(
            "keluarga-lain",
            format!("Baris {item} menyebut keluarga lain."),
            "--code hanya untuk baris yang tidak menunjuk satu keluarga.",
        ));
    }
    let family = line.family.or(family);
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
    if let (None, Some(family)) = (line.family, family) {
        register.give_bank_line(item, family)?;
    }
    register.settle_bank_line(item, outcome, by, reason, now)?;
    register.act(family, Act::Settle { by: by.to_owned(), item, outcome: outcome.code().to_owned() })?;
    match family {
        Some(family) => post(register, family, line.tahap, Some(by), now)?,
        None if outcome == Outcome::Returned => register.post_bank_line(item, Posting::Returned)?,
        None => register.post_bank_line(item, Posting::Void)?,
    }
    let to = register.bank_line(item)?.map_or(line.posting, |line| line.posting);
    Ok(Settled { item, from: line.posting, to })
}

//! What there is to take back of a command, and what is in the way.

use super::obstacle::Obstacle;
use crate::fault::{Fault, Result};
use crate::register::{Act, FamilyId, NotedCommand, Recorded, Register, Taken};
use crate::reports::disbursement;
use domain::{Status, in_force};
use std::collections::{BTreeMap, BTreeSet};

/// What there is to take back.
#[derive(Debug)]
pub struct Undoing {
    /// The command.
    pub command: NotedCommand,
    /// Whether it was taken back before: there is nothing left to do.
    pub is_done: bool,
    /// The events, by family: each list is the end of what holds of the family.
    pub events: BTreeMap<FamilyId, Vec<i64>>,
    /// The files that it took in.
    pub files: Vec<Taken>,
    /// The same, where only they are taken back of it and not all that it did.
    pub only: Vec<Taken>,
    /// What families became by it, and what they would be again.
    pub changes: Vec<Change>,
    /// What rests on it.
    pub in_the_way: Vec<Obstacle>,
}

/// What some families became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What they were.
    pub from: Status,
    /// What they became.
    pub to: Status,
    /// How many.
    pub families: usize,
}

/// The last command that changed something and was not taken back; none: the trail names none.
///
/// # Errors
/// The command is one that is mended in another way, or the register cannot be read.
pub fn last(register: &Register) -> Result<Option<Undoing>> {
    let mut before = i64::MAX;
    while let Some(command) = register.command_before(before)? {
        before = command.number;
        if command.line.name != UNDO && !register.is_undone(command.number, None)? {
            let undoing = Undoing::of(register, command, Vec::new())?;
            // All of it was taken back file by file.
            if !(undoing.events.is_empty() && undoing.files.is_empty()) {
                return Ok(Some(undoing));
            }
        }
    }
    Ok(None)
}

/// The command of a number.
///
/// # Errors
/// There is none, or it is mended in another way, or the register cannot be read.
pub fn numbered(register: &Register, number: i64) -> Result<Undoing> {
    let command = register.command(number)?.ok_or_else(|| {
        Fault::new(
            "tanpa-perintah",
            format!("Tidak ada perintah bernomor {number}."),
            "`tepat undo` menyebut nomor perintah yang terakhir.",
        )
    })?;
    Undoing::of(register, command, Vec::new())
}

/// What was taken in last from a file of this name.
///
/// # Errors
/// No report of that name was read, or the register cannot be read.
pub fn of_file(register: &Register, name: &str) -> Result<Undoing> {
    let (command, taken) = register.command_that_took(name)?.ok_or_else(|| {
        Fault::new(
            "tanpa-berkas",
            format!("Tidak ada laporan bernama {name} yang dapat ditarik."),
            "Sebut namanya seperti waktu dibaca. Berkas bank yang dibaca tepat versi lama: `tepat accounts settle --file`.",
        )
    })?;
    Undoing::of(register, command, taken)
}

const UNDO: &str = "undo";

/// Commands whose work is taken back here. Of the others the remedy is named.
fn may_be_taken_back(NotedCommand { number, line, .. }: &NotedCommand) -> Result<()> {
    let remedy = match line.name.as_str() {
        "approve" | "attend" | "decide" | "disburse" | "invite" | "resolve" | "verify" => return Ok(()),
        "accounts settle" => {
            "Selesaikan baris itu sekali lagi dengan hasil yang benar: yang terakhir berlaku."
        }
        "review in" => "Jawab pertanyaannya sekali lagi di lembar kerja (`tepat review out`).",
        "import" | "collect" => {
            "Masukkan daftar yang benar; keluarga yang tidak seharusnya ada ditolak dengan `tepat decide`, atau dihapus dengan `tepat subject erase`."
        }
        "match" => "Cocokkan lagi dengan daftar yang benar: `tepat match` mengganti yang lama.",
        UNDO => "Jalankan lagi perintah yang ditarik itu.",
        _ => "Jalankan lagi dengan nilai yang benar.",
    };
    let what =
        format!("Perintah terakhir, `tepat {line}` (nomor {number}), tidak ditarik dengan `tepat undo`.");
    Err(Fault::new("tidak-dapat-ditarik", what, remedy))
}

impl Undoing {
    fn of(register: &Register, command: NotedCommand, only: Vec<Taken>) -> Result<Self> {
        may_be_taken_back(&command)?;
        let mut taken = only.clone();
        if only.is_empty() {
            taken.extend(register.acts_of(&command)?.into_iter().filter_map(|act| match act {
                Act::Take { source, topic } => Some(Taken { source, topic }),
                _ => None,
            }));
        }
        let mut files = Vec::new();
        for taken in taken {
            if !register.is_undone(command.number, Some(taken.source))? {
                files.push(taken);
            }
        }
        let is_done = match only.is_empty() {
            true => register.is_undone(command.number, None)?,
            false => files.is_empty(),
        };
        let (events, changes, in_the_way) = (BTreeMap::new(), Vec::new(), Vec::new());
        let mut undoing = Self { command, is_done, events, files, only, changes, in_the_way };
        if !is_done {
            undoing.find_events(register)?;
            undoing.find_settlements(register)?;
        }
        Ok(undoing)
    }

    fn find_events(&mut self, register: &Register) -> Result<()> {
        let sources: BTreeSet<i64> = self.only.iter().map(|taken| taken.source).collect();
        let is_of = |recorded: &Recorded| {
            sources.is_empty() || recorded.evidence.iter().any(|line| sources.contains(&line.source))
        };
        let status = |one: Option<&(i64, Recorded)>| one.map_or(Status::Proposed, |(_, it)| it.event.status);
        let mut changes = BTreeMap::<(Status, Status), usize>::new();
        for (family, numbers) in register.events_of(&self.command)? {
            let written = (1..).zip(register.written_down(family)?);
            let holds: Vec<(i64, Recorded)> = in_force(written, |(_, recorded)| recorded.event.takes_back);
            let is_own = |(number, recorded): &(i64, Recorded)| numbers.contains(number) && is_of(recorded);
            let Some(first) = holds.iter().position(is_own) else { continue };
            let (before, own) = holds.split_at(first);
            if let Some((number, recorded)) = own.iter().find(|one| !is_own(one)) {
                self.in_the_way.push(obstacle(register, family, *number, recorded)?);
            }
            *changes.entry((status(before.last()), status(own.last()))).or_default() += 1;
            self.events.insert(family, own.iter().map(|(number, _)| *number).collect());
        }
        let change = |((from, to), families)| Change { from, to, families };
        self.changes = changes.into_iter().map(change).collect();
        Ok(())
    }

    /// What people found out of lines of the bank is not thrown away with their file.
    fn find_settlements(&mut self, register: &Register) -> Result<()> {
        for Taken { source, topic } in &self.files {
            let Some(tahap) = disbursement::tahap_of(topic) else { continue };
            for (at, by) in register.settled_by(*source, tahap)? {
                self.in_the_way.push(Obstacle { code: None, status: None, at, by: Some(by), command: None });
            }
        }
        Ok(())
    }
}

fn obstacle(register: &Register, family: FamilyId, number: i64, recorded: &Recorded) -> Result<Obstacle> {
    let command = register.command_of(family, number)?;
    let of_command = command.as_ref().and_then(|command| command.line.by.clone());
    Ok(Obstacle {
        code: register.codes(family)?.first().copied(),
        status: Some(recorded.event.status),
        at: recorded.recorded_at.clone(),
        by: recorded.by.clone().or(of_command),
        command: command.map(|command| (command.number, format!("`tepat {}`", command.line))),
    })
}

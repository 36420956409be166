//! Mistakes are mended: what a command did is taken back by events, as long as nobody has built on it. Nothing is erased.

mod obstacle;
mod plan;

pub use obstacle::Obstacle;
pub use plan::{Change, Undoing, last, numbered, of_file};

use crate::accounts::post;
use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::register::{Act, Register, Taken};
use crate::reports::disbursement;
use domain::{Cause, Question, Status};
use std::collections::BTreeSet;

/// Takes it back, whole or not at all.
///
/// # Errors
/// Somebody has built on it, or the register cannot be written.
pub fn undo(register: &Register, undoing: &Undoing, by: &str, now: &Moment) -> Result<()> {
    if let Some(first) = undoing.in_the_way.first() {
        let more = undoing.in_the_way.len() - 1;
        let more = if more > 0 { format!(" Dan {more} lagi.") } else { String::new() };
        return Err(Fault::new(
            "sudah-dipakai",
            format!("Perintah {} tidak dapat ditarik: sesudahnya {first}.{more}", undoing.command.number),
            "Tarik dulu yang sesudahnya, dari yang terakhir; atau putuskan satu per satu dengan `tepat decide`.",
        ));
    }
    let why = format!("{} (perintah {})", undoing.command.line, undoing.command.number);
    for (family, events) in &undoing.events {
        let count = u16::try_from(events.len()).unwrap_or(u16::MAX);
        let declined = register.recorded(*family)?.into_iter().rev().take(events.len());
        let was_declined = declined.filter(|it| it.event.cause == Some(Cause::Declined)).count() > 0;
        register.take_back(*family, count, by, &why, now)?;
        if was_declined {
            register.close(*family, Question::Declined, now)?;
        }
    }
    let mut paid = BTreeSet::new();
    for Taken { source, topic } in &undoing.files {
        register.withdraw_report(*source, topic, now)?;
        if let Some(tahap) = disbursement::tahap_of(topic) {
            let families = register.withdraw_bank_file(*source, tahap, now)?;
            paid.extend(families.into_iter().map(|family| (family, tahap)));
        }
    }
    let sources = undoing.only.iter().map(|taken| taken.source).collect();
    register.act(None, Act::Undo { by: by.to_owned(), command: undoing.command.number, sources })?;
    // What other files say of these families counts again.
    paid.into_iter().try_for_each(|(family, tahap)| post(register, family, tahap, None, now))?;
    if undoing.command.line.name == "approve" {
        register.set("tahap", &last_tahap(register)?.to_string())?;
    }
    Ok(())
}

/// The last tahap that anybody was approved for; 0: none.
fn last_tahap(register: &Register) -> Result<u16> {
    let mut last = 0;
    register.for_each_history(|_, _, history| {
        let approved = history.events().iter().filter(|event| event.status == Status::Approved);
        last = approved.filter_map(|event| event.tahap).fold(last, u16::max);
    })?;
    Ok(last)
}

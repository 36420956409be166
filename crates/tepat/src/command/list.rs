//! `tepat list`: families by where they stand, on the screen or in a file.

mod column;
mod file;

use crate::cli::ListArgs;
use crate::new_file;
use crate::output::Output;
use column::{Column, Numbers};
use office::clock::Moment;
use office::fault::Result;
use office::listing::{Wanted, list};
use office::register::{Act, Unreadable};
use office::workspace::Workspace;
use serde::Serialize;
use serde_json::{Map, Value};

/// As many as a person reads; a file gets all.
const SHOWN: usize = 50;

#[derive(Serialize)]
struct Answer {
    families: usize,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rows: Vec<Map<String, Value>>,
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
}

/// Whole numbers are written in the name of whoever asks for them.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &ListArgs,
    by: Result<String>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let columns = Column::chosen(&args.columns)?;
    if let Some(path) = &args.out {
        file::kind_of(path)?;
        new_file::is_free(path)?;
    }
    let numbers = if args.with_numbers { Numbers::Whole } else { Numbers::Masked };
    if args.with_numbers {
        let by = by?;
        workspace.register.transaction(|register| register.act(None, Act::List { by }))?;
    }
    let (families, unreadable) = list(&workspace.register, &wanted(args), now)?;
    let mut sentences = format!("{} keluarga.\n", families.len());
    let mut rows = Vec::new();
    match &args.out {
        Some(path) => {
            new_file::write(path, &file::bytes(path, &columns, &families, numbers)?)?;
            sentences += &format!("Ditulis ke {}.\n", path.display());
        }
        None => {
            rows = families.iter().map(|family| column::object(&columns, family, numbers)).collect();
            for family in families.iter().take(SHOWN) {
                let cells = columns.iter().map(|column| column.text(family, numbers));
                sentences +=
                    &format!("  {}\n", cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · "));
            }
            if families.len() > SHOWN {
                sentences +=
                    &format!("  … dan {} lagi: tulis ke berkas dengan --out.\n", families.len() - SHOWN);
            }
        }
    }
    if !unreadable.is_empty() {
        sentences += &unreadable.to_string();
    }
    output.answer(&Answer { families: families.len(), rows, unreadable }, &sentences);
    Ok(())
}

fn wanted(args: &ListArgs) -> Wanted {
    let is_yes = |text: &Option<String>| text.as_ref().map(|text| text == "ya");
    Wanted {
        status: args.status.clone(),
        reason: args.reason.clone(),
        area: args.area.clone(),
        rw: args.rw,
        rt: args.rt,
        point: args.point.clone(),
        tahap: args.tahap,
        call: args.call,
        paid: args.paid,
        unpaid: args.unpaid,
        card: is_yes(&args.card),
        absent: args.absent,
        disabled: is_yes(&args.disabled),
        oldest: args.oldest,
        since: args.since,
    }
}

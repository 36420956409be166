//! `tepat list`: families by where they stand, on the screen or in a file.

mod column;
mod file;
mod json_rows;
mod parquet_rows;
mod rows;
#[cfg(test)]
mod tests;
mod workbook;

use crate::cli::ListArgs;
use crate::new_file::NewFile;
use crate::output::Output;
use column::{Column, Numbers};
use domain::Status;
use json_rows::JsonRows;
use office::clock::Moment;
use office::fault::Result;
use office::listing::{ListedFamily, Wanted, for_each};
use office::register::{Act, Register, Unreadable};
use office::workspace::Workspace;
use rows::Rows as _;
use serde::Serialize;

/// As many as a person reads; a file gets all.
const SHOWN: usize = 50;

#[derive(Serialize)]
struct Answer {
    families: usize,
    #[serde(skip_serializing_if = "Unreadable::is_empty")]
    unreadable: Unreadable,
}

/// What is asked for, and how it is written.
struct List<'a> {
    register: &'a Register,
    wanted: Wanted,
    columns: Vec<Column>,
    numbers: Numbers,
    now: &'a Moment,
}

/// Whole numbers are written in the name of whoever asks for them.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &ListArgs,
    by: Result<String>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let columns = if args.to_decide { Column::to_decide() } else { Column::chosen(&args.columns)? };
    let file = match &args.out {
        Some(path) => Some((file::kind_of(path)?, NewFile::create(path)?)),
        None => None,
    };
    let numbers = if args.with_numbers { Numbers::Whole } else { Numbers::Masked };
    if args.with_numbers {
        let by = by?;
        workspace.register.transaction(|register| register.act(None, Act::List { by }))?;
    }
    let list = List { register: &workspace.register, wanted: wanted(args), columns, numbers, now };
    match file {
        Some((kind, file)) => list.write_to(kind, file, output),
        None if output.is_json() => list.answer_document(output),
        None => list.on_screen(output),
    }
}

impl List<'_> {
    fn write_to(&self, kind: file::Kind, mut file: NewFile, output: &Output) -> Result<()> {
        let folder = file.folder().to_owned();
        let mut rows = file::writer(kind, file.inner(), &folder, &self.columns, self.numbers)?;
        let answer = self.walk(output, |family| rows.add(family))?;
        rows.finish()?;
        let path = file.keep()?;
        output.answer(&answer, &answer.sentences(&format!("Ditulis ke {}.\n", path.display())));
        Ok(())
    }

    /// The document grows as text: a city of rows as values would need gigabytes.
    fn answer_document(&self, output: &Output) -> Result<()> {
        let mut text = Vec::new();
        let mut rows = Box::new(JsonRows::begin(&mut text, &self.columns, self.numbers));
        let answer = self.walk(output, |family| rows.add(family))?;
        rows.finish()?;
        output.answer_with_rows(&answer, &String::from_utf8_lossy(&text));
        Ok(())
    }

    fn on_screen(&self, output: &Output) -> Result<()> {
        let (mut shown, mut count) = (String::new(), 0);
        let answer = self.walk(output, |family| {
            count += 1;
            if count <= SHOWN {
                shown += &self.line(family);
            }
            Ok(())
        })?;
        if count > SHOWN {
            shown += &format!("  … dan {} lagi: tulis ke berkas dengan --out.\n", count - SHOWN);
        }
        output.answer(&answer, &answer.sentences(&shown));
        Ok(())
    }

    fn line(&self, family: &ListedFamily) -> String {
        let cells = self.columns.iter().map(|column| column.text(family, self.numbers));
        format!("  {}\n", cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · "))
    }

    fn walk(&self, output: &Output, mut each: impl FnMut(&ListedFamily) -> Result<()>) -> Result<Answer> {
        let mut families = 0;
        let unreadable = for_each(self.register, &self.wanted, self.now, output, |family| {
            families += 1;
            each(family)
        })?;
        Ok(Answer { families, unreadable })
    }
}

impl Answer {
    fn sentences(&self, what: &str) -> String {
        let unreadable = if self.unreadable.is_empty() { String::new() } else { self.unreadable.to_string() };
        format!("{} keluarga.\n{what}{unreadable}", self.families)
    }
}

fn wanted(args: &ListArgs) -> Wanted {
    let is_yes = |text: &Option<String>| text.as_ref().map(|text| text == "ya");
    Wanted {
        status: if args.to_decide { vec![Status::Held] } else { args.status.clone() },
        reason: args.reason.clone(),
        area: args.area.clone(),
        rw: args.rw,
        rt: args.rt,
        point: args.point.clone(),
        closed_point: args.closed_point,
        tahap: args.tahap,
        not_tahap: args.not_tahap,
        call: args.call,
        paid: args.paid,
        unpaid: args.unpaid,
        card: is_yes(&args.card),
        absent: args.absent,
        disabled: is_yes(&args.disabled),
        oldest: args.oldest,
        size: args.size,
        aid: args.aid,
        changed: args.changed,
        changed_point: args.changed_point,
        since: args.since,
    }
}

//! `tepat undo`: names what a command changed, and takes it back.

use crate::cli::UndoArgs;
use crate::confirm::confirm;
use crate::output::Output;
use office::clock::Moment;
use office::fault::Result;
use office::undo::{self, Obstacle, Undoing};
use office::workspace::Workspace;
use serde::Serialize;

/// So many of those who built on it are named in the sentences.
const NAMED: usize = 10;

#[derive(Serialize)]
struct Answer {
    /// What there is to take back; none: the trail names no command.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    changes: Vec<Change>,
    files: Vec<String>,
    in_the_way: Vec<Obstacle>,
    /// Whether it is taken back now.
    taken_back: bool,
    /// Whether it was before.
    known: bool,
}

#[derive(Serialize)]
struct Change {
    from: &'static str,
    to: &'static str,
    families: usize,
}

pub(super) fn run(
    workspace: &mut Workspace,
    args: &UndoArgs,
    by: Result<String>,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let register = &workspace.register;
    let undoing = match (&args.file, args.number) {
        (Some(file), _) => Some(undo::of_file(register, file)?),
        (None, Some(number)) => Some(undo::numbered(register, number)?),
        (None, None) => undo::last(register)?,
    };
    let Some(undoing) = undoing else {
        output.answer(
            &Answer::none(),
            "Tidak ada perintah yang tercatat di jejak: tidak ada yang dapat ditarik.",
        );
        return Ok(());
    };
    let mut answer = Answer::of(workspace, &undoing)?;
    let what = answer.sentences();
    let is_asked = args.file.is_some() || args.number.is_some();
    if undoing.is_done || !is_asked {
        let number = undoing.command.number;
        let next = match undoing.is_done {
            true => "Sudah ditarik sebelumnya: tidak ada yang berubah.".to_owned(),
            false => format!("Untuk menariknya: `tepat undo {number} --by NAMA`."),
        };
        output.answer(&answer, &format!("{what}{next}"));
        return Ok(());
    }
    let by = by?;
    if !is_sure && answer.in_the_way.is_empty() {
        confirm(&format!("{what}Tarik kembali?"))?;
    }
    workspace.register.transaction(|register| undo::undo(register, &undoing, &by, now))?;
    answer.taken_back = true;
    output.answer(
        &answer,
        &format!("{what}Ditarik kembali. Surat dan berkas yang sudah keluar tidak ikut ditarik."),
    );
    Ok(())
}

impl Answer {
    fn none() -> Self {
        Self {
            number: None,
            command: None,
            by: None,
            at: None,
            changes: Vec::new(),
            files: Vec::new(),
            in_the_way: Vec::new(),
            taken_back: false,
            known: false,
        }
    }

    fn of(workspace: &Workspace, undoing: &Undoing) -> Result<Self> {
        let line = &undoing.command.line;
        let change = |it: &undo::Change| {
            let (from, to) = (it.from.code(), it.to.code());
            Change { from, to, families: it.families }
        };
        let name = |taken: &office::register::Taken| workspace.register.source_name(taken.source);
        Ok(Self {
            number: Some(undoing.command.number),
            command: Some(line.to_string()),
            by: line.by.clone(),
            at: Some(line.at.clone()),
            changes: undoing.changes.iter().map(change).collect(),
            files: undoing.files.iter().map(name).collect::<Result<_>>()?,
            in_the_way: undoing.in_the_way.clone(),
            taken_back: false,
            known: undoing.is_done,
        })
    }

    fn sentences(&self) -> String {
        let command = self.command.as_deref().unwrap_or_default();
        let number = self.number.unwrap_or_default();
        let by = self.by.as_ref().map_or_else(String::new, |by| format!(" oleh {by}"));
        let mut text = format!(
            "Perintah {number}: `tepat {command}`{by}, {}.\n",
            self.at.as_deref().unwrap_or_default()
        );
        for Change { from, to, families } in &self.changes {
            text += &format!("{families:>9}  keluarga dari {from} menjadi {to}\n");
        }
        for file in &self.files {
            text += &format!("           berkas {file}\n");
        }
        for obstacle in self.in_the_way.iter().take(NAMED) {
            text += &format!("Sudah dipakai: {obstacle}\n");
        }
        if self.in_the_way.len() > NAMED {
            text += &format!("… dan {} lagi.\n", self.in_the_way.len() - NAMED);
        }
        text
    }
}

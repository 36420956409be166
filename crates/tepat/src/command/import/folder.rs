//! Lists of a whole city: a folder of files, each named after its kelurahan.

use super::account::AccountAnswer;
use super::problem::{Problem, Weight};
use crate::output::Output;
use domain::AreaCode;
use office::areas::known;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::import::{FamilyList, Imported, Layout, ListPlace};
use office::progress::{Progress as _, Work};
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::{Display, Formatter};
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

/// What became of each file.
#[derive(Serialize)]
pub(super) struct Folder {
    files: Vec<File>,
    /// Folders in it, and links, pipes and devices: nobody looked into them.
    folders: Vec<String>,
    /// Names of columns, of whichever file, that were not recognised.
    unknown_columns: BTreeSet<String>,
}

#[derive(Serialize)]
struct File {
    file: String,
    new: usize,
    changed: usize,
    same: usize,
    doubles: usize,
    contested: usize,
    refused: usize,
    problems: Vec<Problem>,
    account: AccountAnswer,
    #[serde(skip_serializing_if = "Option::is_none")]
    fault: Option<Fault>,
}

/// So many threads read lists at most: more than that a single register cannot keep busy.
const READERS: usize = 8;

/// Lists of each that are read and wait for the register.
const AHEAD: usize = 1;

/// Families that go to the register together, to the end of their file. Codes are random: whatever is kept touches nearly every
/// page of their index, so that a page is written once for so many families, and not once for every file.
const TOGETHER: usize = 100_000;

/// Takes in every list in the folder. A file that is no list is named, and the rest goes on.
pub(super) fn import(
    workspace: &mut Workspace,
    folder: &Path,
    layout: &Layout,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<Folder> {
    let (files, folders) = inside(folder)?;
    if files.is_empty() {
        return Err(Fault::new(
            "tanpa-daftar",
            format!("Tidak ada berkas di {}.", folder.display()),
            "Sebut folder yang langsung berisi daftar: folder di dalamnya tidak dibaca.",
        ));
    }
    let bar = output.begin(Work::Import, files.len());
    let readers = std::thread::available_parallelism().map_or(1, NonZero::get).min(READERS);
    let mut answer = Folder { files: Vec::new(), folders, unknown_columns: BTreeSet::new() };
    std::thread::scope(|scope| {
        let read = |first: usize| {
            let (send, receive) = mpsc::sync_channel(AHEAD);
            let own = files.iter().skip(first).step_by(readers);
            scope.spawn(move || {
                for path in own {
                    // Nobody listens any more when the register has failed.
                    let list = open(path, layout, now).and_then(|list| match is_sure {
                        true => Ok(list),
                        false => list.ask_for_kelurahan().map(|()| list),
                    });
                    if send.send((path.display().to_string(), list)).is_err() {
                        break;
                    }
                }
            });
            receive
        };
        let ready: Vec<_> = (0..readers).map(read).collect();
        // In the order of the files, so that the same folder always comes to the same.
        let mut lists = ready.iter().cycle().map_while(|lists| lists.recv().ok()).peekable();
        while lists.peek().is_some() {
            workspace.register.transaction(|register| {
                let mut families = 0;
                while families < TOGETHER
                    && let Some((file, list)) = lists.next()
                {
                    let taken = match list {
                        Ok(list) => {
                            let mut imported = Imported::of(register, list, now)?;
                            answer.unknown_columns.extend(imported.unknown_columns.drain(..));
                            File::of(imported)
                        }
                        Err(fault) => File::unread(file, fault),
                    };
                    families += taken.new + taken.changed + taken.same;
                    answer.files.push(taken);
                    bar.advance(1);
                }
                Ok(())
            })?;
        }
        Ok(answer)
    })
}

fn open(path: &Path, layout: &Layout, now: &Moment) -> Result<FamilyList> {
    let name = path.display().to_string();
    let Some(area) = area(path) else {
        return Err(Fault::new(
            "tanpa-kelurahan",
            format!("Nama berkas {name} tidak diawali kode kelurahan."),
            "Namai berkas seperti 31.74.10.1005.csv, lalu ulangi.",
        ));
    };
    known(&area)?;
    let bytes = fs::read(path).during(format_args!("membaca {name}"))?;
    FamilyList::read(&name, &bytes, &ListPlace { area, rw: None, rt: None }, layout, now)
}

/// The kelurahan that a file is named after: `31.74.10.1005 Ulujami.xlsx`.
fn area(path: &Path) -> Option<AreaCode> {
    let name = path.file_name()?.to_str()?;
    let code: String = name.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    AreaCode::parse(code.trim_end_matches('.')).ok().filter(AreaCode::is_kelurahan)
}

/// The files in a folder, and what else is in it: folders, links, pipes.
fn inside(folder: &Path) -> Result<(Vec<PathBuf>, Vec<String>)> {
    let reading = || format!("membaca {}", folder.display());
    let (mut files, mut others) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).during(reading())? {
        let entry = entry.during(reading())?;
        if entry.file_type().during(reading())?.is_file() {
            files.push(entry.path());
        } else {
            others.push(entry.path().display().to_string());
        }
    }
    files.sort();
    others.sort();
    Ok((files, others))
}

impl File {
    fn of(imported: Imported) -> Self {
        Self {
            new: imported.count("baru"),
            changed: imported.count("diperbarui"),
            same: imported.count("tetap"),
            doubles: imported.doubles,
            contested: imported.contested,
            refused: imported.refused,
            problems: imported.problems.iter().map(Problem::from).collect(),
            account: AccountAnswer::from(&imported.account),
            file: imported.file,
            fault: None,
        }
    }

    fn unread(file: String, fault: Fault) -> Self {
        Self {
            file,
            new: 0,
            changed: 0,
            same: 0,
            doubles: 0,
            contested: 0,
            refused: 0,
            problems: Vec::new(),
            account: AccountAnswer::default(),
            fault: Some(fault),
        }
    }
}

impl Display for Folder {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let sum = |of: fn(&File) -> usize| self.files.iter().map(of).sum::<usize>();
        for File { file, problems, account, fault, .. } in &self.files {
            if let Some(Fault { message, remedy, .. }) = fault {
                writeln!(f, "{file}: {message} {remedy}")?;
            }
            for problem in problems.iter().filter(|problem| problem.weight != Weight::Look) {
                writeln!(f, "{file}: {problem}")?;
            }
            for rows in account.unread() {
                writeln!(f, "{file}: {rows}")?;
            }
        }
        for folder in &self.folders {
            writeln!(
                f,
                "{folder}: tidak dibaca, sebab bukan berkas biasa. Bila folder, masukkan sendiri dengan `tepat import`."
            )?;
        }
        if !self.unknown_columns.is_empty() {
            let columns: Vec<&str> = self.unknown_columns.iter().map(String::as_str).collect();
            writeln!(f, "Kolom yang tidak dibaca: {}", columns.join(", "))?;
        }
        let account = AccountAnswer::sum(self.files.iter().map(|file| &file.account));
        write!(f, "{account}")?;
        let (new, changed, same) = (sum(|file| file.new), sum(|file| file.changed), sum(|file| file.same));
        writeln!(
            f,
            "{} berkas: {} keluarga masuk ({new} baru, {changed} diperbarui, {same} tetap), {} tercatat sebagai data ganda, {} dicatat dua RT dan ditanyakan, {} tidak dapat masuk.",
            self.files.len(),
            new + changed + same,
            sum(|file| file.doubles),
            sum(|file| file.contested),
            sum(|file| file.refused)
        )
    }
}

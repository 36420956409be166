//! What each command does, one file a command.

mod accounts;
mod allocate;
mod approve;
mod attend;
mod audit;
mod backup;
mod collect;
mod decide;
mod demo;
mod disburse;
mod enrol;
mod history;
mod import;
mod init;
mod invite;
mod key;
mod list;
mod manual;
mod matching;
mod points;
mod publish;
mod report;
mod resolve;
mod restore;
mod retention;
mod review;
mod serve;
mod settings;
mod subject;
mod undo;
mod users;
mod verify;
mod verify_publication;

use crate::cli::{Cli, Command, KeyChange, Subject};
use crate::output::Output;
use crate::rewriting::finish_rewrite;
use crate::secret::passphrase;
use office::clock::Moment;
use office::fault::Result;
use office::recovery;
use office::register::CommandLine;
use office::reports::disbursement::BankReport;
use office::workspace::Workspace;
use publication::schema;
use std::path::Path;
use std::process::ExitCode;

/// Runs a command. It fails also where it has answered, if the answer is that something is wrong.
pub(crate) fn run(cli: Cli, output: &Output) -> Result<ExitCode> {
    let now = Moment::now(cli.now.as_deref())?;
    let words = cli.passphrase_file.as_deref();
    let by = cli.by();
    let noted = cli.command.noted().map(|(name, about)| CommandLine {
        name: name.to_owned(),
        about,
        by: cli.by().ok(),
        at: now.to_string(),
    });
    let open = || -> Result<Workspace> {
        let mut workspace = Workspace::open(&cli.workspace)?;
        noted.iter().for_each(|command| workspace.register.runs(command.clone()));
        finish_rewrite(&workspace.register, output)?;
        Ok(workspace)
    };
    let with_keys = |workspace: Workspace| unlocked(workspace, words);
    match cli.command {
        Command::Init { dir, signing_key, recovery } => {
            init::run(&dir, signing_key.as_deref(), recovery.as_deref(), output)
        }
        Command::Key { change } => {
            let mut workspace = match &change {
                Some(KeyChange::Recover { files }) => with_keys(recovery::recover(&cli.workspace, files)?)?,
                // The file names the new passphrase: the key is not locked yet.
                Some(KeyChange::Lock) => open()?,
                _ => with_keys(open()?)?,
            };
            key::run(&mut workspace, change, words, output)
        }
        Command::Backup(args) => backup::run(&open()?, args, words, &now, output),
        Command::Restore { file, dir, identity } => {
            restore::run(&file, &dir, identity.as_deref(), words, output)
        }
        Command::Import(args) => import::run(&mut open()?, &args, cli.yes, &now, output),
        Command::Points { file } => points::run(&mut open()?, &file, cli.yes, &now, output),
        Command::Enrol(enrol) => enrol::run(&mut with_keys(open()?)?, &enrol, &now, output),
        Command::Users => users::run(&with_keys(Workspace::read(&cli.workspace)?)?, output),
        Command::Collect { quarantine: true, .. } => {
            collect::list_quarantine(&Workspace::read(&cli.workspace)?, output)
        }
        Command::Collect { from, accept, purge, .. } => {
            let mut workspace = with_keys(open()?)?;
            accept.map_or(Ok(()), |file| collect::accept(&mut workspace, &file, &by?))?;
            collect::run(&mut workspace, from.as_ref(), purge, &now, output)
        }
        Command::Match(args) => matching::run(&mut open()?, &args, cli.yes, &now, output),
        Command::Review(review) => review::run(&mut open()?, &review, by, &now, output),
        Command::Verify => verify::run(&mut open()?, &now, output),
        Command::Approve { tahap } => approve::run(&mut open()?, tahap, cli.yes, &by?, &now, output),
        Command::Allocate(args) => allocate::run(&mut open()?, &args, &now, output),
        Command::Invite(args) => invite::run(&mut open()?, &args, &now, output),
        Command::Attend { files } => return attend::run(&mut open()?, &files, &now, output),
        Command::Disburse { file, tahap, all_paid } => {
            let bank_report = BankReport { file: &file, tahap, all_paid, is_sure: cli.yes };
            return disburse::run(&mut open()?, bank_report, &now, output);
        }
        Command::Accounts { what } => {
            return accounts::run(&mut open()?, what.as_ref(), by, cli.yes, &now, output);
        }
        Command::Resolve { file } => return resolve::run(&mut open()?, file, &by?, &now, output),
        Command::Decide(args) => decide::run(&mut open()?, &args, &by?, cli.yes, &now, output),
        Command::Undo(args) => undo::run(&mut open()?, &args, by, cli.yes, &now, output),
        Command::Settings(args) => settings::run(&mut open()?, &args, by, cli.yes, &now, output),
        Command::Audit { noted } => {
            return audit::run(&Workspace::read(&cli.workspace)?, noted.as_deref(), output);
        }
        Command::List(args) => list::run(&mut open()?, &args, by, &now, output),
        Command::Report(args) => return report::run(&mut open()?, &args, &now, output),
        Command::History(args) => history::run(&mut open()?, &args, by, output),
        Command::Subject(subject) => {
            let workspace = open()?;
            // Whom the envelopes name only the keys tell.
            let mut workspace =
                if matches!(subject, Subject::Erase { .. }) { with_keys(workspace)? } else { workspace };
            subject::run(&mut workspace, subject, &by?, &now, output)
        }
        Command::Retention(args) => retention::run(&mut open()?, &args, by, &now, output),
        Command::Publish { out, check: true, .. } => {
            return publish::check(&with_keys(open()?)?, &out, &now, output);
        }
        Command::Publish { out, all, pair, fresh_days, .. } => {
            let mut workspace = with_keys(open()?)?;
            publication::settle(&workspace.register, pair, fresh_days)?;
            publish::run(&mut workspace, &out, all, cli.yes, &now, output)
        }
        Command::VerifyPublication { place, key } => {
            return verify_publication::run(&place, &key, &now, output);
        }
        Command::Serve { port, app } => {
            serve::run(with_keys(Workspace::read(&cli.workspace)?)?, port, app, output)
        }
        Command::Demo { dir } => demo::run(&dir, &now, output),
        Command::Completions { shell } => {
            manual::complete(shell);
            Ok(())
        }
        Command::Manual { dir } => manual::write(&dir),
        Command::Schema { dir } => schema::write(&dir),
    }?;
    Ok(ExitCode::SUCCESS)
}

/// A workspace whose keys are open; where they are locked, with the passphrase that is in the file, or typed.
fn unlocked(mut workspace: Workspace, passphrase_file: Option<&Path>) -> Result<Workspace> {
    if workspace.is_locked() {
        workspace.unlock(passphrase(passphrase_file)?)?;
    }
    Ok(workspace)
}

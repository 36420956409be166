//! The command `tepat`, run as a person runs it.

use crate::settings;
use serde_json::Value;
use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// In whose name the office decides, where a story does not say otherwise.
pub const PERSON: &str = "Petugas Contoh";

/// One run of the command, with `--json`.
#[derive(Debug)]
pub struct Run(Command);

impl Run {
    /// `tepat ARGUMENTS --json`
    pub fn of<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Self {
        Self::of_program(&settings::tepat(), arguments)
    }

    /// The same of a program that takes its arguments as `tepat` does.
    pub fn of_program<A: AsRef<OsStr>>(program: &Path, arguments: impl IntoIterator<Item = A>) -> Self {
        let mut command = Command::new(program);
        command.args(arguments).arg("--json").env("TEPAT_BY", PERSON).stdin(Stdio::null());
        Self(command)
    }

    /// The command itself, to be started in another way.
    pub fn command(self) -> Command {
        self.0
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    /// Its answer: the one document on stdout.
    pub fn answer(self) -> Value {
        let (succeeded, answer) = self.end();
        assert!(succeeded, "{answer:#}");
        answer
    }

    /// The complaint of a command that changes nothing.
    pub fn complaint(self) -> Value {
        let (succeeded, mut answer) = self.end();
        assert!(!succeeded, "{answer:#}");
        answer["error"].take()
    }

    /// Whether it succeeded, and its answer.
    pub fn verdict(self) -> (bool, Value) {
        self.end()
    }

    fn end(mut self) -> (bool, Value) {
        let output = self.0.output().unwrap();
        let answer = serde_json::from_slice(&output.stdout).unwrap_or_else(|fault| {
            let said = String::from_utf8_lossy(&output.stderr);
            panic!("{:?}: {fault} on stdout; on stderr: {said}", self.0)
        });
        (output.status.success(), answer)
    }
}

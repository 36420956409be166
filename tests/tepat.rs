//! The command `tepat`, run as a person runs it.

use crate::settings;
use serde_json::Value;
use std::ffi::OsStr;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::time::Duration;

/// So often a process is asked for its memory. The system keeps the largest for it.
const LOOK: Duration = Duration::from_millis(2);

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

    /// Its largest memory in bytes, whether it succeeded, and its answer.
    pub fn peak(self) -> (u64, bool, Value) {
        let (peak, succeeded, answer) = self.peak_and_bytes();
        (peak, succeeded, serde_json::from_slice(&answer).unwrap())
    }

    /// The same with its answer as it was written.
    pub fn peak_and_bytes(mut self) -> (u64, bool, Vec<u8>) {
        let mut process = self.0.stdout(Stdio::piped()).spawn().unwrap();
        let (id, mut stdout) = (process.id(), process.stdout.take().unwrap());
        let (end, ended) = std::sync::mpsc::channel::<()>();
        let watch = std::thread::spawn(move || {
            let mut peak = 0;
            // It ends when the sender does.
            while ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                peak = peak.max(peak_of(id));
            }
            peak
        });
        let mut answer = Vec::new();
        stdout.read_to_end(&mut answer).unwrap();
        let status = process.wait().unwrap();
        drop(end);
        let peak = watch.join().unwrap();
        assert!(peak > 0, "it ended before its memory was looked at");
        (peak, status.success(), answer)
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

/// The largest resident memory of a process so far, in bytes.
fn peak_of(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0) * 1024
}

//! One command against the clock.

use anyhow::{Result, ensure};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// What it took.
pub(super) struct Race {
    pub(super) name: &'static str,
    pub(super) seconds: f64,
    /// The most that it held of the memory at a time, in bytes.
    pub(super) memory: u64,
    /// What it said.
    pub(super) answer: String,
}

/// How often one looks at its memory.
const LOOK: Duration = Duration::from_millis(10);

/// Runs a command to its end.
///
/// # Errors
/// When it fails.
#[expect(clippy::disallowed_methods, reason = "forbidden for wasm; this never runs there")]
pub(super) fn run(name: &'static str, mut command: Command) -> Result<Race> {
    let start = Instant::now();
    // What it says goes to a file: a pipe that nobody reads would stop it.
    let said = std::env::temp_dir().join(format!("tepat-{}-{name}", std::process::id()));
    let mut child = command.stdin(Stdio::null()).stdout(std::fs::File::create(&said)?).spawn()?;
    let process = child.id();
    let (running, ended) = channel();
    let watch = std::thread::spawn(move || largest(process, &ended));
    let status = child.wait()?;
    let seconds = start.elapsed().as_secs_f64();
    drop(running);
    let memory = watch.join().unwrap_or_default();
    let answer = std::fs::read_to_string(&said)?;
    std::fs::remove_file(&said)?;
    ensure!(status.success(), "tepat {name} failed: {answer}");
    Ok(Race { name, seconds, memory, answer })
}

/// The largest memory of a process until it has ended.
fn largest(process: u32, ended: &Receiver<()>) -> u64 {
    let mut largest = 0;
    loop {
        largest = largest.max(peak(process));
        if ended.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
            return largest;
        }
    }
}

/// The largest resident memory of a process so far; 0 where the system does not tell.
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

//! One command against the clock.

use anyhow::{Result, ensure};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What it took.
pub(super) struct Race {
    pub(super) name: &'static str,
    pub(super) seconds: f64,
    /// The seconds that it computed, on all processors: without what the system took to find room and to write.
    pub(super) busy: f64,
    /// The most that it held of the memory at a time, in bytes.
    pub(super) memory: u64,
    /// What it said.
    pub(super) answer: String,
}

/// How often one looks at it.
const LOOK: Duration = Duration::from_millis(10);
/// The unit of times in `/proc` (`getconf CLK_TCK`), on every Linux of today.
const TICKS_A_SECOND: f64 = 100.0;

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
    let (mut memory, mut busy) = (0, 0.0);
    // What has ended stays there, with its times, until one has waited for it.
    while let Some(times) = times(child.id()) {
        busy = times.busy;
        if times.has_ended {
            break;
        }
        memory = memory.max(peak(child.id()));
        std::thread::sleep(LOOK);
    }
    let status = child.wait()?;
    let seconds = start.elapsed().as_secs_f64();
    let answer = std::fs::read_to_string(&said)?;
    std::fs::remove_file(&said)?;
    ensure!(status.success(), "tepat {name} failed: {answer}");
    Ok(Race { name, seconds, busy, memory, answer })
}

/// How far a process is.
struct Times {
    has_ended: bool,
    busy: f64,
}

/// From `/proc/PID/stat` (proc(5)); `None` where the system does not tell.
fn times(process: u32) -> Option<Times> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // After the name, which may hold anything: the state first, the 12th the time in user mode.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    let has_ended = fields.next()? == "Z";
    let ticks: f64 = fields.nth(10)?.parse().ok()?;
    Some(Times { has_ended, busy: ticks / TICKS_A_SECOND })
}

/// The largest resident memory of a process so far; 0 where the system does not tell.
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kilobytes.unwrap_or(0) * 1024
}

//! What becomes of the programs of a browser: ended as a phone ends them whose battery falls out, or slowed down.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Kills a process and all that it has started, and they, at once: nobody can tidy up.
pub(super) fn kill(process: u32) {
    signal("-KILL", process);
}

/// Programs that get a part of the time only, until this is dropped. All their threads do, also those of workers, which the
/// devtools of a browser do not slow down.
#[derive(Debug)]
pub struct Slowed {
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// So long they run at a time.
const RUNS: Duration = Duration::from_millis(20);

impl Slowed {
    /// A process and all that it has started: so many times slower.
    pub(super) fn start(process: u32, times: u32) -> Self {
        let ends = Arc::new(AtomicBool::new(false));
        let shared = Arc::clone(&ends);
        // The delays are the slowness.
        let thread = std::thread::spawn(move || {
            while !shared.load(Ordering::Relaxed) {
                std::thread::sleep(RUNS);
                signal("-STOP", process);
                std::thread::sleep(RUNS * (times - 1));
                signal("-CONT", process);
            }
        });
        Self { ends, thread: Some(thread) }
    }
}

impl Drop for Slowed {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        self.thread.take().map(JoinHandle::join);
    }
}

/// To a process and all that it has started, and they, as far as they still live.
fn signal(signal: &str, process: u32) {
    let parents: BTreeMap<u32, u32> = std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| {
            let process = entry.ok()?.file_name().to_str()?.parse().ok()?;
            Some((process, parent(process)?))
        })
        .collect();
    let is_within = |mut within: u32| {
        while within != process {
            match parents.get(&within) {
                Some(parent) => within = *parent,
                None => return false,
            }
        }
        true
    };
    let meant = parents.keys().filter(|id| is_within(**id)).map(u32::to_string);
    Command::new("kill").arg(signal).args(meant).status().unwrap();
}

/// `4711 (name of it) S 4710 …`
fn parent(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

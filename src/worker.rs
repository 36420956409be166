//! The app's side of the worker: starts it when it is first needed, hands it jobs, awaits their answers.

use crate::browser::clock;
use crate::browser::thread::Thread;
use ::worker::{Answer, Job};
use futures::channel::oneshot::{Sender, channel};
use std::cell::RefCell;
use std::collections::VecDeque;

/// The worker did not start, or it died: no signal while its program was fetched, a browser that is too old, or too
/// little memory. The next job starts it anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerFault;

/// What the worker says once, when it listens; what is posted before that is lost.
const READY: &str = "ready";
/// The page names the worker's program under this.
const META: &str = "tepat-worker";

/// Longer than this no program takes to arrive; then something holds it back that the browser does not tell.
const LONGEST_START_MS: u64 = 60_000;

/// A worker that runs, or is about to.
struct Running {
    thread: Thread,
    /// Jobs that wait until the worker listens; `None` once it does.
    unposted: Option<Vec<String>>,
    /// Whom to tell, in the order of the jobs: the worker does them one by one.
    waiting: VecDeque<Sender<Answer>>,
}

thread_local! {
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Starts the worker if it does not run, so that the first job need not wait for it.
pub fn warm_up() {
    RUNNING.with_borrow_mut(|running| {
        if running.is_none() {
            *running = Thread::start(META, hear, stop).map(Running::new);
            clock::after(LONGEST_START_MS, stop_unless_ready);
        }
    });
}

/// Ends the worker, and with it all that it remembers. Answers still awaited become faults.
pub fn stop() {
    RUNNING.take();
}

fn stop_unless_ready() {
    let is_ready =
        RUNNING.with_borrow(|running| running.as_ref().is_none_or(|running| running.unposted.is_none()));
    if !is_ready {
        stop();
    }
}

/// Has a job done.
///
/// # Errors
/// `WorkerFault` if the worker did not start or died over it.
pub async fn ask(job: &Job) -> Result<Answer, WorkerFault> {
    let job = serde_json::to_string(job).map_err(|_| WorkerFault)?;
    warm_up();
    let (sender, answer) = channel();
    RUNNING.with_borrow_mut(|running| running.as_mut().map(|running| running.take_on(job, sender)));
    // With no worker, or with a dead one, the sender is gone.
    answer.await.map_err(|_| WorkerFault)
}

fn hear(text: String) {
    RUNNING.with_borrow_mut(|running| {
        if let Some(running) = running {
            running.hear(&text);
        }
    });
}

impl Running {
    fn new(thread: Thread) -> Self {
        Self { thread, unposted: Some(Vec::new()), waiting: VecDeque::new() }
    }

    fn take_on(&mut self, job: String, sender: Sender<Answer>) {
        self.waiting.push_back(sender);
        match &mut self.unposted {
            Some(unposted) => unposted.push(job),
            None => self.thread.post(&job),
        }
    }

    fn hear(&mut self, text: &str) {
        if text == READY {
            self.unposted.take().into_iter().flatten().for_each(|job| self.thread.post(&job));
            return;
        }
        let Some(sender) = self.waiting.pop_front() else { return };
        // An answer that cannot be read drops its sender: a fault. Nobody may be listening any more, which is well.
        if let Ok(answer) = serde_json::from_str(text) {
            sender.send(answer).ok();
        }
    }
}

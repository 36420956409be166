//! The app's side of the worker that derives, opens and seals, and what it shares with the other workers.

pub mod job_queue;

use crate::browser::thread::Heard;
use ::worker::{Answer, Job};
use futures::channel::oneshot::channel;
use job_queue::JobQueue;
use std::ops::ControlFlow;
use std::rc::Rc;

/// The worker did not start, or it died: no signal while its program was fetched, a browser that is too old, or too
/// little memory. The next job starts it anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerFault;

/// The page names the files of its program under this.
pub const PROGRAM: &str = "worker";

thread_local! {
    static QUEUE: Rc<JobQueue> = JobQueue::new(PROGRAM);
}

/// Starts the worker if it does not run, so that the first job need not wait for it.
pub fn warm_up() {
    QUEUE.with(JobQueue::warm_up);
}

/// Ends the worker, and with it all that it remembers. Answers still awaited become faults.
pub fn stop() {
    QUEUE.with(|queue| queue.stop());
}

/// Has a job done.
///
/// # Errors
/// `WorkerFault` if the worker did not start or died over it.
pub async fn ask(job: &Job) -> Result<Answer, WorkerFault> {
    let job = serde_json::to_string(job).map_err(|_| WorkerFault)?;
    let (sender, answer) = channel();
    let mut sender = Some(sender);
    let listener = Box::new(move |heard: Heard| {
        // An answer that cannot be read drops its sender: a fault. Nobody may be listening any more, which is well.
        if let (Some(sender), Ok(answer)) = (sender.take(), serde_json::from_str(&heard.text)) {
            sender.send(answer).ok();
        }
        ControlFlow::Break(())
    });
    QUEUE.with(|queue| queue.post(job, None, listener));
    // With no worker, or with a dead one, the sender is gone.
    answer.await.map_err(|_| WorkerFault)
}

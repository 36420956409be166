//! The thread that makes keys of what people know.

use crate::worker::job_queue::JobQueue;
use crate::worker::{self, WorkerFault};
use ::worker::stretch;
use seal::Derivation;
use std::rc::Rc;

/// The page names the files of its program under this.
pub const PROGRAM: &str = "stretch";

thread_local! {
    static QUEUE: Rc<JobQueue> = JobQueue::new(PROGRAM);
}

/// Starts the thread if it does not run, so that the first job need not wait for it.
pub fn warm_up() {
    QUEUE.with(JobQueue::warm_up);
}

/// Ends the thread, and with it all that it remembers. Answers still awaited become faults.
pub fn stop() {
    QUEUE.with(|queue| queue.stop());
}

/// Has a derivation done; `None` if it is not acceptable, or the phone has no memory for it.
///
/// # Errors
/// `WorkerFault` if the thread did not start or died over it.
pub async fn derive(derivation: &Derivation) -> Result<Option<Vec<u8>>, WorkerFault> {
    let answer = worker::ask(&QUEUE.with(Rc::clone), stretch::job(derivation)).await?;
    Ok(stretch::derived(&answer))
}

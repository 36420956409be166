//! The thread that derives and opens.

use crate::worker::job_queue::JobQueue;
use crate::worker::{self, WorkerFault};
use ::worker::lookup::{Answer, Job};
use std::rc::Rc;

/// The page names the files of its program under this.
pub const PROGRAM: &str = "lookup";

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

/// Has a job done.
///
/// # Errors
/// `WorkerFault` if the thread did not start or died over it.
pub async fn ask(job: &Job) -> Result<Answer, WorkerFault> {
    worker::ask(&QUEUE.with(Rc::clone), job).await
}

//! The threads beside the page: one that makes keys, one that seals lists and opens outcomes.

use ::worker::{sealing, stretch};
use std::rc::Rc;
use ui::worker::job_queue::JobQueue;
use ui::worker::{self, WorkerFault};

thread_local! {
    static STRETCH: Rc<JobQueue> = JobQueue::new("stretch");
    static SEALING: Rc<JobQueue> = JobQueue::new("sealing");
}

/// Has a key made.
///
/// # Errors
/// `WorkerFault` if the thread did not start or died over it.
pub async fn stretch(job: &stretch::Job) -> Result<stretch::Answer, WorkerFault> {
    worker::ask(&STRETCH.with(Rc::clone), job).await
}

/// Has something sealed or opened.
///
/// # Errors
/// `WorkerFault` if the thread did not start or died over it.
pub async fn seal(job: &sealing::Job) -> Result<sealing::Answer, WorkerFault> {
    worker::ask(&SEALING.with(Rc::clone), job).await
}

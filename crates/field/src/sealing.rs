//! The thread that makes keys, seals lists and opens outcomes.

use ::worker::sealing::{Answer, Job};
use std::rc::Rc;
use ui::worker::job_queue::JobQueue;
use ui::worker::{self, WorkerFault};

thread_local! {
    static QUEUE: Rc<JobQueue> = JobQueue::new("sealing");
}

/// Has a job done.
///
/// # Errors
/// `WorkerFault` if the thread did not start or died over it.
pub async fn ask(job: &Job) -> Result<Answer, WorkerFault> {
    worker::ask(&QUEUE.with(Rc::clone), job).await
}

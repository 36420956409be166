//! The thread that seals lists and opens outcomes.

use ::worker::sealing;
use std::rc::Rc;
use ui::worker::job_queue::JobQueue;
use ui::worker::{self, WorkerFault};

thread_local! {
    static SEALING: Rc<JobQueue> = JobQueue::new("sealing");
}

/// Has something sealed or opened.
///
/// # Errors
/// `WorkerFault` if the thread did not start or died over it.
pub async fn seal(job: &sealing::Job) -> Result<sealing::Answer, WorkerFault> {
    let job = serde_json::to_string(job).map_err(|_| WorkerFault)?;
    let answer = worker::ask(&SEALING.with(Rc::clone), job).await?;
    serde_json::from_str(&answer).map_err(|_| WorkerFault)
}

//! The app's side of the threads beside the page.

pub mod job_queue;

use crate::browser::thread::Heard;
use futures::channel::oneshot::channel;
use job_queue::JobQueue;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::ops::ControlFlow;
use std::rc::Rc;

/// The worker did not start, or it died: no signal while its program was fetched, a browser that is too old, or too
/// little memory. The next job starts it anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerFault;

/// Has a job done by a thread that answers each with one JSON.
///
/// # Errors
/// `WorkerFault` if the worker did not start or died over it.
pub async fn ask<Answer: DeserializeOwned + 'static>(
    queue: &Rc<JobQueue>,
    job: &impl Serialize,
) -> Result<Answer, WorkerFault> {
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
    queue.post(job, None, listener);
    // With no worker, or with a dead one, the sender is gone.
    answer.await.map_err(|_| WorkerFault)
}

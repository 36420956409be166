//! The app's side of the threads beside the page.

pub mod job_queue;

use crate::browser::thread::Heard;
use futures::channel::oneshot::channel;
use job_queue::JobQueue;
use std::ops::ControlFlow;
use std::rc::Rc;

/// The worker did not start, or it died: no signal while its program was fetched, a browser that is too old, or too
/// little memory. The next job starts it anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerFault;

/// Has a job done by a thread that answers each with one text.
///
/// # Errors
/// `WorkerFault` if the worker did not start or died over it.
pub async fn ask(queue: &Rc<JobQueue>, job: String) -> Result<String, WorkerFault> {
    let (sender, answer) = channel();
    let mut sender = Some(sender);
    let listener = Box::new(move |heard: Heard| {
        // Nobody may be listening any more, which is well.
        if let Some(sender) = sender.take() {
            sender.send(heard.text).ok();
        }
        ControlFlow::Break(())
    });
    queue.post(job, None, listener);
    // With no worker, or with a dead one, the sender is gone.
    answer.await.map_err(|_| WorkerFault)
}

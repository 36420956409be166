//! The app's side of the reader and the writer of spreadsheets: each a program of its own, fetched when it is used.

use futures::channel::mpsc::{UnboundedReceiver, unbounded};
use futures::channel::oneshot::channel;
use lists_protocol::{ReadJob, ReaderAnswer, WriteJob, WriterAnswer};
use std::ops::ControlFlow;
use std::rc::Rc;
use ui::browser::file::File;
use ui::browser::thread;
use ui::worker::job_queue::JobQueue;

/// Both programs.
#[derive(Clone)]
pub struct Sheets {
    reader: Rc<JobQueue>,
    writer: Rc<JobQueue>,
}

impl Sheets {
    /// Neither is fetched yet.
    pub fn new() -> Self {
        Self { reader: JobQueue::new("reader"), writer: JobQueue::new("writer") }
    }

    /// Has a file read. What is heard ends with the last word, or without one where the reader did not start, died over
    /// the file, or was stopped.
    pub fn read(&self, job: &ReadJob, file: File) -> UnboundedReceiver<ReaderAnswer> {
        let (sender, said) = unbounded();
        let listener = Box::new(move |heard: thread::Heard| {
            let Ok(answer) = serde_json::from_str::<ReaderAnswer>(&heard.text) else {
                return ControlFlow::Break(());
            };
            let is_last = answer.is_last();
            let listens = sender.unbounded_send(answer).is_ok();
            if is_last || !listens { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if let Ok(job) = serde_json::to_string(job) {
            self.reader.post(job, Some(file), listener);
        }
        said
    }

    /// Ends the reader, in the middle of a file too, and frees what it holds.
    pub fn stop_reading(&self) {
        self.reader.stop();
    }

    /// Has a file written; `None` where the writer did not start, died, or was given too much.
    pub async fn write(&self, job: &WriteJob) -> Option<File> {
        let (sender, answer) = channel();
        let mut sender = Some(sender);
        let listener = Box::new(move |heard: thread::Heard| {
            let written = serde_json::from_str(&heard.text).unwrap_or(WriterAnswer::Nothing);
            if let (Some(sender), WriterAnswer::Done, Some(file)) = (sender.take(), written, heard.file) {
                sender.send(file).ok();
            }
            ControlFlow::Break(())
        });
        self.writer.post(serde_json::to_string(job).ok()?, None, listener);
        let file = answer.await.ok();
        self.writer.stop();
        file
    }
}

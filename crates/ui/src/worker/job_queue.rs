//! Jobs for a thread, which does them one by one: it is started when it is first needed.

use crate::browser::clock;
use crate::browser::file::File;
use crate::browser::thread::{Heard, Thread};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::rc::{Rc, Weak};

/// What the thread says once, when it listens; what is posted before that is lost.
const READY: &str = "ready";

/// Longer than this no program takes to arrive; then something holds it back that the browser does not tell.
const LONGEST_START_MS: u64 = 60_000;

/// Hears an answer, and says whether it was the last one to its job.
type Listener = Box<dyn FnMut(Heard) -> ControlFlow<()>>;

/// The jobs of one thread. When it ends, by [`JobQueue::stop`] or by dying, the listeners are dropped, which is how they
/// learn of it; the next job starts it anew.
pub struct JobQueue {
    /// The page names the thread's program under this.
    program: &'static str,
    running: RefCell<Option<Running>>,
}

/// A thread that runs, or is about to.
struct Running {
    thread: Thread,
    /// Jobs that wait until the thread listens; `None` once it does.
    unposted: Option<Vec<(String, Option<File>)>>,
    /// Who hears the answers, in the order of the jobs.
    waiting: VecDeque<Listener>,
}

impl JobQueue {
    /// A queue for the program that the page names so in its `<meta>`.
    pub fn new(program: &'static str) -> Rc<Self> {
        Rc::new(Self { program, running: RefCell::default() })
    }

    /// Starts the thread if it does not run, so that the first job need not wait for it.
    pub fn warm_up(self: &Rc<Self>) {
        let mut running = self.running.borrow_mut();
        if running.is_none() {
            let (heard, broken, late) = (Rc::downgrade(self), Rc::downgrade(self), Rc::downgrade(self));
            let thread = Thread::start(
                self.program,
                Box::new(move |answer| with(&heard, |queue| queue.hear(answer))),
                Box::new(move || with(&broken, Self::stop)),
            );
            *running =
                thread.map(|thread| Running { thread, unposted: Some(Vec::new()), waiting: VecDeque::new() });
            clock::after(LONGEST_START_MS, move || with(&late, Self::stop_unless_ready));
        }
    }

    /// Posts a job, with a file beside it where it is about one. With no thread `listener` is dropped at once.
    pub fn post(self: &Rc<Self>, job: String, file: Option<File>, listener: Listener) {
        self.warm_up();
        if let Some(running) = &mut *self.running.borrow_mut() {
            running.waiting.push_back(listener);
            match &mut running.unposted {
                Some(unposted) => unposted.push((job, file)),
                None => running.thread.post(&job, file.as_ref()),
            }
        }
    }

    /// Ends the thread, and with it all that it remembers.
    pub fn stop(&self) {
        // Dropped only after the borrow: a listener may want to post again.
        let running = self.running.take();
        drop(running);
    }

    fn stop_unless_ready(&self) {
        let is_ready = self.running.borrow().as_ref().is_none_or(|running| running.unposted.is_none());
        if !is_ready {
            self.stop();
        }
    }

    fn hear(&self, heard: Heard) {
        let Some(mut listener) = self.listener(&heard) else { return };
        let flow = listener(heard);
        // The listener may have ended the thread.
        if let (ControlFlow::Continue(()), Some(running)) = (flow, &mut *self.running.borrow_mut()) {
            running.waiting.push_front(listener);
        }
    }

    /// Who hears this; nobody, if the thread only says that it listens now.
    fn listener(&self, heard: &Heard) -> Option<Listener> {
        let mut running = self.running.borrow_mut();
        let running = running.as_mut()?;
        if heard.text != READY {
            return running.waiting.pop_front();
        }
        let unposted = running.unposted.take().into_iter().flatten();
        unposted.for_each(|(job, file)| running.thread.post(&job, file.as_ref()));
        None
    }
}

fn with(queue: &Weak<JobQueue>, act: impl FnOnce(&JobQueue)) {
    if let Some(queue) = queue.upgrade() {
        act(&queue);
    }
}

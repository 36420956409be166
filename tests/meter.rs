//! A line between a phone and its host that counts what passes, that can be slow, and that can be cut for some files.

use crate::host::Host;
use crate::request::{Request, ask};
use std::io::{Result, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// The line.
#[derive(Debug)]
pub struct Meter {
    address: String,
    line: Arc<Line>,
}

/// An answer that has passed.
#[derive(Clone, Debug)]
pub struct Passed {
    /// What was asked for.
    pub path: String,
    /// The bytes of the answer, with its head.
    pub bytes: usize,
}

#[derive(Debug)]
struct Line {
    host: String,
    passed: Mutex<Vec<Passed>>,
    /// What the paths begin with that nothing comes from.
    cut: Mutex<Vec<String>>,
    /// When what has passed so far has arrived; none on a line that takes no time.
    busy_until: Mutex<Option<Instant>>,
}

/// The slow 4G of Lighthouse: from a question to the first byte of its answer …
const LATENCY: Duration = Duration::from_millis(150);
/// … and 1.6 Mbit/s, which all answers share.
const BYTES_A_SECOND: u32 = 1638 * 1024 / 8;
/// An answer comes in pieces, and others between them.
const PIECE: usize = 1400;

impl Meter {
    /// A line to a host.
    pub fn before(host: &Host) -> Self {
        Self::to(host.address())
    }

    /// A line to the host at this origin.
    pub fn to(origin: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let line = Arc::new(Line {
            host: origin.trim_start_matches("http://").to_owned(),
            passed: Mutex::default(),
            cut: Mutex::default(),
            busy_until: Mutex::default(),
        });
        let shared = Arc::clone(&line);
        // Both kinds of threads end with the test run, and a browser that breaks a connection off has its reasons.
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let line = Arc::clone(&shared);
                std::thread::spawn(move || line.carry(connection).ok());
            }
        });
        Self { address, line }
    }

    /// Its origin, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// From now on the line is as slow as the slow 4G of Lighthouse, for pages and workers alike.
    pub fn is_slow_4g(&self) {
        *self.line.busy_until.lock().unwrap() = Some(now());
    }

    /// Nothing comes any more from paths that begin so, either.
    pub fn cut(&self, beginning: &str) {
        self.line.cut.lock().unwrap().push(beginning.to_owned());
    }

    /// Everything comes again.
    pub fn mend(&self) {
        self.line.cut.lock().unwrap().clear();
    }

    /// What has passed since one last asked, in this order.
    pub fn passed(&self) -> Vec<Passed> {
        std::mem::take(&mut self.line.passed.lock().unwrap())
    }
}

impl Line {
    /// One request, and its answer.
    fn carry(&self, mut phone: TcpStream) -> Result<()> {
        let Some(request) = Request::read(&phone)? else { return Ok(()) };
        if self.cut.lock().unwrap().iter().any(|cut| request.path.starts_with(cut)) {
            return Ok(());
        }
        let answer = ask(&self.host, &request.bytes)?;
        self.passed.lock().unwrap().push(Passed { path: request.path, bytes: answer.len() });
        // These delays wait for nothing: they are the line.
        if self.busy_until.lock().unwrap().is_some() {
            std::thread::sleep(LATENCY);
        }
        for piece in answer.chunks(PIECE) {
            std::thread::sleep(self.takes(piece.len()));
            phone.write_all(piece)?;
        }
        Ok(())
    }

    /// How long it is until so many bytes more have passed.
    fn takes(&self, bytes: usize) -> Duration {
        let (mut busy_until, now) = (self.busy_until.lock().unwrap(), now());
        let Some(busy_until) = busy_until.as_mut() else { return Duration::ZERO };
        let bytes = u32::try_from(bytes).unwrap();
        *busy_until = now.max(*busy_until) + Duration::from_secs(1) * bytes / BYTES_A_SECOND;
        *busy_until - now
    }
}

#[expect(clippy::disallowed_methods, reason = "never in wasm")]
fn now() -> Instant {
    Instant::now()
}

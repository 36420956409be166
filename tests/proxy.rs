//! A line between a phone and its host. On a bad one what is sent to the drop box is lost, late, cut or answered with a fault, as
//! chance has it; on another the drop box may be busy for a while. The app itself comes through.

use crate::chance::Chance;
use crate::device::INTERVAL;
use crate::host::Host;
use crate::request::{Request, ask};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Result, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The line.
#[derive(Debug)]
pub struct Proxy {
    address: String,
    line: Arc<Line>,
}

/// What becomes of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It arrives, and so does the answer.
    Answered,
    /// Both arrive, late.
    Delayed,
    /// It is lost on the way.
    Dropped,
    /// Half of it arrives.
    Cut,
    /// The host is out of order: 500.
    Refused,
    /// The host asks to come later: 429.
    Busy,
    /// Nothing arrives, and nobody hangs up.
    Silent,
    /// It arrives; the answer does not.
    AnswerLost,
    /// It arrives, and half of the answer.
    AnswerCut,
}

const FATES: &[Fate] = &[
    Fate::Answered,
    Fate::Delayed,
    Fate::Dropped,
    Fate::Cut,
    Fate::Refused,
    Fate::Busy,
    Fate::AnswerLost,
    Fate::AnswerCut,
];
const LATEST: Duration = Duration::from_secs(1);

#[derive(Debug)]
struct Line {
    host: String,
    chance: Mutex<Chance>,
    /// What may become of a request.
    may_be: Mutex<&'static [Fate]>,
    fates: Mutex<BTreeMap<Fate, usize>>,
    put: Mutex<BTreeSet<String>>,
}

impl Proxy {
    /// A bad line to a host.
    pub fn before(host: &Host, chance: Chance) -> Self {
        Self::with(host, chance, FATES)
    }

    /// A good line to a host whose drop box asks everybody to come later, until [`Proxy::is_idle`].
    pub fn before_busy(host: &Host) -> Self {
        Self::with(host, Chance::of("busy"), &[Fate::Busy])
    }

    /// A good line to a host whose drop box does not answer, until [`Proxy::is_idle`].
    pub fn before_silent(host: &Host) -> Self {
        Self::with(host, Chance::of("silent"), &[Fate::Silent])
    }

    /// The drop box takes what comes from now on.
    pub fn is_idle(&self) {
        *self.line.may_be.lock().unwrap() = &[Fate::Answered];
    }

    fn with(host: &Host, chance: Chance, may_be: &'static [Fate]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let line = Arc::new(Line {
            host: host.address().trim_start_matches("http://").to_owned(),
            chance: Mutex::new(chance),
            may_be: Mutex::new(may_be),
            fates: Mutex::default(),
            put: Mutex::default(),
        });
        let shared = Arc::clone(&line);
        // Both kinds of threads end with the test run; a broken connection is nothing to speak of on a bad line.
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

    /// The names of all files that were on their way to the drop box.
    pub fn put(&self) -> BTreeSet<String> {
        self.line.put.lock().unwrap().clone()
    }

    /// How many requests each fate has met.
    pub fn fates(&self) -> BTreeMap<Fate, usize> {
        self.line.fates.lock().unwrap().clone()
    }
}

impl Line {
    /// One request, and its answer.
    fn carry(&self, mut phone: TcpStream) -> Result<()> {
        let Some(request) = Request::read(&phone)? else { return Ok(()) };
        let fate = self.fate(&request);
        let cut = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
        match fate {
            Fate::Answered => phone.write_all(&self.ask(&request.bytes)?),
            Fate::Delayed => {
                let delay = self.chance.lock().unwrap().within(LATEST);
                std::thread::sleep(delay);
                phone.write_all(&self.ask(&request.bytes)?)
            }
            Fate::Dropped => Ok(()),
            Fate::Cut => TcpStream::connect(&self.host)?.write_all(&cut(&request.bytes)),
            Fate::Refused => {
                phone.write_all(b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            }
            Fate::Busy => {
                phone.write_all(b"HTTP/1.1 429 Later\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            }
            Fate::Silent => {
                while *self.may_be.lock().unwrap() == [Fate::Silent] {
                    std::thread::sleep(INTERVAL);
                }
                Ok(())
            }
            Fate::AnswerLost => self.ask(&request.bytes).map(drop),
            Fate::AnswerCut => phone.write_all(&cut(&self.ask(&request.bytes)?)),
        }
    }

    fn fate(&self, request: &Request) -> Fate {
        let file = request.path.strip_prefix("/inbox/").and_then(|path| path.rsplit('/').next());
        if file.is_none() && !request.path.starts_with("/api/v1/outcome/") {
            return Fate::Answered;
        }
        self.put.lock().unwrap().extend(file.map(str::to_owned));
        let fate = self.chance.lock().unwrap().one_of(*self.may_be.lock().unwrap());
        *self.fates.lock().unwrap().entry(fate).or_default() += 1;
        fate
    }

    fn ask(&self, request: &[u8]) -> Result<Vec<u8>> {
        ask(&self.host, request)
    }
}

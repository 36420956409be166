//! A request that passes between a phone and its host.

use std::io::{BufRead as _, BufReader, Read as _, Result, Write as _};
use std::net::TcpStream;

/// A request as it came, but for its wish to keep the connection.
pub(crate) struct Request {
    /// What is asked for.
    pub(crate) path: String,
    /// All of it.
    pub(crate) bytes: Vec<u8>,
}

impl Request {
    /// Reads one; `None` from a browser that has connected for nothing.
    pub(crate) fn read(phone: &TcpStream) -> Result<Option<Self>> {
        let mut phone = BufReader::new(phone);
        let mut head = Vec::new();
        let mut length = 0;
        loop {
            let mut line = String::new();
            if phone.read_line(&mut line)? == 0 {
                return Ok(None);
            }
            let lower = line.to_lowercase();
            if let Some(value) = lower.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line == "\r\n" {
                break;
            }
            if !lower.starts_with("connection:") {
                head.push(line);
            }
        }
        let path = head[0].split(' ').nth(1).unwrap().to_owned();
        let mut bytes = [&head.concat(), "Connection: close\r\n\r\n"].concat().into_bytes();
        phone.take(length).read_to_end(&mut bytes)?;
        Ok(Some(Self { path, bytes }))
    }
}

/// Sends a request on to a host; the whole answer.
pub(crate) fn ask(host: &str, request: &[u8]) -> Result<Vec<u8>> {
    let mut host = TcpStream::connect(host)?;
    host.write_all(request)?;
    let mut answer = Vec::new();
    host.read_to_end(&mut answer)?;
    Ok(answer)
}

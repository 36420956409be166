//! `tepat serve`, on a port of its own.

use crate::device::Device;
use crate::office::Office;
use crate::settings;
use serde_json::Value;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

/// A host that serves until it is stopped.
#[derive(Debug)]
pub struct Host {
    process: Child,
    address: String,
    /// What it serves.
    _folder: Option<Arc<TempDir>>,
}

impl Host {
    /// Serves the publication and the drop box of an office, and the app.
    pub fn start(office: &Office) -> Self {
        Self::start_again(office, 0)
    }

    /// Serves at a port where it served before.
    pub fn start_again(office: &Office, port: u16) -> Self {
        Self::start_with(office, port, &settings::app())
    }

    /// Opens a page of the app on a phone of 360 × 640.
    pub fn open(&self, path: &str) -> Device {
        Device::open_at(self.address(), path)
    }

    /// Serves another version of the app.
    pub fn start_with(office: &Office, port: u16, app: &Path) -> Self {
        let port = port.to_string();
        let serve = ["serve", "--port", &port, "--app", app.to_str().unwrap()];
        let mut process = office.tepat(&serve).command().stdout(Stdio::piped()).spawn().unwrap();
        let mut answers = serde_json::Deserializer::from_reader(process.stdout.as_mut().unwrap()).into_iter();
        let answer: Value = answers.next().unwrap().unwrap();
        let address = answer["address"].as_str().unwrap().to_owned();
        Self { address, process, _folder: office.stay() }
    }

    /// Its origin, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Its port.
    pub fn port(&self) -> u16 {
        self.address.rsplit(':').next().unwrap().parse().unwrap()
    }

    /// Sends bytes to the drop box; the status of the answer.
    pub fn put(&self, kelurahan: &str, file: &str, credentials: Option<&str>, body: &[u8]) -> u16 {
        let url = format!("{}/inbox/{kelurahan}/{file}", self.address);
        let send = || {
            let mut request = reqwest::blocking::Client::new().put(&url).body(body.to_vec());
            if let Some(credentials) = credentials {
                request = request.header("authorization", credentials);
            }
            request.send().ok()
        };
        // A host that refuses what is too large need not read it to the end: then the line breaks, and one tries again.
        (0..20).find_map(|_| send()).unwrap().status().as_u16()
    }

    /// Asks for something below the address; the status and the body of the answer.
    pub fn get(&self, path: &str, credentials: Option<&str>) -> (u16, Vec<u8>) {
        let mut request = reqwest::blocking::Client::new().get(format!("{}{path}", self.address));
        if let Some(credentials) = credentials {
            request = request.header("authorization", credentials);
        }
        let answer = request.send().unwrap();
        (answer.status().as_u16(), answer.bytes().unwrap().to_vec())
    }

    /// Has something below the address removed; the status of the answer.
    pub fn delete(&self, path: &str, credentials: Option<&str>) -> u16 {
        let mut request = reqwest::blocking::Client::new().delete(format!("{}{path}", self.address));
        if let Some(credentials) = credentials {
            request = request.header("authorization", credentials);
        }
        request.send().unwrap().status().as_u16()
    }

    /// Takes what it is asked and answers nothing, as a network does that is gone, until it goes on.
    pub fn hangs(&self) {
        self.signal("-STOP");
    }

    /// Answers again.
    pub fn goes_on(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, signal: &str) {
        let sent = std::process::Command::new("kill").args([signal, &self.process.id().to_string()]).status();
        assert!(sent.unwrap().success(), "{signal}");
    }

    /// Stops serving: from now on there is no network.
    pub fn stop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

//! A page on loopback for as long as it is measured.

use anyhow::{Context, Result, bail};
use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    process::{Child, Command},
    thread,
    time::Duration,
};
use xshell::{Cmd, Shell, cmd};

/// A running host; stopped when dropped.
pub(crate) struct Host {
    process: Child,
    port: u16,
}

impl Host {
    /// The app with the demo workspace, as `cargo xtask serve` serves it.
    pub(crate) fn tepat(shell: &Shell, tepat: &Path) -> Result<Host> {
        Host::start(|port| cmd!(shell, "{tepat} -C demo serve --port {port} --app dist"))
    }

    /// A folder of static files, compressed copies first; `folder` has sirv among its packages.
    pub(crate) fn sirv(shell: &Shell, folder: &Path) -> Result<Host> {
        let sirv = folder.join("node_modules/.bin/sirv");
        let dist = folder.join("dist");
        Host::start(|port| {
            cmd!(shell, "{sirv} {dist} --brotli --gzip --quiet --host 127.0.0.1 --port {port}")
        })
    }

    /// The address of a page.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn start<'a>(command: impl FnOnce(String) -> Cmd<'a>) -> Result<Host> {
        let port = free_port()?;
        let mut command = Command::from(command(port.to_string()));
        let process =
            command.stdout(std::process::Stdio::null()).spawn().context("the host did not start")?;
        let mut host = Host { process, port };
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = host.process.try_wait()? {
                bail!("the host ended at once: {status}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(host)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody to tell.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

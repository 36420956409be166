//! The browser of a phone, and the program that drives it.

use crate::settings;
use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{ChromiumLikeCapabilities as _, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

/// A driver on a port of its own, and a profile that goes with it.
#[derive(Debug)]
pub(super) struct Browser {
    process: Child,
    port: u16,
    folder: TempDir,
}

/// The browser reaches this machine and nothing else, and has nothing to do but what the page asks for: it keeps no page ready for
/// an address bar that nobody sees, nor for the next site, which was most of what its start took.
const FLAGS: [&str; 16] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-features=OptimizationHints,MediaRouter,Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup,\
     SpareRendererForSitePerProcess",
    // A page tells by what name assistive technology knows an element.
    "--enable-blink-features=ComputedAccessibilityInfo",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--use-fake-device-for-media-stream",
    "--lang=id-ID",
];

impl Browser {
    /// Starts the driver. A port that is free for IPv4 may be taken for IPv6: then it gives up, and tries another.
    pub(super) fn start() -> Self {
        let (process, port) = (0..5).find_map(|_| driver()).expect("a driver that starts");
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("network")).unwrap();
        Self { process, port, folder }
    }

    /// Opens the browser.
    pub(super) async fn session(&self) -> WebDriverResult<WebDriver> {
        let mut wishes = DesiredCapabilities::chrome();
        wishes.set_binary(settings::chromium().to_str().unwrap())?;
        for flag in FLAGS {
            wishes.add_arg(flag)?;
        }
        wishes.add_arg(&format!("--user-data-dir={}", self.folder.path().join("profile").display()))?;
        let log = self.network_logs().join(format!("{}.json", self.network_logs().read_dir()?.count()));
        wishes.add_arg(&format!("--log-net-log={}", log.display()))?;
        let downloads = serde_json::json!({ "download.default_directory": self.downloads() });
        wishes.add_experimental_option("prefs", downloads)?;
        wishes.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        WebDriver::new(format!("http://127.0.0.1:{}", self.port), wishes).await
    }

    /// Where the browser writes down every request of every page and worker, a file each time it is opened.
    pub(super) fn network_logs(&self) -> PathBuf {
        self.folder.path().join("network")
    }

    /// Where files go that a page gives.
    pub(super) fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }
}

/// A driver and its port; `None` if it did not start.
fn driver() -> Option<(Child, u16)> {
    let mut process = Command::new(settings::chromedriver())
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(process.stdout.as_mut().unwrap()).lines();
    let port = lines.map_while(Result::ok).find_map(|line| port(&line));
    if port.is_none() {
        process.wait().unwrap();
    }
    Some((process, port?))
}

/// `ChromeDriver was started successfully on port 41237.`
fn port(line: &str) -> Option<u16> {
    line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok()
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

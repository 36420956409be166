//! A phone with the app in its browser, in the hands of somebody who reads names and presses buttons.
//!
//! Each phone is a Chromium of its own with a new profile, and reaches this machine only. When it is put down, a story
//! fails whose page asked for another host, put a number or name into an address, or complained in the console.

mod browser;
mod camera;
mod controls;
mod database;
mod emulation;
mod eyes;
mod lookup;
mod manners;
mod network;
mod pace;
mod power;
mod processes;
mod tabs;

pub use eyes::{COUNTERS, HANDS};
pub use pace::Pace;
pub use power::{Held, Used};
pub use processes::Slowed;

use crate::settings::in_repository;
use browser::Browser;
use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::time::Duration;
use thirtyfour::WebDriver;
use thirtyfour::error::WebDriverResult;
use tokio::runtime::Runtime;

/// The phone.
#[derive(Debug)]
pub struct Device {
    runtime: Runtime,
    driver: Option<WebDriver>,
    browser: Browser,
    origin: String,
    /// What was typed: none of it may be seen where others look.
    typed: RefCell<BTreeSet<String>>,
    /// The network was taken away on purpose: requests that fail are no surprise.
    offline: Cell<bool>,
    /// How many times slower than this machine.
    slowness: Cell<u32>,
}

/// How long one waits for anything. A cheap phone in a busy machine room needs it; nothing waits longer than it must.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);
pub(crate) const INTERVAL: Duration = Duration::from_millis(25);
const LONGEST_INTERVAL: Duration = Duration::from_millis(200);

impl Device {
    /// Opens a page of the app that comes from this origin, on a phone of 360 × 640.
    pub fn open_at(origin: &str, path: &str) -> Self {
        let phone = Self::without_page(origin);
        phone.visit(path);
        phone
    }

    /// The same before any page is open.
    pub fn without_page(origin: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let mut phone = Self {
            runtime,
            driver: None,
            browser: Browser::start(),
            origin: origin.to_owned(),
            typed: RefCell::default(),
            offline: Cell::default(),
            slowness: Cell::new(1),
        };
        phone.turn_on();
        phone
    }

    /// Goes to another page by its address.
    pub fn visit(&self, path: &str) -> &Self {
        let url = format!("{}{path}", self.origin);
        self.wait(self.driver().goto(url));
        self.find("the app", "#app main");
        self
    }

    /// Loads the page again.
    pub fn reload(&self) -> &Self {
        self.wait(self.driver().refresh());
        self.find("the app", "#app main");
        self
    }

    /// Goes back, as with the button of the phone.
    pub fn go_back(&self) -> &Self {
        self.wait(self.driver().back());
        self
    }

    /// Waits until something is so.
    #[track_caller]
    pub fn until_true(&self, what: &str, mut is_so: impl FnMut() -> bool) {
        self.until(what, || is_so().then_some(()));
    }

    /// Whether something comes to be so before one loses patience.
    pub fn sees(&self, mut is_so: impl FnMut() -> bool) -> bool {
        self.comes(|| is_so().then_some(())).is_some()
    }

    /// The network is gone: the host was stopped.
    pub fn went_offline(&self) -> &Self {
        self.offline.set(true);
        self
    }

    /// The host may have another version of the app by now: files that are missing are no surprise.
    pub fn may_miss_files(&self) -> &Self {
        self.offline.set(true);
        self
    }

    /// The session.
    pub(crate) fn driver(&self) -> &WebDriver {
        self.driver.as_ref().unwrap()
    }

    /// Waits for the browser; whatever it refuses ends the story.
    #[track_caller]
    pub(crate) fn wait<T>(&self, work: impl Future<Output = WebDriverResult<T>>) -> T {
        self.runtime.block_on(work).unwrap_or_else(|fault| panic!("{fault}"))
    }

    /// A command of the Chrome DevTools Protocol.
    #[track_caller]
    pub(crate) fn devtools(&self, command: &str, parameters: serde_json::Value) -> serde_json::Value {
        self.wait(self.driver().cdp().send_raw(command, parameters))
    }

    /// Waits until `look` sees something.
    #[track_caller]
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.comes(look).unwrap_or_else(|| panic!("{what} did not come"))
    }

    /// What `look` sees, if it comes before one loses patience.
    #[track_caller]
    pub(crate) fn comes<T>(&self, mut look: impl FnMut() -> Option<T>) -> Option<T> {
        let mut pause = INTERVAL;
        let mut waited = Duration::ZERO;
        while waited < PATIENCE {
            if let Some(seen) = look() {
                return Some(seen);
            }
            std::thread::sleep(pause);
            waited += pause;
            // Whoever looks all the time holds up what they wait for.
            pause = (pause * 2).min(LONGEST_INTERVAL);
        }
        look()
    }

    /// What the page looked like when the story broke off.
    fn photograph(&self) {
        let folder = in_repository("target/stories");
        let name = std::thread::current().name().unwrap_or("story").replace("::", "-");
        if let Ok(png) = self.runtime.block_on(self.driver().screenshot_as_png()) {
            std::fs::create_dir_all(&folder).ok();
            std::fs::write(folder.join(name).with_extension("png"), png).ok();
        }
    }
}

impl Drop for Device {
    /// A story that failed leaves a photograph; one that went well is looked through for bad manners.
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.photograph();
            return self.hang_up();
        }
        self.assert_is_put_away_before_its_host();
        let console = self.complaints();
        self.hang_up();
        assert_eq!(console, Vec::<String>::new(), "the console");
        self.assert_manners();
    }
}

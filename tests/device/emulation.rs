//! What a phone is besides its page: its size, where it is, its clock, its printer.

use super::Device;
use data_encoding::BASE64;
use serde_json::json;
use std::path::PathBuf;
use thirtyfour::common::print::PrintParameters;

impl Device {
    /// Another size of the page, in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> &Self {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
        self
    }

    /// So many times slower than this machine, also after it was turned off.
    pub fn is_slower(&self, times: u32) -> &Self {
        self.slowness.set(times);
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
        self
    }

    /// Scrolls with a finger, so many CSS pixels down.
    pub fn scroll(&self, down: i32) -> &Self {
        let swipe =
            json!({ "x": 180, "y": 400, "yDistance": -down, "speed": 2000, "gestureSourceType": "touch" });
        self.devtools("Input.synthesizeScrollGesture", swipe);
        self
    }

    /// Light or dark, and without motion, which no picture shows.
    pub fn scheme(&self, scheme: &str) -> &Self {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
        self
    }

    /// The browser says of itself that it is this one.
    pub fn calls_itself(&self, agent: &str) -> &Self {
        self.devtools("Network.setUserAgentOverride", json!({ "userAgent": agent }));
        self
    }

    /// The phone is here, and says so to the page.
    pub fn stands_at(&self, latitude: f64, longitude: f64) -> &Self {
        self.stands_within(20.0, latitude, longitude)
    }

    /// The phone is within so many metres from here, and says so to the page.
    pub fn stands_within(&self, accuracy: f64, latitude: f64, longitude: f64) -> &Self {
        let permission = json!({ "origin": self.origin, "permissions": ["geolocation"] });
        self.devtools("Browser.grantPermissions", permission);
        let place = json!({ "latitude": latitude, "longitude": longitude, "accuracy": accuracy });
        self.devtools("Emulation.setGeolocationOverride", place);
        self
    }

    /// The phone does not say where it is.
    pub fn keeps_its_place(&self) -> &Self {
        let denied =
            json!({ "permission": { "name": "geolocation" }, "setting": "denied", "origin": self.origin });
        self.devtools("Browser.setPermission", denied);
        self
    }

    /// From the next page on, the page may do what its host forbids.
    pub fn without_policy(&self) -> &Self {
        self.devtools("Page.setBypassCSP", json!({ "enabled": true }));
        self
    }

    /// There is no room left on the phone for what pages want to keep; or there is again.
    pub fn is_full(&self, full: bool) -> &Self {
        let quota = if full {
            json!({ "origin": self.origin, "quotaSize": 1 })
        } else {
            json!({ "origin": self.origin })
        };
        self.devtools("Storage.overrideQuotaForOrigin", quota);
        self
    }

    /// The database takes nothing more in this page: a browser that is open does not hear of a smaller quota.
    pub fn refuses_writes(&self, refuses: bool) -> &Self {
        self.script(include_str!("scripts/refuse.js"), &[refuses.into()]);
        self
    }

    /// Waits until the service worker has all that it needs without a network.
    pub fn is_ready_for_offline(&self) -> &Self {
        self.script("await navigator.serviceWorker.ready;", &[]);
        self
    }

    /// The browser asks the host for a newer version of the app, as it does by itself once a day.
    pub fn looks_for_an_update(&self) -> &Self {
        self.script("await (await navigator.serviceWorker.ready).update();", &[]);
        self
    }

    /// Waits until a newer version of the app is on the phone, whole, and the page knows.
    pub fn has_an_update_waiting(&self) -> &Self {
        let waits = "return Boolean((await navigator.serviceWorker.ready).waiting) && tepat.updated;";
        self.until_true("a version that waits", || self.script(waits, &[]) == true);
        self
    }

    /// Waits until the newest service worker on the phone is the one that serves it.
    pub fn is_served_by_the_newest(&self) -> &Self {
        let serves = "const { waiting, installing, active } = await navigator.serviceWorker.ready;
            return !waiting && !installing && active.state === 'activated' && navigator.serviceWorker.controller === active;";
        self.until_true("the newest service worker at work", || self.script(serves, &[]) == true);
        self
    }

    /// The version of the app that the page is of.
    pub fn version(&self) -> String {
        let version = self.script("return document.querySelector('meta[name=tepat-build]').content;", &[]);
        version.as_str().unwrap().to_owned()
    }

    /// Waits until every program that the page has loaded is cached.
    pub fn keeps_what_it_loaded(&self) -> &Self {
        let kept = || self.script(include_str!("scripts/kept.js"), &[]) == true;
        self.until_true("a cached copy of every program", kept);
        self
    }

    /// Waits until these programs and parts are cached, of which the page need not have loaded any.
    pub fn keeps(&self, names: &[&str]) -> &Self {
        let kept = || {
            let cached = self.cached();
            names.iter().all(|name| cached.iter().any(|url| url.ends_with(&format!("/used/{name}"))))
        };
        self.until_true("a cached copy of what is needed later", kept);
        self
    }

    /// Another app shares a text as a file with this one.
    pub fn is_shared(&self, action: &str, name: &str, text: &str) -> &Self {
        self.script(include_str!("scripts/share.js"), &[action.into(), name.into(), text.into()]);
        self.find("the app", "#app main")
    }

    /// The addresses of all that is cached.
    pub fn cached(&self) -> Vec<String> {
        serde_json::from_value(self.script(include_str!("scripts/cached.js"), &[])).unwrap()
    }

    /// No page of the app is open any more.
    pub fn leaves(&self) -> &Self {
        self.wait(self.driver().goto("about:blank"));
        self
    }

    /// The browser wakes the service worker for what waits under this tag, as it does when the signal is back.
    pub fn wakes_in_background(&self, tag: &str) -> &Self {
        self.devtools("ServiceWorker.enable", json!({}));
        // The one registration of a new profile.
        let event = json!({ "origin": self.origin, "registrationId": "0", "tag": tag, "lastChance": false });
        self.devtools("ServiceWorker.dispatchSyncEvent", event);
        self
    }

    /// The phone is set to this zone, and from the next page on its clock stands at this moment (RFC 3339).
    pub fn shows(&self, moment: &str, zone: &str) -> &Self {
        self.devtools("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }));
        let script = format!("(() => {{ const now = Date.parse('{moment}'); Date.now = () => now; }})();");
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        self
    }

    /// From the next page on, time can be made to pass.
    pub fn with_a_clock_to_turn(&self) -> &Self {
        let script = include_str!("scripts/clock.js");
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        self
    }

    /// So many seconds pass at once.
    pub fn seconds_pass(&self, seconds: u32) -> &Self {
        self.script(&format!("window.turnClock({seconds});"), &[]);
        self
    }

    /// The phone shows another day, so many days from the true one; after [`Device::with_a_clock_to_turn`].
    pub fn shows_another_day(&self, days: i32) -> &Self {
        self.script(&format!("window.turnClock({days} * 86400);"), &[]);
        self
    }

    /// The page on paper, as PDF.
    pub fn print(&self) -> Vec<u8> {
        self.wait(self.driver().print_page(PrintParameters::default()))
    }

    /// What of the page would be on paper.
    pub fn text_on_paper(&self) -> String {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let text = self.texts("body").join("\n");
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
        text
    }

    /// How many sheets of A4 the page fills.
    pub fn sheets(&self) -> usize {
        let pdf = self.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true }));
        let pdf = BASE64.decode(pdf["data"].as_str().unwrap().as_bytes()).unwrap();
        String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count()
    }

    /// Waits for the file that the page gives.
    pub fn downloaded(&self, extension: &str) -> PathBuf {
        // The browser may hold the name with an empty file before it has written.
        let is_written = |path: &PathBuf| path.metadata().is_ok_and(|file| file.len() > 0);
        let whole = |path: &PathBuf| path.extension().is_some_and(|is| is == extension) && is_written(path);
        let look = || {
            let entries = std::fs::read_dir(self.browser.downloads()).ok()?;
            entries.filter_map(|entry| Some(entry.ok()?.path())).find(whole)
        };
        self.until("a file", look)
    }
}

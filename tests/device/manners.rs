//! What a page may not do, whatever the story: looked for when the phone is put down.

use super::{Device, network};
use std::net::TcpStream;

impl Device {
    /// What the console of the page has said since it was last asked that is no mere information.
    pub fn complaints(&self) -> Vec<String> {
        let entries = self.wait(self.driver().browser_log());
        let serious = entries.into_iter().filter(|entry| entry.level == "SEVERE" || entry.level == "WARNING");
        let expected = |source: Option<&str>| self.offline.get() && source == Some("network");
        serious.filter(|entry| !expected(entry.source.as_deref())).map(|entry| entry.message).collect()
    }

    /// Ends the session; the browser writes its log to the end.
    pub(super) fn hang_up(&mut self) {
        if let Some(driver) = self.driver.take() {
            self.runtime.block_on(driver.quit()).ok();
        }
    }

    /// Stops if the host was put away first: a phone that still asks for news would complain, now and then.
    pub(super) fn assert_is_put_away_before_its_host(&self) {
        let host = self.origin.trim_start_matches("http://");
        assert!(
            self.offline.get() || TcpStream::connect(host).is_ok(),
            "the host is gone, and its phone is not"
        );
    }

    /// Stops if a request went elsewhere, or said in its address what was typed.
    pub(super) fn assert_manners(&self) {
        let requests = network::requests(&self.browser.network_logs(), &self.origin);
        assert!(!requests.is_empty(), "the log of the network is empty");
        let typed = self.typed.borrow();
        for url in &requests {
            let here = url.strip_prefix(&self.origin).is_some_and(|path| path.starts_with('/'));
            assert!(here || url.starts_with("data:") || url.starts_with("blob:"), "a request to {url}");
            let plain = url.replace("%20", "").replace(['+', '-'], "");
            let told = typed.iter().find(|typed| url.contains(*typed) || plain.contains(*typed));
            assert_eq!(told, None, "an address tells what was typed: {url}");
        }
    }

    /// Stops if anything that was typed is kept on the phone or stands in the address bar.
    pub fn assert_forgets(&self) {
        let kept = self.script(include_str!("scripts/keeps.js"), &[]).to_string();
        let address = self.wait(self.driver().current_url()).to_string();
        for typed in self.typed.borrow().iter() {
            assert!(!kept.contains(typed.as_str()), "{typed} is kept: {kept}");
            assert!(!address.contains(typed.as_str()), "{typed} stands in {address}");
        }
    }

    /// Stops if one of these is kept on the phone.
    pub fn assert_keeps_none_of(&self, secrets: &[&str]) {
        let kept = self.script(include_str!("scripts/keeps.js"), &[]).to_string();
        for secret in secrets {
            assert!(!kept.contains(secret), "{secret} is kept: {kept}");
        }
    }

    /// Stops if the address bar holds this.
    pub fn address_lacks(&self, secret: &str) {
        let address = self.wait(self.driver().current_url()).to_string();
        assert!(!address.contains(secret), "{address}");
    }

    /// Stops if a page that one can go back to holds this in its address.
    pub fn history_lacks(&self, secret: &str) {
        let history = self.devtools("Page.getNavigationHistory", serde_json::json!({}));
        for entry in history["entries"].as_array().unwrap() {
            assert!(!entry["url"].as_str().unwrap().contains(secret), "{entry:#}");
        }
    }

    /// No address that is asked for in this story may hold this.
    pub fn asks_nothing_with(&self, part: &str) {
        self.typed.borrow_mut().insert(part.to_owned());
    }

    /// Every text and value in the page, shown or not.
    pub fn everything_in_the_page(&self) -> String {
        self.script(include_str!("scripts/everything.js"), &[]).to_string()
    }
}

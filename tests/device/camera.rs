//! The camera of a phone, and what is held before it.

use super::Device;
use serde_json::json;

impl Device {
    /// From the next page on, the browser reads QR codes, which that of this machine does not; the phone has a camera in any
    /// case, which shows a test pattern.
    pub fn reads_qr_codes(&self) -> &Self {
        let script = include_str!("scripts/qr_reader.js");
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
        self
    }

    /// The owner lets pages use the camera, or does not.
    pub fn lets_pages_see(&self, lets: bool) -> &Self {
        let setting = if lets { "granted" } else { "denied" };
        let permission =
            json!({ "permission": { "name": "camera" }, "setting": setting, "origin": self.origin });
        self.devtools("Browser.setPermission", permission);
        self
    }

    /// Somebody holds a QR code with this text before the camera; its text may be seen nowhere else.
    pub fn is_shown(&self, text: &str) -> &Self {
        self.script("globalThis.held = [given[0]];", &[text.into()]);
        self
    }

    /// Nothing is before the camera any more.
    pub fn is_shown_nothing(&self) -> &Self {
        self.script("globalThis.held = [];", &[]);
        self
    }

    /// Waits until every camera that the page has opened is released, of which there must be one.
    #[track_caller]
    pub fn has_put_the_camera_away(&self) -> &Self {
        let released =
            "return cameras.length > 0 && cameras.every(({ readyState }) => readyState === 'ended');";
        self.until_true("a camera that is released", || self.script(released, &[]) == true);
        self
    }

    /// Waits until the picture of the camera is on the page.
    #[track_caller]
    pub fn sees_a_picture(&self) -> &Self {
        let plays = "return document.querySelector('video')?.readyState > 1;";
        self.until_true("a picture", || self.script(plays, &[]) == true);
        self
    }
}

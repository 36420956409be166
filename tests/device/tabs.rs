//! Several tabs of one browser, of which one is in front.

use super::Device;
use thirtyfour::WindowHandle;

impl Device {
    /// Opens a page in a tab of its own, in front of the one that is there; that one.
    pub fn open_tab(&self, path: &str) -> WindowHandle {
        let before = self.tab();
        let tab = self.wait(self.driver().new_tab());
        self.bring_to_front(&tab);
        self.resize(360, 640).is_slower(self.slowness.get());
        self.visit(path);
        before
    }

    /// The tab in front.
    pub fn tab(&self) -> WindowHandle {
        self.wait(self.driver().window())
    }

    /// Brings another tab to the front.
    pub fn bring_to_front(&self, tab: &WindowHandle) -> &Self {
        self.wait(self.driver().switch_to_window(tab.clone()));
        self
    }

    /// Closes the tab in front, with whatever it was at.
    pub fn close_tab(&self) -> &Self {
        self.wait(self.driver().close_window());
        self
    }
}

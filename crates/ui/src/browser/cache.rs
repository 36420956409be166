//! What the browser's own cache may do for a request.

use web_sys::RequestCache;

/// Whether a copy that the browser keeps will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// The browser decides, by what the host said of the file.
    Usual,
    /// The host is asked whether the copy still holds.
    Checked,
    /// Past every copy; the answer is kept.
    Reload,
    /// Past every copy, and nothing is kept.
    Never,
}

impl From<Caching> for RequestCache {
    fn from(caching: Caching) -> Self {
        match caching {
            Caching::Usual => Self::Default,
            Caching::Checked => Self::NoCache,
            Caching::Reload => Self::Reload,
            Caching::Never => Self::NoStore,
        }
    }
}

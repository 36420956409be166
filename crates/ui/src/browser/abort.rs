//! A limit on how long something may take.

use super::clock;
use web_sys::{AbortController, AbortSignal};

/// Ends what it is given to after so many milliseconds. `None` where the browser cannot: then it takes as long as it takes.
pub fn after(milliseconds: u32) -> Option<AbortSignal> {
    let controller = AbortController::new().ok()?;
    let signal = controller.signal();
    clock::after(u64::from(milliseconds), move || controller.abort());
    Some(signal)
}

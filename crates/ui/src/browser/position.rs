//! Where the device is, if its owner lets us know.

use domain::Coordinate;
use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Position, PositionError, PositionOptions};

/// Why there is no position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PositionFault {
    /// The owner or the browser's settings refuse: ask for the kelurahan instead.
    Denied,
    /// The device does not know where it is, or took too long.
    Unknown,
}

/// A position on the globe and how far off it may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Here {
    /// The position.
    pub at: Coordinate,
    /// Radius in metres within which the device surely is.
    pub accuracy: f64,
}

const LONGEST_WAIT_MS: u32 = 15_000;

/// Asks the device where it is; the browser asks its owner first.
///
/// # Errors
/// The [`PositionFault`].
pub async fn here() -> Result<Here, PositionFault> {
    let device = window().navigator().geolocation().map_err(|_| PositionFault::Unknown)?;
    let options = PositionOptions::new();
    options.set_timeout(LONGEST_WAIT_MS);
    let asked = Promise::new(&mut |found, failed| {
        device.get_current_position_with_error_callback_and_options(&found, Some(&failed), &options).ok();
    });
    match JsFuture::from(asked).await {
        Ok(position) => {
            let found = position.unchecked_into::<Position>().coords();
            let at = Coordinate::new(found.latitude(), found.longitude()).ok_or(PositionFault::Unknown)?;
            Ok(Here { at, accuracy: found.accuracy() })
        }
        Err(error) if error.unchecked_ref::<PositionError>().code() == PositionError::PERMISSION_DENIED => {
            Err(PositionFault::Denied)
        }
        Err(_) => Err(PositionFault::Unknown),
    }
}

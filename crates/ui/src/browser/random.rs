//! Chance, from the browser's own source for keys.

use leptos::prelude::window;

/// Random bytes; `None` on a browser without such a source.
pub fn bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

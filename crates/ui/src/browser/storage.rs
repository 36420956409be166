//! Small settings that stay on the device. Nothing personal is ever kept here.

use leptos::prelude::window;
use web_sys::Storage;

/// The browser keeps nothing: storage is full, or forbidden (private windows).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageFault;

/// The value kept under this name.
pub fn get(name: &str) -> Option<String> {
    storage().and_then(|storage| storage.get_item(name).ok().flatten())
}

/// Keeps a value under this name.
///
/// # Errors
/// `StorageFault`; whoever calls decides whether that matters.
pub fn set(name: &str, value: &str) -> Result<(), StorageFault> {
    storage().and_then(|storage| storage.set_item(name, value).ok()).ok_or(StorageFault)
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

//! The parts of this program, each of which comes when it is first needed.
#![allow(unsafe_code, reason = "what `wasm_split` expands to")]

use crate::offline;
use crate::page::{files, history, invitations, progress, receipt, send, this_phone};
use crate::route::{OneFamily, RtRoute};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ui::part_loading::Part;
use ui::text::Text;

/// What draws the pages of a part.
pub type Draw = fn(&'static Text, &RtRoute) -> AnyView;

/// Lists from and for spreadsheets.
pub static FILES: Part<Draw> = Part { name: offline::FILES, load: || Box::pin(load_files()) };
/// The ledger of invitations, and what became of a family.
pub static LEDGER: Part<Draw> = Part { name: offline::LEDGER, load: || Box::pin(load_ledger()) };
/// The list on its way, and its receipt.
pub static SEND: Part<Draw> = Part { name: offline::SEND, load: || Box::pin(load_send()) };
/// What this phone keeps.
pub static PHONE: Part<Draw> = Part { name: offline::PHONE, load: || Box::pin(load_phone()) };

type Loaded = Result<Draw, SplitLoaderError>;

#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_files() -> Loaded {
    Ok(|text, _| files::files(text))
}

#[wasm_split(ledger, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_ledger() -> Loaded {
    Ok(|text, route| match route {
        RtRoute::History(OneFamily(id)) => history::history(text, *id),
        RtRoute::Progress => progress::progress(text),
        _ => invitations::invitations(text),
    })
}

#[wasm_split(send, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_send() -> Loaded {
    Ok(|text, route| match route {
        RtRoute::Receipt => receipt::receipt(text),
        _ => send::send(text),
    })
}

#[wasm_split(phone, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_phone() -> Loaded {
    Ok(|text, _| this_phone::this_phone(text))
}

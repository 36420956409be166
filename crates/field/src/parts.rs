//! The parts of this program, each of which comes when it is first needed. Few of them: what several share becomes a file for
//! each set of parts that share it.
#![allow(unsafe_code, reason = "what `wasm_split` expands to")]

use crate::offline;
use crate::page::families::rows;
use crate::page::form::review;
use crate::page::{files, form, history, invitations, progress, receipt, restore, send, this_phone, unlock};
use crate::route::{FormPlace, OneFamily, RtRoute};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use ui::part_loading::Part;
use ui::text::Text;

/// What draws the pages of a part, or a piece of the page at this place.
pub type Draw = fn(&'static Text, &RtRoute) -> AnyView;

/// The form of a family, but for its last stage.
pub static FORM: Part<Draw> = Part { name: offline::FORM, load: || Box::pin(load_form()) };
/// What is done with families that are listed, and with the register as a whole.
pub static REGISTER: Part<Draw> = Part { name: offline::REGISTER, load: || Box::pin(load_register()) };
/// The page of a list that is locked, which comes with the register.
pub static UNLOCK: Part<Draw> = Part { name: offline::REGISTER, load: || Box::pin(load_unlock()) };
/// Bringing a list back, which comes with the register.
pub static RESTORE: Part<Draw> = Part { name: offline::REGISTER, load: || Box::pin(load_restore()) };
/// The ledger of invitations, and what became of a family.
pub static LEDGER: Part<Draw> = Part { name: offline::LEDGER, load: || Box::pin(load_ledger()) };
/// Lists from and for spreadsheets.
pub static FILES: Part<Draw> = Part { name: offline::FILES, load: || Box::pin(load_files()) };

type Loaded = Result<Draw, SplitLoaderError>;

#[wasm_split(form, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_form() -> Loaded {
    Ok(|text, route| match route {
        RtRoute::Form(FormPlace { id, stage, field }) => form::form(text, *id, *stage, *field),
        _ => ().into_any(),
    })
}

#[wasm_split(register, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_register() -> Loaded {
    Ok(|text, route| match route {
        RtRoute::Families => rows::rows(text),
        RtRoute::Form(FormPlace { id, .. }) => review::review(text, *id),
        RtRoute::Receipt => receipt::receipt(text),
        RtRoute::ThisPhone => this_phone::this_phone(text),
        _ => send::send(text),
    })
}

#[wasm_split(register, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_unlock() -> Loaded {
    Ok(|text, _| unlock::unlock(text))
}

#[wasm_split(register, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_restore() -> Loaded {
    Ok(|text, _| restore::restore(text))
}

#[wasm_split(ledger, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_ledger() -> Loaded {
    Ok(|text, route| match route {
        RtRoute::History(OneFamily(id)) => history::history(text, *id),
        RtRoute::Progress => progress::progress(text),
        _ => invitations::invitations(text),
    })
}

#[wasm_split(files, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load_files() -> Loaded {
    Ok(|text, _| files::files(text))
}

//! The way to the camera.

use super::button::{Button, Weight};
use super::live::watched_if;
use crate::browser::{barcode, camera};
use crate::session::text_now;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Shows itself only where there is a camera and a browser that reads QR codes.
#[component]
pub fn ScanButton(#[prop(into)] press: Callback<()>) -> impl IntoView {
    let can_scan = RwSignal::new(false);
    spawn_local(async move {
        let can = barcode::reads_qr().await && camera::is_there().await;
        // The page may be gone.
        can_scan.try_set(can);
    });
    watched_if(move || {
        let label = text_now().check().scan;
        can_scan.get().then(|| view! { <Button label weight=Weight::Outlined press/> }.into_any())
    })
}

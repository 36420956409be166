//! The camera, until it has seen the QR code of a slip or letter.

use super::live::watched;
use super::notice::Notice;
use crate::browser::barcode::QrReader;
use crate::browser::camera::{Camera, CameraFault};
use crate::browser::{clock, page};
use crate::lookup::draft;
use crate::session::text_now;
use crate::text::scan;
use crate::tone::Tone;
use domain::RegistrationCode;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Calls the first with the code that was seen, the second when the page is put out of sight.
pub type Scan = fn(Callback<RegistrationCode>, Callback<()>) -> AnyView;

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The owner is asked.
    Opening,
    /// Nothing seen yet.
    Looking,
    /// A code that is none of ours is in the picture.
    Foreign,
    /// There is no picture.
    Failed(CameraFault),
}

/// The id of the video.
const PICTURE: &str = "kamera";

/// From one look at the picture to the next.
const BETWEEN_MS: u64 = 150;

/// What the camera sees, and what is to be said of it. The camera is released with this view.
pub fn scanner(found: Callback<RegistrationCode>, leave: Callback<()>) -> AnyView {
    let stage = RwSignal::new(Stage::Opening);
    let camera = StoredValue::new_local(None::<Camera>);
    spawn_local(async move {
        if let Err(fault) = look(camera, stage, found).await {
            stage.try_set(Stage::Failed(fault));
        }
    });
    let hidden = window_event_listener(ev::visibilitychange, move |_| {
        if !page::is_visible() {
            leave.run(());
        }
    });
    on_cleanup(move || hidden.remove());
    let class = Signal::derive(move || {
        if matches!(stage.get(), Stage::Failed(_)) { "scanner scanner--failed" } else { "scanner" }
    });
    view! {
        <div class=class>
            <div role="status">{watched(move || said(stage.get()))}</div>
            <video class="scanner__picture" id=PICTURE autoplay playsinline aria-hidden="true"></video>
        </div>
    }
    .into_any()
}

/// Looks until a code is found or the view is gone.
async fn look(
    camera: StoredValue<Option<Camera>, LocalStorage>,
    stage: RwSignal<Stage>,
    found: Callback<RegistrationCode>,
) -> Result<(), CameraFault> {
    let reader = QrReader::new().ok_or(CameraFault::Unavailable)?;
    let opened = Camera::open().await?;
    // Where the view is gone meanwhile, the camera is released here.
    camera.try_update_value(|camera| {
        opened.show(PICTURE);
        *camera = Some(opened);
    });
    stage.try_set(Stage::Looking);
    while camera.try_with_value(Option::is_some) == Some(true) {
        let texts = reader.texts(PICTURE).await;
        if let Some(code) = texts.iter().find_map(|text| draft::code_in(text)) {
            // Gone is gone, also if the code was seen when somebody had just left.
            if camera.try_update_value(Option::take).flatten().is_some() {
                found.run(code);
            }
            return Ok(());
        }
        if !texts.is_empty() {
            stage.try_set(Stage::Foreign);
        }
        clock::pause(BETWEEN_MS).await;
    }
    Ok(())
}

fn said(stage: Stage) -> AnyView {
    let text = text_now();
    let words = text.scan();
    match stage {
        Stage::Opening => view! { <p>{words.opening}</p> }.into_any(),
        Stage::Looking => view! { <p>{words.aim}</p> }.into_any(),
        Stage::Foreign => view! { <Notice tone=Tone::Bad><p>{words.foreign}</p></Notice> }.into_any(),
        Stage::Failed(fault) => {
            view! { <Notice tone=Tone::Wait><p>{scan::camera_fault(text.language, fault)}</p></Notice> }
                .into_any()
        }
    }
}

//! The camera of the device, if its owner lets us look through it. Nothing of its picture is kept or sent.

use js_sys::Reflect;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    HtmlVideoElement, MediaDeviceInfo, MediaDeviceKind, MediaDevices, MediaStream, MediaStreamConstraints,
    MediaStreamTrack,
};

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CameraFault {
    /// The owner or the browser's settings refuse: ask for what can be typed instead.
    Denied,
    /// There is no camera, or another app holds it.
    Unavailable,
}

/// The open camera. It is released when this is dropped.
pub struct Camera {
    stream: MediaStream,
}

impl Camera {
    /// Opens the camera on the back of the device, or the only one; the browser asks its owner first.
    ///
    /// # Errors
    /// The [`CameraFault`].
    pub async fn open() -> Result<Self, CameraFault> {
        let devices = devices().ok_or(CameraFault::Unavailable)?;
        let wish = js_sys::Object::new();
        let set = |name: &str, value: &str| Reflect::set(&wish, &name.into(), &value.into());
        set("facingMode", "environment").map_err(|_| CameraFault::Unavailable)?;
        let wishes = MediaStreamConstraints::new();
        wishes.set_video(&wish);
        let asked = devices.get_user_media_with_constraints(&wishes).map_err(|why| fault(&why))?;
        let stream = JsFuture::from(asked).await.map_err(|why| fault(&why))?;
        Ok(Self { stream: stream.unchecked_into() })
    }

    /// Shows its picture in the video element with this id.
    pub fn show(&self, id: &str) {
        if let Some(video) = video(id) {
            video.set_src_object(Some(&self.stream));
        }
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

/// Whether the device has a camera, allowed or not.
pub async fn is_there() -> bool {
    let Some(listed) = devices().and_then(|devices| devices.enumerate_devices().ok()) else { return false };
    let Ok(listed) = JsFuture::from(listed).await else { return false };
    js_sys::Array::from(&listed)
        .iter()
        .any(|device| device.unchecked_into::<MediaDeviceInfo>().kind() == MediaDeviceKind::Videoinput)
}

/// The video element with this id.
pub(super) fn video(id: &str) -> Option<HtmlVideoElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// `None` in an old browser, and on a page without `https`.
fn devices() -> Option<MediaDevices> {
    let devices = Reflect::get(&window().navigator(), &JsValue::from_str("mediaDevices")).ok()?;
    (!devices.is_undefined()).then(|| devices.unchecked_into())
}

fn fault(why: &JsValue) -> CameraFault {
    let name = Reflect::get(why, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("NotAllowedError" | "SecurityError") => CameraFault::Denied,
        _ => CameraFault::Unavailable,
    }
}

//! A link as a picture for paper.

/// The QR code as SVG. Empty for a text that no code can hold.
pub(super) fn of(text: &str) -> String {
    let Some(qr::Shape { view_box, path }) = qr::Shape::of(text) else { return String::new() };
    format!("<svg viewBox=\"{view_box}\" role=\"img\" aria-label=\"Kode QR\"><path d=\"{path}\"/></svg>")
}

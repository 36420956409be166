//! A link as a picture for a terminal.

use qrcodegen::{QrCode, QrCodeEcc};

/// The QR code: two rows of modules in one line, dark on light, with a quiet zone.
pub(super) fn of(link: &str) -> String {
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Low) else { return String::new() };
    let size = code.size();
    let dark = |x: i32, y: i32| code.get_module(x, y);
    let mut out = String::new();
    for y in (-2..size + 2).step_by(2) {
        for x in -2..size + 2 {
            out.push(match (dark(x, y), dark(x, y + 1)) {
                (false, false) => '█',
                (false, true) => '▀',
                (true, false) => '▄',
                (true, true) => ' ',
            });
        }
        out.push('\n');
    }
    out
}

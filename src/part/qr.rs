//! A QR code, drawn as one shape.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// So many light modules belong around a code (ISO/IEC 18004, §6.3.8).
const QUIET: i32 = 4;

/// The code of a text, which `label` names for those who do not see it; `None` for a text that no code can hold.
pub fn qr(text: &str, label: &'static str) -> Option<AnyView> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let from = (-QUIET).to_string();
    let size = (code.size() + 2 * QUIET).to_string();
    let view_box = [from.as_str(), &from, &size, &size].join(" ");
    Some(
        view! {
            <svg class="qr" viewBox=view_box role="img" aria-label=label>
                <path class="qr__dark" shape-rendering="crispEdges" d=dark(&code)></path>
            </svg>
        }
        .into_any(),
    )
}

/// The dark modules as an SVG path: a rectangle for each run in a row.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut begin = None;
        // One step beyond the edge, where all is light, ends the last run.
        for x in 0..=code.size() {
            match (begin, code.get_module(x, y)) {
                (None, true) => begin = Some(x),
                (Some(from), false) => {
                    let length = (x - from).to_string();
                    path +=
                        &["M", &from.to_string(), " ", &y.to_string(), "h", &length, "v1h-", &length, "z"]
                            .concat();
                    begin = None;
                }
                _ => {}
            }
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let code = QrCode::encode_text("https://contoh.id/cek#0123456789ABCDEFG", QrCodeEcc::Medium).unwrap();
        let mut modules = vec![];
        for run in dark(&code).split('M').skip(1) {
            let numbers: Vec<i32> =
                run.split([' ', 'h', 'v']).filter_map(|number| number.parse().ok()).collect();
            modules.extend((0..numbers[2]).map(|step| (numbers[0] + step, numbers[1])));
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let expect: Vec<_> = all.filter(|(x, y)| code.get_module(*x, *y)).collect();
        assert_eq!(modules, expect);
    }
}

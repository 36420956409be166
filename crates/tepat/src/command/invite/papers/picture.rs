//! A link as a picture for paper.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// So many light modules belong around a code (ISO/IEC 18004, §6.3.8).
const QUIET: i32 = 4;

/// The QR code as SVG: one line a row of modules, drawn as wide as a module. Empty for a text that no code can hold.
pub(super) fn of(text: &str) -> String {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return String::new() };
    let size = code.size() + 2 * QUIET;
    format!(
        "<svg viewBox=\"-{QUIET} -{QUIET} {size} {size}\" role=\"img\" aria-label=\"Kode QR\"><path d=\"{}\"/></svg>",
        dark(&code)
    )
}

/// The dark modules: a stroke for each run in a row.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        // Where the pen stands, once it is on this row.
        let mut pen = None;
        let mut begin = None;
        // One step beyond the edge, where all is light, ends the last run.
        for x in 0..=code.size() {
            match (begin, code.get_module(x, y)) {
                (None, true) => begin = Some(x),
                (Some(from), false) => {
                    let _ = match pen {
                        Some(pen) => write!(path, "m{} 0h{}", from - pen, x - from),
                        None => write!(path, "M{from} {y}.5h{}", x - from),
                    };
                    (pen, begin) = (Some(x), None);
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
        for row in dark(&code).split('M').skip(1) {
            let (from, runs) = row.split_once(' ').unwrap();
            let (y, runs) = runs.split_once(".5h").unwrap();
            let (mut x, y) = (from.parse::<i32>().unwrap(), y.parse::<i32>().unwrap());
            for run in runs.split('m') {
                let length = match run.split_once(" 0h") {
                    Some((gap, length)) => {
                        x += gap.parse::<i32>().unwrap();
                        length
                    }
                    None => run,
                };
                let length = length.parse::<i32>().unwrap();
                modules.extend((x..x + length).map(|x| (x, y)));
                x += length;
            }
        }
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let expect: Vec<_> = all.filter(|(x, y)| code.get_module(*x, *y)).collect();
        assert_eq!(modules, expect);
    }
}

//! QR codes as the one shape that the app and the office draw, on screens and on paper.

use qrcodegen::{QrCode, QrCodeEcc};

/// So many light modules belong around a code (ISO/IEC 18004, §6.3.8).
const QUIET: i32 = 4;

/// A code as an SVG draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The `viewBox`, a unit a module.
    pub view_box: String,
    /// The `d` of the path: strokes, to be drawn as wide as a module.
    pub path: String,
}

impl Shape {
    /// The code of a text; `None` for a text that no code can hold.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let from = (-QUIET).to_string();
        let size = (code.size() + 2 * QUIET).to_string();
        let view_box = [from.as_str(), &from, &size, &size].join(" ");
        Some(Self { view_box, path: path(&code) })
    }
}

/// The dark modules: a stroke for each run in a row.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        // Where the pen stands, once it is on this row.
        let mut pen: Option<i32> = None;
        let mut begin: Option<i32> = None;
        // One step beyond the edge, where all is light, ends the last run.
        for x in 0..=code.size() {
            match (begin, code.get_module(x, y)) {
                (None, true) => begin = Some(x),
                (Some(from), false) => {
                    let length = (x - from).to_string();
                    path += &match pen {
                        Some(pen) => ["m", &(from - pen).to_string(), " 0h", &length].concat(),
                        None => ["M", &from.to_string(), " ", &y.to_string(), ".5h", &length].concat(),
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
        for row in path(&code).split('M').skip(1) {
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

    #[test]
    fn no_code_holds_a_text_without_end() {
        assert_eq!(Shape::of(&"x".repeat(5000)), None);
    }
}

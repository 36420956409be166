//! A camera that is held over a QR code on the page.

use rqrr::PreparedImage;

/// Pixels of a module.
const SCALE: usize = 4;

/// Reads the code that an SVG draws, from its `viewBox` and the `d` of its one shape: strokes like `M3 0.5h2m1 0h4`.
pub fn scan(view_box: &str, shape: &str) -> String {
    let frame: Vec<i32> = view_box.split(' ').map(|number| number.parse().unwrap()).collect();
    let number = |text: &str| text.parse::<i32>().unwrap();
    let mut runs: Vec<[i32; 3]> = Vec::new();
    for row in shape.split('M').skip(1) {
        let (from, strokes) = row.split_once(' ').unwrap();
        let (y, strokes) = strokes.split_once(".5h").unwrap();
        let mut x = number(from);
        for stroke in strokes.split('m') {
            let (gap, length) = stroke.split_once(" 0h").unwrap_or(("0", stroke));
            x += number(gap);
            runs.push([x, number(y), number(length)]);
            x += number(length);
        }
    }
    let side = usize::try_from(frame[2]).unwrap() * SCALE;
    let mut image = PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        let module = |pixel: usize, from: i32| i32::try_from(pixel / SCALE).unwrap() + from;
        let (x, y) = (module(x, frame[0]), module(y, frame[1]));
        let is_dark = runs.iter().any(|[from, row, length]| *row == y && (*from..from + length).contains(&x));
        if is_dark { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    grids.first().expect("a QR code").decode().unwrap().1
}

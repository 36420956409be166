//! A camera that is held over a QR code on the page.

use rqrr::PreparedImage;

/// Pixels of a module.
const SCALE: usize = 4;

/// Reads the code that an SVG draws, from its `viewBox` and the `d` of its one shape: runs like `M3 0h2v1h-2z`.
pub fn scan(view_box: &str, shape: &str) -> String {
    let frame: Vec<i32> = view_box.split(' ').map(|number| number.parse().unwrap()).collect();
    let runs: Vec<[i32; 3]> = shape
        .split('M')
        .skip(1)
        .map(|run| {
            let numbers = run.split([' ', 'h', 'v']).take(3).map(|number| number.parse().unwrap());
            numbers.collect::<Vec<_>>().try_into().unwrap()
        })
        .collect();
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

//! Where the points lie around a place, as a drawing: north up, rings of distance, no map beneath.

use domain::Coordinate;

/// Metres of one degree of latitude on a sphere as large as the earth.
const METRES_A_DEGREE: f64 = 111_195.0;
/// How far from the middle the farthest point is drawn; the edge is at 100.
const OUTERMOST: f64 = 84.0;
/// Below this a ring says nothing: positions of phones are no better.
const SMALLEST_RING_METRES: f64 = 100.0;

/// Places on a square from -100 to 100, its middle the place one looks from; `x` grows to the east, `y` to the south.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    /// The rings, from small to large.
    pub rings: Vec<Ring>,
    /// Each point, in the order given.
    pub marks: Vec<Mark>,
    /// Which half of the drawing has more room for words: -1 the northern, 1 the southern.
    pub free_half: f64,
}

/// A circle around the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ring {
    /// Its radius on the square.
    pub radius: f64,
    /// The same on the ground.
    pub metres: f64,
}

/// A place on the square.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// To the east.
    pub x: f64,
    /// To the south.
    pub y: f64,
}

impl Sketch {
    /// Draws the points around `middle`. The earth is flat for it, which within Jakarta is off by less than a line.
    pub fn around(middle: Coordinate, points: impl IntoIterator<Item = Coordinate>) -> Self {
        let on_ground: Vec<Mark> = points.into_iter().map(|point| offset(middle, point)).collect();
        let farthest = on_ground.iter().map(|mark| mark.x.hypot(mark.y)).fold(SMALLEST_RING_METRES, f64::max);
        let scale = OUTERMOST / farthest;
        let marks = on_ground.iter().map(|mark| Mark { x: mark.x * scale, y: mark.y * scale }).collect();
        let step = round_step(farthest);
        let rings = [1.0, 2.0, 3.0]
            .map(|times| Ring { radius: step * times * scale, metres: step * times })
            .into_iter()
            .filter(|ring| ring.radius <= 98.0)
            .collect();
        let free_half = if on_ground.iter().map(|mark| mark.y).sum::<f64>() > 0.0 { -1.0 } else { 1.0 };
        Self { rings, marks, free_half }
    }
}

/// East and south of `from`, in metres.
fn offset(from: Coordinate, to: Coordinate) -> Mark {
    let narrowed = from.lat.to_radians().cos();
    Mark { x: (to.lon - from.lon) * narrowed * METRES_A_DEGREE, y: (from.lat - to.lat) * METRES_A_DEGREE }
}

/// The largest of 100, 200, 500, 1000 … that fits twice within `farthest`, so that two or three rings are drawn.
fn round_step(farthest: f64) -> f64 {
    let mut step = SMALLEST_RING_METRES;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(15) {
        if step * factor * 2.0 > farthest {
            break;
        }
        step *= factor;
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIDDLE: Coordinate = Coordinate { lat: -6.238, lon: 106.759 };

    /// A point so many metres to the east and north of the middle.
    fn at(east: f64, north: f64) -> Coordinate {
        let lat = MIDDLE.lat + north / METRES_A_DEGREE;
        Coordinate { lat, lon: MIDDLE.lon + east / METRES_A_DEGREE / MIDDLE.lat.to_radians().cos() }
    }

    fn check(points: &[(f64, f64)], rings: &[f64], marks: &[(f64, f64)]) {
        let sketch = Sketch::around(MIDDLE, points.iter().map(|(east, north)| at(*east, *north)));
        assert_eq!(sketch.rings.iter().map(|ring| ring.metres).collect::<Vec<_>>(), rings, "{points:?}");
        for (mark, (x, y)) in sketch.marks.iter().zip(marks) {
            assert!((mark.x - x).abs() < 0.1 && (mark.y - y).abs() < 0.1, "{points:?}: {mark:?}");
        }
        assert_eq!(sketch.marks.len(), marks.len());
    }

    #[test]
    fn north_is_up_and_the_farthest_reaches_out() {
        check(&[(0.0, 1000.0)], &[500.0, 1000.0], &[(0.0, -84.0)]);
        check(&[(500.0, 0.0), (-1000.0, 0.0)], &[500.0, 1000.0], &[(42.0, 0.0), (-84.0, 0.0)]);
        check(&[(0.0, -2500.0)], &[1000.0, 2000.0], &[(0.0, 84.0)]);
    }

    #[test]
    fn rings_are_round_and_few() {
        check(&[(0.0, 0.0)], &[100.0], &[(0.0, 0.0)]);
        check(&[], &[100.0], &[]);
        check(&[(0.0, 420.0)], &[200.0, 400.0], &[(0.0, -84.0)]);
        check(&[(30_000.0, 0.0)], &[10_000.0, 20_000.0, 30_000.0], &[(84.0, 0.0)]);
        for metres in 1..400 {
            let sketch = Sketch::around(MIDDLE, [at(f64::from(metres) * 100.0, 0.0)]);
            assert!((1..=3).contains(&sketch.rings.len()), "{metres}: {:?}", sketch.rings);
        }
    }

    #[test]
    fn words_stand_where_no_points_are() {
        assert!(Sketch::around(MIDDLE, [at(0.0, -900.0), at(0.0, 100.0)]).free_half < 0.0);
        assert!(Sketch::around(MIDDLE, [at(0.0, 900.0)]).free_half > 0.0);
    }

    #[test]
    fn agrees_with_the_great_circle() {
        let there = at(3000.0, 4000.0);
        assert!((MIDDLE.distance(&there) - 5000.0).abs() < 10.0);
    }
}

//! The nearest points, compared with distances that the test computes by itself.

use crate::town::town;
use e2e::settings::in_repository;
use e2e::{Device, sample};

/// A place on the sphere, in degrees.
type Place = (f64, f64);

struct Point {
    name: String,
    at: Place,
    is_island: bool,
}

const ULUJAMI: Place = (-6.2415, 106.7660);
const TIDUNG: Place = (-5.7985, 106.5010);

fn points() -> Vec<Point> {
    let rows = csv::Reader::from_path(in_repository("data/demo/points.csv")).unwrap().into_records();
    let number = |text: &str| text.parse::<f64>().unwrap();
    rows.map(Result::unwrap)
        .map(|row| Point {
            name: row[1].to_owned(),
            at: (number(&row[5]), number(&row[6])),
            is_island: row[4].starts_with("31.01"),
        })
        .collect()
}

/// The middle of a kelurahan.
fn middle(name: &str) -> Place {
    let mut rows = csv::Reader::from_path(in_repository("data/kelurahan.csv")).unwrap().into_records();
    let row = rows.find_map(|row| row.ok().filter(|row| &row[1] == name)).unwrap();
    (row[5].parse().unwrap(), row[6].parse().unwrap())
}

/// Metres along a great circle, by the angle between two vectors from the centre of the Earth.
fn metres(a: Place, b: Place) -> f64 {
    let vector = |(lat, lon): Place| {
        let (lat, lon) = (lat.to_radians(), lon.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    };
    let ([ax, ay, az], [bx, by, bz]) = (vector(a), vector(b));
    let cross = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
    let length = cross.iter().map(|x| x * x).sum::<f64>().sqrt();
    6_371_008.8 * length.atan2(ax * bx + ay * by + az * bz)
}

/// The names of all points on one side of the water, from near to far.
fn expected(from: Place, on_islands: bool) -> Vec<String> {
    let mut points = points();
    points.retain(|point| point.is_island == on_islands);
    points.sort_by(|a, b| metres(from, a.at).total_cmp(&metres(from, b.at)));
    points.into_iter().map(|point| point.name).collect()
}

/// Stops unless exactly these points are listed, in this order.
fn assert_listed(phone: &Device, expected: &[String]) {
    let listed = || phone.texts("main ol > li");
    phone.until_true("the list", || listed().len() == expected.len());
    for (item, name) in listed().iter().zip(expected) {
        assert!(item.starts_with(name), "“{item}” in the place of {name}");
    }
}

fn show_all(phone: &Device, so_many: usize) {
    let mut shown = 3;
    while shown < so_many {
        phone.press("Tampilkan lebih banyak");
        phone.until_true("more points", || phone.texts("main ol > li").len() > shown);
        shown = phone.texts("main ol > li").len();
    }
}

#[test]
fn by_the_position_of_the_phone() {
    let (_host, phone) = town().visit("/titik");
    phone.stands_at(ULUJAMI.0, ULUJAMI.1).press("Pakai lokasi saya");
    let expected = expected(ULUJAMI, false);
    phone.says("garis lurus").says("Ulujami");
    assert_listed(&phone, &expected[..3]);
    show_all(&phone, expected.len());
    assert_listed(&phone, &expected);
    phone.find("a way to the map", "main ol > li a[href^='geo:'], main ol > li a[href^='https://']");
    phone.find("a sketch", "main svg, main figure");
}

#[test]
fn a_position_that_is_far_off_is_no_position() {
    let (_host, phone) = town().visit("/titik");
    phone.stands_within(15_000.0, ULUJAMI.0, ULUJAMI.1).press("Pakai lokasi saya");
    phone.says("bisa meleset 15").says("Pilih kelurahan").lacks("main ol > li");
    phone.stands_at(ULUJAMI.0, ULUJAMI.1).press("Pakai lokasi saya").says("garis lurus");
}

#[test]
fn islands_are_never_mixed_with_the_city() {
    let (_host, phone) = town().visit("/titik");
    phone.stands_at(TIDUNG.0, TIDUNG.1).press("Pakai lokasi saya");
    phone.says("kapal");
    assert_listed(&phone, &expected(TIDUNG, true));
}

#[test]
fn far_from_jakarta_one_is_told_so() {
    let (_host, phone) = town().visit("/titik");
    phone.stands_at(-7.25, 112.75).press("Pakai lokasi saya");
    phone.says("jauh dari Jakarta").lacks("main ol > li");
}

#[test]
fn a_phone_that_keeps_its_place_to_itself_is_asked_for_the_kelurahan() {
    let (_host, phone) = town().visit("/titik");
    phone.keeps_its_place().press("Pakai lokasi saya");
    phone.says("pilih kelurahan").lacks("main ol > li");
}

#[test]
fn by_kelurahan_however_it_is_spelt() {
    let (_host, phone) = town().visit("/titik");
    for (typed, name) in [
        ("Ulujami", "Ulujami"),
        ("ulujmai", "Ulujami"),
        ("Harapan Mulya", "Harapan Mulia"),
        ("papango", "Papanggo"),
        ("tanjung priuk", "Tanjung Priok"),
        ("Kp Melayu", "Kampung Melayu"),
        ("Pd. Kopi", "Pondok Kopi"),
    ] {
        phone.fill("Kelurahan", typed).choose(name);
        phone.says(&format!("Kelurahan {name}"));
        assert_listed(&phone, &expected(middle(name), false)[..3]);
    }
    phone.fill("Kelurahan", "Pulau Tidung").choose("Pulau Tidung");
    phone.says("Kelurahan Pulau Tidung");
    assert_listed(&phone, &expected(middle("Pulau Tidung"), true));
    phone.fill("Kelurahan", "xyzzy").says("Tidak ada kelurahan");
}

#[test]
fn a_position_is_told_to_nobody() {
    let (_host, phone) = town().visit("/titik");
    phone.stands_at(ULUJAMI.0, ULUJAMI.1).press("Pakai lokasi saya");
    phone.says("garis lurus");
    for part in ["106.76", "6.241", sample::HEADS.kelurahan] {
        phone.asks_nothing_with(part);
    }
}

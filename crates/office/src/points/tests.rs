use super::*;

#[test]
fn days_and_hours_may_stand_in_either_column() {
    for (days, hours, expect) in [
        ("", "", Some("1111100 08:00-15:00")),
        ("Selasa", "", Some("0100000 08:00-15:00")),
        ("Selasa 09.00-10.00", "", Some("0100000 09:00-10:00")),
        ("", "Sabtu 08.00-12.00", Some("0000010 08:00-12:00")),
        ("Sabtu", "Sabtu 08.00-12.00", Some("0000010 08:00-12:00")),
        ("Senin", "Sabtu 08.00-12.00", None),
        ("Senin 08.00-12.00", "08.00-11.00", None),
        ("", "Senin-Kamis 08.00-15.00, Jumat 08.00-11.30", None),
        ("kapan saja", "", None),
    ] {
        let opening = read_opening(days, hours, &mut |_, _, _| {});
        let shown = opening.map(|Opening { days, from, to }| {
            format!("{} {from}-{to}", days.map(|open| if open { "1" } else { "0" }).concat())
        });
        assert_eq!(shown.as_deref(), expect, "{days} | {hours}");
    }
}

const CASES: &str = "../tepat/tests/lists-as-people-have-them";

fn of_case(file: &str) -> Vec<PickupPoint> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(CASES).join(file);
    read(file, std::fs::read(path).unwrap()).unwrap().points
}

#[test]
fn no_point_is_open_on_other_days_than_it_says() {
    let shown = |point: &PickupPoint| {
        let Opening { days, from, to } = &point.opening;
        format!("{} {} {from}-{to}", point.id, days.map(|open| if open { "1" } else { "0" }).concat())
    };
    let points = of_case("p1-days-and-hours-as-offices-write-them/titik.csv");
    let expect = [
        "T1 1111100 08:00-14:00",
        "T2 1111000 08:00-14:00",
        "T3 1010100 08:00-14:00",
        "T4 0101000 08:00-14:00",
        "T5 0000011 08:00-14:00",
        "T6 1111100 08:00-14:00",
        "T7 1111100 08:00-14:00",
        "T8 1111100 08:00-15:00",
        "T9 1111100 08:00-14:00",
    ];
    assert_eq!(points.iter().map(shown).collect::<Vec<_>>(), expect);
}

#[test]
fn no_point_stands_elsewhere_than_it_says() {
    let points = of_case("p2-coordinates-as-people-write-them/koordinat.csv");
    assert_eq!(points.len(), 8);
    for PickupPoint { id, at, .. } in &points {
        // Seconds of an arc are thirty metres.
        assert!((at.lat + 6.2704).abs() < 3e-4 && (at.lon - 106.7614).abs() < 3e-4, "{id}: {at:?}");
    }
}

fn problems(row: &str) -> Vec<(u32, &'static str)> {
    let text = format!(
        "id,name,kind,address,lat,lon,precision,days,hours,capacity,area\nA,SDN A,sekolah,Jl. A,-6.2,106.8,alamat,Senin-Jumat,08:00-14:00,500\n{row}\n"
    );
    let Points { points, problems, .. } = read("titik.csv", text.into_bytes()).unwrap();
    assert!(points.iter().any(|point| point.id == "A"), "the good row stays");
    problems.iter().map(|p| (p.row, p.code)).collect()
}

#[test]
fn a_row_that_cannot_be_used_is_named() {
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,,"), []);
    assert_eq!(problems("B,,sekolah,Jl. B,-6.3,106.9,,,,"), [(3, "kosong")]);
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,,,,,,"), [(3, "koordinat")]);
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,106.9,-6.3,,,,"), []);
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,6.3,106.9,,,,"), [(3, "di-luar-jakarta")]);
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,kapan saja,,"), [(3, "hari")]);
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,14-08,"), [(3, "jam")]);
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,,900"), [(3, "kapasitas")]);
    assert_eq!(problems("B,SDN B,sekolah,Jl. B,-6.3,106.9,,,,,Ulujami"), [(3, "kelurahan")]);
    assert_eq!(problems("B,SDN B,warung,Jl. B,-6.3,106.9,,,,"), [(3, "jenis")]);
    assert_eq!(problems("B,SDN B,Gelanggang,Jl. B,-6.3,106.9,,,,"), []);
    assert_eq!(problems("A,SDN B,sekolah,Jl. B,-6.3,106.9,,,,"), [(3, "ganda")]);
    let long = format!("B,{},sekolah,Jl. B,-6.3,106.9,,,,", "B".repeat(101));
    assert_eq!(problems(&long), [(3, "terlalu-panjang")]);
}

#[test]
fn other_names_and_semicolons_are_read() {
    let text = "\u{feff}Nama;Jenis;Alamat;Lintang;Bujur;Warna\nATM Bank DKI;;Jl. A;-6,18407;106,8292915;x\n";
    let Points { points, problems, left } = read("titik.csv", text.into()).unwrap();
    assert_eq!((problems, left.columns), (vec![], vec!["Warna".to_owned()]));
    let [point] = points.as_slice() else { panic!("{points:?}") };
    assert_eq!(
        (point.id.as_str(), point.kind.known(), point.precision.known()),
        ("atm-bank-dki", Some(PointKind::Atm), Some(Precision::Estimate))
    );
}

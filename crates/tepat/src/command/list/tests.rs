//! Lists in every kind of file.

use super::column::{Column, Numbers};
use super::file::{Kind, writer};
use domain::{KkNumber, RegistrationCode, Rt, Rw, Status};
use office::listing::ListedFamily;
use office::table::Tables;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use std::io::{Read as _, Seek as _, SeekFrom};

pub(super) fn family() -> ListedFamily {
    ListedFamily {
        code: Some(RegistrationCode::from_random([1; 10])),
        head: "=Contoh Siti".into(),
        kk: Some(KkNumber::parse("3174102410099096").unwrap()),
        nik: None,
        kelurahan: "Ulujami".into(),
        rw: Rw::parse("002").unwrap(),
        rt: Rt::parse("005").unwrap(),
        status: Status::Paid,
        since: None,
        days: 12,
        reason: None,
        aid: Vec::new(),
        tahap: Some(2),
        calls: 1,
        point: None,
        has_card: true,
        paid: vec![1, 2],
        size: 3,
        oldest: None,
        disabled: Some(false),
    }
}

fn written(kind: Kind, families: usize) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let mut file = tempfile::tempfile().unwrap();
    let columns = Column::chosen(&[]).unwrap();
    let mut rows = writer(kind, &mut file, folder.path(), &columns, Numbers::Masked).unwrap();
    (0..families).for_each(|_| rows.add(&family()).unwrap());
    rows.finish().unwrap();
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0)).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn parquet_holds_numbers_as_numbers_and_what_is_not_known_as_nothing() {
    // The last is of more than one group of rows.
    for families in [0, 1, 65_537] {
        let path = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(path.path(), written(Kind::Parquet, families)).unwrap();
        let file = SerializedFileReader::new(path.reopen().unwrap()).unwrap();
        let rows: Vec<_> = file.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.len(), families);
        let cells = rows.last().map(|row| {
            row.get_column_iter().map(|(name, field)| format!("{name}={field}")).collect::<Vec<_>>()
        });
        for expect in ["kk=\"…9096\"", "nik=null", "hari=12", "tahap=2", "tertua=null", "cair=\"1,2\""] {
            let holds = |cells: &Vec<String>| cells.iter().any(|cell| cell == expect);
            assert!(cells.as_ref().is_none_or(holds), "{expect} {cells:?}");
        }
    }
}

#[test]
fn every_kind_holds_every_row() {
    for families in [0, 3] {
        let csv = String::from_utf8(written(Kind::Csv, families)).unwrap();
        assert_eq!(csv.lines().count(), families + 1);
        assert!(!csv.contains(",=Contoh"), "{csv}");
        let json: serde_json::Value = serde_json::from_slice(&written(Kind::Json, families)).unwrap();
        assert_eq!(json.as_array().unwrap().len(), families);
    }
    let workbook = written(Kind::Xlsx, 3);
    let Tables { tables, mut left } =
        Tables::read("daftar.xlsx", workbook, &[&["kode"], &["hari"]], &[&[0]]).unwrap();
    let mut cells = Vec::new();
    let read = tables[0].each_row(&mut left, |row| {
        cells.push((row.cell(0).to_owned(), row.cell(1).to_owned()));
        Ok(())
    });
    read.unwrap();
    let code = family().code.unwrap().to_string();
    assert_eq!(cells, vec![(code, "12".to_owned()); 3]);
}

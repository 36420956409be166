//! The sample lists, read without the publisher's reader: what went in.

use crate::settings::in_repository;
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use std::path::PathBuf;

/// A list of families, and the RT that it is from.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    file: &'static str,
    /// Kemendagri code of the kelurahan.
    pub kelurahan: &'static str,
    /// RW and RT.
    pub rw_rt: (&'static str, &'static str),
    read: fn(PathBuf) -> Vec<Family>,
}

/// One row a family, under two lines of header; two families have no NIK, two rows are doubles.
pub const HEADS: Sample = Sample {
    file: "rt-005-rw-02-ulujami.xlsx",
    kelurahan: "31.74.10.1005",
    rw_rt: ("002", "005"),
    read: heads,
};

/// One row a member.
pub const MEMBERS: Sample = Sample {
    file: "rt-011-rw-004-anggota.csv",
    kelurahan: "31.75.03.1001",
    rw_rt: ("004", "011"),
    read: members,
};

/// A family as its list has it.
#[derive(Clone, Debug)]
pub struct Family {
    /// Number of the KK.
    pub kk: String,
    /// Its people, the head first.
    pub people: Vec<Person>,
}

/// One person.
#[derive(Clone, Debug)]
pub struct Person {
    /// As written.
    pub name: String,
    /// Sixteen digits, where there are any.
    pub nik: Option<String>,
}

impl Sample {
    /// The file.
    pub fn path(&self) -> PathBuf {
        in_repository("data/samples").join(self.file)
    }

    /// Its families, doubles too.
    pub fn families(&self) -> Vec<Family> {
        (self.read)(self.path())
    }
}

impl Family {
    /// NIK of the head, where there is one.
    pub fn head(&self) -> Option<&str> {
        self.people.first()?.nik.as_deref()
    }

    /// NIK of the person named after the head: husband or wife.
    pub fn spouse(&self) -> Option<&str> {
        self.people.get(1)?.nik.as_deref()
    }
}

/// Columns: number, name, NIK, KK, address, RT/RW, size, occupation, remark.
fn heads(path: PathBuf) -> Vec<Family> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let numbered = sheet.rows().filter(|row| matches!(row[0], Data::Float(_) | Data::Int(_)));
    let text = |cell: &Data| cell.to_string().trim().to_owned();
    let family = |row: &[Data]| Family {
        kk: text(&row[3]),
        people: vec![Person { name: text(&row[1]), nik: sixteen(&text(&row[2])) }],
    };
    numbered.map(family).collect()
}

/// Columns: KK on the first row of a family, NIK, name, relation, …
fn members(path: PathBuf) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for row in csv::ReaderBuilder::new().delimiter(b';').from_path(path).unwrap().records() {
        let row = row.unwrap();
        if let Some(kk) = sixteen(&row[0]) {
            families.push(Family { kk, people: Vec::new() });
        }
        let person = Person { name: row[2].to_owned(), nik: sixteen(&row[1]) };
        families.last_mut().unwrap().people.push(person);
    }
    families
}

fn sixteen(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (digits.len() == 16).then_some(digits)
}

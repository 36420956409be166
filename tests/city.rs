//! A made-up city, as it comes to the office: files of lists, of other aid, of points.

use crate::office::Office;
use domain::{Date, Status};
use serde_json::Value;
use std::path::{Path, PathBuf};
use synthetic::Census;

/// The files, and what was written into them.
#[derive(Debug)]
pub struct City {
    folder: PathBuf,
    /// What is in them.
    pub census: Census,
}

/// Who is named first in the rows of a family.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The KK number.
    pub kk: String,
    /// The NIK of the head.
    pub nik: String,
    /// The name of the head.
    pub name: String,
    /// The birth date of the head.
    pub birth: String,
    /// The kelurahan whose list it is on.
    pub kelurahan: String,
}

impl City {
    /// A city of so many families on the desk of an office, which knows its points only.
    pub fn beside(office: &Office, families: usize) -> Self {
        let folder = office.desk().join("kota");
        let town = synthetic::City { families, seed: 2021, today: Date::parse("2021-01-12").unwrap() };
        let census = town.write(&folder).unwrap();
        let city = Self { folder, census };
        office.tepat(&["points", &city.path("titik.csv")]).answer();
        city
    }

    /// A city of so many families, of which the office has taken in the lists.
    pub fn before(office: &Office, families: usize) -> Self {
        let city = Self::beside(office, families);
        let taken = office.tepat(&["import", &city.path("lists")]).answer();
        let new: u64 =
            taken["files"].as_array().unwrap().iter().map(|file| file["new"].as_u64().unwrap()).sum();
        assert_eq!(usize::try_from(new).unwrap(), city.census.families, "families that were taken in");
        city
    }

    /// One of its files.
    pub fn path(&self, file: &str) -> String {
        self.folder.join(file).to_str().unwrap().to_owned()
    }

    /// The families that have a KK number and whose head has a NIK, in the order of the lists.
    pub fn families(&self) -> Vec<Listed> {
        let mut lists: Vec<PathBuf> =
            std::fs::read_dir(self.folder.join("lists")).unwrap().map(|file| file.unwrap().path()).collect();
        lists.sort();
        let mut families: Vec<Listed> = lists.iter().flat_map(|list| heads(list)).collect();
        // Whom two RT list is one family.
        families.sort_by(|a, b| a.kk.cmp(&b.kk));
        families.dedup_by(|a, b| a.kk == b.kk);
        families
    }
}

fn heads(list: &Path) -> Vec<Listed> {
    let rows = csv::Reader::from_path(list).unwrap().into_records().map(Result::unwrap);
    let heads = rows.filter(|row| &row[3] == "Kepala Keluarga");
    let kelurahan = list.file_stem().unwrap().to_str().unwrap();
    let numbered = |text: &str| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit());
    heads
        .filter(|row| numbered(&row[0]) && numbered(&row[1]))
        .map(|row| Listed {
            kk: row[0].to_owned(),
            nik: row[1].to_owned(),
            name: row[2].to_owned(),
            birth: row[4].to_owned(),
            kelurahan: kelurahan.to_owned(),
        })
        .collect()
}

/// How many families stand where, as `tepat report` says; it fails where the counts do not add up.
pub fn standing(office: &Office, status: &str) -> u64 {
    // A status in which nobody stands is not named: one that does not exist must not pass for it.
    let (report, status) = (report(office), Status::parse(status).unwrap());
    let families = report["status"].as_object().unwrap().get(status.code());
    families.map_or(0, |count| count.as_u64().unwrap())
}

/// The answer of `tepat report`, after adding it up once more.
pub fn report(office: &Office) -> Value {
    let report = office.tepat(&["report"]).answer();
    let counts = report["status"].as_object().unwrap().values();
    let told: u64 = counts.map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(told + report["doubles"].as_u64().unwrap(), report["entries"].as_u64().unwrap(), "{report:#}");
    report
}

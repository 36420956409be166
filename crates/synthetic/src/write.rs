//! The city as files: what RT heads, Kemensos, Dukcapil and Dinas Sosial would send.

use crate::chance::Chance;
use crate::city::City;
use crate::family::{Family, Person, region};
use crate::names::misspelt;
use crate::numbers::Numbers;
use crate::place::{self, Kelurahan, Place, WHOLE_CITY};
use anyhow::Result;
use std::collections::HashMap;
use std::fs::{File, create_dir_all};
use std::path::Path;

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// Families on the lists, without those that are listed twice.
    pub families: usize,
    /// Entries that list a family a second time, in another RT.
    pub doubles: usize,
    /// People on the lists, those that are listed twice too.
    pub people: usize,
    /// Families of which somebody is on a list of other aid, by NIK or KK.
    pub aided: usize,
    /// Families of which somebody resembles somebody on such a list.
    pub resembling: usize,
    /// Rows of other aid.
    pub aid_rows: usize,
}

/// Of ten thousand families, those that have other aid: 99,763 of 1,007,379 were held for it (domain.md, Numbers).
const AIDED: u32 = 990;
/// Of ten thousand families, those that resemble somebody who has.
const RESEMBLING: u32 = 10;
/// Of ten thousand families, those that are listed twice.
const DOUBLE: u32 = 70;
/// Rows of other aid in the whole city.
const AID_ROWS: usize = 1_000_000;
const PROGRAMMES: [&str; 5] = ["PKH", "BPNT", "Kartu Sembako", "Paket Sembako", "Kartu Prakerja"];
/// Points in the whole city; on the islands one each.
const POINTS: usize = 160;

type Writer = csv::Writer<File>;

impl City {
    /// Writes `lists/<kelurahan>.csv`, `bantuan.csv`, `dukcapil.csv` and `titik.csv` into the folder.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<Census> {
        create_dir_all(folder.join("lists"))?;
        let mut chance = Chance::of(self.seed.wrapping_add(1));
        let (mut census, mut lists) = (Census::default(), Lists::new(folder));
        let mut aid = Aid::new(folder)?;
        let mut residents = csv::Writer::from_path(folder.join("dukcapil.csv"))?;
        residents.write_record(["NIK", "No KK", "Nama", "Tanggal Lahir", "Keadaan"])?;
        let mut fault = None;
        let mut elsewhere: Option<(u32, Family)> = None;
        self.each_family(|place, family| {
            let mut write = || -> Result<()> {
                lists.write(place, family)?;
                census.families += 1;
                census.people += family.people.len();
                // Whoever lives between two RT is listed by both.
                if let Some((_, double)) = elsewhere.take_if(|(rt, _)| *rt != place.rt) {
                    lists.write(place, &double)?;
                    census.doubles += 1;
                    census.people += double.people.len();
                }
                if family.kk.is_some() && elsewhere.is_none() && chance.is(DOUBLE) {
                    elsewhere = Some((place.rt, family.clone()));
                }
                if chance.is(AIDED) {
                    census.aided += usize::from(aid.of(family, &mut chance)?);
                } else if chance.is(RESEMBLING) {
                    census.resembling += usize::from(aid.like(place, family, &mut chance)?);
                }
                for person in &family.people {
                    if chance.is(100) {
                        resident(&mut residents, family, person, &mut chance)?;
                    }
                }
                Ok(())
            };
            if let Err(why) = write() {
                fault.get_or_insert(why);
            }
        });
        fault.map_or(Ok(()), Err)?;
        aid.of_others(self, &mut chance)?;
        census.aid_rows = aid.rows;
        aid.file.flush()?;
        residents.flush()?;
        lists.finish()?;
        self.points(folder, &mut chance)?;
        Ok(census)
    }

    /// Points near the middles of kelurahan, each for 500 families a day.
    fn points(&self, folder: &Path, chance: &mut Chance) -> Result<()> {
        let mut file = csv::Writer::from_path(folder.join("titik.csv"))?;
        file.write_record([
            "id",
            "nama",
            "jenis",
            "alamat",
            "kelurahan",
            "lat",
            "lon",
            "ketepatan",
            "hari",
            "jam",
            "kapasitas",
            "contoh",
        ])?;
        let (islands, inland): (Vec<Kelurahan>, Vec<Kelurahan>) =
            place::kelurahan(self.families, chance).into_iter().partition(|it| it.code.is_island());
        let wanted = (POINTS - islands.len()).min(inland.len());
        let chosen = (0..wanted).filter_map(|n| inland.get(n * inland.len() / wanted.max(1)));
        for kelurahan in islands.iter().chain(chosen) {
            // Some hundreds of metres, but never into the sea.
            let reach = if kelurahan.code.is_island() { 0.0 } else { 0.008 };
            let mut near = |middle: f64| middle + (chance.share() - 0.5) * reach;
            let (lat, lon) = (near(kelurahan.at.0), near(kelurahan.at.1));
            let id = format!("CONTOH-{}", kelurahan.code.as_str().replace('.', ""));
            let name = format!("Contoh SDN {}", kelurahan.name);
            let address = format!("Jl. Contoh {} No. 1", kelurahan.name);
            let (lat, lon) = (format!("{lat:.5}"), format!("{lon:.5}"));
            file.write_record([
                &id,
                &name,
                "sekolah",
                &address,
                kelurahan.code.as_str(),
                &lat,
                &lon,
                "perkiraan",
                "Senin-Sabtu",
                "08:00-15:00",
                "500",
                "ya",
            ])?;
        }
        Ok(file.flush()?)
    }
}

/// The lists, one file a kelurahan; families come kelurahan by kelurahan.
struct Lists<'a> {
    folder: &'a Path,
    open: Option<(String, Writer)>,
}

impl<'a> Lists<'a> {
    fn new(folder: &'a Path) -> Self {
        Self { folder, open: None }
    }

    fn write(&mut self, place: &Place, family: &Family) -> Result<()> {
        let area = place.area.as_str();
        if self.open.as_ref().is_none_or(|(open, _)| open != area) {
            self.finish()?;
            let mut file = csv::Writer::from_path(self.folder.join("lists").join(format!("{area}.csv")))?;
            file.write_record([
                "No KK",
                "NIK",
                "Nama",
                "Hubungan",
                "Tanggal Lahir",
                "Alamat",
                "RT",
                "RW",
                "No HP",
            ])?;
            self.open = Some((area.to_owned(), file));
        }
        let Some((_, file)) = &mut self.open else { return Ok(()) };
        let (rw, rt) = (format!("{:03}", place.rw), format!("{:03}", place.rt));
        let kk = stated(family.kk);
        for person in &family.people {
            let (nik, birth) = (stated(person.nik), person.birth.to_string());
            file.write_record([
                &kk,
                &nik,
                &person.name,
                person.relation,
                &birth,
                &family.address,
                &rt,
                &rw,
                &family.phone,
            ])?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<()> {
        if let Some((_, mut file)) = self.open.take() {
            file.flush()?;
        }
        Ok(())
    }
}

/// The list of other aid.
struct Aid {
    file: Writer,
    rows: usize,
    names: HashMap<String, (String, String)>,
}

impl Aid {
    fn new(folder: &Path) -> Result<Self> {
        let mut file = csv::Writer::from_path(folder.join("bantuan.csv"))?;
        file.write_record(["NIK", "No KK", "Nama", "Tanggal Lahir", "Kecamatan", "Kelurahan", "Program"])?;
        Ok(Self { file, rows: 0, names: HashMap::new() })
    }

    /// Somebody of the family has other aid: named by NIK, or where that is missing by the KK.
    fn of(&mut self, family: &Family, chance: &mut Chance) -> Result<bool> {
        let at = usize::try_from(chance.below(u32::try_from(family.people.len())?))?;
        let Some(person) = family.people.get(at) else { return Ok(false) };
        let by_kk = chance.is(2000);
        let (nik, kk) = (person.nik.filter(|_| !by_kk), family.kk.filter(|_| by_kk || chance.is(5000)));
        if nik.is_none() && kk.is_none() {
            return Ok(false);
        }
        self.row(nik, kk, &person.name, &person.birth.to_string(), ("", ""), chance)?;
        Ok(true)
    }

    /// Somebody with nearly the name of somebody in the family, of the same day, in the same kelurahan, without numbers.
    fn like(&mut self, place: &Place, family: &Family, chance: &mut Chance) -> Result<bool> {
        let Some(head) = family.head() else { return Ok(false) };
        let (kecamatan, kelurahan) = self.name_of(place.area.as_str());
        let name = misspelt(&head.name, chance);
        self.row(None, None, &name, &head.birth.to_string(), (&kecamatan, &kelurahan), chance)?;
        Ok(true)
    }

    /// People who are on nobody's list here.
    fn of_others(&mut self, town: &City, chance: &mut Chance) -> Result<()> {
        let wanted = AID_ROWS * town.families / WHOLE_CITY;
        // Numbers of another city: they cannot be those of a family on the lists.
        let mut numbers = Numbers::new(town.today);
        let place = Place { area: domain::AreaCode::parse("32.75.01.1001")?, rw: 1, rt: 1, families: 0 };
        let first = region(&place);
        while self.rows < wanted {
            let (nik, birth) =
                numbers.nik(first + chance.below(12), 20 + chance.below(50), chance.is(5000), chance);
            let kk = chance.is(3000).then(|| numbers.kk(first, chance));
            let name = crate::names::person(chance);
            self.row(Some(nik), kk, &name, &birth.to_string(), ("", ""), chance)?;
        }
        Ok(())
    }

    fn row(
        &mut self,
        nik: Option<u64>,
        kk: Option<u64>,
        name: &str,
        birth: &str,
        (kecamatan, kelurahan): (&str, &str),
        chance: &mut Chance,
    ) -> Result<()> {
        let programme = chance.one_of(&PROGRAMMES);
        self.file.write_record([&number(nik), &number(kk), name, birth, kecamatan, kelurahan, programme])?;
        self.rows += 1;
        Ok(())
    }

    fn name_of(&mut self, area: &str) -> (String, String) {
        if self.names.is_empty() {
            let all = place::kelurahan(0, &mut Chance::of(0)).into_iter();
            self.names = all.map(|it| (it.code.as_str().to_owned(), (it.kecamatan, it.name))).collect();
        }
        self.names.get(area).cloned().unwrap_or_default()
    }
}

fn resident(file: &mut Writer, family: &Family, person: &Person, chance: &mut Chance) -> Result<()> {
    let Some(nik) = person.nik else { return Ok(()) };
    let state = if chance.is(300) {
        "Meninggal"
    } else if chance.is(200) {
        "Pindah"
    } else {
        "Hidup"
    };
    let birth = person.birth.to_string();
    Ok(file.write_record([&number(Some(nik)), &number(family.kk), &person.name, &birth, state])?)
}

fn number(number: Option<u64>) -> String {
    number.map_or_else(String::new, |number| format!("{number:016}"))
}

/// As heads of RT write that there is none: a blank cell is a slip of the pen.
fn stated(given: Option<u64>) -> String {
    given.map_or_else(|| "belum punya".to_owned(), |_| number(given))
}

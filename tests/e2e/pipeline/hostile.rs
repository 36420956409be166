//! Two hundred envelopes of whoever has a stolen link, and knows what can be known of other families: each is named, nothing is
//! lost, and nothing is changed that its sender may not change.

use domain::RegistrationCode;
use e2e::rt::{Letter, RtHead};
use e2e::{Chance, Office};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const KELURAHAN: &str = "31.74.10.1005";
const ENVELOPES: usize = 200;
/// What `collect` may take for all of them, in bytes.
const MOST_MEMORY: u64 = 300 << 20;
/// Families of the RT whose link is not stolen.
const FAMILIES: u8 = 5;

/// An envelope, and what the office may say of it: the code of a problem, or `diterima` and `sudah-ada-yang-baru` for a list that it has
/// read; nothing for one that it has had before.
struct Hostile {
    bytes: Vec<u8>,
    may_be: &'static [&'static str],
}

/// Taken in; or held, once the lists before it have brought many families already.
const READ: &[&str] = &["diterima", "sudah-ada-yang-baru", "banyak-keluarga-baru"];
const NEWER_OR_BROKEN: &[&str] = &["versi-lebih-baru", "json", "bukan-amplop"];

fn code(kind: u8, n: u8) -> String {
    RegistrationCode::from_random([kind, n, 0, 0, 0, 0, 0, 0, 0, 1]).to_string()
}

/// A family that has a KK number, and whose head has a NIK.
fn numbered(rt: &RtHead, code: &str, of_rt: &str, n: u8) -> Value {
    let mut family = rt.family(code, &format!("Contoh {n}"), of_rt);
    let household = &mut family["household"];
    household["kk"] = format!("31741010011090{n:02}").into();
    household["head"]["nik"] = format!("31741012058090{n:02}").into();
    household["head"]["birth"] = "1980-05-12".into();
    family
}

/// What is at work.
struct Thief<'a> {
    /// The stolen link.
    stolen: &'a RtHead,
    /// A letter of the RT whose link is not stolen.
    overheard: &'a Letter,
    chance: Chance,
    made: u8,
}

impl Thief<'_> {
    /// A code that nobody has had yet.
    fn new_code(&mut self) -> String {
        self.made += 1;
        code(200, self.made)
    }

    fn new_family(&mut self) -> Value {
        let code = self.new_code();
        self.stolen.family(&code, &format!("Contoh Baru {}", self.made), "008")
    }

    fn list(&mut self, families: &[Value]) -> Value {
        let number = u32::try_from(1 + self.chance.below(900)).unwrap();
        serde_json::to_value(self.stolen.list_of(number, families)).unwrap()
    }

    fn sealed(&self, list: &Value) -> Vec<u8> {
        self.stolen.seal_document(list.to_string().as_bytes()).bytes
    }

    /// A list of one new family, of which something is another.
    fn changed(&mut self, change: impl FnOnce(&mut Value, &mut Chance)) -> Vec<u8> {
        let family = self.new_family();
        let mut list = self.list(&[family]);
        change(&mut list, &mut self.chance);
        self.sealed(&list)
    }

    /// The kinds in turn, each time otherwise.
    fn envelope(&mut self, at: usize) -> Hostile {
        let head =
            |list: &mut Value, name: String| list["households"][0]["household"]["head"]["name"] = name.into();
        let (bytes, may_be): (Vec<u8>, &'static [&'static str]) = match at % 20 {
            0 => (
                self.changed(|list, by| list["edition"] = by.one_of(&[5_000, 1_000_000, u32::MAX]).into()),
                &["nomor-daftar-melompat"],
            ),
            1 => {
                let numbers = [json!(-1), json!(1.5), json!(1_u64 << 32), json!("9"), json!(null)];
                (self.changed(|list, by| list["edition"] = numbers[by.below(5)].clone()), &["json"])
            }
            2 => {
                let versions = [json!(0), json!(2), json!(255), json!(u64::MAX), json!("1"), json!([1])];
                let change =
                    |list: &mut Value, by: &mut Chance| list["version"] = versions[by.below(6)].clone();
                (self.changed(change), NEWER_OR_BROKEN)
            }
            3 => {
                let version = self.chance.one_of(&["0", "2", "99999999999999999999", "-1", "\"1\""]);
                let bytes = self.changed(|_, _| {});
                let text = String::from_utf8(bytes).unwrap();
                (
                    text.replacen("\"version\":1", &format!("\"version\":{version}"), 1).into_bytes(),
                    NEWER_OR_BROKEN,
                )
            }
            4 => (self.changed(|list, by| head(list, by.text(100_000, "aA é\u{1f600}"))), READ),
            5 => {
                let orders = "\u{1b}]0;[2J\u{7}\u{0}\u{202e}\u{9b}\r\n\t%s";
                (self.changed(|list, by| head(list, by.text(60, orders))), READ)
            }
            6 => {
                let texts = [
                    "'; DROP TABLE family; --",
                    "<script>alert(1)</script>",
                    "=cmd|'/c calc'!A1",
                    "../../office.key",
                    "%n%n",
                ];
                (self.changed(|list, by| head(list, by.one_of(&texts).to_owned())), READ)
            }
            7 => {
                let others = |count: usize| vec![json!({ "name": "Contoh Anak", "relation": "anak" }); count];
                let change = |list: &mut Value, by: &mut Chance| {
                    list["households"][0]["household"]["others"] = others(31 + by.below(500)).into();
                };
                (self.changed(change), READ)
            }
            // Few of these: to seal a megabyte takes a while.
            8 if at % 100 == 8 => {
                let one = self.new_family();
                let list = self.list(&vec![one; 5_001]);
                (self.sealed(&list), &["terlalu-banyak-keluarga"])
            }
            8 | 9 => {
                let count = u8::try_from(60 + self.chance.below(40)).unwrap();
                let kind = u8::try_from(at).unwrap();
                let families: Vec<Value> = (0..count)
                    .map(|n| self.stolen.family(&code(kind, n), &format!("Contoh {n}"), "008"))
                    .collect();
                let list = self.list(&families);
                (self.sealed(&list), &["banyak-keluarga-baru"])
            }
            10 => {
                let deep = self.chance.one_of(&["[", "{\"a\":"]).repeat(20_000 + self.chance.below(20_000));
                match self.chance.below(2) {
                    0 => (self.stolen.seal_document(deep.as_bytes()).bytes, &["json"]),
                    _ => (deep.into_bytes(), &["bukan-amplop"]),
                }
            }
            11 => {
                let one = self.new_family();
                let mut other = one.clone();
                other["household"]["head"]["name"] = "Contoh Lain".into();
                let times = 2 + self.chance.below(10);
                let list = self.list(&[vec![one; times], vec![other]].concat());
                (self.sealed(&list), READ)
            }
            12 => {
                let family = self.new_family();
                let text = self.list(&[family]).to_string();
                let field = self.chance.one_of(&["\"version\":1,", "\"rw\":\"002\",", "\"households\":[],"]);
                let twice = format!("{{{field}{}", &text[1..]);
                (self.stolen.seal_document(twice.as_bytes()).bytes, &["json"])
            }
            13 => {
                let change = |list: &mut Value, by: &mut Chance| match by.below(3) {
                    0 => list["area"] = "31.74.10.1004".into(),
                    1 => list["rw"] = "009".into(),
                    _ => list["rt"] = "006".into(),
                };
                (self.changed(change), &["daftar-rt-lain"])
            }
            14 => {
                let change = |list: &mut Value, by: &mut Chance| {
                    let household = &mut list["households"][0]["household"];
                    household["area"] = by.one_of(&["31.74.10.1004", "31.71.01.1001"]).into();
                    household["rt"] = "006".into();
                };
                (self.changed(change), READ)
            }
            15 => {
                let whose = u8::try_from(self.chance.below(usize::from(FAMILIES))).unwrap();
                let stolen = self.stolen.family(&code(6, whose), "Contoh Pencuri", "006");
                let mut list = self.list(&[stolen]);
                list["withdrawn"] = (0..FAMILIES).filter(|n| *n != whose).map(|n| code(6, n)).collect();
                (self.sealed(&list), READ)
            }
            16 => {
                let whose = u8::try_from(self.chance.below(usize::from(FAMILIES))).unwrap();
                let code = self.new_code();
                let mut family = numbered(self.stolen, &code, "008", whose);
                if self.chance.below(2) == 0 {
                    family["household"]["kk"] = Value::Null;
                }
                let list = self.list(&[family]);
                (self.sealed(&list), READ)
            }
            17 => (self.overheard.bytes.clone(), &[]),
            18 => {
                let (mut own, mut theirs) =
                    (self.stolen.seal(&self.stolen.list(3, &[])).envelope(), self.overheard.envelope());
                std::mem::swap(&mut own.from, &mut theirs.from);
                theirs.body.0.push(u8::try_from(at % 251).unwrap());
                let envelope = if self.chance.below(2) == 0 { theirs } else { own };
                (Letter::of(&envelope).bytes, &["rusak"])
            }
            _ => {
                let mut bytes = self.changed(|_, _| {});
                let place = self.chance.below(bytes.len());
                match self.chance.below(3) {
                    0 => bytes.truncate(place),
                    1 => bytes[place] = bytes[place].wrapping_add(1),
                    _ => bytes = self.chance.text(place, "{}[]\",:0\0\u{ff}version").into_bytes(),
                }
                // A byte that is another may be one that nobody reads, or that of a number in a name.
                (
                    bytes,
                    &[
                        "bukan-amplop",
                        "rusak",
                        "pengirim-tidak-dikenal",
                        "bukan-untuk-kantor-ini",
                        "versi-lebih-baru",
                        "json",
                        "diterima",
                        "sudah-ada-yang-baru",
                    ],
                )
            }
        };
        Hostile { bytes, may_be }
    }
}

/// The RT whose link is not stolen: its families, its outcome, and what is published of each.
fn honest(office: &Office, rt: &RtHead) -> (Value, Value, Vec<Option<String>>) {
    let of_rt = office.tepat(&["history", "--kelurahan", KELURAHAN, "--rw", "002", "--rt", "006"]).answer();
    office.publish();
    let publication = office.publication();
    let outcome = serde_json::to_value(rt.outcome(&publication).unwrap()).unwrap();
    let status = (0..FAMILIES).map(|n| publication.status_by_code(&code(6, n))).collect();
    (of_rt, outcome["families"].clone(), status)
}

#[test]
fn two_hundred_hostile_envelopes_change_nothing_of_others_and_each_is_named() {
    let office = Office::of_2021();
    let (rt, stolen) = (office.enrol(KELURAHAN, "002", "006"), office.enrol(KELURAHAN, "002", "008"));
    let families: Vec<Value> = (0..FAMILIES).map(|n| numbered(&rt, &code(6, n), "006", n)).collect();
    let overheard = rt.seal(&rt.list_of(1, &families));
    office.collect_letter(&overheard);
    office.tepat(&["verify"]).answer();
    office.tepat(&["approve", "--tahap", "1"]).answer();
    let before = honest(&office, &rt);

    let mut thief = Thief { stolen: &stolen, overheard: &overheard, chance: Chance::of("hostile"), made: 0 };
    let folder = office.desk().join("hostile");
    std::fs::create_dir(&folder).unwrap();
    let (mut sent, mut bytes_of) = (BTreeMap::new(), BTreeMap::new());
    for at in 0..ENVELOPES {
        let Hostile { bytes, may_be } = thief.envelope(at);
        let file = folder.join(format!("{at:03}.json"));
        std::fs::write(&file, &bytes).unwrap();
        let file = file.to_str().unwrap().to_owned();
        sent.insert(file.clone(), may_be);
        bytes_of.insert(file, bytes);
    }
    let (peak, ok, answer) = office.tepat(&["collect", folder.to_str().unwrap()]).peak_and_bytes();
    assert!(ok);
    assert!(answer.iter().all(|byte| *byte == b'\n' || !byte.is_ascii_control()), "orders to a terminal");
    assert!(peak < MOST_MEMORY, "collect took {} MB", peak >> 20);
    let answer: Value = serde_json::from_slice(&answer).unwrap();

    let (mut named, mut new) = (BTreeSet::new(), BTreeSet::new());
    for report in answer["envelopes"].as_array().unwrap() {
        let file = report["file"].as_str().unwrap();
        let said = report["problem"]["code"].as_str().or(report["list"]["state"].as_str()).unwrap();
        assert!(sent[file].contains(&said), "{file} {:?}: {report:#}", sent[file]);
        assert!(named.insert(file), "{file} is named twice");
        for family in report["list"]["families"].as_array().into_iter().flatten() {
            if ["baru", "dicatat-dua-rt", "data-ganda"].contains(&family["result"].as_str().unwrap()) {
                new.insert(family["code"].as_str().unwrap());
            }
        }
    }
    // The same bytes are the same envelope, however many files hold them; the one that was replayed had been taken in before.
    let of_named: BTreeSet<&Vec<u8>> = named.iter().map(|file| &bytes_of[*file]).collect();
    let unnamed: BTreeSet<&Vec<u8>> = bytes_of.values().filter(|bytes| !of_named.contains(bytes)).collect();
    assert_eq!(unnamed, BTreeSet::from([&overheard.bytes]));
    assert!(of_named.len() > ENVELOPES * 4 / 5, "{} different envelopes", of_named.len());

    // A thief who sends two hundred lists brings no more families by them than with one, before somebody asks.
    assert!((20..=60).contains(&new.len()), "{} families", new.len());
    // Nothing is lost: each family that was taken in is there, and the counts add up.
    let entries = office.tepat(&["report"]).answer()["entries"].as_u64().unwrap();
    assert_eq!(entries, u64::from(FAMILIES) + u64::try_from(new.len()).unwrap());
    for code in new.iter().step_by(20) {
        office.tepat(&["history", "--code", code]).answer();
    }
    // Nothing is changed that the sender may not change, also when the office has judged.
    office.tepat(&["verify"]).answer();
    assert_eq!(honest(&office, &rt), before);
    assert!(office.tepat(&["audit"]).verdict().0);

    // A second time no more is new than may be: what was held may name nobody new by now. And the RT goes on as if nothing had happened.
    let again = office.collect_from(&folder);
    let named_again = again["envelopes"].as_array().unwrap().iter();
    let named_again = named_again.filter_map(|report| report["list"]["families"].as_array()).flatten();
    let more = named_again.filter(|family| family["result"] == "baru").count();
    assert!(new.len() + more <= 60, "{again:#}");
    let next = office.collect_letter(&rt.seal(&rt.list_of(2, &families)));
    assert_eq!(
        (&next["list"]["state"], &next["list"]["families"][0]["result"]),
        (&json!("diterima"), &json!("tetap"))
    );
}

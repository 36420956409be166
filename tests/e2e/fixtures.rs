//! The documents of `tests/fixtures/`: they pass the schemas of today, and this is how a folder of them is made.

use data_encoding::BASE64URL_NOPAD;
use domain::{KkNumber, Nik};
use e2e::Office;
use e2e::sample::HEADS;
use e2e::schema::validator;
use e2e::settings::in_repository;
use seal::{Locator, LookupSecret, lookup};
use serde_json::{Value, json};
use std::path::Path;

const FOLDER: &str = "tests/fixtures/v1";
const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 3] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1", "0000-0000-0000-0002-2"];
const KK: &str = "3174101001099012";
const NIK: &str = "3174101205809012";

#[test]
fn every_document_passes_the_schema_of_today() {
    for (file, schema) in [
        ("index", "index"),
        ("areas", "areas"),
        ("points", "points"),
        ("stats", "stats"),
        ("manifest", "manifest"),
        ("bucket", "bucket"),
        ("status-record", "status-record"),
        ("outcome", "outcome"),
        ("outcome.envelope", "envelope"),
        ("household-list", "household-list"),
        ("household-list.envelope", "envelope"),
    ] {
        let bytes = std::fs::read(in_repository(FOLDER).join(format!("{file}.json"))).unwrap();
        if let Err(fault) = validator(schema).validate(&serde_json::from_slice(&bytes).unwrap()) {
            panic!("{file} at {}: {fault}", fault.instance_path());
        }
    }
}

/// `cargo test -p e2e --test e2e fixtures::make -- --ignored`, for a new version of the documents: change [`FOLDER`] first.
#[test]
#[ignore = "makes a folder that is committed once and never changed"]
fn make() {
    let folder = in_repository(FOLDER);
    std::fs::create_dir(&folder).unwrap();
    let put =
        |name: &str, bytes: &[u8]| std::fs::write(folder.join(name).with_extension("json"), bytes).unwrap();
    let mut office = Office::of_2021();
    office.import(&HEADS);
    let rt = office.enrol(KELURAHAN, "002", "006");
    let list = rt.list_of(1, &families());
    let letter = rt.seal(&list);
    put("household-list", &serde_json::to_vec(&list).unwrap());
    put("household-list.envelope", &letter.bytes);
    office.collect_letter(&letter);

    let decide = |code: &str, words: &[&str]| {
        office.tepat(&[&["decide", "--code", code, "--status"], words].concat()).answer();
    };
    decide(CODES[0], &["ditetapkan", "--tahap", "1"]);
    decide(CODES[0], &["diundang", "--date", "2021-03-18", "--hours", "09.00-11.00"]);
    decide(CODES[1], &["ditolak", "--reason", "bantuan-lain", "--note", "PKH sejak 2019."]);
    office.publish();
    for name in ["index", "areas", "points", "stats", "manifest"] {
        copy(&office.api().join(name), &folder.join(name));
    }

    let params = office.publication().index().lookup;
    let secret = LookupSecret::pair(&KkNumber::parse(KK).unwrap(), &Nik::parse(NIK).unwrap());
    let locator = Locator::derive(&secret, &params).unwrap();
    let bucket = office.api().join("status").join(lookup::bucket_file(locator.bucket(params.bucket_bits)));
    let bucket = std::fs::read(bucket).unwrap();
    let record = locator.open(&serde_json::from_slice(&bucket).unwrap(), &params).unwrap().unwrap();
    put("bucket", &bucket);
    put("status-record", &record);

    let sealed = std::fs::read(office.api().join(format!("outcome/{}.json", rt.public().id()))).unwrap();
    put("outcome", &rt.open(&seal::envelope::read(&sealed).unwrap()));
    put("outcome.envelope", &sealed);
    let keys = json!({
        "kk": KK, "nik": NIK, "code": CODES[0],
        "locator": BASE64URL_NOPAD.encode(&locator.to_bytes()),
        "office_seed": BASE64URL_NOPAD.encode(&office.seed()),
        "enrolment": rt.fragment,
    });
    put("keys", serde_json::to_string_pretty(&keys).unwrap().as_bytes());
}

fn copy(from: &Path, to: &Path) {
    std::fs::copy(from.with_extension("json"), to.with_extension("json")).unwrap();
}

/// Three families with every field, member and remark that a list can hold.
fn families() -> [Value; 3] {
    let home = |mut household: Value| {
        let place = json!({ "area": KELURAHAN, "rt": "006", "rw": "002", "address": "Gg. Contoh No. 3" });
        household.as_object_mut().unwrap().extend(place.as_object().unwrap().clone());
        household
    };
    let listed = |code: &str, household: Value, remarks: Value| json!({ "code": code, "listed_on": "2021-03-11", "household": household, "remarks": remarks });
    let whole = json!({
        "kk": KK,
        "head": { "name": "Contoh Budi", "nik": NIK, "relation": "kepala", "sex": "L", "birth": "1980-05-12", "occupation": "Pedagang" },
        "others": [
            { "name": "Contoh Siti", "nik": "3174105205829013", "relation": "istri", "sex": "P" },
            { "name": "Contoh Ani", "relation": "anak" },
        ],
        "phone": "081200000000", "affected": true, "fixed_income": false, "note": "Rumah di belakang warung.",
    });
    let said = json!({
        "kept": [{ "place": { "member": 2, "field": "nik" }, "fault": "tanpa-nik", "reason": "Masih bayi." }],
        "not_same": [{ "code": CODES[1], "reason": "Kakaknya." }],
        "happenings": [
            { "what": "kepala-meninggal", "on": "2021-03-10",
              "former_head": { "name": "Contoh Kakek", "relation": "kepala" }, "note": "Tiga hari lalu." },
        ],
        "marks": [
            { "call": 1, "attendance": "diberi-tahu", "on": "2021-03-09" },
            { "call": 1, "attendance": "tidak-datang", "absence": "sakit", "on": "2021-03-10", "note": "Demam." },
        ],
    });
    let aided = json!({
        "head": { "name": "Contoh Tono", "relation": "kepala", "aid": "pkh" },
        "stated_size": 4, "affected": true, "fixed_income": true,
    });
    let bare = json!({ "head": { "name": "Contoh Wati", "relation": "kepala" } });
    [
        listed(CODES[0], home(whole), said),
        listed(CODES[1], home(aided), json!({})),
        listed(CODES[2], home(bare), json!({})),
    ]
}

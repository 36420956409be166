//! Envelopes that are not what they say: each is named, and the good one among them is taken in.

use domain::RegistrationCode;
use e2e::rt::Letter;
use e2e::{Office, RtHead};
use seal::envelope;
use serde_json::{Value, json};

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 2] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1"];

fn letter(rt: &RtHead, code: &str) -> Letter {
    rt.seal(&rt.list(1, &[(code, "Contoh Tanpa NIK")]))
}

/// The envelope with one byte of one part turned over.
fn damaged(letter: &Letter, part: fn(&mut wire::Envelope) -> &mut Vec<u8>) -> Vec<u8> {
    let mut envelope = letter.envelope();
    part(&mut envelope)[9] ^= 1;
    Letter::of(&envelope).bytes
}

#[test]
fn what_is_forged_foreign_or_broken_is_reported_and_the_rest_goes_in() {
    let (office, elsewhere) = (Office::of_2021(), Office::of_2021());
    let rt = office.enrol(KELURAHAN, "002", "006");
    let neighbour = office.enrol(KELURAHAN, "002", "007");
    let foreign = elsewhere.enrol(KELURAHAN, "002", "006");
    let good = letter(&rt, CODES[0]);

    let mut claimed = letter(&neighbour, CODES[1]).envelope();
    claimed.from = good.envelope().from;
    let mut nameless = good.envelope();
    nameless.from = None;
    let of_neighbour = neighbour.list(1, &[(CODES[1], "Contoh")]);
    let mut later = good.envelope();
    later.to.clear();

    let cases: [(&str, Vec<u8>, Option<&str>); 11] = [
        ("a-empty", Vec::new(), Some("bukan-amplop")),
        ("b-truncated", good.bytes[..good.bytes.len() / 2].to_vec(), Some("bukan-amplop")),
        ("c-other-json", b"{\"version\":1}".to_vec(), Some("bukan-amplop")),
        ("d-body", damaged(&good, |envelope| &mut envelope.body.0), Some("rusak")),
        ("e-key", damaged(&good, |envelope| &mut envelope.to[0].wrapped.0), Some("rusak")),
        ("f-sender", Letter::of(&claimed).bytes, Some("rusak")),
        ("g-nameless", Letter::of(&nameless).bytes, Some("pengirim-tidak-dikenal")),
        ("h-foreign", letter(&foreign, CODES[1]).bytes, Some("pengirim-tidak-dikenal")),
        ("i-for-nobody", Letter::of(&later).bytes, Some("bukan-untuk-kantor-ini")),
        ("j-list-of-neighbour", rt.seal(&of_neighbour).bytes, Some("daftar-rt-lain")),
        ("k-good", good.bytes.clone(), None),
    ];
    let folder = office.desk().join("flash-disk");
    std::fs::create_dir(&folder).unwrap();
    for (name, bytes, _) in &cases {
        std::fs::write(folder.join(name).with_extension("json"), bytes).unwrap();
    }
    let answer = office.collect_from(&folder);
    let report = |name: &str| -> &Value {
        let mut reports = answer["envelopes"].as_array().unwrap().iter();
        reports.find(|report| report["file"].as_str().unwrap().contains(name)).unwrap()
    };
    for (name, _, problem) in &cases {
        assert_eq!(report(name)["problem"]["code"].as_str(), *problem, "{name}");
    }
    assert_eq!(office.publish()["families"], 1);
    assert_eq!(office.publication().status_by_code(CODES[0]).as_deref(), Some("diusulkan"));
    assert_eq!(office.publication().status_by_code(CODES[1]), None);
}

#[test]
fn a_huge_file_is_reported_without_reading_it_as_json() {
    let office = Office::of_2021();
    let file = office.desk().join("huge.tepat");
    std::fs::write(&file, vec![b'['; envelope::LARGEST * 2]).unwrap();
    assert_eq!(office.collect_from(&file)["envelopes"][0]["problem"]["code"], "terlalu-besar");
}

#[test]
fn a_code_of_another_rt_is_not_overwritten() {
    let office = Office::of_2021();
    let (rt, thief) = (office.enrol(KELURAHAN, "002", "006"), office.enrol(KELURAHAN, "002", "007"));
    let folder = office.desk().join("letters");
    std::fs::create_dir(&folder).unwrap();
    let taken = [rt, thief].map(|rt| {
        let letter = letter(&rt, CODES[0]);
        std::fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
        office.collect_from(&folder)["envelopes"][0]["list"]["families"][0]["result"].clone()
    });
    assert_eq!(taken, ["baru", "kode-milik-rt-lain"]);
}

#[test]
fn a_name_of_200_000_letters_is_cut_off_and_named_and_the_others_go_on() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let size = |office: &Office| office.publication().files().map(|(_, bytes)| bytes.len()).sum::<usize>();
    office.collect_letter(&rt.seal(&rt.list(1, &[(CODES[0], "Contoh Satu"), (CODES[1], "Contoh Dua")])));
    office.publish();
    let before = size(&office);

    let long = "a ".repeat(100_000);
    let families = [(CODES[0], long.as_str()), (CODES[1], "Contoh\u{202e} Tiga\u{7}")];
    let list = &office.collect_letter(&rt.seal(&rt.list(2, &families)))["list"];
    let results: Vec<_> =
        list["families"].as_array().unwrap().iter().map(|family| &family["result"]).collect();
    assert_eq!(results, ["diperbarui", "diperbarui"]);
    let over =
        json!([{ "code": CODES[0], "field": "nama", "member": 0, "fault": "terlalu-panjang", "most": 100 }]);
    assert_eq!(list["shortened"], over);
    assert!(office.tepat(&["report"]).verdict().0, "nobody is lost");
    office.publish();
    assert!(size(&office) < before * 2, "{before} bytes became {}", size(&office));
    // What stands in the register is within the limits.
    assert!(office.tepat(&["report"]).answer()["shortened"].is_null());
    let history = office.tepat(&["history", "--code", CODES[1]]).answer().to_string();
    assert!(!history.contains('\u{202e}'), "{history}");
}

#[test]
fn a_crowd_is_cut_off_and_a_list_without_end_is_not_taken_in() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let mut crowd = rt.family(CODES[0], "Contoh", "006");
    let other = json!({ "name": "Contoh Anak", "relation": "anak" });
    crowd["household"]["others"] = vec![other; 40].into();
    let list = &office.collect_letter(&rt.seal(&rt.list_of(1, &[crowd])))["list"];
    let over =
        json!([{ "code": CODES[0], "field": "keluarga", "fault": "terlalu-banyak-anggota", "most": 30 }]);
    assert_eq!(list["shortened"], over);

    let codes: Vec<String> = (0..=5000_u32)
        .map(|n| {
            let mut bytes = [0; 10];
            bytes[..4].copy_from_slice(&n.to_be_bytes());
            RegistrationCode::from_random(bytes).to_string()
        })
        .collect();
    let families: Vec<_> = codes.iter().map(|code| (code.as_str(), "Contoh")).collect();
    let report = office.collect_letter(&rt.seal(&rt.list(2, &families)));
    assert_eq!(report["problem"]["code"], "terlalu-banyak-keluarga");
    assert_eq!(office.publish()["families"], 1);
}

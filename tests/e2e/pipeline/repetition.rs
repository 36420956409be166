//! Doing a thing twice does it once.

use e2e::Office;
use e2e::sample::{HEADS, MEMBERS};

#[test]
fn a_list_that_is_imported_twice_doubles_nothing() {
    for sample in [HEADS, MEMBERS] {
        let mut office = Office::of_2021();
        let (first, second) = (office.import(&sample), office.import(&sample));
        let results = |answer: &serde_json::Value| -> Vec<(String, String)> {
            let families = answer["families"].as_array().unwrap().iter();
            let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            families.map(|family| (text(&family["code"]), text(&family["result"]))).collect()
        };
        let again = |(code, result): (String, String)| (code, result.replace("baru", "tetap"));
        assert_eq!(results(&first).into_iter().map(again).collect::<Vec<_>>(), results(&second));
        assert_eq!(first["refused"], second["refused"]);
        assert_eq!(office.publish()["families"], first["families"].as_array().unwrap().len());
    }
}

#[test]
fn a_double_in_a_list_is_named_with_its_row() {
    let answer = Office::of_2021().import(&HEADS);
    let doubles =
        answer["problems"].as_array().unwrap().iter().filter(|problem| problem["code"] == "data-ganda");
    assert_eq!(doubles.map(|problem| problem["row"].as_u64().unwrap()).collect::<Vec<_>>(), [45, 46]);
    let families = answer["families"].as_array().unwrap();
    assert_eq!(families.len() + 2, HEADS.families().len());
}

#[test]
fn an_envelope_that_is_collected_twice_is_taken_once() {
    let office = Office::of_2021();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    let code = "0123-4567-89AB-CDEF-K";
    let letter = rt.seal(&rt.list(1, &[(code, "Contoh Tanpa NIK")]));
    // As it comes from the share sheet of a phone.
    let folder = office.desk().join("WhatsApp");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("daftar.txt"), &letter.bytes).unwrap();
    let (first, second) = (office.collect_from(&folder), office.collect_from(&folder));
    assert_eq!(first["envelopes"][0]["list"]["families"][0]["result"], "baru", "{first:#}");
    assert_eq!((second["envelopes"].as_array().unwrap().len(), &second["known"]), (0, &1.into()));
    assert_eq!(office.publish()["families"], 1);
    assert_eq!(office.publication().status_by_code(code).as_deref(), Some("diusulkan"));
}

#[test]
fn an_earlier_list_does_not_undo_a_later_one() {
    let office = Office::of_2021();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    let (one, two) = ("0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1");
    let send = |edition, families: &[_]| {
        let file = office.desk().join(format!("{edition}.tepat"));
        std::fs::write(&file, rt.seal(&rt.list(edition, families)).bytes).unwrap();
        office.collect_from(&file)
    };
    let (first, second) = ((one, "Contoh Satu"), (two, "Contoh Dua"));
    send(2, &[first, second]);
    let late = send(1, &[first]);
    assert_ne!(late["envelopes"][0]["list"]["state"], "diterima", "{late:#}");
    assert_eq!(office.publish()["families"], 2);
}

//! The drop box, as a phone speaks to it.

use e2e::{Host, Office};

const KELURAHAN: &str = "31.74.10.1005";
const CODE: &str = "0123-4567-89AB-CDEF-K";

#[test]
fn an_envelope_lies_there_once_and_only_its_sender_can_put_it_there() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let stranger = Office::of_2021().enrol(KELURAHAN, "002", "006");
    let host = Host::start(&office);
    let letter = rt.seal(&rt.list(1, &[(CODE, "Contoh Tanpa NIK")]));
    let (own, foreign) = (rt.credentials(), stranger.credentials());
    let (own, foreign) = (Some(own.as_str()), Some(foreign.as_str()));
    let mut other = letter.bytes.clone();
    other.push(b' ');
    let huge = vec![b' '; 16 << 20];

    let put = |expect, kelurahan, credentials, body: &[u8]| {
        assert_eq!(host.put(kelurahan, &letter.name, credentials, body), expect);
    };
    put(401, KELURAHAN, None, &letter.bytes);
    put(401, KELURAHAN, Some("Basic bm90OmtleQ=="), &letter.bytes);
    put(401, KELURAHAN, foreign, &letter.bytes);
    put(403, "31.74.10.1004", own, &letter.bytes);
    put(400, KELURAHAN, own, &other);
    put(413, KELURAHAN, own, &huge);
    assert_eq!(office.collect()["envelopes"].as_array().unwrap().len(), 0, "nothing of this lies there");
    put(201, KELURAHAN, own, &letter.bytes);
    put(412, KELURAHAN, own, &letter.bytes);
    assert_eq!(office.collect()["envelopes"].as_array().unwrap().len(), 1);
    put(412, KELURAHAN, own, &letter.bytes);
    assert_eq!(office.collect()["known"], 1);
}

#[test]
fn a_name_cannot_leave_the_drop_box() {
    let office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    let host = Host::start(&office);
    let credentials = rt.credentials();
    for file in ["..%2F..%2Foffice.key", "office.key", "%2E%2E"] {
        let status = host.put(KELURAHAN, file, Some(&credentials), b"{}");
        assert!((400..500).contains(&status), "{file}: {status}");
    }
    assert_eq!(office.collect()["envelopes"].as_array().unwrap().len(), 0);
}

//! What happens to a family after it was listed: it stays the same family.

use e2e::{Office, RtHead};
use serde_json::{Value, json};

const CODE: &str = "0123-4567-89AB-CDEF-K";
const KK: &str = "3174101001099012";
const HUSBAND: &str = "3174101205809012";
const WIFE: &str = "3174105205829013";

fn member(name: &str, nik: &str, relation: &str) -> Value {
    json!({ "name": name, "nik": nik, "relation": relation })
}

fn family(rt: &RtHead, members: &[Value], remarks: Value) -> Value {
    let mut family = rt.family(CODE, "", "006");
    family["household"]["kk"] = json!(KK);
    family["household"]["head"] = members[0].clone();
    family["household"]["others"] = members[1..].into();
    family["remarks"] = remarks;
    family
}

#[test]
fn the_heir_opens_the_record_and_the_dead_head_no_longer_does() {
    let office = Office::of_2021();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    let husband = member("Contoh Suami", HUSBAND, "kepala");
    let couple = [husband.clone(), member("Contoh Istri", WIFE, "istri")];
    office.collect_letter(&rt.seal(&rt.list_of(1, &[family(&rt, &couple, json!({}))])));
    office.decide(KK, "ditetapkan").publish();
    let status = |nik| office.publication().status_of(KK, nik);
    assert_eq!([HUSBAND, WIFE].map(status), [(); 2].map(|()| Some("ditetapkan".to_owned())));

    let died = json!({ "happenings": [{
        "what": "kepala-meninggal", "on": "2021-03-12", "former_head": husband, "note": "Surat kematian ada.",
    }]});
    let heir = [member("Contoh Istri", WIFE, "kepala")];
    let report = office.collect_letter(&rt.seal(&rt.list_of(2, &[family(&rt, &heir, died)])));
    assert_eq!(report["list"]["families"][0]["result"], "diperbarui");
    let happening = json!({ "code": CODE, "what": "kepala-meninggal", "on": "2021-03-12" });
    assert_eq!(report["list"]["happenings"], json!([happening]));
    assert_eq!(office.publish()["families"], 1, "never a new family");
    assert_eq!([HUSBAND, WIFE].map(status), [None, Some("ditetapkan".to_owned())]);
    assert_eq!(office.publication().status_by_code(CODE).as_deref(), Some("ditetapkan"));
}

#[test]
fn who_moved_or_came_is_reported_and_the_office_decides() {
    let office = Office::of_2021();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    let told = json!({
        "happenings": [{ "what": "pindah", "on": "2021-03-12", "note": "Ke Depok." }],
        "marks": [{ "call": 1, "attendance": "datang", "on": "2021-03-11" },
                  { "call": 1, "attendance": "tidak-datang", "absence": "sakit", "on": "2021-03-10" }],
    });
    let members = [member("Contoh", HUSBAND, "kepala")];
    let letter = rt.seal(&rt.list_of(1, &[family(&rt, &members, told)]));
    let report = office.collect_letter(&letter);
    assert_eq!(report["list"]["happenings"][0]["what"], "pindah");
    assert_eq!(report["list"]["marks"], json!({ "datang": 1, "tidak-datang": 1 }));
    office.publish();
    assert_eq!(office.publication().status_by_code(CODE).as_deref(), Some("diusulkan"));
    office.tepat(&["decide", "--code", CODE, "--status", "ditolak", "--reason", "pindah"]).answer();
    office.publish();
    let outcome = rt.outcome(&office.publication()).unwrap();
    let last = outcome.families[0].events.last().unwrap();
    assert_eq!(last.reason.as_ref().map(|reason| reason.as_str()), Some("pindah"));
}

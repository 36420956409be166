//! What `docs/menjalankan.md` says to try with the demo.

use domain::Status;
use e2e::tepat::Run;
use e2e::{Publication, RtHead};
use serde_json::json;

const CODE: &str = "0123-4567-89AB-CDEF-K";

#[test]
fn the_heads_of_the_demo_see_what_the_office_makes_of_a_list() {
    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("coba");
    let card = Run::of(["demo".as_ref(), demo.as_os_str()]).answer();
    let head = |name: &str| RtHead::from_answer(&json!({ "fragment": card[name] }));
    let (rt, rw) = (head("enrolment"), head("rw_enrolment"));
    let tepat = |arguments: &[&str]| {
        let workspace = ["-C", demo.to_str().unwrap()];
        Run::of(workspace.iter().chain(arguments)).answer()
    };
    let letter = rt.seal(&rt.list(1, &[(CODE, "Contoh Warga")]));
    let file = demo.join("inbox").join(&letter.name);
    std::fs::write(file, &letter.bytes).unwrap();
    tepat(&["collect"]);
    let decide = |decision: &[&str]| tepat(&[&["decide", "--code", CODE, "--status"], decision].concat());
    decide(&["ditetapkan"]);
    decide(&["diundang", "--hours", "09.00-11.00"]);
    decide(&["diundang"]);
    let api = demo.join("api/v1");
    tepat(&["publish", "--out", api.to_str().unwrap()]);

    let publication = Publication::read(&api);
    let outcome = rt.outcome(&publication).unwrap();
    let invited = outcome.families[0].events.iter().filter_map(|event| event.invitation.as_ref());
    assert_eq!(invited.map(|invitation| invitation.call).collect::<Vec<_>>(), [1, 2]);
    let progress = rw.outcome(&publication).unwrap().progress;
    let rts: Vec<String> = progress.iter().map(|rt| rt.rt.to_string()).collect();
    assert_eq!(rts, ["005", "006"]);
    assert_eq!(progress[1].families[0].status, Status::Invited);
}

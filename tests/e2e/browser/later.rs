//! A publication of a later program, with a status and a reason that this app does not know: it says so, and shows the rest.

use super::counter::key_in;
use super::fates::ask;
use super::ledger::Listed;
use domain::{KkNumber, Nik};
use e2e::later::later_event;
use e2e::sample::MEMBERS;
use e2e::{Host, Office};
use seal::LookupSecret;
use serde_json::Value;

const UNKNOWN: &str = "Status baru: muat ulang aplikasi";

fn add_event(events: &mut Value) {
    events.as_array_mut().unwrap().push(later_event());
}

#[test]
fn a_resident_reads_that_the_status_is_new_and_what_else_there_is() {
    let mut office = Office::of_today();
    office.import(&MEMBERS);
    let family = &MEMBERS.families()[0];
    let (kk, nik) = (family.kk.as_str(), family.head().unwrap());
    office.decide(kk, "ditetapkan");
    office.publish();
    let secret = LookupSecret::pair(&KkNumber::parse(kk).unwrap(), &Nik::parse(nik).unwrap());
    office.rewrite_record(&secret, |record| add_event(&mut record["events"]));

    let host = Host::start(&office);
    let phone = host.open("/cek");
    assert_eq!(ask(&phone, kk, nik), "menunggu-survei");
    // Nothing of an older event as if it were the present state, nor a next step that follows from it.
    assert_eq!(phone.texts("h1"), [UNKNOWN]);
    phone.says("Alasan baru: muat ulang aplikasi").says("Petugas datang hari Senin.");
    phone.says("Langkah berikutnya").says("Muat ulang aplikasi").says("Ditetapkan");
    let shown = phone.text();
    assert!(!shown.contains("Tunggu undangan") && !shown.contains("rusak"), "{shown}");
    phone.press("English").says("New status: reload the app").says("New reason: reload the app");
    phone.press("Bahasa Indonesia");

    phone.visit("/anjungan").resize(1080, 1920).press("Cek status bantuan").has_no_code();
    key_in(&phone, kk);
    phone.press("Lanjut");
    key_in(&phone, nik);
    phone.press("Cek status").find("the fate", "[data-status=menunggu-survei]");
    phone.says(UNKNOWN);
}

#[test]
fn the_head_of_an_rt_sees_it_beside_the_other_families() {
    let (of_later, other) = ("Contoh Sulastri", "Contoh Ahmad Fauzi");
    let listed = Listed::of(&[of_later, other]);
    let code = listed.code(of_later);
    listed.office.publish();
    listed.office.rewrite_outcome(&listed.rt, |outcome| {
        let mut families = outcome["families"].as_array_mut().unwrap().iter_mut();
        add_event(&mut families.find(|family| family["code"] == code).unwrap()["events"]);
    });

    let phone = listed.visit("/rt");
    phone.says(UNKNOWN).says("Diterima");
    phone.follow(&of_later.to_uppercase()).follow("Riwayat keluarga ini");
    phone.says(UNKNOWN).says("Alasan baru").says("Petugas datang hari Senin.").says("Dicatat ketua RT 006");
}

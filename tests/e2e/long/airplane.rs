//! A day without signal: everything is kept, and leaves by itself when the signal is back.

use crate::listing::{Door, send};
use e2e::settings::times;
use e2e::{Host, Office, made_up};

#[test]
fn a_list_that_was_typed_without_signal_leaves_by_itself() {
    let (typed, imported) = (times(40), times(10));
    let families = typed + imported;
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let mut host = Host::start(&office);
    let phone = rt.activate(host.address());
    phone.is_ready_for_offline().keeps(&["field-register", "field-files"]).is_slower(4);
    let port = host.port();
    host.stop();
    phone.went_offline();

    let name = |number| format!("CONTOH PESAWAT {number:02}");
    for number in 0..typed {
        Door::without_numbers(&name(number), &format!("Gg. Contoh No. {number}")).list(&phone);
    }
    phone.visit("/rt");
    rt.unlock(&phone);
    // A long list draws what is in sight only.
    phone.says(&format!("{typed} keluarga")).says(&name(0));
    phone.until_true("the last family", || phone.scroll(2_000).text().contains(&name(typed - 1)));
    let workbook = office.desk().join("keluarga.xlsx");
    made_up::workbook(imported, &workbook);
    phone.follow("Impor dan ekspor").give("Pilih berkas", &workbook);
    phone.press("Masukkan ke daftar").says("keluarga masuk lengkap").follow("Lihat daftar keluarga");
    phone.says(&format!("{families} keluarga"));
    send(&phone);
    phone.says("Menunggu sinyal");

    let _host = Host::start_again(&office, port);
    phone.says("Terkirim");
    let answer = office.collect();
    let arrived = answer["envelopes"][0]["list"]["families"].as_array().unwrap().len();
    assert_eq!(arrived, families, "{answer:#}");
    eprintln!(
        "without signal {typed} families were typed and {imported} imported; all were kept, and sent without a tap"
    );
}

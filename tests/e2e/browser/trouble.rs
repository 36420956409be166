//! What a resident reads when something is wrong on the way.

use e2e::sample::MEMBERS;
use e2e::{Host, Office};
use std::path::Path;

/// Turns one letter over in every file of sealed records.
fn damage(api: &Path) {
    for entry in std::fs::read_dir(api.join("status")).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = std::fs::read(&path).unwrap();
        let last = bytes.len() - 10;
        bytes[last] = if bytes[last] == b'A' { b'B' } else { b'A' };
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn damaged_data_are_never_shown_and_neither_is_a_lost_network() {
    let mut office = Office::of_today();
    office.import(&MEMBERS);
    office.publish();
    let family = &MEMBERS.families()[0];
    let (kk, nik) = (family.kk.as_str(), family.head().unwrap());
    let mut host = Host::start(&office);
    let phone = host.open("/cek");

    damage(&office.api());
    phone.fill_pair(kk, nik).press("Cek status");
    phone.says("Datanya rusak di jalan").lacks("[data-status]");

    office.publish();
    phone.press("Coba lagi");
    phone.find("the fate", "[data-status=diusulkan]");
    phone.press("Cek keluarga lain");

    host.stop();
    phone.went_offline();
    phone.fill_pair(kk, nik).press("Cek status");
    phone.says("Tidak ada sambungan").lacks("[data-status]");
    // What was typed is still there for the next try.
    assert_eq!(phone.value("Nomor KK").replace(' ', ""), kk);
    phone.assert_forgets();
}

#[test]
fn whoever_waits_for_a_network_that_is_gone_is_told_so_long_before_it_is_given_up() {
    let host = Host::start(&crate::town::town().office);
    let phone = host.open("/");
    phone.says("Data diterbitkan").is_ready_for_offline();
    host.hangs();
    phone.follow("Titik pengambilan terdekat").says("Lebih lama dari biasanya");
    host.goes_on();
    phone.says("Ketik beberapa huruf");
    assert!(!phone.text().contains("Lebih lama dari biasanya"), "{}", phone.text());
}

#[test]
fn what_cannot_be_a_number_is_said_before_anything_is_asked() {
    let (_host, phone) = crate::town::town().visit("/cek");
    phone.has_no_code().press("Cek status");
    phone.says("Nomor KK");
    assert_eq!(phone.texts("[aria-invalid=true]").len(), 2);
    phone.fill("Nomor KK", "3174 1024 1009").fill("NIK", "3174").press("Cek status");
    phone.lacks("[data-status]");
    assert_eq!(phone.texts("[aria-invalid=true]").len(), 2);
}

#[test]
fn whoever_is_at_the_faulty_field_hears_what_is_wrong() {
    let (_host, phone) = crate::town::town().visit("/cek");
    phone.has_no_code().fill("Nomor KK", "3174");
    phone.script(
        "const alert = document.querySelector('[role=alert]');
        window.heard = [];
        const listen = new MutationObserver(() => heard.push(alert.textContent));
        listen.observe(alert, { childList: true, characterData: true, subtree: true });",
        &[],
    );
    for times in 1..=2 {
        // As Enter does; the focus stays where it is.
        phone.script("document.querySelector('#kk').form.requestSubmit();", &[]);
        phone.find("the focus", "#kk:focus");
        let heard = || {
            let heard = phone.script("return heard;", &[]).to_string();
            heard.matches("Nomor KK harus 16 angka, yang diketik 4").count()
        };
        phone.until_true("what is wrong", || heard() == times);
    }
}

#[test]
fn before_the_first_publication_there_is_a_sentence_too() {
    let office = Office::of_today();
    let host = Host::start(&office);
    let phone = host.open("/cek");
    phone.went_offline();
    let family = &MEMBERS.families()[0];
    phone.fill_pair(&family.kk, family.head().unwrap()).press("Cek status");
    phone.says("Belum ada data yang diterbitkan");
}

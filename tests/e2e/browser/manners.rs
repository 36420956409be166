//! The phone notices bad manners: a story about the teller of the stories.

use crate::town::town;
use e2e::device::HANDS;

#[test]
#[should_panic(expected = "the console")]
fn a_complaint_in_the_console_is_noticed() {
    let (_host, phone) = town().visit("/");
    phone.script("console.error('something broke');", &[]);
}

#[test]
#[should_panic(expected = "the console")]
fn a_breach_of_the_content_security_policy_is_noticed() {
    let (_host, phone) = town().visit("/");
    phone
        .script("document.body.append(Object.assign(new Image(), { src: 'http://tracker.example/' }));", &[]);
}

#[test]
#[should_panic(expected = "a request to http://tracker.example/")]
fn a_request_to_another_host_is_noticed() {
    let (_host, phone) = town().visit("/");
    phone.went_offline().without_policy().reload();
    phone.script("await fetch('http://tracker.example/', { mode: 'no-cors' }).catch(() => {});", &[]);
}

#[test]
#[should_panic(expected = "an address tells what was typed")]
fn a_number_in_an_address_is_noticed() {
    let (_host, phone) = town().visit("/dokumen/surat-kuasa");
    phone.fill_in("Pemberi kuasa", "NIK", "3174105205809012");
    phone.went_offline().script("await fetch('/api/v1/3174105205809012.json');", &[]);
}

#[test]
#[should_panic(expected = "is kept")]
fn a_number_that_is_kept_is_noticed() {
    let (_host, phone) = town().visit("/dokumen/surat-kuasa");
    phone.fill_in("Pemberi kuasa", "NIK", "3174105205809012");
    phone.script("localStorage.nik = '3174105205809012';", &[]);
    phone.assert_forgets();
}

#[test]
#[should_panic(expected = "image-alt")]
fn a_barrier_is_noticed() {
    let (_host, phone) = town().visit("/");
    phone
        .script("document.querySelector('main').append(Object.assign(new Image(), { src: 'data:,' }));", &[]);
    phone.assert_open_to_all(HANDS, "a picture without words");
}

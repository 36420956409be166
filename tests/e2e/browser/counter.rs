//! The counter in the kelurahan office.

use crate::town::town;
use e2e::{Device, Host};

/// Types on the keys of the screen.
pub(super) fn key_in(phone: &Device, text: &str) {
    text.chars().for_each(|key| {
        phone.press(&key.to_string());
    });
}

#[test]
fn a_visitor_who_walks_away_leaves_nothing() {
    let (_host, phone) = town().visit("/");
    phone.with_a_clock_to_turn().visit("/anjungan").resize(1080, 1920);
    let family = town().family("ditetapkan");
    let nik = family.head().unwrap();
    phone.press("Cek status bantuan").has_no_code();
    key_in(&phone, &family.kk);
    phone.press("Lanjut");
    key_in(&phone, nik);
    phone.press("Cek status").find("the fate", "[data-status=ditetapkan]");

    phone.seconds_pass(59).find("still the fate", "[data-status=ditetapkan]");
    phone.seconds_pass(2).lacks("[data-status]").says("Ada yang bisa dibantu?");
    let left = phone.everything_in_the_page();
    for secret in [family.kk.as_str(), nik, &family.kk[12..], "ditetapkan"] {
        assert!(!left.contains(secret), "{secret} is still in the page");
    }
    phone.assert_keeps_none_of(&[&family.kk, nik]);
    // Nor does the way back lead to it.
    phone.go_back();
    phone.lacks("[data-status]");
}

#[test]
fn half_a_number_is_wiped_too() {
    let (_host, phone) = town().visit("/");
    phone.with_a_clock_to_turn().visit("/anjungan").resize(1080, 1920);
    phone.press("Cek status bantuan").has_no_code();
    key_in(&phone, "31741024");
    phone.says("3174 1024");
    phone.seconds_pass(61).says("Ada yang bisa dibantu?");
    phone.press("Cek status bantuan").has_no_code();
    assert!(!phone.text().contains("3174"), "{}", phone.text());
}

#[test]
fn the_points_near_the_office_are_one_touch_away() {
    let (_host, phone) = town().visit("/anjungan");
    phone.resize(1080, 1920);
    phone.press("Titik pengambilan terdekat").fill("Kelurahan", "Ulujami").choose("Ulujami");
    phone.says("Kelurahan Ulujami").says("garis lurus");
    assert_eq!(phone.texts("main ol > li").len(), 3);
    phone.press("Selesai").says("Ada yang bisa dibantu?");
}

#[test]
fn a_code_is_typed_on_keys_of_letters() {
    let (_host, phone) = town().visit("/anjungan");
    phone.resize(1080, 1920);
    phone.press("Cek status bantuan");
    key_in(&phone, &town().office.code_of(&town().without_nik.kk).replace('-', ""));
    phone.press("Cek status").find("the fate", "[data-status=diusulkan]");
    phone.press("Selesai").lacks("[data-status]");
}

/// What lies under the edge, beside the screen, or under something else; and what is not whole.
const HIDDEN: &str = "
    const hidden = [];
    for (const it of document.querySelectorAll('main button, main input, main h1, header button, .kiosk__typed, .kiosk__left')) {
        const { left, top, right, bottom, width, height } = it.getBoundingClientRect();
        if (!width || !height || it.closest('.hidden-text')) continue;
        const name = `${it.tagName} ${it.textContent}`;
        if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) hidden.push(`${name} is cut`);
        if (it.scrollWidth > it.clientWidth + 1 && it.clientWidth) hidden.push(`${name} is too narrow`);
        if (it.tagName !== 'BUTTON') continue;
        if (it.closest('main') && height < 80) hidden.push(`${name} is ${Math.round(height)} px high`);
        for (const [x, y] of [[left + 4, top + 4], [right - 4, top + 4], [left + 4, bottom - 4], [right - 4, bottom - 4]]) {
            const above = document.elementFromPoint(x, y);
            if (above && !it.contains(above) && !above.contains(it)) hidden.push(`${name} is under ${above.className}`);
        }
    }
    const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
    if (scrollHeight > clientHeight || scrollWidth > clientWidth) hidden.push('one must scroll');
    return hidden;";

/// The screens that counters have: lying and upright.
const SCREENS: [(u32, u32); 5] = [(1366, 768), (1280, 800), (1024, 768), (1080, 1920), (1920, 1080)];

/// Stops unless all of the screen can be seen and touched, in every size and both languages.
pub(super) fn assert_fits(phone: &Device, place: &str) {
    for language in ["English", "Bahasa Indonesia"] {
        phone.press(language);
        for (width, height) in SCREENS {
            phone.resize(width, height);
            let hidden = phone.script(HIDDEN, &[]);
            assert_eq!(hidden, serde_json::json!([]), "{place} at {width} × {height}, after {language}");
        }
    }
}

#[test]
fn every_screen_fits_every_counter() {
    let (_host, phone) = town().visit("/anjungan");
    phone.resize(1366, 768);
    phone.says("Ada yang bisa dibantu?");
    assert_fits(&phone, "the doors");
    phone.press("Titik pengambilan terdekat").says("di kelurahan mana?");
    assert_fits(&phone, "setting up");
    phone.press("Selesai").press("Cek status bantuan");
    assert_fits(&phone, "the code");
    phone.press("Cek status").says("Kode pendaftaran belum diisi");
    assert_fits(&phone, "a code that is missing");
    phone.has_no_code().press("Lanjut").says("Nomor KK belum diisi");
    assert_fits(&phone, "a KK number that is missing");
    let invited = town().family("diundang");
    key_in(&phone, &invited.kk);
    phone.press("Lanjut").press("Cek status").says("NIK belum diisi");
    assert_fits(&phone, "a NIK that is missing");
    key_in(&phone, invited.head().unwrap());
    phone.press("Cek status").find("the fate", "[data-status=diundang]");
    for (width, height) in SCREENS {
        phone.resize(width, height);
        let seen = phone.script(
            "const [date, foot] = ['.next-step__title', '.kiosk__foot'].map((css) => document.querySelector(css).getBoundingClientRect());
            scrollTo(0, 0);
            return date.bottom <= foot.top && document.documentElement.scrollWidth <= innerWidth;",
            &[],
        );
        assert_eq!(seen, true, "the date of the invitation at {width} × {height}");
    }
}

#[test]
fn the_next_visitor_is_spoken_to_in_the_first_language() {
    let (_host, phone) = town().visit("/");
    phone.with_a_clock_to_turn().visit("/anjungan").resize(1080, 1920);
    phone.press("English").press("Check the status of your aid").says("Type your registration code");
    phone.press("Done").says("Ada yang bisa dibantu?");
    phone.press("English").says("How can we help?").press("Check the status of your aid");
    phone
        .seconds_pass(45)
        .find("a warning that is announced", "[role=alert]:not(:empty)")
        .says("Still here?");
    phone.seconds_pass(16).says("Ada yang bisa dibantu?");
}

#[test]
fn without_a_network_a_counter_does_not_speak_of_a_phone() {
    let mut host = Host::start(&town().office);
    let phone = host.open("/anjungan");
    phone.resize(1080, 1920).press("Cek status bantuan").has_no_code();
    let family = town().family("cair");
    key_in(&phone, &family.kk);
    phone.press("Lanjut");
    key_in(&phone, family.head().unwrap());
    // What draws the answer has come while somebody typed.
    phone.says("Ketik NIK");
    host.stop();
    phone.went_offline().press("Cek status").says("Tidak ada sambungan internet");
    assert!(!phone.text().contains("HP"), "{}", phone.text());
}

#[test]
fn what_has_the_focus_is_not_under_the_foot() {
    let (_host, phone) = town().visit("/anjungan");
    phone.press("Cek status bantuan").find("a way on", ".kiosk__actions button");
    let overlap = phone.script(
        "const [button, foot] = ['.kiosk__actions button', '.kiosk__foot'].map((css) => document.querySelector(css));
        scrollTo(0, 0);
        button.focus();
        return button.getBoundingClientRect().bottom > foot.getBoundingClientRect().top;",
        &[],
    );
    assert_eq!(overlap, false);
}

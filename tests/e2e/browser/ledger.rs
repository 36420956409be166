//! The head of an RT hands over receipts, walks with the invitations, and marks who came.

use crate::listing::{Door, send};
use e2e::device::HANDS;
use e2e::{Device, Host, Office, RtHead, paper};
use serde_json::json;

const EARLY: &str = "Contoh Sulastri";
const LATE: &str = "Contoh Ahmad Fauzi";

/// An RT whose list the office has.
pub(super) struct Listed {
    pub(super) office: Office,
    pub(super) rt: RtHead,
    /// Put away before its host: it still asks for what became of the list.
    pub(super) phone: Device,
    pub(super) host: Host,
}

impl Listed {
    /// Families at their doors, one after the other; the receipts are on the screen.
    pub(super) fn of(names: &[&str]) -> Self {
        let doors = names.iter().map(|name| Door::without_numbers(name, "Gg. Contoh No. 3"));
        Self::of_doors(&doors.collect::<Vec<_>>())
    }

    /// As [`Listed::of`], of families that may have numbers.
    pub(super) fn of_doors(doors: &[Door]) -> Self {
        let office = Office::of_today();
        let rt = office.enrol("31.74.10.1005", "002", "006");
        office.publish();
        let host = Host::start(&office);
        let phone = rt.activate(host.address());
        doors.iter().for_each(|door| door.list(&phone));
        send(&phone);
        phone.says("Terkirim");
        assert_eq!(office.collect()["envelopes"].as_array().unwrap().len(), 1);
        Self { office, rt, host, phone }
    }

    /// The code on the slip of a family, from the page of receipts.
    pub(super) fn code(&self, name: &str) -> String {
        self.phone.until("the slip", || {
            let slip =
                self.phone.texts(".slip").into_iter().find(|slip| slip.contains(&name.to_uppercase()))?;
            slip.lines().find(|line| line.len() == 21 && line.matches('-').count() == 4).map(str::to_owned)
        })
    }

    /// Opens a page of the register.
    pub(super) fn visit(&self, path: &str) -> &Device {
        self.phone.visit(path);
        self.rt.unlock(&self.phone);
        &self.phone
    }
}

#[test]
fn whoever_scans_a_slip_is_asked_nothing() {
    let listed = Listed::of(&[EARLY]);
    let Listed { office, host, phone, .. } = &listed;
    office.publish();
    let code = listed.code(EARLY);
    let (frame, shape) =
        (phone.attribute("code", ".qr", "viewBox"), phone.attribute("code", ".qr path", "d"));
    let link = paper::scan(&frame, &shape);
    assert_eq!(link, format!("{}/cek#{code}", host.address()));

    let resident = host.open(link.strip_prefix(host.address()).unwrap());
    assert_eq!(resident.value("Kode pendaftaran").replace('-', ""), code.replace('-', ""));
    resident.address_lacks(&code);
    resident.history_lacks(&code);
    resident.press("Cek status");
    assert_eq!(resident.attribute("result", "[data-status]", "data-status"), "diusulkan");
}

#[test]
fn marks_travel_to_the_office() {
    let listed = Listed::of(&[EARLY, LATE]);
    let Listed { office, phone, rt, .. } = &listed;
    let decide = |code: &str, decision: &str| {
        let arguments = ["decide", "--code", code, "--status"].into_iter().chain(decision.split(' '));
        office.tepat(&arguments.collect::<Vec<_>>()).answer();
    };
    let (early, late) = (listed.code(EARLY), listed.code(LATE));
    for code in [&early, &late] {
        decide(code, "ditetapkan --on 2021-03-10");
    }
    decide(&early, "diundang --on 2021-03-11 --date 2021-03-18 --hours 09.00-11.00 --point CONTOH-JTN-1");
    decide(&early, "diundang");
    decide(&late, "diundang");
    office.publish();

    listed.visit("/rt/undangan").says("18 Maret 2021").says("Undangan kesatu").says("Undangan kedua");
    phone.says("1 belum ditandai").assert_open_to_all(HANDS, "the ledger");
    phone.press(&format!("Sudah diberi tahu {LATE}")).says("1 tanda belum dikirim");
    // A slip of the finger is taken back.
    phone.press(&format!("Datang {EARLY}")).says("2 tanda belum dikirim");
    phone.press(&format!("Batalkan tanda {EARLY}")).says("1 tanda belum dikirim");

    phone.follow(&EARLY.to_uppercase()).says("Perjalanan keluarga ini").says("18 Maret 2021");
    phone.choose_in("Siapa yang datang?", "Tidak datang").choose_in("Kenapa tidak datang?", "Sakit");
    phone.assert_open_to_all(HANDS, "the story of a family");
    phone.reload();
    rt.unlock(phone);
    phone.says("Tidak datang").says("2 tanda belum dikirim");

    phone.follow("Kirim tanda").choose("Data ini benar").press("Kirim").says("Tanda terima");
    phone.until_true("both lists sent", || {
        phone.text().matches("Terkirim").count() + phone.text().matches("Diterima").count() == 2
    });
    let answer = office.collect();
    let list = &answer["envelopes"][0]["list"];
    assert_eq!(list["marks"], json!({ "diberi-tahu": 1, "tidak-datang": 1 }), "{answer:#}");
    listed.visit("/rt/undangan").says("Sudah diberi tahu");
    assert!(!phone.text().contains("belum dikirim"), "{}", phone.text());
}

#[test]
fn an_invitation_is_printed_and_told() {
    let listed = Listed::of(&[LATE]);
    let Listed { office, phone, .. } = &listed;
    let code = listed.code(LATE);
    for decision in ["ditetapkan", "diundang"] {
        office.tepat(&["decide", "--code", &code, "--status", decision]).answer();
    }
    office.publish();

    listed.visit("/rt/undangan").says("Contoh SDN").press("Cetak semua undangan").says("siap dicetak");
    phone.find("the letter", ".invitation .qr");
    let paper = phone.text_on_paper();
    for part in [LATE, "Undangan kesatu", "Contoh SDN", "Kartu Keluarga", &code] {
        assert!(paper.to_lowercase().contains(&part.to_lowercase()), "no “{part}” on paper:\n{paper}");
    }
    for part in ["Cetak", "Kembali", "English"] {
        assert!(!paper.contains(part), "“{part}” is of no use on paper:\n{paper}");
    }
    phone
        .press("Kembali")
        .follow(&LATE.to_uppercase())
        .press("Lihat teksnya")
        .says(&format!("Yth. keluarga {LATE},"));
    // A message goes through the apps of others: it holds no code.
    let message = phone.texts(".call__message").join("");
    assert!(message.contains("Ketua RT 006 / RW 002 Ulujami") && !message.contains(&code), "{message}");
    phone.press("Salin teks undangan").says("Tersalin");
    phone.press("Simpan jadwal");
    let calendar = std::fs::read_to_string(phone.downloaded("ics")).unwrap();
    assert!(
        calendar.contains("SUMMARY:Ambil kartu BST: 1 keluarga") && !calendar.contains(LATE),
        "{calendar}"
    );
}

//! The head of an RW lists a family for one of its RT, and sees how far each of them has come.

use crate::listing::{Door, send};
use stories::{Host, Office};

const KELURAHAN: &str = "31.74.10.1005";
const NAME: &str = "Contoh Tanpa Kartu";

#[test]
fn the_head_of_an_rw_lists_for_an_rt_and_sees_them_all() {
    let office = Office::of_today();
    let rw = office.enrol_rw(KELURAHAN, "002");
    office.enrol(KELURAHAN, "002", "005");
    office.publish();
    let host = Host::start(&office);
    let phone = rw.activate(host.address());
    let door = Door::without_numbers(NAME, "Gg. Contoh No. 5");
    phone.press("Tambah keluarga").choose("Keluarga ini belum punya KK").press("Lanjut");
    phone.fill("Nama lengkap", NAME).choose("Belum punya NIK").press("Lanjut").fill("RT", "006");
    door.finish(&phone);
    send(&phone);
    phone.says("Terkirim");
    let answer = office.collect();
    let list = &answer["envelopes"][0]["list"];
    assert_eq!((&list["by"], &list["families"][0]["result"]), (&"rw".into(), &"baru".into()), "{answer:#}");
    office.publish();

    phone.visit("/rt");
    rw.unlock(&phone);
    phone.says("Diterima");
    phone.visit("/rt/kemajuan");
    rw.unlock(&phone);
    phone.says("RT 005").says("RT 006").says("1 keluarga: 1 ");
}

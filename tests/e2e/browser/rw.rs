//! The head of an RW sees how far each RT has come, and lists a family for one that has no link yet.

use crate::listing::send;
use e2e::{Host, Office};

const KELURAHAN: &str = "31.74.10.1005";
const NAME: &str = "Contoh Warga RT Tujuh";

#[test]
fn the_head_of_an_rw_follows_every_rt_and_lists_where_nobody_else_can() {
    let office = Office::of_today();
    let (rt, rw) = (office.enrol(KELURAHAN, "002", "005"), office.enrol_rw(KELURAHAN, "002"));
    office.enrol(KELURAHAN, "002", "006");
    let list = rt.list(1, &[("0123-4567-89AB-CDEF-K", "Contoh Sulastri")]);
    office.collect_letter(&rt.seal(&list));
    office.publish();

    let host = Host::start(&office);
    let phone = rw.activate(host.address());
    phone.says("RW 002 Ulujami");
    phone.press("Tambah keluarga").choose("Keluarga ini belum punya KK").press("Lanjut");
    phone.fill("Nama lengkap", NAME).choose("Belum punya NIK").press("Lanjut");
    // Which RT it is in, only the head of the RW can say.
    phone.fill("Alamat", "Gg. Contoh No. 7").press("Lanjut").says("Ada yang perlu diperbaiki");
    phone.fill("RT", "007").press("Lanjut");
    phone.says("Keadaan keluarga").choose_in("pandemi", "Ya").choose_in("berpenghasilan tetap", "Tidak");
    phone.press("Lanjut").says("Bantuan lain").press("Lanjut").says("Tinjau dan simpan").press("Simpan");
    phone.says("RT 007 · Gg. Contoh No. 7");
    // The RTs have come so far also before the head of the RW has sent anything.
    phone.reload();
    rw.unlock(&phone);
    phone.follow("Kemajuan RT").says("2 RT · 1 perlu dihubungi").says("1 keluarga: 1 Dicatat ketua RT");
    phone.says("belum mengirim daftar").go_back();
    send(&phone);
    phone.says("RT 007 / RW 002 Ulujami").says("Terkirim");
    let answer = office.collect();
    let list = &answer["envelopes"][0]["list"];
    assert_eq!((&list["by"], &list["families"][0]["result"]), (&"rw".into(), &"baru".into()), "{answer:#}");
    office.publish();

    phone.visit("/rt/kemajuan");
    rw.unlock(&phone);
    phone.says("3 RT · 2 perlu dihubungi").says("Ketua RT belum punya tautan");
}

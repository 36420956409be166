//! What the form says while the head of an RT is still at the door, and what happens to a family later.

use crate::listing::Door;
use e2e::{Device, Host, Office, RtHead};

const NIK: &str = "3174105205809012";
const NIK_OF_ELSEWHERE: &str = "3301105205809012";
const KK: &str = "3174101001099012";
const OTHER_KK: &str = "3174101001099013";

/// A newly activated phone, the host that it came from, and its RT.
fn phone() -> (Host, RtHead, Device) {
    let office = Office::of_today();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    office.publish();
    let host = Host::start(&office);
    let phone = rt.activate(host.address());
    (host, rt, phone)
}

fn door(name: &str, kk: &str, nik: &str, address: &str) -> Door {
    Door {
        name: name.to_owned(),
        numbers: Some((kk.to_owned(), nik.to_owned())),
        address: address.to_owned(),
    }
}

/// Opens a family by its name, which is shown in capitals.
fn open(phone: &Device, name: &str) {
    phone.follow(&name.to_uppercase()).says("Tinjau dan simpan");
}

#[test]
fn a_warning_stands_for_a_reason_until_its_value_changes() {
    let (_host, rt, phone) = phone();
    door("Contoh Sulastri", KK, NIK_OF_ELSEWHERE, "Gg. Contoh No. 3").list(&phone);
    phone.press("Periksa dan kirim").says("Boleh dikirim, tetapi periksa dulu").go_back();
    open(&phone, "Contoh Sulastri");
    phone.says("pertama dibuat di luar Jakarta").press("Biarkan, ini benar").press("Simpan alasan");
    phone
        .says("Tulis alasannya dulu")
        .fill("Alasan lain", "Baru pindah dari Cilacap")
        .says("Tersimpan di HP ini");
    // What is typed is kept, though nobody has said yet that it is the reason.
    phone.reload();
    rt.unlock(&phone);
    assert_eq!(phone.value("Alasan lain"), "Baru pindah dari Cilacap");
    phone.press("Simpan alasan");
    phone.says("Dibiarkan: Baru pindah dari Cilacap");
    phone.follow("Ke daftar keluarga").press("Periksa dan kirim").says("Dalam daftar");
    assert!(!phone.text().contains("periksa dulu"), "{}", phone.text());
    // Another number is another question, asked at its field too.
    phone.go_back();
    open(&phone, "Contoh Sulastri");
    phone.follow("Nomor ini pertama").says("Dibiarkan").fill("NIK", "3301105205809013");
    phone.says("Biarkan, ini benar").lacks(".finding__kept");
}

#[test]
fn a_field_takes_no_more_letters_than_an_office_reads() {
    let (_host, _, phone) = phone();
    phone.press("Tambah keluarga").fill("Nomor KK", KK).press("Lanjut");
    phone.paste("Nama lengkap", &"a".repeat(600));
    assert_eq!(phone.value("Nama lengkap").len(), 100);
    phone.fill("NIK", NIK).press("Lanjut").paste("Alamat", &"a".repeat(600));
    assert_eq!(phone.value("Alamat").len(), 200);
}

#[test]
fn a_family_that_looks_like_another_is_shown_while_one_types() {
    let (_host, _, phone) = phone();
    door("Contoh Sulastri", KK, NIK, "Jl. Melati No. 12").list(&phone);
    phone.press("Tambah keluarga").fill("Nomor KK", KK).says("Nomor KK ini sudah ada di keluarga lain");
    phone.says("KK ···· 9012").fill("Nomor KK", OTHER_KK).lacks(".finding").press("Lanjut");
    phone.fill("Nama lengkap", "Contoh Sulastry").fill("NIK", NIK).says("NIK ini sudah ada di keluarga lain");
    phone.choose("Belum punya NIK").lacks(".finding").press("Lanjut");
    phone.fill("Alamat", "jalan melati 12").says("hampir sama dengan");
    phone
        .press("Bukan keluarga yang sama")
        .press("Satu rumah, dua KK")
        .says("Bukan keluarga yang sama: Satu rumah");
    // A stronger sign asks again, and leads to the other family.
    phone.follow("Anggota keluarga").choose("Belum punya NIK").says("NIK ini sudah ada di keluarga lain");
    open(&phone, "Contoh Sulastri");
    phone.says("NIK ini sudah ada di keluarga lain").says("Contoh Sulastry");
}

#[test]
fn a_family_stays_on_the_list_whatever_happens_to_it() {
    let (_host, _, phone) = phone();
    phone.press("Tambah keluarga").fill("Nomor KK", KK).press("Lanjut");
    phone.fill("Nama lengkap", "Contoh Budi").fill("NIK", "3174101205809012");
    phone.says("12 Mei 1980, ").says("sesuai NIK");
    assert_eq!(phone.value("Tanggal lahir"), "12-05-1980");
    phone.press("Tambah anggota").fill("Hubungan dengan kepala keluarga", "Istri");
    phone.fill("Nama lengkap", "Contoh Sulastri").fill("NIK", NIK).press("Lanjut");
    door("Contoh Budi", KK, NIK, "Gg. Contoh No. 3").finish(&phone);

    open(&phone, "Contoh Budi");
    phone.press("Tidak ditemukan").press("Rumahnya kosong").says("Tidak ditemukan. Dicatat");
    phone.press("Ada kembali").lacks(".notice");
    phone.press("Pindah").press("Ke luar Jakarta").says("Pindah. Dicatat");
    phone.press("Kepala keluarga meninggal").press("Contoh Sulastri (Istri)");
    phone.says("sudah meninggal: Contoh Budi").says("KK baru akan terbit");
    phone.follow("Ke daftar keluarga").says("Contoh Sulastri").says("Pindah").says("1 keluarga");
    assert_eq!(phone.texts(".family .pill"), ["Tersimpan di HP", "Pindah"]);
}

#[test]
fn a_long_list_is_looked_through() {
    let (_host, _, phone) = phone();
    let names = ["Ani", "Budi", "Citra", "Dewi", "Eko", "Fajar", "Gita", "Hadi"];
    for name in names {
        phone.press("Tambah keluarga").choose("Keluarga ini belum punya KK").press("Lanjut");
        phone
            .fill("Nama lengkap", &format!("Contoh {name}"))
            .says("Tersimpan di HP ini")
            .follow("Ke daftar keluarga");
    }
    door("Contoh Indah", KK, NIK, "Gg. Mawar No. 3").list(&phone);
    phone.says("9 keluarga").press("Konsep (8)").says("8 keluarga");
    phone.press("Belum terkirim (1)").says("Contoh Indah").press("Semua (9)");
    for (typed, found) in [("3174 1052", "Contoh Indah"), ("mawar", "Contoh Indah"), ("gita", "Contoh Gita")]
    {
        phone.fill("Cari nama, NIK, atau alamat", typed).says("1 keluarga").says(found);
    }
    phone.fill("Cari nama, NIK, atau alamat", "zzz").says("Tidak ada keluarga yang cocok");
}

#[test]
fn a_birth_is_understood_as_it_is_typed_and_told_back() {
    let (_host, _, phone) = phone();
    phone.press("Tambah keluarga").fill("Nomor KK", KK).press("Lanjut");
    phone.fill("Nama lengkap", "Contoh Sulastri").choose("Belum punya NIK");
    for typed in ["12051980", "12/5/80", "120580", "12 mei 1980", "12.5.1980"] {
        phone.fill("Tanggal lahir", "1");
        phone.until_true("a birth that is not told back", || !phone.text().contains("12 Mei 1980, "));
        phone.fill("Tanggal lahir", typed).says("12 Mei 1980, ");
    }
    // Nobody heads a family at four.
    phone.fill("Tanggal lahir", "12/5/17").says("12 Mei 1917, ").press("Tambah anggota");
    phone.choose("Belum punya NIK").fill("Tanggal lahir", "12/5/17").says("12 Mei 2017, ");
}

#[test]
fn a_family_that_the_phone_refuses_is_never_called_kept() {
    let (_host, rt, phone) = phone();
    door("Contoh Sulastri", KK, NIK, "Gg. Contoh No. 3").list(&phone);
    let asks = "const event = new Event('beforeunload', { cancelable: true }); window.dispatchEvent(event); \
                return event.defaultPrevented;";
    assert_eq!(phone.script(asks, &[]), false);
    open(&phone, "Contoh Sulastri");
    phone
        .follow("Tempat tinggal")
        .refuses_writes(true)
        .fill("Alamat", "Gg. Contoh No. 9")
        .says("Belum tersimpan di HP ini");
    phone.follow("Tinjau").press("Simpan").says("Belum tersimpan di HP ini").says("Tinjau dan simpan");
    assert_eq!(phone.script(asks, &[]), true, "whoever leaves is asked");
    phone.follow("Ke daftar keluarga").says("Belum tersimpan di HP");
    phone.refuses_writes(false);
    phone.until_true("that it is kept", || phone.texts(".family .pill") == ["Tersimpan di HP"]);
    phone.visit("/rt");
    rt.unlock(&phone);
    open(&phone, "Contoh Sulastri");
    phone.says("Gg. Contoh No. 9");
}

#[test]
fn a_question_before_a_family_goes_is_one() {
    let (_host, _, phone) = phone();
    assert_eq!(phone.texts(".bar .button"), ["Tambah keluarga"], "the next thing to do");
    door("Contoh Sulastri", KK, NIK, "Gg. Contoh No. 3").list(&phone);
    assert_eq!(phone.texts(".bar .button"), ["Tambah keluarga", "Periksa dan kirim"]);
    open(&phone, "Contoh Sulastri");
    phone.press("Hapus keluarga ini").says("Hapus keluarga Contoh Sulastri dari daftar?");
    phone.says("tidak bisa dikembalikan").press("Batal").follow("Ke daftar keluarga").says("CONTOH SULASTRI");
    for page in ["Impor dan ekspor", "Tanda terima", "HP ini"] {
        phone.follow(page).follow("Ke daftar keluarga").says("CONTOH SULASTRI");
    }
}

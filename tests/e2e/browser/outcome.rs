//! The office sends a family back; the head of the RT mends it and sends it again.

use super::ledger::Listed;

const NAME: &str = "Contoh Endang";

#[test]
fn a_family_that_was_sent_back_is_mended_and_sent_again_in_two_taps() {
    let listed = Listed::of(&[NAME, "Contoh Sulastri"]);
    let Listed { office, phone, .. } = &listed;
    let code = listed.code(NAME);
    let note = "Alamatnya tidak cocok dengan survei.";
    let back = [
        "decide",
        "--code",
        &code,
        "--status",
        "dikembalikan",
        "--reason",
        "tidak-ditemukan",
        "--note",
        note,
    ];
    office.tepat(&back).answer();
    office.publish();

    listed.visit("/rt").says("Perlu perbaikan").says("tidak ditemukan di alamat").says(note);
    listed.visit("/rt/kirim").says("1 keluarga dikembalikan");
    // The list opens the form at what the office asks about.
    listed.visit("/rt").follow(&NAME.to_uppercase());
    assert_eq!(phone.value("Alamat"), "Gg. Contoh No. 3");
    phone.fill("Alamat", "Gg. Contoh No. 8").follow("Tinjau dan simpan").press("Simpan");
    // One: the statement. Two: sent.
    phone.says("Berubah").choose("Data ini benar").press("Kirim").says("Tanda terima");
    phone.until_true("the list sent", || phone.text().contains("Terkirim"));

    let families = &office.collect()["envelopes"][0]["list"]["families"];
    assert_eq!(families.as_array().unwrap().len(), 2, "{families:#}");
    office.publish();
    listed
        .visit("/rt/tanda-terima")
        .until_true("both lists received", || phone.text().matches("Diterima").count() == 2);
    listed.visit("/rt").says("2 keluarga").follow(&NAME.to_uppercase()).follow("Riwayat keluarga ini");
    phone.says("Dikembalikan ke RT 006").says(note).says("Tunggu: kelurahan memeriksa daftar Anda");
}

#[test]
fn a_family_that_arrived_is_said_to_be_received_before_the_office_has_spoken() {
    let listed = Listed::of(&[NAME]);
    let code = listed.code(NAME);
    let phone = listed.visit("/rt");
    phone
        .follow(&NAME.to_uppercase())
        .says("Sudah diterima, belum diumumkan")
        .says("Perkiraan: data terbit lagi");
    phone
        .follow("Riwayat keluarga ini")
        .says("Sudah diterima, belum diumumkan")
        .says("Perkiraan: data terbit lagi");
    phone.says(&code);
}

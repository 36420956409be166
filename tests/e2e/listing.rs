//! How a head of an RT lists a family and sends the list, with the words of the form: told once for every story.

use e2e::Device;

/// A family at whose door the head of the RT stands.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    pub(crate) name: String,
    /// KK number and NIK of the head; a family without them belongs on the list all the same.
    pub(crate) numbers: Option<(String, String)>,
    pub(crate) address: String,
}

impl Door {
    /// A family without any number.
    pub(crate) fn without_numbers(name: &str, address: &str) -> Self {
        Self { name: name.to_owned(), numbers: None, address: address.to_owned() }
    }

    /// From the button on the list to the saved family.
    pub(crate) fn list(&self, phone: &Device) {
        phone.press("Tambah keluarga");
        self.tell(phone);
    }

    /// From the first page of the form to the saved family.
    pub(crate) fn tell(&self, phone: &Device) {
        match &self.numbers {
            Some((kk, _)) => phone.fill("Nomor KK", kk),
            None => phone.choose("Keluarga ini belum punya KK"),
        };
        phone.press("Lanjut").fill("Nama lengkap", &self.name);
        match &self.numbers {
            Some((_, nik)) => phone.fill("NIK", nik),
            None => phone.choose("Belum punya NIK"),
        };
        phone.press("Lanjut");
        self.finish(phone);
    }

    /// The stages after the members.
    pub(crate) fn finish(&self, phone: &Device) {
        phone.fill("Alamat", &self.address).press("Lanjut");
        phone.says("Keadaan keluarga").choose_in("pandemi", "Ya").choose_in("berpenghasilan tetap", "Tidak");
        phone.press("Lanjut").says("Bantuan lain");
        phone.press("Lanjut").says("Tinjau dan simpan");
        phone.press("Simpan");
        // The form is left when the family is on the disk.
        phone.until_true("the saved family", || {
            phone.texts("h1").iter().all(|title| !title.contains("Tinjau"))
        });
    }
}

/// Sends the whole list.
pub(crate) fn send(phone: &Device) {
    phone.press("Periksa dan kirim").choose("Data ini benar").press("Kirim");
    phone.says("Tanda terima");
}

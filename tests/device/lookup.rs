//! Looking a family up on `/cek`.

use super::Device;

impl Device {
    /// Turns from the code to the fields of KK number and NIK.
    #[track_caller]
    pub fn has_no_code(&self) -> &Self {
        self.press("Tidak punya kode? Pakai nomor KK dan NIK")
    }

    /// Types KK number and NIK, having no code.
    #[track_caller]
    pub fn fill_pair(&self, kk: &str, nik: &str) -> &Self {
        self.has_no_code().fill("Nomor KK", kk).fill("NIK", nik)
    }
}

//! The names of the fields of a family.

use crate::words_of;
use domain::Field;

words_of! {
    /// What a field is called, on the form, in reports and above the column of a list.
    field(Field) {
        Kk => "Nomor KK", "Nomor KK";
        Name => "Nama lengkap", "Full name";
        Nik => "NIK", "NIK";
        Relation => "Hubungan dengan kepala keluarga", "Relation to the head of the family";
        Sex => "Jenis kelamin", "Sex";
        Birth => "Tanggal lahir", "Date of birth";
        Occupation => "Pekerjaan", "Occupation";
        Aid => "Bantuan lain", "Other aid";
        Address => "Alamat", "Address";
        Rt => "RT", "RT";
        Rw => "RW", "RW";
        Phone => "Nomor telepon", "Telephone";
        Size => "Jumlah jiwa", "Number of people";
        Affected => "Terdampak pandemi", "Hit by the pandemic";
        FixedIncome => "Penghasilan tetap", "Fixed income";
        Disability => "Disabilitas", "Disability";
        Disabled => "Penyandang disabilitas", "Disabled";
        Note => "Keterangan", "Note";
        Household => "Anggota keluarga", "Members of the family";
    }
}

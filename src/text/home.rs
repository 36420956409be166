//! The home page.

use ui::sentences;

sentences! {
    /// The doors.
    Home {
        title: "Bantuan Sosial Tunai Jakarta", "Cash aid for families in Jakarta";
        lead: "Cek status, cari titik pengambilan terdekat, dan tahu alasannya. Tanpa akun, tanpa biaya.",
            "Check your status, find the nearest pickup point, and know the reason. No account, no cost.";
        check: "Cek status bantuan", "Check the status of your aid";
        check_hint: "Dengan kode pendaftaran, atau nomor KK dan NIK",
            "With the registration code, or nomor KK and NIK";
        points: "Titik pengambilan terdekat", "Nearest pickup point";
        points_hint: "Alamat, hari buka, jarak", "Address, open days, distance";
        rt: "Saya ketua RT atau RW", "I am the head of an RT or RW";
        rt_hint: "Catat dan kirim daftar keluarga", "Record and send the list of families";
        rules: "Apakah keluarga saya berhak?", "Is my family entitled?";
        rules_hint: "Enam pertanyaan, tidak disimpan", "Six questions, nothing is stored";
        documents: "Apa yang harus dibawa?", "What do I bring?";
        documents_hint: "Termasuk surat kuasa", "With the power of attorney";
        about: "Apakah data saya aman?", "Are my data safe?";
        about_hint: "Apa yang disimpan, dan di mana", "What is stored, and where";
        operator: "Situs ini dikelola Dinas Sosial Provinsi DKI Jakarta.", "This site is run by Dinas Sosial of DKI Jakarta.";
    }
}

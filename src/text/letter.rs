//! The form for a power of attorney. The letter itself is always in Indonesian: an office reads it.

use ui::sentences;

sentences! {
    /// The form and what is said around the letter.
    Letter {
        title: "Surat kuasa", "Power of attorney (surat kuasa)";
        lead: "Isi di sini, cetak, lalu tanda tangani. Yang dikosongkan bisa ditulis tangan. Tidak ada yang disimpan atau dikirim: semua hilang saat halaman ditutup.",
            "Fill it in, print it, sign it. What you leave empty can be written by hand. Nothing is stored or sent: all is gone when you close the page.";
        principal: "Pemberi kuasa (yang diwakili)", "The person represented (pemberi kuasa)";
        proxy: "Penerima kuasa (yang datang)", "The person who comes (penerima kuasa)";
        errand: "Alasan dan tempat", "Reason and place";
        name: "Nama lengkap", "Full name";
        nik: "NIK", "NIK";
        address: "Alamat", "Address";
        address_hint: "Jalan, nomor, RT/RW, kelurahan", "Street, number, RT/RW, kelurahan";
        relation: "Hubungan dengan pemberi kuasa", "Relation to the person represented";
        relation_hint: "Misalnya anak, istri, tetangga", "For example child, wife, neighbour";
        reason: "Alasan tidak bisa datang", "Why the person cannot come";
        reason_hint: "Misalnya sakit, bekerja di luar kota, lansia", "For example ill, working away, old age";
        place: "Kota tempat menandatangani", "City of signing";
        principal_name: "Nama pemberi kuasa", "The name of the person represented";
        proxy_name: "Nama penerima kuasa", "The name of the person who comes";
        principal_nik: "NIK pemberi kuasa", "The NIK of the person represented";
        proxy_nik: "NIK penerima kuasa", "The NIK of the person who comes";
        nik_hint: "16 angka di KTP", "The 16 digits on the KTP";
        show: "Lihat surat", "Show the letter";
        blank: "Cetak surat kosong", "Print an empty letter";
        ready_title: "Surat siap dicetak", "The letter is ready to print";
        ready_lead: "Kertas A4. Tempel meterai Rp10.000 di tempatnya. Pemberi kuasa lalu tanda tangan, sebagian kena meterai.",
            "A4 paper. Put a duty stamp (meterai) of Rp10.000 in its place; the person represented signs across it.";
        outsider: "Wakil dari KK lain perlu juga surat pengantar. Minta ke petugas sosial di kantor kecamatan.",
            "A proxy from another KK also needs a surat pengantar. Ask the social officer in the kecamatan office.";
    }
}

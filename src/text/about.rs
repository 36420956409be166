//! What is stored where, in plain words.

use ui::sentences;

sentences! {
    /// About Tepat, and what becomes of data.
    About {
        title: "Tentang dan privasi", "About and privacy";
        lead: "Tepat membantu agar bantuan sampai kepada keluarga yang benar. Halaman ini menjelaskan apa yang terjadi dengan data Anda.",
            "Tepat (“on target”) helps the aid reach the right family. This page tells what becomes of your data.";

        check: "Saat Anda mengecek status", "When you check a status";
        check_stays: "Nomor KK, NIK, dan kode pendaftaran yang Anda ketik tetap di HP ini. Tidak dikirim, tidak disimpan, tidak masuk alamat halaman.",
            "The nomor KK, NIK and registration code that you type stay on this phone. They are not sent, not stored, and not part of the address.";
        check_how: "HP mengambil satu daftar terkunci berisi sekitar 32 keluarga. Kuncinya dibuat dari kode atau nomor Anda, dan hanya membuka data keluarga Anda. Daftar yang bukan dari Dinas Sosial ditolak.",
            "Your phone downloads one encrypted file with about 32 families, works out a key from your code or numbers, and opens just one of them: yours. A file that Dinas Sosial did not sign is refused.";
        check_host: "Yang dilihat pengelola server: ada HP yang mengambil daftar itu, dan kapan. Daftar mana yang diambil memberi sedikit petunjuk tentang nomor KK: satu dari sekitar 32.000 daftar. Nomornya tidak dikirim. Hasilnya juga tidak.",
            "What the host can see: that some phone downloaded that file, and when. With a nomor KK, which file it is gives a hint: one of about 32,000. The numbers themselves are not sent, nor whether anything was found.";
        check_known: "Orang yang tahu nomor KK dan NIK Anda bisa melihat jawaban ini, tanpa catatan petugas. Kode pendaftaran tidak bisa ditebak. Anda boleh minta ke Ketua RT atau kelurahan: jawaban hanya dibuka dengan kode.",
            "Whoever knows your nomor KK and NIK can open the answer by numbers, without the words of an officer. A registration code cannot be guessed. A family can ask the head of its RT or the kelurahan that only the code answers.";
        check_shown: "Yang tampil hanya huruf awal nama dan empat angka terakhir KK.",
            "Only the first letters of the name and the last four digits of the KK are shown.";

        rt: "Saat Ketua RT mendata keluarga", "When the head of an RT lists families";
        rt_stays: "Daftar tersimpan di HP Ketua RT sampai dikirim.", "The list stays on the phone of the head of the RT until it is sent.";
        rt_sent: "Sebelum dikirim, daftar dikunci. Hanya Dinas Sosial yang bisa membukanya.",
            "Before it is sent it is locked. Only Dinas Sosial can open it.";
        rt_receipt: "Tanda terima untuk keluarga memuat kode pendaftaran. Simpan seperti menyimpan kunci.",
            "The family's receipt bears a registration code. Keep it as you keep a key.";

        device: "Yang tersimpan di HP ini", "What is stored on this phone";
        device_language: "Pilihan bahasa, dan salinan halaman yang pernah Anda buka. Halaman itu bisa dibuka lagi tanpa sinyal.",
            "Your choice of language, and a copy of the pages that you have opened. They open again without signal.";
        device_public: "Data umum: nama kelurahan, titik pengambilan, angka tiap wilayah, dan nomor data terakhir yang dibuka.",
            "Public data: names of kelurahan, pickup points, figures per area, and the number of the last publication that was opened.";
        device_nothing: "Tidak ada nama, NIK, atau nomor KK dari halaman cek status. Tidak ada kuki, iklan, atau pelacak.",
            "No name, NIK or nomor KK from checking a status. No cookies, advertisements or trackers.";
        device_delete: "Cara menghapus: buka setelan peramban, pilih “Hapus data situs” untuk alamat ini. Ketua RT: kirim dulu daftarnya, karena ikut terhapus.",
            "To delete it: open the browser's settings and choose “Delete site data” for this address. Heads of RT: send your list first, it is deleted too.";

        position: "Lokasi Anda", "Your position";
        position_use: "Dipakai di HP ini saja untuk mencari titik terdekat, hanya kalau Anda menekan “Pakai lokasi saya”. Tidak dikirim.",
            "Used on this phone alone to sort the pickup points, and only when you press “Use my location”. It is not sent.";

        who: "Siapa yang mengelola", "Who runs it";
        who_dinas: "Dinas Sosial Provinsi DKI Jakarta memutuskan siapa yang menerima. Ketua RT mendata, kelurahan memeriksa, Bank DKI membuka rekening.",
            "Dinas Sosial of DKI Jakarta decides who receives the aid. The RT lists, the kelurahan checks, Bank DKI opens the accounts.";

        rights: "Hak Anda atas data keluarga", "Your rights over your family's data";
        rights_purpose: "Data dipakai untuk tiga hal: memilih penerima bantuan, mengundang, dan menghitung uangnya. Tidak untuk hal lain.",
            "The data serve three purposes: to choose who receives the aid, to invite them, and to account for the money. Nothing else.";
        rights_what: "Yang dicatat: nama, nomor KK, NIK, tanggal lahir, hubungan keluarga, alamat, telepon, pekerjaan, penghasilan, bantuan lain, dan disabilitas.",
            "What is recorded: names, nomor KK, NIK, dates of birth, relations, address, telephone, work, income, other aid, and disability.";
        rights_how_long: "Lamanya: ditolak atau ditarik, sekitar 1 tahun sesudah diputuskan. Pernah menerima, sekitar 10 tahun sesudah bantuan terakhir. Sesudah itu yang tinggal hanya hitungan, tanpa nama dan nomor. Dinas Sosial bisa menetapkan lain.",
            "For how long: about 1 year after a refusal or withdrawal, about 10 years after the last aid received. Then only the counts remain, without names and numbers. Dinas Sosial may set other times.";
        rights_ask: "Anda boleh minta: salinan data keluarga Anda, perbaikan, atau penghapusan. Datang ke kelurahan, bawa KTP dan KK. Perbaikan bisa juga lewat Ketua RT.",
            "You may ask for a copy of your family's data, for corrections, or for deletion. Go to the kelurahan with KTP and KK. Corrections may also go through the head of your RT.";
        rights_object: "Penolakan oleh komputer saja tidak final. Kalau Anda tidak setuju, petugas memeriksa lagi. Namanya tercatat.",
            "A refusal by computer alone is not final. If you object, an officer looks again, and the officer's name is recorded.";

        complain: "Bila ada yang salah", "If something is wrong";
        complain_rt: "Tidak terdaftar, data salah, atau pindah: lapor ke Ketua RT atau RW. RT meneruskan ke kelurahan.",
            "Not listed, wrong data, moved house: tell the head of your RT or RW, who passes it on to the kelurahan.";
        complain_office: "Ditolak atau dicoret dan Anda tidak setuju: lapor ke Ketua RT, bawa KK dan KTP. RT meneruskan sanggah Anda ke kelurahan. Boleh juga langsung ke kelurahan.",
            "Refused or removed, and you do not agree: tell the head of your RT, with KK and KTP. The RT passes your objection (sanggah) on to the kelurahan. You may also go there yourself.";
        complain_money: "Diminta uang atau PIN: jangan diberi. Lapor ke kelurahan atau Dinas Sosial.",
            "Asked for money or your PIN: do not give it. Report it to the kelurahan or Dinas Sosial.";

        others: "Perangkat lunak pihak lain di aplikasi ini, dan lisensinya", "Software of others in this app, and its licences";
    }
}

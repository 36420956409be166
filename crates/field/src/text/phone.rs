//! What a phone keeps: PIN, backup, update, several tabs.

use super::rt;
use ::words::Language;
use domain::Date;
use phone::{BackupFault, Lock, PinFault, RestoreFault, UnlockFault};
use ui::sentences;

sentences! {
    /// What a phone keeps.
    Phone {
        pin: "PIN 6 angka", "PIN of 6 digits";
        pin_hint: "Dipakai untuk membuka daftar ini. Jangan pakai tanggal lahir.", "Opens this list. Do not take your date of birth.";
        pin_again: "PIN sekali lagi", "The PIN once more";
        words: "Kata sandi", "Password";
        words_hint: "Empat kata atau lebih yang tidak ada hubungannya, dipilih acak.", "Four words or more that have nothing to do with each other, picked by chance.";
        words_again: "Kata sandi sekali lagi", "The password once more";
        working: "Mengunci daftar…", "Locking the list…";

        unlock_lead: "Daftar ini terkunci. Masukkan PIN-nya.", "This list is locked. Enter its PIN.";
        unlock: "Buka", "Open";
        opening: "Membuka…", "Opening…";
        your_pin: "PIN", "PIN";
        forgot: "Lupa PIN", "I forgot the PIN";
        forgot_lead: "Masukkan kode cadangan yang Anda tulis. Setelah daftar terbuka, buat PIN baru di bagian HP ini.",
            "Enter the backup code that you wrote down. When the list is open, make a new PIN under This phone.";
        with_pin: "Pakai PIN", "Use the PIN";
        forgot_words: "Lupa kata sandi", "I forgot the password";
        with_words: "Pakai kata sandi", "Use the password";
        covered: "Ada isian yang belum tersimpan di HP ini. Isian itu masih ada selama halaman ini tidak ditutup. Kosongkan sedikit memori HP, lalu buka daftarnya.",
            "Something typed is not kept on this phone yet. It is still there as long as this page is not closed. Free some of the phone's memory, then open the list.";
        covered_work: "Yang sedang Anda kerjakan masih ada selama halaman ini tidak ditutup.",
            "What you are at is still there as long as this page is not closed.";
        code: "Kode cadangan", "Backup code";

        kept: "Semua yang Anda ketik tersimpan di HP ini saja, terkunci dengan PIN, sampai Anda mengirimnya.",
            "All that you type is kept on this phone alone, locked with the PIN, until you send it.";
        persisted: "Peramban menjaga simpanan ini.", "The browser protects what is kept.";
        not_persisted: "Peramban bisa menghapus simpanan ini kalau memori HP penuh. Pasang aplikasi ini di layar utama, dan buat cadangan.",
            "The browser may clear what is kept when the phone is full. Install this app on the home screen, and make a backup.";
        lock: "Kunci sekarang", "Lock now";
        new_pin: "Ganti PIN", "Change the PIN";
        pin_holds: "Cukup kalau HP hilang atau dipinjam. Siapa yang menyalin seluruh isi HP ke komputer bisa menemukan PIN 6 angka dalam beberapa jam.",
            "Enough if the phone is lost or lent. Who copies all of the phone to a computer can find a PIN of 6 digits within hours.";
        new_words: "Pakai kata sandi yang panjang", "Use a long password";
        words_hold: "Lebih lama diketik. Empat kata yang dipilih acak baru ditemukan seribu komputer sesudah ratusan tahun.",
            "Takes longer to type. To find four words picked by chance takes a thousand computers hundreds of years.";
        save_pin: "Simpan PIN baru", "Save the new PIN";
        save_words: "Simpan kata sandi", "Save the password";
        pin_changed: "Kunci daftar sudah diganti.", "The lock of the list is changed.";

        backup: "Cadangan", "Backup";
        backup_lead: "Satu file terkunci berisi seluruh daftar. Simpan di tempat lain, misalnya kirim ke diri sendiri. Dengan kode ini file bisa dibuka di HP lain, dan daftar bisa dibuka kalau lupa PIN:",
            "One locked file with the whole list. Keep it somewhere else, such as a message to yourself. This code opens the file on another phone, and the list if you forget the PIN:";
        write_down: "Tulis kode ini di kertas dan simpan di rumah.", "Write this code on paper and keep it at home.";
        show_code: "Tampilkan kode cadangan", "Show the backup code";
        show: "Lihat kode", "See the code";
        known: "PIN atau kata sandi sekarang", "The PIN or password of now";
        known_hint: "Lupa? Kode cadangan juga bisa.", "Forgotten? The backup code will do.";
        back_up: "Buat file cadangan", "Make a backup file";
        backed_up: "Filenya diserahkan ke peramban. Lihat di folder Unduhan (Download): baru aman kalau filenya terlihat di sana.",
            "The file was handed to the browser. Look for it in the folder Downloads: it is safe once you see it there.";
        inside_app: "Halaman ini terbuka di dalam aplikasi lain. Di sini file tidak bisa disimpan, dan daftar bisa hilang. Salin tautannya, lalu buka di Chrome.",
            "This page is open inside another app. No file can be saved here, and the list may be lost. Copy the link and open it in Chrome.";
        restore: "Pulihkan dari cadangan", "Restore from a backup";
        restore_lead: "Yang hilang kembali, yang sudah ada di HP ini tetap.", "What is missing comes back, what is here stays.";
        file: "File cadangan", "Backup file";
        restore_now: "Pulihkan", "Restore";
        restored: "Daftar sudah pulih.", "The list is back.";
        no_file: "Pilih dulu file cadangannya.", "Choose the backup file first.";

        wipe_first: "Buat file cadangan dulu kalau masih ada yang belum terkirim.", "Make a backup file first if something is not sent yet.";
        wipe_locked: "Hapus daftar ini tanpa PIN", "Remove this list without its PIN";

        closed: "Daftar belum bisa dibuka", "The list cannot be opened yet";
        reload: "Muat ulang", "Reload";

        update: "Versi baru siap. Yang sudah Anda ketik tetap ada.", "A new version is ready. What you have typed stays.";
        take_update: "Pakai versi baru", "Use the new version";
        elsewhere: "Daftar ini sedang dipakai di tab lain. Di sini hanya bisa dilihat.",
            "This list is in use in another tab. Here it can only be read.";
        take_over: "Pakai di sini", "Use it here";
    }
}

/// Why a PIN will not do.
pub fn pin_fault(language: Language, fault: PinFault) -> &'static str {
    match fault {
        PinFault::Length => language.pick("PIN harus 6 angka.", "A PIN has 6 digits."),
        PinFault::TooEasy => language.pick(
            "PIN ini terlalu mudah ditebak. Pilih yang lain.",
            "This PIN is too easy to guess. Choose another.",
        ),
        PinFault::TooFewWords => language.pick(
            "Tulis empat kata berbeda atau lebih, masing-masing tiga huruf atau lebih.",
            "Write four different words or more, of three letters or more each.",
        ),
        PinFault::Differs => language.pick(
            "Yang kedua tidak sama dengan yang pertama. Ketik lagi keduanya.",
            "The second is not the first. Type both again.",
        ),
    }
}

/// That the phone shows a wrong day, and what is done about it.
pub fn wrong_day(language: Language, here: Date, there: Date) -> String {
    let [here, there] = [here, there].map(|day| ::words::date::date(language, day));
    let [before, between, after] = [
        language.pick("Tanggal di HP ini keliru: ", "The date on this phone is wrong: "),
        language.pick(", padahal hari ini ", ", while today is "),
        language.pick(
            ". Betulkan di Pengaturan HP. Sementara itu, umur dan tanggal di sini dihitung dengan yang benar.",
            ". Set it right in the phone's settings. Until then ages and dates here go by the right one.",
        ),
    ];
    [before, &here, between, &there, after].concat()
}

/// Why a list did not open, and what to do.
pub fn unlock_fault(language: Language, fault: UnlockFault) -> String {
    match fault {
        UnlockFault::Wrong => language.pick("Belum cocok. Coba lagi.", "That does not fit. Try again.").to_owned(),
        UnlockFault::Wait(seconds) => {
            let time = match seconds {
                0..90 => [seconds.to_string().as_str(), language.pick(" detik", " seconds")].concat(),
                _ => [seconds.div_ceil(60).to_string().as_str(), language.pick(" menit", " minutes")].concat(),
            };
            let (before, after) = (
                language.pick("Terlalu banyak PIN yang salah. Tunggu ", "Too many wrong PINs. Wait "),
                language.pick(", lalu coba lagi. Tidak ada yang dihapus.", ", then try again. Nothing is deleted."),
            );
            [before, &time, after].concat()
        }
        UnlockFault::Device => language
            .pick(
                "HP ini belum bisa membuka kuncinya. Kalau ini pertama kali, perlu sinyal sebentar. Coba lagi.",
                "This phone could not do it. The first time needs a signal for a moment. Try again.",
            )
            .to_owned(),
        UnlockFault::Store(fault) => rt::store_fault(language, fault).to_owned(),
    }
}

/// Why a backup was not made or did not come back, and what to do.
pub fn restore_fault(language: Language, fault: RestoreFault) -> String {
    let says = match fault {
        RestoreFault::Backup(BackupFault::Format) => language.pick(
            "File ini bukan cadangan Tepat yang utuh. Pilih file lain.",
            "This file is not a whole backup of Tepat. Choose another.",
        ),
        RestoreFault::Backup(BackupFault::Code) => language.pick(
            "Kode tidak cocok dengan file ini. Periksa kode cadangannya.",
            "The code does not fit this file. Check the backup code.",
        ),
        RestoreFault::Locked => language.pick(
            "Daftar ini sudah ada di HP ini. Buka dulu dengan PIN-nya, lalu pulihkan dari bagian HP ini.",
            "This list is on this phone already. Open it with its PIN first, then restore it under This phone.",
        ),
        RestoreFault::Device(fault) => return unlock_fault(language, fault),
    };
    says.to_owned()
}

/// `RT 005 / RW 002 Ulujami`
pub fn name(lock: &Lock) -> String {
    rt::name_of(lock.rt, lock.rw, &lock.area_name)
}

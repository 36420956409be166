//! What more than one page says.

use crate::sentences;
use ::words::Language;

sentences! {
    /// The frame around every page, and words that pages share.
    Common {
        name: "Tepat", "Tepat";
        skip: "Langsung ke isi", "Skip to content";
        // Named in the language that it leads to.
        switch_language: "English", "Bahasa Indonesia";
        services: "Layanan", "Services";
        more_help: "Bantuan lain", "More help";
        about: "Tentang dan privasi", "About and privacy";
        home: "Halaman depan", "Home page";
        back: "Kembali", "Back";
        cancel: "Batal", "Cancel";
        next: "Lanjut", "Continue";
        start_again: "Ulangi dari awal", "Start again";
        change: "Ubah", "Change";
        print: "Cetak", "Print";
        yes: "Ya", "Yes";
        no: "Tidak", "No";
        unknown: "Belum tahu", "I do not know yet";
        next_step: "Langkah berikutnya", "Next step";
        summary: "Ada yang perlu diperbaiki", "Something needs mending";
        not_found: "Halaman ini tidak ada", "There is no such page";
        not_found_why: "Mungkin alamatnya salah ketik, atau halamannya sudah dipindah.",
            "The address may be mistyped, or the page has moved.";
        loading: "Sedang memuat…", "Loading…";
        long_wait: "Lebih lama dari biasanya: sinyal mungkin lemah. Masih dicoba.",
            "It takes longer than usual: the signal may be weak. Still trying.";
        signal_lost: "Sinyal terputus, coba lagi.", "The signal was lost, try again.";
        new_version: "Tepat sudah diperbarui. Muat versi barunya, lalu lanjutkan.",
            "Tepat has been updated. Load the new version, then go on.";
        load_version: "Muat versi baru", "Load the new version";
        retry: "Coba lagi", "Try again";
        kk: "Nomor KK", "Nomor KK";
        nik: "NIK", "NIK";
    }
}

/// How many of how many: digits typed, questions answered.
pub fn progress(language: Language, done: usize, all: usize) -> String {
    let of = language.pick(" dari ", " of ");
    [done.to_string().as_str(), of, all.to_string().as_str()].concat()
}

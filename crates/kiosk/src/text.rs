//! `/anjungan`: the counter in the kelurahan office.

use ::words::Language;
use ui::sentences;

ui::tables! {
    kiosk: Kiosk,
}

sentences! {
    /// The screens of the counter.
    Kiosk {
        title: "Ada yang bisa dibantu?", "How can we help?";
        status: "Cek status bantuan", "Check the status of your aid";
        points: "Titik pengambilan terdekat", "Nearest pickup point";
        type_code: "Ketik kode pendaftaran", "Type your registration code";
        where_code: "Kodenya ada di tanda terima dari RT dan di surat undangan.",
            "It stands on the receipt of the RT and on the invitation letter.";
        type_kk: "Ketik nomor KK", "Type your nomor KK";
        type_nik: "Ketik NIK", "Type your NIK";
        erase: "Hapus", "Delete";
        clear: "Ulangi", "Clear";
        foreign: "Itu bukan nomor KK, NIK, atau kode pendaftaran. Coba pindai lagi.",
            "That is no nomor KK, NIK or registration code. Try to scan it again.";
        done: "Selesai", "Done";
        still_here: "Masih di sini? Sentuh layar, atau semuanya dihapus.", "Still here? Touch the screen, or all is cleared.";
        keypad: "Tombol angka", "Number keys";
        keyboard: "Tombol huruf dan angka", "Letter and number keys";
        set_up: "Anjungan ini ada di kelurahan mana?", "Which kelurahan is this counter in?";
        set_up_lead: "Dipilih sekali oleh petugas, disimpan di anjungan ini.",
            "Chosen once by the staff, kept on this counter.";
        set_up_again: "Ganti kelurahan", "Change the kelurahan";
    }
}

/// How long until everything typed is gone.
pub fn countdown(language: Language, seconds: u32) -> String {
    let seconds = seconds.to_string();
    match language {
        Language::Indonesian => ["Layar ini bersih sendiri dalam ", &seconds, " detik."].concat(),
        Language::English => ["This screen clears itself in ", &seconds, " seconds."].concat(),
    }
}

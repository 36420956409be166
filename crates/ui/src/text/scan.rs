//! The camera that looks for the QR code of a slip or letter.

use crate::browser::camera::CameraFault;
use crate::sentences;
use ::words::Language;

sentences! {
    /// Around its picture.
    Scan {
        opening: "Membuka kamera…", "Opening the camera…";
        aim: "Arahkan kamera ke kode QR di tanda terima atau surat undangan. Gambarnya tidak disimpan dan tidak dikirim.",
            "Point the camera at the QR code on the receipt or the invitation letter. Its picture is neither kept nor sent.";
        foreign: "Ini bukan kode Tepat. Arahkan kamera ke kode QR di tanda terima dari RT atau di surat undangan.",
            "This is no code of Tepat. Point the camera at the QR code on the receipt of the RT or on the invitation letter.";
    }
}

/// Why there is no picture, and what to do.
pub fn camera_fault(language: Language, fault: CameraFault) -> &'static str {
    match fault {
        CameraFault::Denied => language.pick(
            "Kamera tidak diizinkan. Tekan Batal lalu ketik kodenya, atau izinkan kamera untuk situs ini di setelan peramban.",
            "The camera was not allowed. Press Cancel and type the code, or allow the camera for this site in the settings of the browser.",
        ),
        CameraFault::Unavailable => language.pick(
            "Kamera tidak bisa dibuka. Mungkin sedang dipakai aplikasi lain. Tekan Batal lalu ketik kodenya.",
            "The camera cannot be opened. Another app may be using it. Press Cancel and type the code.",
        ),
    }
}

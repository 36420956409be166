//! The words of the power of attorney itself. They are in Indonesian in either language: an office reads them.

/// Title of the letter.
pub const TITLE: &str = "Surat Kuasa";
/// What it is for.
pub const SUBTITLE: &str = "Pengambilan Bantuan Sosial Tunai (BST)";
/// Before the one who is represented.
pub const SIGNED_BELOW: &str = "Yang bertanda tangan di bawah ini:";
/// A line of a person.
pub const NAME: &str = "Nama";
/// A line of a person.
pub const NIK: &str = "NIK";
/// A line of a person.
pub const ADDRESS: &str = "Alamat";
/// A line of the proxy.
pub const RELATION: &str = "Hubungan dengan Pemberi Kuasa";
/// Before [`PRINCIPAL`] and [`PROXY`].
pub const CALLED: &str = "selanjutnya disebut ";
/// Who is represented.
pub const PRINCIPAL: &str = "Pemberi Kuasa";
/// Who comes.
pub const PROXY: &str = "Penerima Kuasa";
/// Before the proxy.
pub const HEREBY: &str = ", dengan ini memberi kuasa kepada:";
/// The power is a special one (KUHPerdata, article 1795).
pub const ESPECIALLY: &str = "Khusus";
/// What the proxy may do.
pub const ERRAND: &str = "untuk dan atas nama Pemberi Kuasa mengambil buku tabungan dan kartu ATM Bank DKI serta mendaftarkan PIN \
    Bantuan Sosial Tunai (BST) Provinsi DKI Jakarta di titik distribusi yang tertulis pada undangan.";
/// Before the reason.
pub const BECAUSE: &str = "Pemberi Kuasa tidak dapat datang sendiri karena:";
/// How long it holds.
pub const LIMITS: &str =
    "Surat kuasa ini berlaku untuk satu kali pengambilan dan tidak dapat dialihkan kepada orang lain.";
/// The end.
pub const CLOSING: &str = "Demikian surat kuasa ini dibuat dengan sebenarnya, tanpa paksaan, untuk dipergunakan sebagaimana mestinya.";
/// The duty stamp (Undang-Undang 10/2020, from 1 January 2021).
pub const METERAI: &str = "Meterai Rp10.000";
/// What goes with it.
pub const ENCLOSED: &str = "Lampiran: asli dan fotokopi KTP dan KK Pemberi Kuasa dan Penerima Kuasa. Wakil dari luar KK melampirkan juga surat \
    pengantar dari Kasatpel Sosial kecamatan.";

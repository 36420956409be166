//! Aid of the central government.

use crate::text_serde::coded;

coded! {
    /// Aid of the central government that excludes BST (eligibility rule 3).
    Aid, "an aid programme like pkh" {
        /// Program Keluarga Harapan.
        Pkh = "pkh",
        /// Bantuan Pangan Non Tunai.
        Bpnt = "bpnt",
        /// Kartu Sembako.
        KartuSembako = "kartu-sembako",
        /// Paket Sembako.
        PaketSembako = "paket-sembako",
        /// Kartu Prakerja.
        Prakerja = "prakerja",
        /// Aid whose name the list did not make clear.
        Other = "lainnya",
    }
}

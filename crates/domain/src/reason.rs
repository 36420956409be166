//! Why a family is refused, removed, held or sent back.

use crate::text_serde::coded;

coded! {
    /// The reasons that Jakarta gives (Dinas Sosial DKI, March 2021; the register of removals), each with a sentence
    /// for the family at the edge.
    Reason, "a reason like bantuan-lain" {
        /// Someone in the KK receives other aid; the note names it.
        OtherAid = "bantuan-lain",
        /// Listed twice; the note says where.
        Duplicate = "data-ganda",
        /// Fixed income, or able to provide.
        FixedIncome = "penghasilan-tetap",
        /// Lost no income through the pandemic.
        NotAffected = "tidak-terdampak",
        /// Moved out of DKI Jakarta.
        MovedOut = "pindah",
        /// Dead, with no heir in the KK.
        Died = "meninggal",
        /// Not found at the address.
        NotFound = "tidak-ditemukan",
        /// The card was misused.
        CardMisused = "kartu-disalahgunakan",
        /// Decided in the musyawarah kelurahan.
        Musyawarah = "musyawarah",
        /// NIK or KK do not match Dukcapil's data.
        Mismatch = "data-tidak-padan",
        /// Data are missing or wrong; the note says which.
        Incomplete = "data-tidak-lengkap",
        /// Held while the lists of Kemensos are compared.
        Matching = "pemadanan",
        /// Taken over by Kemensos, paid through PT Pos.
        Kemensos = "kemensos",
        /// The family itself does not want the aid.
        Declined = "menolak-bantuan",
        /// Something else; the note says what.
        Other = "lainnya",
    }
}

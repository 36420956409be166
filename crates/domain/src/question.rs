//! What a person at Dinas Sosial is asked.

use crate::text_serde::coded;

coded! {
    /// What a person is asked, because no rule may answer it.
    Question, "a question like mirip-penerima-bantuan" {
        /// Somebody on a list of other aid resembles a member: the same person?
        AidLookAlike = "mirip-penerima-bantuan",
        /// A member's NIK stands in another family too: where does the person live?
        PersonTwice = "nik-di-dua-keluarga",
        /// Most people of a family stand in an entry with another KK number too: is it that family, under a new number?
        SamePeople = "keluarga-sama-nomor-lain",
        /// A family that has the aid already stands under the same KK number as another: one family or two?
        KkTwice = "kk-di-dua-keluarga",
        /// Two RT list the family, and none of them has been found right: where does it live? Who came first does not count.
        ListedByTwo = "dicatat-dua-rt",
        /// Dukcapil has a member in another KK: which one is right?
        OtherKk = "kk-lain-di-dukcapil",
        /// Dukcapil says that the family has moved; its RT says that it lives here.
        Moved = "pindah-menurut-dukcapil",
        /// Every adult is dead: is there an heir in the KK?
        Died = "meninggal-menurut-dukcapil",
        /// Nobody of the family that was put on the final list is left in its record: a recipient is never replaced (domain.md,
        /// the six obstacles).
        Replaced = "penerima-berganti",
        /// A rule has refused the family, and somebody has opened its case again: does the refusal stand?
        Objected = "penolakan-disanggah",
        /// The point says that the family does not want the aid: is that so?
        Declined = "menolak-bantuan",
        /// A rule would refuse a family that a person found right, by something that the person did not know.
        Overruled = "bertentangan-keputusan",
        /// The record contradicts itself: which of the two is true?
        Contradiction = "data-bertentangan",
        /// The head of a family that has the aid is dead: who collects now?
        HeadDied = "kepala-meninggal",
    }
}

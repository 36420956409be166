//! What to bring to the distribution point, by who comes (Kompas, 13 and 28 January 2021; Dinas Sosial study, §3.4).

use crate::text_serde::coded;

coded! {
    /// Who comes to the point.
    Visitor, "a visitor like diundang" {
        /// The person named on the invitation.
        Invited = "yang-diundang",
        /// Someone else of the same KK.
        SameKk = "anggota-kk",
        /// Someone outside the KK.
        Outsider = "orang-lain",
        /// The wife of a head who cannot sign: at sea, working away, divorced, in prison, in hospital.
        Wife = "istri",
        /// An heir of the same KK, the recipient being dead.
        Heir = "ahli-waris",
        /// The recipient is ill and sends nobody: the next invitation comes by itself.
        Sick = "sakit",
    }
}

coded! {
    /// A paper; every one as original and photocopy.
    Document, "a document like undangan" {
        /// The invitation.
        Invitation = "undangan",
        /// KTP of the person who comes.
        Ktp = "ktp",
        /// Kartu Keluarga.
        Kk = "kk",
        /// KTP of the person who is represented.
        KtpOfPrincipal = "ktp-pemberi-kuasa",
        /// KK of the person who is represented.
        KkOfPrincipal = "kk-pemberi-kuasa",
        /// Power of attorney.
        SuratKuasa = "surat-kuasa",
        /// Letter of the Kasatpel Sosial of the kecamatan.
        SuratPengantar = "surat-pengantar",
        /// Marriage book, or a proof like it.
        BukuNikah = "buku-nikah",
        /// Death certificate.
        DeathCertificate = "surat-kematian",
    }
}

impl Visitor {
    /// What this visitor brings; empty for [`Visitor::Sick`].
    pub fn documents(self) -> &'static [Document] {
        use Document::{
            BukuNikah, DeathCertificate, Invitation, Kk, KkOfPrincipal, Ktp, KtpOfPrincipal, SuratKuasa,
            SuratPengantar,
        };
        match self {
            Self::Invited => &[Invitation, Ktp, Kk],
            Self::SameKk => &[Invitation, SuratKuasa, Ktp, Kk, KtpOfPrincipal, KkOfPrincipal],
            Self::Outsider => {
                &[Invitation, SuratKuasa, SuratPengantar, Ktp, Kk, KtpOfPrincipal, KkOfPrincipal]
            }
            Self::Wife => &[Invitation, Ktp, Kk, BukuNikah],
            Self::Heir => &[Invitation, Ktp, Kk, DeathCertificate],
            Self::Sick => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_comes_brings_the_invitation_and_proves_who_they_are() {
        for visitor in Visitor::ALL.iter().filter(|visitor| **visitor != Visitor::Sick) {
            for document in [Document::Invitation, Document::Ktp, Document::Kk] {
                assert!(visitor.documents().contains(&document), "{visitor} without {document}");
            }
        }
    }
}

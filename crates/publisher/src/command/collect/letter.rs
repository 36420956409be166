//! An envelope that is opened: whose list it is, and the list.

use crate::fault::{During, Fault, Result};
use crate::register::Office;
use crate::workspace::Workspace;
use seal::{EnvelopeFault, envelope};
use wire::HouseholdList;

/// An opened envelope.
pub(super) struct Letter {
    /// The name that its file has in the drop box.
    pub(super) digest: String,
    pub(super) office: Office,
    pub(super) list: HouseholdList,
}

impl Letter {
    /// Opens an envelope, if it is what it says.
    pub(super) fn open(workspace: &Workspace, digest: String, bytes: &[u8]) -> Result<Self> {
        let envelope = envelope::read(bytes).map_err(unreadable)?;
        let sender = envelope.from.clone().unwrap_or_default();
        let office = workspace.register.office(&sender)?.ok_or_else(|| {
            Fault::new(
                "pengirim-tidak-dikenal",
                "Pengirim amplop tidak terdaftar di ruang kerja ini.",
                "Pastikan amplop untuk program ini; bila benar, daftarkan RT itu lagi dengan `tepat enrol`.",
            )
        })?;
        // An envelope bears no date that a thief could not have written: whatever was not taken in before stays out.
        if let Some(on) = office.revoked_on {
            return Err(Fault::new(
                "tautan-dicabut",
                format!("Tautan pengirim, {}, dicabut pada {on}.", office.scope),
                "Minta pengurusnya mengirim ulang dari HP dengan tautan yang baru.",
            ));
        }
        let document =
            envelope::open(&envelope, &workspace.office(), Some(&office.public)).map_err(unreadable)?;
        let list: HouseholdList = serde_json::from_slice(&document).during("membaca isi amplop")?;
        let scope = &office.scope;
        if (&list.area, list.rw, list.rt) != (&scope.area, scope.rw, scope.rt) {
            return Err(Fault::new(
                "daftar-rt-lain",
                "Isi amplop adalah daftar RT atau RW lain daripada pengirimnya.",
                "Hubungi pengurusnya; jangan masukkan daftar ini.",
            ));
        }
        Ok(Self { digest, office, list })
    }
}

fn unreadable(fault: EnvelopeFault) -> Fault {
    let again = "Minta RT mengirim ulang dari aplikasinya; datanya masih ada di sana.";
    match fault {
        EnvelopeFault::Format => {
            Fault::new("bukan-amplop", "Berkas ini bukan amplop tepat yang utuh.", again)
        }
        EnvelopeFault::TooLarge => {
            Fault::new("terlalu-besar", "Amplop lebih besar dari yang mungkin.", again)
        }
        EnvelopeFault::NotForThisKey => Fault::new(
            "bukan-untuk-kantor-ini",
            "Amplop dikunci untuk kantor lain.",
            "Buka di ruang kerja yang mendaftarkan RT itu.",
        ),
        EnvelopeFault::Sender | EnvelopeFault::Damaged | EnvelopeFault::Key => {
            Fault::new("rusak", "Amplop rusak, atau bukan dari pengirim yang disebutnya.", again)
        }
    }
}

//! An envelope that is opened: whose list it is, and the list.

use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::register::{Office, Scope, digest};
use crate::workspace::Workspace;
use data_encoding::HEXLOWER;
use domain::limits::{FAMILIES, LOST_LISTS};
use seal::{EnvelopeFault, OfficeSecret, envelope};
use serde::Deserialize;
use std::collections::BTreeMap;
use wire::{HouseholdListDto, Version};

/// Why an envelope waits in quarantine although its list was taken in.
pub const NEWER_CODES: &str = "kode-lebih-baru";

/// Why an envelope waits whose list has a number far above the last one.
pub const LEAPS: &str = "nomor-daftar-melompat";

/// An opened envelope.
#[derive(Debug)]
pub struct OpenedEnvelope {
    /// SHA-256 of its bytes.
    pub(super) digest: [u8; 32],
    pub(super) office: Office,
    pub(super) list: HouseholdListDto,
    /// The list as it was written.
    pub(super) document: String,
    /// When it came into the drop box.
    pub arrived_at: Option<Moment>,
}

/// Who opens envelopes: the office's key, and everybody whose lists it takes.
pub struct Reader {
    /// The newest first. Phones seal to the one that they know.
    own: Vec<OfficeSecret>,
    offices: BTreeMap<String, Office>,
    /// The number of the last list of each RT and RW, under whatever link.
    numbers: BTreeMap<Scope, u32>,
}

impl Reader {
    /// Of a workspace.
    pub fn of(workspace: &Workspace) -> Result<Self> {
        let (mut offices, mut numbers) = (BTreeMap::new(), BTreeMap::<Scope, u32>::new());
        for office in workspace.register.offices()? {
            let number = numbers.entry(office.scope.clone()).or_default();
            *number = office.edition.max(*number);
            offices.insert(office.id.clone(), office);
        }
        Ok(Self { own: workspace.keys.all()?, offices, numbers })
    }

    /// Another wherever it may open what it did not open before: it has other keys, or takes lists of others.
    pub fn fingerprint(&self) -> String {
        let mut all: String = self.own.iter().map(|key| key.public().id()).collect();
        for (id, office) in &self.offices {
            all += id;
            all += if office.is_active() { "+" } else { "-" };
        }
        HEXLOWER.encode(&digest(all.as_bytes()))
    }

    /// What is in an envelope, whether it may be taken in or not; none: that cannot be known here.
    pub fn document(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let envelope = envelope::read(bytes).ok()?;
        let sender = self.offices.get(envelope.from.as_ref()?)?;
        self.own.iter().find_map(|own| envelope::open(&envelope, own, Some(&sender.public)).ok())
    }

    /// Opens an envelope, if it is what it says.
    ///
    /// # Errors
    /// It is not, or its sender may not send lists.
    pub fn open(&self, bytes: &[u8], arrived_at: Option<Moment>) -> Result<OpenedEnvelope> {
        let envelope = envelope::read(bytes)
            .map_err(|fault| newer::<{ Version::<1>::NUMBER }>(bytes).unwrap_or_else(|| unreadable(fault)))?;
        let sender = envelope.from.clone().unwrap_or_default();
        let office = self.offices.get(&sender).cloned().ok_or_else(|| {
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
        let is_for = |key: &&OfficeSecret| envelope.to.iter().any(|wrap| wrap.key == key.public().id());
        let own = self.own.iter().find(is_for).ok_or_else(|| unreadable(EnvelopeFault::NotForThisKey))?;
        let document = envelope::open(&envelope, own, Some(&office.public)).map_err(unreadable)?;
        let list: HouseholdListDto = serde_json::from_slice(&document).or_else(|fault| {
            newer::<{ Version::<1>::NUMBER }>(&document).map_or(Err(fault).during("membaca isi amplop"), Err)
        })?;
        let scope = &office.scope;
        if (&list.area, list.rw, list.rt) != (&scope.area, scope.rw, scope.rt) {
            return Err(Fault::new(
                "daftar-rt-lain",
                "Isi amplop adalah daftar RT atau RW lain daripada pengirimnya.",
                "Hubungi pengurusnya; jangan masukkan daftar ini.",
            ));
        }
        if list.households.len() > FAMILIES {
            return Err(Fault::new(
                "terlalu-banyak-keluarga",
                format!(
                    "Daftar dalam amplop ini memuat lebih dari {FAMILIES} keluarga: tidak mungkin satu RT atau RW."
                ),
                "Hubungi pengurusnya; tautannya mungkin dipakai orang lain.",
            ));
        }
        // With the highest number there is, one list would shut out every later one, also under a new link.
        let last = self.numbers.get(scope).copied().unwrap_or_default();
        if list.edition > last.saturating_add(LOST_LISTS) {
            return Err(Fault::new(
                LEAPS,
                format!(
                    "Daftar ini bernomor {}, padahal yang terakhir diterima dari {scope} bernomor {last}.",
                    list.edition
                ),
                "Hubungi pengurusnya; tautannya mungkin dipakai orang lain. Bila benar begitu, cabut dengan `tepat enrol revoke`.",
            ));
        }
        let document = String::from_utf8_lossy(&document).into_owned();
        Ok(OpenedEnvelope { digest: digest(bytes), office, list, document, arrived_at })
    }
}

impl OpenedEnvelope {
    /// Why the list has to be read again: it holds codes that only a later version of this program knows.
    pub fn unknown_codes(&self) -> Option<Fault> {
        let families = self.list.households.iter().filter(|listed| !listed.read().1.is_empty()).count();
        (families > 0).then(|| {
            Fault::new(
                NEWER_CODES,
                format!("Daftar ini memuat kode yang belum dikenal tepat ini, pada {families} keluarga; sisanya sudah diterima."),
                "Perbarui tepat, lalu jalankan `tepat collect` lagi.",
            )
        })
    }

    /// The id of the link that it came by, and whose it is.
    pub fn sender(&self) -> (&str, &Scope) {
        (&self.office.id, &self.office.scope)
    }

    /// The name that its file has in the drop box.
    pub fn file(&self) -> String {
        format!("{}.json", HEXLOWER.encode(&self.digest))
    }
}

/// Why a file is not even read.
pub fn too_large() -> Fault {
    unreadable(EnvelopeFault::TooLarge)
}

/// A document of a later version than `KNOWN`: whoever wrote it has a newer program.
fn newer<const KNOWN: u8>(bytes: &[u8]) -> Option<Fault> {
    #[derive(Deserialize)]
    struct Versioned {
        version: u64,
    }
    let Versioned { version } = serde_json::from_slice(bytes).ok()?;
    (version > u64::from(KNOWN)).then(|| {
        Fault::new(
            "versi-lebih-baru",
            format!("Amplop ini versi {version}, tepat ini membaca sampai versi {KNOWN}."),
            "Perbarui tepat, lalu jalankan `tepat collect` lagi.",
        )
    })
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

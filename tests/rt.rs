//! The head of an RT: the link of the enrolment, the phone, and without a phone lists and envelopes.

use crate::device::Device;
use crate::publication::Publication;
use crate::signing::signing_key;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use data_encoding::BASE64;
use seal::{OfficePublic, OfficeSecret, envelope};
use serde_json::{Value, json};
use wire::{Enrolment, Envelope, HouseholdListDto, Outcome, Purpose, Signed};

/// An enrolled RT or RW.
#[derive(Debug)]
pub struct RtHead {
    /// The part of the link behind `/rt#`.
    pub fragment: String,
    enrolment: Enrolment,
}

/// A sealed list on its way.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The name that its file must have.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the head of every RT locks the phone with.
pub const PIN: &str = "274051";

impl RtHead {
    /// From the answer of `tepat enrol`.
    pub fn from_answer(answer: &Value) -> Self {
        let fragment = answer["fragment"].as_str().unwrap().to_owned();
        let signed = Signed::from_fragment(&fragment).unwrap();
        let enrolment =
            serde_json::from_str(signing_key().public().verify(Purpose::Enrolment, &signed).unwrap())
                .unwrap();
        Self { fragment, enrolment }
    }

    /// Opens the link on a new phone, and makes it the phone of this RT.
    pub fn activate(&self, origin: &str) -> Device {
        let phone = Device::open_at(origin, &format!("/rt#{}", self.fragment));
        self.activate_on(&phone);
        phone
    }

    /// Makes a phone on which the link was opened the phone of this RT.
    pub fn activate_on(&self, phone: &Device) {
        phone.says("Pakai HP ini untuk RT ini?");
        phone.fill("PIN 6 angka", PIN).fill("PIN sekali lagi", PIN).press("Aktifkan");
        phone.says("Belum ada keluarga").address_lacks(&self.fragment);
    }

    /// Gives the PIN, if the phone asks for it before it shows the register again.
    pub fn unlock(&self, phone: &Device) {
        let locked = phone.until("the register, or its lock", || {
            let page = phone.text();
            let locked = page.contains("Daftar ini terkunci");
            let comes = page.contains("Membuka daftar") || page.contains("Sedang memuat");
            (locked || !comes).then_some(locked)
        });
        if locked {
            phone.fill("PIN", PIN).press("Buka");
            phone.until_true("the register", || !phone.text().contains("Daftar ini terkunci"));
        }
    }

    /// The whole list of this RT: families without any number, by the code on the receipt and the name of the head.
    pub fn list(&self, edition: u32, families: &[(&str, &str)]) -> HouseholdListDto {
        let rt = self.enrolment.rt.unwrap().to_string();
        let families: Vec<Value> = families.iter().map(|(code, name)| self.family(code, name, &rt)).collect();
        self.list_of(edition, &families)
    }

    /// The whole list of this RT or RW, family by family.
    pub fn list_of(&self, edition: u32, families: &[Value]) -> HouseholdListDto {
        let Enrolment { area, rt, rw, .. } = &self.enrolment;
        serde_json::from_value(json!({
            "version": 1, "edition": edition, "area": area, "rt": rt, "rw": rw, "declared_on": "2021-03-12",
            "households": families,
        }))
        .unwrap()
    }

    /// A family of one RT without any number, as it stands on a list.
    pub fn family(&self, code: &str, name: &str, rt: &str) -> Value {
        let Enrolment { area, rw, .. } = &self.enrolment;
        json!({ "code": code, "listed_on": "2021-03-11", "household": {
            "head": { "name": name, "relation": "kepala" },
            "area": area, "rt": rt, "rw": rw, "address": "Gg. Contoh No. 3",
        }})
    }

    /// What the office says to this RT or RW; nothing, if there is no file for it.
    pub fn outcome(&self, publication: &Publication) -> Option<Outcome> {
        let name = format!("outcome/{}.json", self.public().id());
        let (_, bytes) = publication.files().find(|(path, _)| *path == name)?;
        Some(serde_json::from_slice(&self.open(&envelope::read(bytes).unwrap())).unwrap())
    }

    /// What is in an envelope from Dinas Sosial to this RT or RW.
    pub fn open(&self, sealed: &Envelope) -> Vec<u8> {
        let dinas = OfficePublic::from_bytes(&self.enrolment.offices[0].public_key.0).unwrap();
        envelope::open(sealed, &self.secret(), Some(&dinas)).unwrap()
    }

    /// Seals a list to the offices of the enrolment.
    pub fn seal(&self, list: &HouseholdListDto) -> Letter {
        let readers = self.enrolment.offices.iter().map(|office| &office.public_key.0);
        self.seal_for(&readers.map(|key| OfficePublic::from_bytes(key).unwrap()).collect::<Vec<_>>(), list)
    }

    /// Seals a list to whomever.
    pub fn seal_for(&self, readers: &[OfficePublic], list: &HouseholdListDto) -> Letter {
        let mut rng = ChaCha20Rng::from_seed([7; 32]);
        let document = serde_json::to_vec(list).unwrap();
        Letter::of(&envelope::seal(&document, Some(&self.secret()), readers, &mut rng).unwrap())
    }

    /// Seals whatever document to the office, as nobody's app would.
    pub fn seal_document(&self, document: &[u8]) -> Letter {
        let dinas = OfficePublic::from_bytes(&self.enrolment.offices[0].public_key.0).unwrap();
        let mut rng = ChaCha20Rng::from_seed([7; 32]);
        Letter::of(&envelope::seal(document, Some(&self.secret()), &[dinas], &mut rng).unwrap())
    }

    /// The key that its envelopes come from.
    pub fn public(&self) -> OfficePublic {
        self.secret().public().clone()
    }

    /// The kelurahan.
    pub fn kelurahan(&self) -> &str {
        self.enrolment.area.as_str()
    }

    /// Name and password at the drop box, as HTTP wants them.
    pub fn credentials(&self) -> String {
        let secret = self.secret();
        let pair = format!("{}:{}", secret.public().id(), secret.drop_box_password());
        format!("Basic {}", BASE64.encode(pair.as_bytes()))
    }

    /// The password alone.
    pub fn password(&self) -> String {
        self.secret().drop_box_password().to_owned()
    }

    fn secret(&self) -> OfficeSecret {
        OfficeSecret::from_seed(&self.enrolment.seed.array().unwrap())
    }
}

impl Letter {
    /// Of an envelope.
    pub fn of(envelope: &Envelope) -> Self {
        let (name, bytes) = envelope::write(envelope).unwrap();
        Self { name, bytes }
    }

    /// The envelope again.
    pub fn envelope(&self) -> Envelope {
        envelope::read(&self.bytes).unwrap()
    }
}

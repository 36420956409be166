//! A publication of a later program: the documents of this one, sealed anew with something in them that it does not know.

use crate::office::Office;
use crate::rt::RtHead;
use crate::signing::signing_key;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use seal::bucket::{self, Resident, Room};
use seal::{Locator, LookupSecret, Packed, PublicationSecret, SigningSecret, envelope};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use wire::{Bucket, BucketGroup, Digests, FileDigest, Index, Purpose};

impl Office {
    /// Changes what is published of a family.
    pub fn rewrite_record(&self, secret: &LookupSecret, change: impl FnOnce(&mut Value)) {
        let publication = self.publication();
        let params = publication.index().lookup;
        let (number, locator) = (secret.place().bucket(&params), Locator::derive(secret, &params).unwrap());
        let before = publication.bucket(number);
        let document = bucket::open(&before, &locator).unwrap().unwrap().unpack().unwrap();
        let packed = Packed::of(&changed(&document, change)).unwrap();
        let residents = [Resident { packed, locators: vec![locator] }];
        let room = Room {
            documents: before.documents.0.len() / Bucket::DOCUMENT,
            capsules: before.capsules.0.len() / Bucket::CAPSULE,
        };
        let seed = PublicationSecret::from_seed(&[9; 32]).seed_of(&residents, room);
        self.replace_bucket(number, &bucket::seal(&seed, &residents, room));
    }

    /// Puts another bucket in the place of one, and says so in an index of our office.
    pub fn replace_bucket(&self, number: u32, bucket: &Bucket) {
        let mut index = self.publication().index();
        let (group_name, place) = index.status.group_of(number).unwrap();
        let group = std::fs::read(self.api().join(group_name.status_file())).unwrap();
        let mut group: BucketGroup = serde_json::from_slice(&group).unwrap();
        group.buckets = replaced(&group.buckets, place, self.put_status_file(bucket));
        let groups =
            replaced(&index.status.groups, number / index.status.group_size, self.put_status_file(&group));
        index.status.groups = groups;
        self.write_index(&index, &signing_key());
    }

    fn put_status_file(&self, document: &impl Serialize) -> FileDigest {
        let bytes = serde_json::to_vec(document).unwrap();
        let name = digest_of(&bytes);
        std::fs::write(self.api().join(name.status_file()), bytes).unwrap();
        name
    }

    /// Changes the index, and signs it anew with a key.
    pub fn rewrite_index(&self, key: &SigningSecret, change: impl FnOnce(&mut Index)) {
        let mut index = self.publication().index();
        change(&mut index);
        self.write_index(&index, key);
    }

    fn write_index(&self, index: &Index, key: &SigningSecret) {
        let signed = key.sign(Purpose::Index, serde_json::to_string(index).unwrap());
        std::fs::write(self.api().join("index.json"), serde_json::to_vec(&signed).unwrap()).unwrap();
    }

    /// Changes what is published for the head of an RT or RW.
    pub fn rewrite_outcome(&self, head: &RtHead, change: impl FnOnce(&mut Value)) {
        let path = self.api().join(format!("outcome/{}.json", head.public().id()));
        let sealed = envelope::read(&std::fs::read(&path).unwrap()).unwrap();
        let document = changed(&head.open(&sealed), change);
        let mut rng = ChaCha20Rng::from_seed([7; 32]);
        let sealed = envelope::seal(&document, Some(&self.secret()), &[head.public()], &mut rng).unwrap();
        std::fs::write(path, envelope::write(&sealed).unwrap().1).unwrap();
    }
}

/// The name of a file.
pub fn digest_of(bytes: &[u8]) -> FileDigest {
    FileDigest::of_sha256(&Sha256::digest(bytes).into())
}

fn replaced(digests: &Digests, place: u32, by: FileDigest) -> Digests {
    (0..).zip(digests.iter()).map(|(at, digest)| if at == place { by } else { digest }).collect()
}

fn changed(document: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut document = serde_json::from_slice(document).unwrap();
    change(&mut document);
    serde_json::to_vec(&document).unwrap()
}

/// What a later program writes of a family: a status and a reason that this one does not know.
pub fn later_event() -> Value {
    serde_json::json!({
        "status": "menunggu-survei", "at": "2021-03-12", "reason": "kuota-penuh",
        "note": "Petugas datang hari Senin.", "surveyor": "Contoh",
    })
}

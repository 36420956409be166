//! A publication of a later program: the documents of this one, sealed anew with something in them that it does not know.

use crate::office::Office;
use crate::rt::RtHead;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use seal::{Locator, LookupSecret, envelope, lookup};
use serde_json::Value;
use wire::Bucket;

/// Nonce and tag around a sealed record.
const AROUND: usize = 12 + 16;

impl Office {
    /// Changes what is published of a family.
    pub fn rewrite_record(&self, secret: &LookupSecret, change: impl FnOnce(&mut Value)) {
        let params = self.publication().index().lookup;
        let locator = Locator::derive(secret, &params).unwrap();
        let bucket = lookup::bucket_file(locator.bucket(params.bucket_bits));
        let path = self.api().join("status").join(bucket);
        let mut bucket: Bucket = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let document = locator.open(&bucket, &params).unwrap().unwrap();
        let own = bucket.records.iter_mut().find(|record| record.id.0 == locator.id()).unwrap();
        *own = locator.seal(&changed(&document, change), own.sealed.0.len() - AROUND, [7; 12]).unwrap();
        std::fs::write(path, serde_json::to_vec(&bucket).unwrap()).unwrap();
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

//! Writes what the fuzzers of envelopes and buckets begin with: one of each that opens.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use domain::{KkNumber, Nik};
use seal::{Locator, LookupSecret, OfficeSecret, PublicationSecret, envelope};
use std::error::Error;
use std::path::Path;
use wire::{Bucket, Bytes, LookupParams, Version};

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let (office, sender) = (OfficeSecret::from_seed(&[1; 32]), OfficeSecret::from_seed(&[2; 32]));
    let list = br#"{"version":1,"edition":1,"area":"31.74.10.1005","rw":"002","rt":"005","declared_on":"2021-03-11","households":[]}"#;
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let sealed = envelope::seal(list, Some(&sender), std::slice::from_ref(office.public()), &mut rng)?;
    std::fs::write(corpus.join("envelope/list.json"), envelope::write(&sealed)?.1)?;

    let params = LookupParams {
        salt: Bytes(vec![7; 16]),
        memory_kib: seal::lookup::LEAST_MEMORY_KIB,
        passes: seal::lookup::LEAST_PASSES,
        lanes: 1,
        bucket_bits: 0,
    };
    let (kk, nik) = (KkNumber::parse("3174101001109001")?, Nik::parse("3174101205809001")?);
    let locator = Locator::derive(&LookupSecret::pair(&kk, &nik), &params)?;
    let secret = PublicationSecret::from_seed(&[4; 32]);
    let record = br#"{"version":1,"name":"C**** S***","area":"31.74.10.1005","area_name":"Ulujami","rt":"005","rw":"002","size":2,"events":[{"status":"diusulkan","at":"2021-03-11"}]}"#;
    let sealed = locator.seal(record, 256, secret.nonce(&locator.to_bytes(), record, 256))?;
    let records = vec![sealed, secret.decoy(0, 0, 0, 256 + 28)];
    let bucket = Bucket { version: Version, bits: 0, records };
    std::fs::write(corpus.join("bucket/one.json"), serde_json::to_vec(&bucket)?)?;
    Ok(())
}

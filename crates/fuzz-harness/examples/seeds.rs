//! Writes what the fuzzers of envelopes, buckets and indexes begin with: one of each that opens.

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng as _;
use domain::{KkNumber, Nik};
use seal::bucket::{self, Resident, Room};
use seal::{Locator, LookupSecret, OfficeSecret, Packed, PublicationSecret, SigningSecret, envelope};
use std::error::Error;
use std::path::Path;
use wire::{Bytes, FileDigest, Index, LookupParams, PairView, Programme, Purpose, StatusTree, Version};

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus");
    let (office, sender) = (OfficeSecret::from_seed(&[1; 32]), OfficeSecret::from_seed(&[2; 32]));
    let list = br#"{"version":1,"edition":1,"area":"31.74.10.1005","rw":"002","rt":"005","declared_on":"2021-03-11","households":[]}"#;
    let mut rng = ChaCha20Rng::from_seed([3; 32]);
    let sealed = envelope::seal(list, Some(&sender), std::slice::from_ref(office.public()), &mut rng)?;
    std::fs::write(corpus.join("envelope/list.json"), envelope::write(&sealed)?.1)?;

    let params = LookupParams {
        scheme: Version,
        salt: Bytes(vec![7; 16]),
        memory_kib: seal::derivation::LEAST_MEMORY_KIB,
        passes: seal::derivation::LEAST_PASSES,
        lanes: 1,
        pair_buckets: 1,
        code_buckets: 1,
        pair: PairView::Full.into(),
    };
    let (kk, nik) = (KkNumber::parse("3174101001109001")?, Nik::parse("3174101205809001")?);
    let locator = Locator::derive(&LookupSecret::pair(&kk, &nik), &params)?;
    let record = br#"{"version":1,"name":"C**** S***","area":"31.74.10.1005","area_name":"Ulujami","rt":"005","rw":"002","size":2,"events":[{"status":"diusulkan","at":"2021-03-11"}]}"#;
    let residents = [Resident { packed: Packed::of(record).ok_or("too long")?, locators: vec![locator] }];
    let room = Room { documents: 2, capsules: 3 };
    let bucket =
        bucket::seal(&PublicationSecret::from_seed(&[4; 32]).seed_of(&residents, room), &residents, room);
    let bucket = serde_json::to_vec(&bucket)?;
    let digest = |n| FileDigest::of_sha256(&[n; 32]);
    let index = Index {
        version: Version,
        serial: 1,
        published_at: "2021-03-12T06:00".into(),
        fresh_until: "2021-03-26T06:00".into(),
        programme: Programme { name: "Bantuan Sosial Tunai".into(), rupiah_a_month: 300_000, tahap: 1 },
        lookup: params,
        status: StatusTree { group_size: 256, groups: [digest(1)].into_iter().collect() },
        files: [("points.json".to_owned(), digest(2))].into(),
        next_key: None,
        offices: Vec::new(),
        drop_box: None,
        contacts: Vec::new(),
        example: true,
    };
    let key = SigningSecret::from_bytes(&[5; 32]).ok_or("no key")?;
    let signed = key.sign(Purpose::Index, serde_json::to_string(&index)?);
    std::fs::create_dir_all(corpus.join("index"))?;
    std::fs::write(corpus.join("index/one.json"), serde_json::to_vec(&signed)?)?;
    std::fs::write(corpus.join("bucket/one.json"), bucket)?;
    Ok(())
}

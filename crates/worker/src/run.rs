//! Doing the work.

use crate::job::{Answer, Failure, Job, Secret};
use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use seal::{EnvelopeFault, Locator, LookupFault, LookupSecret, OfficePublic, OfficeSecret, envelope};
use wire::{Bucket, Bytes, Enrolment, LookupParams, OfficeKind, StatusRecord};

/// Does one job.
pub fn run(job: Job) -> Answer {
    match job {
        Job::Locate { secret, params } => locate(&secret, &params),
        Job::Open { locator, params, bucket } => open(&locator, &params, &bucket),
        Job::Seal { enrolment, list } => serde_json::to_vec(&list)
            .map_err(|_| Failure::TooLarge)
            .and_then(|document| seal(&enrolment, &document)),
        Job::Stretch { secret, stretch } => {
            stretch.key(&secret).map(|key| Answer::Key(Bytes(key.as_bytes().to_vec()))).ok_or(Failure::Params)
        }
        Job::OpenOutcome { enrolment, envelope } => open_outcome(&enrolment, &envelope),
        Job::Identify { enrolment } => office(&enrolment).map(|office| Answer::Identity {
            id: office.public().id(),
            password: office.drop_box_password().to_owned(),
        }),
    }
    .unwrap_or_else(Answer::Failed)
}

fn locate(secret: &Secret, params: &LookupParams) -> Result<Answer, Failure> {
    let secret = match secret {
        Secret::Pair(kk, nik) => LookupSecret::pair(kk, nik),
        Secret::Code(code) => LookupSecret::code(code),
    };
    let locator = Locator::derive(&secret, params).map_err(lookup_failure)?;
    let file = seal::lookup::bucket_file(locator.bucket(params.bucket_bits));
    Ok(Answer::Located { file, locator: Bytes(locator.to_bytes()) })
}

fn open(locator: &Bytes, params: &LookupParams, bucket: &str) -> Result<Answer, Failure> {
    let locator = Locator::from_bytes(&locator.0).ok_or(Failure::Damaged)?;
    let bucket: Bucket = serde_json::from_str(bucket).map_err(|_| Failure::Damaged)?;
    let record = locator.open(&bucket, params).map_err(lookup_failure)?;
    let record: Option<StatusRecord> =
        record.map(|bytes| serde_json::from_slice(&bytes)).transpose().map_err(|_| Failure::Damaged)?;
    Ok(Answer::Opened(record.map(Box::new)))
}

fn seal(enrolment: &Enrolment, document: &[u8]) -> Result<Answer, Failure> {
    let readers: Vec<OfficePublic> = enrolment
        .offices
        .iter()
        .map(|key| OfficePublic::from_bytes(&key.public_key.0))
        .collect::<Option<_>>()
        .filter(|readers: &Vec<_>| !readers.is_empty())
        .ok_or(Failure::Enrolment)?;
    let mut rng = UnwrapErr(SysRng);
    let sealed =
        envelope::seal(document, Some(&office(enrolment)?), &readers, &mut rng).map_err(envelope_failure)?;
    let (file, bytes) = envelope::write(&sealed).map_err(envelope_failure)?;
    Ok(Answer::Sealed { file, text: String::from_utf8(bytes).map_err(|_| Failure::Damaged)? })
}

fn open_outcome(enrolment: &Enrolment, envelope: &str) -> Result<Answer, Failure> {
    let dinas = enrolment
        .offices
        .iter()
        .find(|key| key.kind == OfficeKind::Dinas)
        .and_then(|key| OfficePublic::from_bytes(&key.public_key.0))
        .ok_or(Failure::Enrolment)?;
    let envelope = envelope::read(envelope.as_bytes()).map_err(envelope_failure)?;
    let document = envelope::open(&envelope, &office(enrolment)?, Some(&dinas)).map_err(envelope_failure)?;
    serde_json::from_slice(&document)
        .map(|outcome| Answer::Outcome(Box::new(outcome)))
        .map_err(|_| Failure::Damaged)
}

fn office(enrolment: &Enrolment) -> Result<OfficeSecret, Failure> {
    enrolment.seed.array().map(|seed| OfficeSecret::from_seed(&seed)).ok_or(Failure::Enrolment)
}

fn lookup_failure(fault: LookupFault) -> Failure {
    match fault {
        LookupFault::Params => Failure::Params,
        LookupFault::Stale => Failure::Stale,
        LookupFault::Damaged | LookupFault::TooLong => Failure::Damaged,
    }
}

fn envelope_failure(fault: EnvelopeFault) -> Failure {
    match fault {
        EnvelopeFault::TooLarge => Failure::TooLarge,
        EnvelopeFault::Key | EnvelopeFault::NotForThisKey => Failure::Enrolment,
        EnvelopeFault::Format | EnvelopeFault::Sender | EnvelopeFault::Damaged => Failure::Damaged,
    }
}

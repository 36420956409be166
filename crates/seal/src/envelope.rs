//! Envelopes: HPKE (RFC 9180) around one content key.
//!
//! The document is padded and encrypted once; its key is wrapped for each reader, so that the loss of one reader's key
//! loses nothing. Each wrap is bound to the SHA-256 of the body: a reader cannot exchange the document under the
//! sender's name for another reader.

use crate::office::{Kem, OfficePublic, OfficeSecret};
use crate::pad;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce};
use hpke::aead::ChaCha20Poly1305 as HpkeAead;
use hpke::kdf::HkdfSha256;
use hpke::rand_core::CryptoRng;
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
use sha2::{Digest, Sha256};
use thiserror::Error;
use wire::{Bytes, Envelope, Version, Wrap};
use zeroize::Zeroizing;

const INFO: &[u8] = b"tepat/envelope/1";
/// Larger than any list: 4 MiB of JSON are some ten thousand families.
pub const LARGEST: usize = 8 * 1024 * 1024;
/// The largest file of an envelope: base64 and its frame add a third.
pub const LARGEST_FILE: usize = LARGEST / 2 * 3;
/// The content key serves one message only, so one nonce is right for all.
const NONCE: [u8; 12] = [0; 12];

/// Why an envelope was not opened, or not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EnvelopeFault {
    /// The text is no envelope in a known version.
    #[error("not an envelope of a known version")]
    Format,
    /// Larger than [`LARGEST`].
    #[error("larger than an envelope may be")]
    TooLarge,
    /// There is no wrap for this key.
    #[error("not addressed to this key")]
    NotForThisKey,
    /// It names another sender than the one expected, or none.
    #[error("not from the expected sender")]
    Sender,
    /// Damaged or forged.
    #[error("damaged, or not from whom it says")]
    Damaged,
    /// A key that no envelope can be sealed to.
    #[error("a reader's key is invalid")]
    Key,
}

/// Seals a document for its readers, from `sender` (mode *auth*) or from nobody (mode *base*).
///
/// # Errors
/// [`EnvelopeFault::TooLarge`] or [`EnvelopeFault::Key`].
pub fn seal(
    document: &[u8],
    sender: Option<&OfficeSecret>,
    readers: &[OfficePublic],
    rng: &mut impl CryptoRng,
) -> Result<Envelope, EnvelopeFault> {
    let padded =
        pad::pad(document, pad::roomy(document.len()).min(LARGEST)).ok_or(EnvelopeFault::TooLarge)?;
    let mut key = Zeroizing::new([0; 32]);
    rng.fill_bytes(key.as_mut());
    let body =
        cipher(&key).encrypt(&Nonce::from(NONCE), padded.as_slice()).map_err(|_| EnvelopeFault::TooLarge)?;
    let digest = Sha256::digest(&body);
    let to = readers
        .iter()
        .map(|reader| {
            let mode = match sender {
                Some(office) => OpModeS::Auth((office.private.clone(), office.public().0.clone())),
                None => OpModeS::Base,
            };
            hpke::single_shot_seal_with_rng::<HpkeAead, HkdfSha256, Kem>(
                &mode,
                &reader.0,
                INFO,
                key.as_slice(),
                &digest,
                rng,
            )
            .map(|(enc, wrapped)| Wrap {
                key: reader.id(),
                enc: Bytes(enc.to_bytes().to_vec()),
                wrapped: Bytes(wrapped),
            })
            .map_err(|_| EnvelopeFault::Key)
        })
        .collect::<Result<_, _>>()?;
    Ok(Envelope { version: Version, from: sender.map(|office| office.public().id()), to, body: Bytes(body) })
}

/// Opens an envelope. `sender` is whose key the reader knows for the envelope's `from`; `None` expects mode *base*.
///
/// # Errors
/// Every [`EnvelopeFault`] but `Key`.
pub fn open(
    envelope: &Envelope,
    reader: &OfficeSecret,
    sender: Option<&OfficePublic>,
) -> Result<Vec<u8>, EnvelopeFault> {
    if envelope.from != sender.map(OfficePublic::id) {
        return Err(EnvelopeFault::Sender);
    }
    let id = reader.public().id();
    let wrap = envelope.to.iter().find(|wrap| wrap.key == id).ok_or(EnvelopeFault::NotForThisKey)?;
    let enc = <Kem as hpke::Kem>::EncappedKey::from_bytes(&wrap.enc.0).map_err(|_| EnvelopeFault::Damaged)?;
    let mode = sender.map_or(OpModeR::Base, |office| OpModeR::Auth(office.0.clone()));
    let digest = Sha256::digest(&envelope.body.0);
    let key = hpke::single_shot_open::<HpkeAead, HkdfSha256, Kem>(
        &mode,
        &reader.private,
        &enc,
        INFO,
        &wrap.wrapped.0,
        &digest,
    )
    .map(Zeroizing::new)
    .map_err(|_| EnvelopeFault::Damaged)?;
    let key = <[u8; 32]>::try_from(key.as_slice()).map(Zeroizing::new).map_err(|_| EnvelopeFault::Damaged)?;
    let padded = cipher(&key)
        .decrypt(&Nonce::from(NONCE), envelope.body.0.as_slice())
        .map_err(|_| EnvelopeFault::Damaged)?;
    pad::unpad(&padded).map(<[u8]>::to_vec).ok_or(EnvelopeFault::Damaged)
}

/// Reads an envelope from the bytes of a file.
///
/// # Errors
/// [`EnvelopeFault::TooLarge`] or [`EnvelopeFault::Format`].
pub fn read(bytes: &[u8]) -> Result<Envelope, EnvelopeFault> {
    if bytes.len() > LARGEST_FILE {
        return Err(EnvelopeFault::TooLarge);
    }
    serde_json::from_slice(bytes).map_err(|_| EnvelopeFault::Format)
}

/// The bytes of an envelope's file, and its name: the SHA-256 of those bytes, so that sending twice is one file.
///
/// # Errors
/// [`EnvelopeFault::Format`] if it cannot be written as JSON, which does not happen.
pub fn write(envelope: &Envelope) -> Result<(String, Vec<u8>), EnvelopeFault> {
    let bytes = serde_json::to_vec(envelope).map_err(|_| EnvelopeFault::Format)?;
    Ok((file_name(&bytes), bytes))
}

/// The name that a file with these bytes must have.
pub fn file_name(bytes: &[u8]) -> String {
    format!("{}.json", base16ct::lower::encode_string(&Sha256::digest(bytes)))
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(*key))
}

//! The signing key of all offices in the stories, which is that of the demos: what is public protects nothing, and one build
//! of the app trusts it.

use crate::settings::in_repository;
use data_encoding::HEXLOWER;
use seal::SigningSecret;
use std::path::PathBuf;

/// The file of the key.
pub fn signing_key_file() -> PathBuf {
    in_repository("data/demo/signing.key")
}

/// The key.
pub fn signing_key() -> SigningSecret {
    let text = std::fs::read_to_string(signing_key_file()).unwrap();
    SigningSecret::from_bytes(&HEXLOWER.decode(text.trim().as_bytes()).unwrap()).unwrap()
}

/// A key that is not ours.
pub fn foreign_key() -> SigningSecret {
    SigningSecret::from_bytes(&[3; 32]).unwrap()
}

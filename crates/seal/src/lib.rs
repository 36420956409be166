//! What is sealed and how: the look-up of a family's status, the envelopes between offices, what a phone keeps.
//!
//! The primitives are those of well-kept crates: Argon2id (RFC 9106), ChaCha20-Poly1305 (RFC 8439), HKDF (RFC 5869),
//! HPKE (RFC 9180) and ECDSA (FIPS 186-5, RFC 6979). Randomness is handed in. Whatever comes from outside may be cut, flipped or huge: the answer
//! is a typed fault, never a panic and never a wrong document.

pub mod bucket;
pub mod derivation;
pub mod envelope;
mod hidden;
pub mod lookup;
pub mod office;
mod packing;
mod pad;
pub mod publication;
pub mod rest;
#[cfg(not(target_arch = "wasm32"))]
mod signing;

pub use derivation::{Derivation, DerivationMemory};
pub use envelope::EnvelopeFault;
pub use hpke::rand_core::CryptoRng;
pub use lookup::{Locator, LookupFault, LookupSecret, Place};
pub use office::{OfficePublic, OfficeSecret};
pub use packing::Packed;
pub use publication::PublicationSecret;
pub use rest::{RestKey, Stretch};
#[cfg(not(target_arch = "wasm32"))]
pub use signing::{ForeignSignature, SigningPublic, SigningSecret};

//! The keys of an office: Dinas Sosial, a kelurahan, an RT.

use crate::hidden::hidden;
use crate::publication::derive;
use base32ct::{Base32Unpadded, Encoding as _};
use hpke::{Deserializable, Kem as _, Serializable};
use sha2::{Digest, Sha256};
use zeroize::Zeroize;

pub(crate) type Kem = hpke::kem::X25519HkdfSha256;

/// A key pair, and all that follows from the office's seed. `Debug` is blank.
#[derive(Clone)]
pub struct OfficeSecret {
    pub(crate) private: <Kem as hpke::Kem>::PrivateKey,
    public: OfficePublic,
    drop_box_password: String,
}

/// A public key.
#[derive(Clone, PartialEq, Eq)]
pub struct OfficePublic(pub(crate) <Kem as hpke::Kem>::PublicKey);

impl OfficeSecret {
    /// Everything from 32 random bytes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        let mut material: [u8; 32] = derive(seed, b"tepat/office/1", &[]);
        let (private, public) = Kem::derive_keypair(&material);
        material.zeroize();
        let password: [u8; 20] = derive(seed, b"tepat/drop-box/1", &[]);
        Self { private, public: OfficePublic(public), drop_box_password: base32(&password) }
    }

    /// The public half.
    pub fn public(&self) -> &OfficePublic {
        &self.public
    }

    /// Password of this office at the drop box; the user name is the key id.
    pub fn drop_box_password(&self) -> &str {
        &self.drop_box_password
    }
}

impl OfficePublic {
    /// From 32 bytes; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        <Kem as hpke::Kem>::PublicKey::from_bytes(bytes).ok().map(Self)
    }

    /// 32 bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
    }

    /// What the key is called in file names and envelopes: 80 bits of its SHA-256 in base32, lower case.
    pub fn id(&self) -> String {
        base32(Sha256::digest(self.to_bytes()).get(..10).unwrap_or_default())
    }
}

hidden!(OfficeSecret);

fn base32(bytes: &[u8]) -> String {
    Base32Unpadded::encode_string(bytes)
}

/// The id only: enough to tell keys apart.
impl std::fmt::Debug for OfficePublic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "OfficePublic({})", self.id())
    }
}

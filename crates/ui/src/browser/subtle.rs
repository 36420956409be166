//! Digests, signatures and keys that no script can read, by the code that the browser has for them (WebCrypto): not a byte of ours.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// The browser does not do it: it is too old, or the page did not come by https.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCrypto;

/// The SHA-256 of some bytes.
///
/// # Errors
/// `NoCrypto`.
pub async fn sha256(bytes: &[u8]) -> Result<[u8; 32], NoCrypto> {
    let digest = subtle()?.digest_with_str_and_u8_array("SHA-256", bytes);
    let digest = JsFuture::from(digest.map_err(|_| NoCrypto)?).await.map_err(|_| NoCrypto)?;
    let digest: ArrayBuffer = digest.dyn_into().map_err(|_| NoCrypto)?;
    Uint8Array::new(&digest).to_vec().try_into().map_err(|_| NoCrypto)
}

/// Whether a signature (ECDSA on P-256 with SHA-256, r and s of 32 bytes) over a message is of this key, an uncompressed
/// point of 65 bytes. Bytes that are no key or no signature verify nothing.
///
/// # Errors
/// `NoCrypto`.
pub async fn verifies(key: &[u8], message: &[u8], signature: &[u8]) -> Result<bool, NoCrypto> {
    let subtle = subtle()?;
    let curve = object(&[("name", "ECDSA"), ("namedCurve", "P-256")]);
    let usages = Array::of1(&"verify".into());
    let point = Uint8Array::from(key);
    let import =
        subtle.import_key_with_object("raw", &point, &curve, false, &usages).map_err(|_| NoCrypto)?;
    let Ok(key) = JsFuture::from(import).await else { return Ok(false) };
    let key: CryptoKey = key.unchecked_into();
    let scheme = object(&[("name", "ECDSA"), ("hash", "SHA-256")]);
    let verify = subtle
        .verify_with_object_and_u8_array_and_u8_array(&scheme, &key, signature, message)
        .map_err(|_| NoCrypto)?;
    JsFuture::from(verify).await.map(|is_valid| is_valid.is_truthy()).map_err(|_| NoCrypto)
}

/// A text under a key that no script can read out, and that is nowhere but in what this returns: `{ key, sealed }`, to be
/// kept in IndexedDB for the service worker. The key seals nothing else, so that the nonce (AES-GCM) may be of zeros.
///
/// # Errors
/// `NoCrypto`.
pub async fn seal_for_worker(text: &str) -> Result<JsValue, NoCrypto> {
    let subtle = subtle()?;
    let algorithm = object(&[("name", "AES-GCM")]);
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    set(&algorithm, "length", &256.into());
    let key = subtle.generate_key_with_object(&algorithm, false, &usages).map_err(|_| NoCrypto)?;
    let key: CryptoKey = JsFuture::from(key).await.map_err(|_| NoCrypto)?.unchecked_into();
    let scheme = object(&[("name", "AES-GCM")]);
    set(&scheme, "iv", &Uint8Array::new_with_length(12));
    let sealed =
        subtle.encrypt_with_object_and_u8_array(&scheme, &key, text.as_bytes()).map_err(|_| NoCrypto)?;
    let sealed = JsFuture::from(sealed).await.map_err(|_| NoCrypto)?;
    let kept = Object::new();
    set(&kept, "key", &key);
    set(&kept, "sealed", &Uint8Array::new(&sealed));
    Ok(kept.into())
}

fn subtle() -> Result<SubtleCrypto, NoCrypto> {
    let crypto = window().crypto().map_err(|_| NoCrypto)?;
    // Where the page did not come by https, the browser hides it.
    let subtle = Reflect::get(&crypto, &"subtle".into()).unwrap_or(JsValue::UNDEFINED);
    if subtle.is_undefined() { Err(NoCrypto) } else { Ok(subtle.unchecked_into()) }
}

fn object(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        set(&object, name, &(*value).into());
    }
    object
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A plain object takes every field.
    let _ = Reflect::set(object, &name.into(), value);
}

//! What is kept on a phone.

use seal::rest::{RestKey, Stretch};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const PLACE: &str = "family/31.74.10.1001/002/005/0000000007";
const DOCUMENT: &[u8] = b"what was typed";

fn key() -> RestKey {
    RestKey::from_bytes([7; 32])
}

#[test]
fn what_is_kept_opens_in_its_place_alone() {
    let sealed = key().seal(PLACE, DOCUMENT, [1; 24]).unwrap();
    assert!(!sealed.windows(4).any(|part| part == b"what"));
    assert_eq!(key().open(PLACE, &sealed).as_deref(), Some(DOCUMENT));
    assert_eq!(key().open("family/31.74.10.1001/002/005/0000000008", &sealed), None);
    assert_eq!(RestKey::from_bytes([8; 32]).open(PLACE, &sealed), None);
}

#[test]
fn whatever_was_changed_does_not_open() {
    let sealed = key().seal(PLACE, DOCUMENT, [1; 24]).unwrap();
    for at in 0..sealed.len() {
        let mut other = sealed.clone();
        other[at] ^= 1;
        assert_eq!(key().open(PLACE, &other), None, "byte {at}");
        assert_eq!(key().open(PLACE, &sealed[..at]), None, "cut at {at}");
    }
}

#[test]
fn a_pin_gives_its_key_and_no_other() {
    let stretch = Stretch::new([3; 16]);
    assert_eq!(stretch.key("pin:274051"), stretch.key("pin:274051"));
    assert_ne!(stretch.key("pin:274051"), stretch.key("pin:274052"));
    assert_ne!(stretch.key("pin:274051"), Stretch::new([4; 16]).key("pin:274051"));
    assert!(stretch.key("").is_some());
}

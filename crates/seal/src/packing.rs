//! Records in one length, whatever they say.
//!
//! A record is JSON of a few hundred letters, most of which every record has. So there is a list of such phrases
//! (`docs/lookup-phrases.txt`, one a line): the byte 0x80 + n stands for the nth of them, 0xFF stands before a byte above 0x7F
//! that is meant, and zeros fill up. The longest phrase wins. That is shorter than deflate with a dictionary, a hundred
//! times as fast where a city is packed, and a dozen lines in any language.

use std::sync::LazyLock;

/// The length of a packed record.
pub(crate) const PACKED: usize = 256;
/// Part of the format: another list is another scheme.
const PHRASES: &str = include_str!("../../../docs/lookup-phrases.txt");
const FIRST_PHRASE: u8 = 0x80;
/// Stands before a byte that is itself.
const ITSELF: u8 = 0xFF;

/// The phrases with their bytes, the longest first.
static BY_LENGTH: LazyLock<Vec<(&'static [u8], u8)>> = LazyLock::new(|| {
    let mut phrases: Vec<_> = PHRASES.lines().map(str::as_bytes).zip(FIRST_PHRASE..ITSELF).collect();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
});

/// A record that was packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed(pub(crate) [u8; PACKED]);

impl Packed {
    /// Packs a document, which holds no zero byte, as JSON never does; `None` if it does not fit.
    pub fn of(document: &[u8]) -> Option<Self> {
        let (mut packed, mut length, mut rest) = ([0; PACKED], 0, document);
        let mut push = |byte: u8| {
            let place = packed.get_mut(length)?;
            *place = byte;
            length += 1;
            Some(())
        };
        while let Some((first, others)) = rest.split_first() {
            let phrase =
                BY_LENGTH.iter().find_map(|(phrase, byte)| Some((rest.strip_prefix(*phrase)?, *byte)));
            rest = if let Some((behind, byte)) = phrase {
                push(byte)?;
                behind
            } else {
                if *first >= FIRST_PHRASE {
                    push(ITSELF)?;
                }
                push(*first)?;
                others
            };
        }
        Some(Self(packed))
    }

    /// The document; `None` if these bytes are none.
    pub fn unpack(&self) -> Option<Vec<u8>> {
        let mut document = Vec::new();
        let mut bytes = self.0.iter().copied().take_while(|byte| *byte != 0);
        while let Some(byte) = bytes.next() {
            match byte {
                ITSELF => document.push(bytes.next()?),
                FIRST_PHRASE.. => {
                    let phrase = PHRASES.lines().nth(usize::from(byte - FIRST_PHRASE))?;
                    document.extend_from_slice(phrase.as_bytes());
                }
                _ => document.push(byte),
            }
        }
        Some(document)
    }

    /// From the bytes of a record; `None` if there are not as many.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes, for telling whether two are the same.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_phrases_as_bytes_for_them() {
        assert!(BY_LENGTH.len() < usize::from(ITSELF - FIRST_PHRASE));
        assert_eq!(BY_LENGTH.len(), PHRASES.lines().count());
        assert!(BY_LENGTH.iter().all(|(phrase, _)| phrase.len() > 1), "a phrase of a letter gains nothing");
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        for document in [
            "",
            "{}",
            "Ñandú • •• •••\u{ff}",
            r#"{"version":1,"name":"S••• A","events":[{"status":"cair"}]}"#,
        ] {
            let packed = Packed::of(document.as_bytes()).unwrap();
            assert_eq!(packed.unpack().unwrap(), document.as_bytes());
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert!(Packed::of(&[b'x'; PACKED]).is_some());
        assert!(Packed::of(&[b'x'; PACKED + 1]).is_none());
    }

    #[test]
    fn bytes_that_are_no_record_are_refused() {
        let mut cut = [b'x'; PACKED];
        cut[PACKED - 1] = ITSELF;
        assert_eq!(Packed(cut).unpack(), None);
        assert_eq!(Packed([ITSELF - 1; PACKED]).unpack(), None, "a phrase that is not in the list");
    }
}

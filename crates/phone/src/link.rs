//! The link that makes a phone the phone of an RT.

use domain::{AreaCode, Rt, Rw};
use wire::{Bytes, Enrolment, Signed};

/// Why a text is no enrolment link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It holds nothing behind its `#`.
    Empty,
    /// Part of it is missing, or it was changed on its way: copy the whole link again.
    Cut,
    /// It is complete but of no use: ask the kelurahan for a new one.
    Unusable,
    /// It is of another office, or of nobody: it is not to be used.
    Foreign,
    /// The browser cannot tell whether it is of our office: use another.
    Unchecked,
}

/// The bytes of a signature.
const SIGNATURE: usize = 64;

/// Reads a link, or only what stands behind its `#`. Messengers break long lines, so blanks are ignored. Whether the signature
/// holds, the browser tells.
///
/// # Errors
/// The [`LinkFault`] that tells what to do.
pub fn read(text: &str) -> Result<Signed, LinkFault> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let secret = text.rsplit('#').next().unwrap_or_default();
    if secret.is_empty() {
        return Err(LinkFault::Empty);
    }
    if let Some(signed) = Signed::from_fragment(secret) {
        return if signed.signature.0.len() == SIGNATURE { Ok(signed) } else { Err(LinkFault::Cut) };
    }
    // Links were whole without a signature once.
    let is_whole = Bytes::parse(secret).is_some_and(|json| json.0.last() == Some(&b'}'));
    Err(if is_whole { LinkFault::Foreign } else { LinkFault::Cut })
}

/// Reads the document of a link whose signature holds.
///
/// # Errors
/// `Unusable`.
pub fn enrolment(document: &str) -> Result<Enrolment, LinkFault> {
    let enrolment: Enrolment = serde_json::from_str(document).map_err(|_| LinkFault::Unusable)?;
    let usable = enrolment.seed.array::<32>().is_some()
        && enrolment.area.is_kelurahan()
        && !enrolment.offices.is_empty();
    if usable { Ok(enrolment) } else { Err(LinkFault::Unusable) }
}

/// Names the RT, or the RW, of an enrolment among all others: what is kept under this name is its own.
pub fn owner(enrolment: &Enrolment) -> String {
    owner_of(&enrolment.area, enrolment.rw, enrolment.rt)
}

/// The same by its parts.
pub fn owner_of(area: &AreaCode, rw: Rw, rt: Option<Rt>) -> String {
    let rt = rt.map_or_else(|| "rw".to_owned(), |rt| rt.to_string());
    [area.as_str(), "/", &rw.to_string(), "/", &rt].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::Version;

    fn signed() -> Signed {
        let document = serde_json::to_string(&crate::tests::enrolment()).unwrap();
        Signed { version: Version, document, signature: Bytes(vec![7; SIGNATURE]) }
    }

    #[test]
    fn a_link_comes_back_however_it_was_copied() {
        let secret = signed().to_fragment();
        let (front, back) = secret.split_at(60);
        for text in [
            secret.clone(),
            ["https://contoh.id/rt#", &secret].concat(),
            [" /rt#", front, "\n", back, " "].concat(),
        ] {
            let read = read(&text).unwrap();
            assert_eq!(read, signed(), "{text}");
            assert_eq!(super::enrolment(&read.document), Ok(crate::tests::enrolment()));
        }
    }

    #[test]
    fn a_broken_link_says_what_is_wrong() {
        let secret = signed().to_fragment();
        let (unsigned, _) = secret.split_once('.').unwrap();
        for (text, expect) in [
            (String::new(), LinkFault::Empty),
            ("https://contoh.id/rt#".to_owned(), LinkFault::Empty),
            (secret[..40].to_owned(), LinkFault::Cut),
            (secret[..secret.len() - 3].to_owned(), LinkFault::Cut),
            ("https://contoh.id/rt".to_owned(), LinkFault::Cut),
            (secret.replacen("ey", "%%", 1), LinkFault::Cut),
            (unsigned.to_owned(), LinkFault::Foreign),
        ] {
            assert_eq!(read(&text), Err(expect), "{text}");
        }
        assert_eq!(super::enrolment(r#"{"v":2}"#), Err(LinkFault::Unusable));
    }
}

//! The link that makes a phone the phone of an RT.

use domain::{AreaCode, Rt, Rw};
use wire::{Bytes, Enrolment};

/// Why a text is no enrolment link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkFault {
    /// It holds nothing behind its `#`.
    Empty,
    /// Part of it is missing, or it was changed on its way: copy the whole link again.
    Cut,
    /// It is complete but of no use: ask the kelurahan for a new one.
    Unusable,
}

/// Reads a link, or only what stands behind its `#`. Messengers break long lines, so blanks are ignored.
///
/// # Errors
/// The [`LinkFault`] that tells what to do.
pub fn read(text: &str) -> Result<Enrolment, LinkFault> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let secret = text.rsplit('#').next().unwrap_or_default();
    if secret.is_empty() {
        return Err(LinkFault::Empty);
    }
    let json = Bytes::parse(secret).ok_or(LinkFault::Cut)?;
    let enrolment: Enrolment = serde_json::from_slice(&json.0).map_err(|fault| match fault.classify() {
        serde_json::error::Category::Data => LinkFault::Unusable,
        _ => LinkFault::Cut,
    })?;
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
    use crate::tests::enrolment;

    #[test]
    fn a_link_comes_back_however_it_was_copied() {
        let secret = Bytes(serde_json::to_vec(&enrolment()).unwrap()).to_string();
        let (front, back) = secret.split_at(60);
        for text in [
            secret.clone(),
            ["https://contoh.id/rt#", &secret].concat(),
            [" /rt#", front, "\n", back, " "].concat(),
        ] {
            assert_eq!(read(&text), Ok(enrolment()), "{text}");
        }
    }

    #[test]
    fn a_broken_link_says_what_is_wrong() {
        let secret = Bytes(serde_json::to_vec(&enrolment()).unwrap()).to_string();
        let other = |json: &str| Bytes(json.as_bytes().to_vec()).to_string();
        for (text, expect) in [
            (String::new(), LinkFault::Empty),
            ("https://contoh.id/rt#".to_owned(), LinkFault::Empty),
            (secret[..40].to_owned(), LinkFault::Cut),
            (secret[..secret.len() - 3].to_owned(), LinkFault::Cut),
            ("https://contoh.id/rt".to_owned(), LinkFault::Cut),
            (other(r#"{"v":2}"#), LinkFault::Unusable),
            (secret.replacen("ey", "%%", 1), LinkFault::Cut),
        ] {
            assert_eq!(read(&text), Err(expect), "{text}");
        }
    }
}

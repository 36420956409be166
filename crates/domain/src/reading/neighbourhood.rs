//! RT and RW as they stand together in a column, or in running text.

use crate::rt_rw::{Rt, RtRwFault, Rw, roman};
use std::collections::VecDeque;

/// Reads `005/02`, `RT 005 / RW 02`, `RT.5 RW.2` or `V/II`: RT first, as it is always written.
///
/// # Errors
/// `RtRwFault` if there are not two numbers.
pub fn pair(text: &str) -> Result<(Rt, Rw), RtRwFault> {
    let parts = text.split(|c: char| !c.is_ascii_alphanumeric());
    let numbers: Vec<&str> = parts
        .flat_map(|part| if roman(part).is_some() { vec![part] } else { digits(part).collect() })
        .collect();
    match numbers.as_slice() {
        [rt, rw] => Ok((Rt::parse(rt)?, Rw::parse(rw)?)),
        _ => Err(RtRwFault),
    }
}

/// The runs of digits in a text.
fn digits(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty())
}

/// What running text names: `RT 005 / RW 02 KELURAHAN ULUJAMI`, `Jl. Melati 3 RT.05/02`.
pub fn mentioned(text: &str) -> (Option<Rt>, Option<Rw>) {
    let text = text.to_lowercase();
    let (mut rt, mut rw) = (None, None);
    let mut named = VecDeque::new();
    for part in parts(&text) {
        match part {
            "rt" | "rw" => {
                named.retain(|name| *name != part);
                named.push_back(part);
            }
            _ if is_number(part) && (!named.is_empty() || part.starts_with(|c: char| c.is_ascii_digit())) => {
                match named.pop_front() {
                    Some("rt") => {
                        rt = rt.or_else(|| Rt::parse(part).ok());
                        // `RT 05/02`: the number after the RT's is the RW's.
                        if named.is_empty() {
                            named.push_back("rw");
                        }
                    }
                    Some(_) => rw = rw.or_else(|| Rw::parse(part).ok()),
                    None => {}
                }
            }
            _ => named.clear(),
        }
    }
    (rt, rw)
}

fn is_number(part: &str) -> bool {
    part.chars().all(|c| c.is_ascii_digit()) || roman(part).is_some()
}

/// Words and numbers, also where nothing stands between them: `RT05` is two.
fn parts(text: &str) -> Vec<&str> {
    super::words::words(text)
        .flat_map(|word| match word.find(|c: char| c.is_ascii_digit()) {
            Some(at) => {
                let (letters, digits) = word.split_at(at);
                [letters, digits]
            }
            None => [word, ""],
        })
        .filter(|part| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs() {
        for text in ["005/02", "5/2", "RT 005 / RW 02", "RT.005 RW.002"] {
            let (rt, rw) = pair(text).unwrap();
            assert_eq!((rt.to_string().as_str(), rw.to_string().as_str()), ("005", "002"), "{text}");
        }
        assert!(pair("005").is_err());
    }

    fn check(text: &str, rt: Option<&str>, rw: Option<&str>) {
        let found = mentioned(text);
        let found = (found.0.map(|rt| rt.to_string()), found.1.map(|rw| rw.to_string()));
        assert_eq!((found.0.as_deref(), found.1.as_deref()), (rt, rw), "{text}");
    }

    #[test]
    fn numbers_named_in_running_text() {
        check("RT 005 / RW 02 KELURAHAN ULUJAMI", Some("005"), Some("002"));
        check("RT.05/02", Some("005"), Some("002"));
        check("Jl. Melati 3 RT05 RW002", Some("005"), Some("002"));
        check("RT/RW : 005/002", Some("005"), Some("002"));
        check("RT III/RW 05", Some("003"), Some("005"));
        check("RT/RW : IX/XIV", Some("009"), Some("014"));
        check("RT V, Jl. X", Some("005"), None);
        check("RW 04", None, Some("004"));
        check("RUKUN TETANGGA 5", None, None);
        check("Jl. Melati No. 5", None, None);
        check("Ketua RT Slamet 5", None, None);
        check("TAHUN 2021", None, None);
    }
}

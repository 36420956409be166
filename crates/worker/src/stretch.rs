//! Making keys of what people know: the one thing that takes a phone a second. Bytes travel as numbers with blanks between:
//! the program that does it is small, and reads no JSON.

use seal::Derivation;

/// The job of doing a derivation.
pub fn job(derivation: &Derivation) -> String {
    let Derivation { memory_kib, passes, lanes, length, .. } = derivation;
    let numbers = [memory_kib, passes, lanes].map(u32::to_string).join(" ");
    let (salt, secret) = (numbered(&derivation.salt), numbered(&derivation.secret));
    format!("{numbers} {length},{salt},{secret}")
}

/// What comes of a job, for [`derived`]; nothing for one that is none, or not acceptable.
pub fn answer(job: &str) -> String {
    read(job).and_then(|derivation| derivation.run()).map(|bytes| numbered(&bytes)).unwrap_or_default()
}

/// What a job derived; `None` if nothing came of it.
pub fn derived(answer: &str) -> Option<Vec<u8>> {
    bytes(answer).filter(|bytes| !bytes.is_empty())
}

fn read(job: &str) -> Option<Derivation> {
    let mut parts = job.split(',');
    let mut numbers = parts.next()?.split(' ').map(str::parse::<u32>);
    let mut number = || numbers.next()?.ok();
    Some(Derivation {
        memory_kib: number()?,
        passes: number()?,
        lanes: number()?,
        length: number()?.try_into().ok()?,
        salt: bytes(parts.next()?)?,
        secret: bytes(parts.next()?)?,
    })
}

fn numbered(bytes: &[u8]) -> String {
    bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(" ")
}

fn bytes(numbered: &str) -> Option<Vec<u8>> {
    numbered.split_whitespace().map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use seal::derivation::{LEAST_MEMORY_KIB, LEAST_PASSES};

    fn derivation(secret: &str, memory_kib: u32) -> Derivation {
        Derivation {
            secret: secret.as_bytes().to_vec(),
            salt: (240..=255).collect(),
            memory_kib,
            passes: LEAST_PASSES,
            lanes: 1,
            length: 48,
        }
    }

    #[test]
    fn a_job_is_read_as_it_was_written_and_its_answer_too() {
        for secret in ["kk, nik dan \u{e9}", ""] {
            let derivation = derivation(secret, LEAST_MEMORY_KIB);
            assert!(read(&job(&derivation)).as_ref() == Some(&derivation));
            assert_eq!(derived(&answer(&job(&derivation))), derivation.run());
        }
    }

    #[test]
    fn what_is_no_job_has_no_answer() {
        let cheap = job(&derivation("", LEAST_MEMORY_KIB - 1));
        for job in ["", "1 2 3", "19456 2 1 48,1", "19456 2 1 48,1 2 256,3", &cheap] {
            assert_eq!(derived(&answer(job)), None, "{job}");
        }
    }
}

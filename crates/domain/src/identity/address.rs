//! An address as it is compared.

use super::spelling::{fold, is_near, words};

/// An address without what people write in many ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Address {
    /// The names in it, joined.
    names: String,
    /// Numbers and single letters: number 12 is not number 13, and 12A not 12B.
    numbers: Vec<String>,
}

impl Address {
    pub(super) fn of(text: &str) -> Self {
        let mut address = Self::default();
        // RT and RW have fields of their own: `RT 005/02`.
        let mut passed_over = 0;
        for word in words(text) {
            let number = word.bytes().all(|b| b.is_ascii_digit());
            if number && passed_over > 0 {
                passed_over -= 1;
                continue;
            }
            passed_over = match word.as_str() {
                "rt" => 2,
                "rw" => 1,
                _ => 0,
            };
            match word.as_str() {
                "jl" | "jln" | "jalan" | "gg" | "gang" | "no" | "nomor" | "nmr" | "blok" | "blk" | "rt"
                | "rw" => {}
                _ if number => address.numbers.push(word.trim_start_matches('0').to_owned()),
                "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii" | "ix" | "x" => {
                    address.numbers.push(word)
                }
                _ if word.chars().count() == 1 => address.numbers.push(word),
                _ => address.names += &word,
            }
        }
        address.names = fold(&address.names);
        address
    }

    /// Whether it may be the same house. Its numbers tell nearly all addresses apart, at hardly any cost.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        let numbers_alone = self.names.is_empty() && other.names.is_empty() && !self.numbers.is_empty();
        self.numbers == other.numbers && (numbers_alone || is_near(&self.names, &other.names))
    }
}

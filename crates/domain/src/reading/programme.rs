//! Names of aid programmes as lists write them.

use super::words::{denies, words};
use crate::aid::Aid;

impl Aid {
    /// Reads what lists write: `PKH`, `terima BPNT`, `Kartu Prakerja`; blanks, `-`, `tidak ada`, `belum terima PKH`
    /// are none, and so is BST itself.
    pub fn parse_loose(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let has = |part: &str| text.contains(part);
        if let Ok(aid) = Self::parse(&text) {
            return Some(aid);
        }
        match text.as_str() {
            "0" | "n" | "t" => None,
            _ if words(&text).next().is_none_or(|first| first == "kosong")
                || words(&text.replace("non tunai", "")).any(is_no_more) =>
            {
                None
            }
            _ if has("pkh") || has("keluarga harapan") => Some(Self::Pkh),
            _ if has("bpnt") || has("non tunai") => Some(Self::Bpnt),
            _ if has("kartu sembako") => Some(Self::KartuSembako),
            _ if has("sembako") => Some(Self::PaketSembako),
            _ if has("prakerja") || has("pra kerja") => Some(Self::Prakerja),
            // `BST DKI 2021` is this aid itself; that of the centre, which Pos pays out, is another.
            _ if (words(&text).any(|word| word == "bst") || has("bantuan sosial tunai"))
                && !["kemensos", "pusat", "pos"].iter().any(|of| words(&text).any(|word| word == *of)) =>
            {
                None
            }
            _ => Some(Self::Other),
        }
    }
}

/// Whether a word says that the aid beside it is not received: not any more, or not yet.
fn is_no_more(word: &str) -> bool {
    denies(word) || matches!(word, "non" | "mantan" | "eks" | "bekas" | "graduasi" | "calon" | "usulan")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<Aid>) {
        assert_eq!(Aid::parse_loose(text), expect, "{text}");
    }

    #[test]
    fn reads_what_lists_write() {
        check("terima PKH", Some(Aid::Pkh));
        check("Bantuan Pangan Non Tunai", Some(Aid::Bpnt));
        check("Kartu Sembako", Some(Aid::KartuSembako));
        check("sembako", Some(Aid::PaketSembako));
        check("Pra Kerja", Some(Aid::Prakerja));
        check("bantuan desa", Some(Aid::Other));
        check("BST Kemensos", Some(Aid::Other));
        for aid in Aid::ALL {
            check(aid.code(), Some(*aid));
        }
        for none in [
            "",
            " - ",
            "--",
            "tidak ada",
            "Tdk",
            "belum pernah terima PKH",
            "bukan penerima BPNT",
            "tak dapat PKH",
            "kosong",
            "Non PKH/BPNT",
            "mantan PKH (graduasi 2019)",
            "calon PKH",
            "usulan BPNT 2022",
            "BST",
            "BST DKI Tahap 1",
            "Bantuan Sosial Tunai (BST)",
        ] {
            check(none, None);
        }
    }
}

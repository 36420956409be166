//! A family that passed its checks.

use crate::area::AreaCode;
use crate::kk::KkNumber;
use crate::member::{Member, Relation};
use crate::nik::Nik;
use crate::rt_rw::{Rt, Rw};
use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// Aid of the central government that excludes BST (eligibility rule 3).
    Aid, "an aid programme like pkh" {
        /// Program Keluarga Harapan.
        Pkh = "pkh",
        /// Bantuan Pangan Non Tunai.
        Bpnt = "bpnt",
        /// Kartu Sembako.
        KartuSembako = "kartu-sembako",
        /// Paket Sembako.
        PaketSembako = "paket-sembako",
        /// Kartu Prakerja.
        Prakerja = "prakerja",
        /// Aid whose name the list did not make clear.
        Other = "lainnya",
    }
}

impl Aid {
    /// Reads what lists write: `PKH`, `terima BPNT`, `Kartu Prakerja`; blanks, `-`, `tidak ada`, `belum terima PKH`
    /// are none, and so is BST itself.
    pub fn parse_loose(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let has = |part: &str| text.contains(part);
        let denies =
            |word: &str| matches!(word, "tidak" | "tdk" | "belum" | "blm" | "bukan" | "tanpa" | "nihil");
        match text.as_str() {
            "0" | "n" | "t" | "bst" | "bantuan sosial tunai" => None,
            _ if text.chars().all(|c| !c.is_alphanumeric()) => None,
            _ if text.split(|c: char| !c.is_alphanumeric()).any(denies) => None,
            _ if has("pkh") || has("keluarga harapan") => Some(Self::Pkh),
            _ if has("bpnt") || has("non tunai") => Some(Self::Bpnt),
            _ if has("kartu sembako") => Some(Self::KartuSembako),
            _ if has("sembako") => Some(Self::PaketSembako),
            _ if has("prakerja") || has("pra kerja") => Some(Self::Prakerja),
            _ => Some(Self::Other),
        }
    }
}

/// A family as a record: built only by [`HouseholdDraft::validate`](crate::HouseholdDraft::validate) or read back
/// from where such a record was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Household {
    /// The family card; a family may have none yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kk: Option<KkNumber>,
    /// The head of the family.
    pub head: Member,
    /// Everybody else in the KK.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Member>,
    /// How many people the list says there are, where it names the head only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_size: Option<u16>,
    /// Kelurahan of domicile.
    pub area: AreaCode,
    /// RT of domicile.
    pub rt: Rt,
    /// RW of domicile.
    pub rw: Rw,
    /// Street and number, free text.
    pub address: String,
    /// A telephone number, as given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Lost income through the pandemic (rule 2); `None`: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affected: Option<bool>,
    /// Has a fixed income (rule 2); `None`: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_income: Option<bool>,
    /// What the RT head wants the offices to know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Household {
    /// The whole family, head first.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        std::iter::once(&self.head).chain(&self.others)
    }

    /// Every NIK of the family.
    pub fn niks(&self) -> impl Iterator<Item = Nik> {
        self.members().filter_map(|member| member.nik)
    }

    /// How many people: those named, or the number stated if it is larger.
    pub fn size(&self) -> usize {
        let named = 1 + self.others.len();
        self.stated_size.map_or(named, |stated| named.max(usize::from(stated)))
    }

    /// The first other aid in the family, with the member who receives it.
    pub fn other_aid(&self) -> Option<(&Member, Aid)> {
        self.members().find_map(|member| member.aid.map(|aid| (member, aid)))
    }

    /// Whether somebody in it is old (60 or more: UU 13/1998) or, by the note, disabled: such a family has the nearer way.
    pub fn is_frail(&self, today: crate::Date) -> bool {
        self.members().any(|member| member.age_on(today).is_some_and(|age| age >= 60))
            || crate::disability::is_told(&self.note)
    }

    /// Who may inherit the place of the head: adults of the same KK, the spouse first.
    pub fn heirs(&self, today: crate::Date) -> Vec<&Member> {
        let mut heirs: Vec<&Member> = self.others.iter().filter(|member| member.is_adult(today)).collect();
        heirs.sort_by_key(|member| !matches!(member.relation, Relation::Wife | Relation::Husband));
        heirs
    }
}

#[cfg(test)]
mod tests {
    use super::Aid;

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
        for none in
            ["", " - ", "--", "tidak ada", "Tdk", "belum pernah terima PKH", "bukan penerima BPNT", "BST"]
        {
            check(none, None);
        }
    }
}

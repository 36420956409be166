//! A member of a family.

use crate::date::Date;
use crate::household::Aid;
use crate::nik::Nik;
use crate::text_serde::coded;
use serde::{Deserialize, Serialize};

coded! {
    /// Sex, as the KTP has it.
    Sex, "L or P" {
        /// Laki-laki.
        Male = "L",
        /// Perempuan.
        Female = "P",
    }
}

coded! {
    /// The place of a member in the Kartu Keluarga.
    Relation, "a relation like kepala" {
        /// Kepala keluarga.
        Head = "kepala",
        /// Suami.
        Husband = "suami",
        /// Istri.
        Wife = "istri",
        /// Anak.
        Child = "anak",
        /// Menantu.
        ChildInLaw = "menantu",
        /// Cucu.
        Grandchild = "cucu",
        /// Orang tua.
        Parent = "orang-tua",
        /// Mertua.
        ParentInLaw = "mertua",
        /// Famili lain.
        Relative = "famili-lain",
        /// Lainnya.
        Other = "lainnya",
    }
}

impl Relation {
    /// Reads what lists write: `Kepala Keluarga`, `Kep. Kel.`, `KK`, `Isteri`, `ANAK KANDUNG`, `Orangtua` …, and the
    /// numbers of Dukcapil's form F-1.01 (1 the head, 2 the husband … 11 others).
    pub fn parse_loose(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let has = |part: &str| text.contains(part);
        match text.as_str() {
            "" => None,
            "1" | "01" | "kk" | "krt" => Some(Self::Head),
            "2" | "02" => Some(Self::Husband),
            "3" | "03" => Some(Self::Wife),
            "4" | "04" => Some(Self::Child),
            "5" | "05" => Some(Self::ChildInLaw),
            "6" | "06" => Some(Self::Grandchild),
            "7" | "07" => Some(Self::Parent),
            "8" | "08" => Some(Self::ParentInLaw),
            "9" | "09" => Some(Self::Relative),
            _ if has("kepala") || text.starts_with("kep") => Some(Self::Head),
            _ if has("suami") => Some(Self::Husband),
            _ if has("istri") || has("isteri") => Some(Self::Wife),
            _ if has("menantu") => Some(Self::ChildInLaw),
            _ if has("anak") => Some(Self::Child),
            _ if has("cucu") => Some(Self::Grandchild),
            _ if has("mertua") => Some(Self::ParentInLaw),
            _ if has("orang tua") || has("orangtua") || has("ayah") || has("ibu") => Some(Self::Parent),
            _ if has("famili") || has("saudara") || has("kakak") || has("adik") => Some(Self::Relative),
            _ => Some(Self::Other),
        }
    }

    /// What somebody is to the heir who becomes the head, where it follows: `self` and `heir` are what both were to the
    /// former head. To a child, the other children are siblings; whether a wife is the mother of a child, the KK does not say,
    /// but nearly always she is.
    pub fn to_heir(self, heir: Self) -> Option<Self> {
        match (heir, self) {
            (Self::Wife | Self::Husband, Self::Child | Self::ChildInLaw | Self::Grandchild) => Some(self),
            (Self::Wife | Self::Husband, Self::Parent) => Some(Self::ParentInLaw),
            (Self::Wife | Self::Husband, Self::ParentInLaw) => Some(Self::Parent),
            (Self::Child, Self::Wife | Self::Husband) => Some(Self::Parent),
            (Self::Child, Self::Child | Self::Parent) => Some(Self::Relative),
            _ => None,
        }
    }
}

impl Sex {
    /// Reads what lists write: `L`, `Laki-laki`, `Pria`, `P`, `Perempuan`, `Wanita`, and the numbers of Dukcapil's form
    /// F-1.01 (1 and 2).
    pub fn parse_loose(text: &str) -> Option<Self> {
        match text.trim().to_lowercase().as_str() {
            "l" | "lk" | "1" | "laki-laki" | "laki laki" | "laki" | "pria" => Some(Self::Male),
            "p" | "pr" | "2" | "perempuan" | "wanita" => Some(Self::Female),
            _ => None,
        }
    }
}

/// One person of a household that passed its checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Member {
    /// As on the KTP or KK, with its titles.
    pub name: String,
    /// `None` is a statement of its own: this person has no NIK. That bars nobody (eligibility rule 5).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nik: Option<Nik>,
    /// The place in the KK.
    pub relation: Relation,
    /// As on the KTP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth: Option<Date>,
    /// Other aid that this person receives; it counts for the whole KK (eligibility rule 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aid: Option<Aid>,
    /// What the person lives on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occupation: String,
}

impl Member {
    /// How old the person is, by the date of birth or else by the NIK.
    pub fn age_on(&self, today: Date) -> Option<i32> {
        self.birth.or_else(|| self.nik?.birth(today)).map(|birth| birth.age_on(today))
    }

    /// Whether the person counts as an adult (17, the age of the KTP) on `today`; without a date, yes.
    pub fn is_adult(&self, today: Date) -> bool {
        self.age_on(today).is_none_or(|age| age >= 17)
    }
}

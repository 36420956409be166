//! Whether two families may be one that was listed twice.

use super::address::Address;
use super::numbers::Numbers;
use super::spelling::{is_near, name};
use crate::draft::HouseholdDraft;
use crate::text_serde::coded;

coded! {
    /// How two families are alike, the weakest sign first.
    Similarity, "a likeness like nik-sama" {
        /// Nearly the same name of the head at nearly the same address.
        NameAndAddress = "mirip",
        /// The same KK number.
        Kk = "kk-sama",
        /// Somebody of one has the NIK of somebody of the other: a person stands in one KK only.
        Nik = "nik-sama",
    }
}

/// What a family is told from others by. Made once a family, so that comparing costs little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchKey {
    /// Its numbers.
    pub numbers: Numbers,
    name: String,
    address: Address,
}

impl MatchKey {
    /// The traits of what was typed so far. A number that is missing or cannot be read is no trait.
    pub fn of(draft: &HouseholdDraft) -> Self {
        Self {
            numbers: Numbers::of(draft),
            name: draft.members.first().map(|head| name(&head.name)).unwrap_or_default(),
            address: Address::of(&draft.address),
        }
    }

    /// The strongest likeness to another family. It is the same seen from either side.
    pub fn likeness(&self, other: &Self) -> Option<Similarity> {
        if self.numbers.shared_nik(&other.numbers).is_some() {
            return Some(Similarity::Nik);
        }
        if self.numbers.share_kk(&other.numbers) {
            return Some(Similarity::Kk);
        }
        let look = self.address.is_near(&other.address) && is_near(&self.name, &other.name);
        look.then_some(Similarity::NameAndAddress)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::MemberDraft;
    use proptest::prelude::*;

    const NIK: &str = "3174105205809012";
    const KK: &str = "3174101001099012";

    fn family(name: &str, address: &str, nik: &str, kk: &str) -> HouseholdDraft {
        let head = MemberDraft { name: name.into(), nik: nik.into(), ..MemberDraft::default() };
        HouseholdDraft {
            kk: kk.into(),
            address: address.into(),
            members: vec![head],
            ..HouseholdDraft::default()
        }
    }

    fn check(one: &HouseholdDraft, other: &HouseholdDraft, expect: Option<Similarity>) {
        assert_eq!(MatchKey::of(one).likeness(&MatchKey::of(other)), expect, "{one:?} {other:?}");
    }

    fn look(one: (&str, &str), other: (&str, &str), expect: bool) {
        let (one, other) = (family(one.0, one.1, "", ""), family(other.0, other.1, "", ""));
        check(&one, &other, expect.then_some(Similarity::NameAndAddress));
    }

    #[test]
    fn numbers() {
        let siti = family("Siti", "Jl. A No. 1", NIK, KK);
        check(&siti, &family("Budi", "Jl. B No. 2", "3174 1052 0580 9012", ""), Some(Similarity::Nik));
        check(&siti, &family("Budi", "Jl. B No. 2", "", "3174.1010.0109.9012"), Some(Similarity::Kk));
        check(&siti, &family("Budi", "Jl. B No. 2", NIK, KK), Some(Similarity::Nik));
        check(&siti, &family("Budi", "Jl. B No. 2", "317410520580901", "317410100109901"), None);
        // Empty numbers never collide, and what is ticked away is not there.
        check(&family("Siti", "", "", ""), &family("Budi", "", "", ""), None);
        check(&family("", "", "", ""), &family("", "", "", ""), None);
        let mut without = siti.clone();
        (without.without_kk, without.members[0].without_nik) = (true, true);
        check(&siti, &family("Budi", "", NIK, ""), Some(Similarity::Nik));
        check(&without, &family("Budi", "", NIK, KK), None);
        // Anybody's NIK counts, not only the head's.
        let mut child = family("Joko", "", "", "");
        child.members.push(siti.members[0].clone());
        check(&siti, &child, Some(Similarity::Nik));
    }

    #[test]
    fn names_and_addresses_in_many_spellings() {
        let siti = ("Siti Aminah", "Jl. Melati No. 12");
        look(siti, ("SITI AMINAH", "jalan melati 12"), true);
        look(siti, ("Hj. Siti Aminah, S.Pd", "Jln Melati nomor 012 RT 005/02"), true);
        look(siti, ("Siti Amina", "Jl. Mellati No.12"), true);
        look(siti, ("Siti Aminah", "Jl. Melati No. 13"), false);
        look(siti, ("Siti Aminah", "Jl. Melati No. 12A"), false);
        look(siti, ("Siti Aminah", "Jl. Melati"), false);
        look(siti, ("Siti Aisyah", "Jl. Melati No. 12"), false);
        look(("M. Yusuf", "Gg. Mawar II/4"), ("Muhammad Jusuf", "Gang Mawar II No. 4"), true);
        look(("M. Yusuf", "Gg. Mawar II/4"), ("M. Yusuf", "Gg. Mawar III/4"), false);
        look(("Soeparno", "Blok B 7"), ("Suparno", "B/7"), true);
        look(("Soeparno", "Blok B 7"), ("Suparno", "Rawa B/7"), false);
        look(("Budi", "Gg. Kenanga 3"), ("Rudi", "Gg. Kenanga 3"), false);
        look(("", "Gg. Kenanga 3"), ("", "Gg. Kenanga 3"), false);
        look(("Budi", ""), ("Budi", ""), false);
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_from_either_side(
            names in prop::array::uniform2("(Siti|Budi|H\\. M|Djoko)? ?[a-c]{0,6}"),
            addresses in prop::array::uniform2("(Jl|Gang|RT)?[ .]?[a-b]{0,6} ?[0-2]?[AB]?"),
            niks in prop::array::uniform2("(317410520580901[12])?"),
        ) {
            let [one, other] = [0, 1].map(|i| MatchKey::of(&family(&names[i], &addresses[i], &niks[i], "")));
            prop_assert_eq!(one.likeness(&other), other.likeness(&one));
        }

        #[test]
        fn nothing_typed_panics(name in ".{0,30}", address in ".{0,40}") {
            let traits = MatchKey::of(&family(&name, &address, "", ""));
            let known = !traits.name.is_empty() && traits.address != Address::default();
            prop_assert_eq!(traits.likeness(&traits), known.then_some(Similarity::NameAndAddress));
        }
    }
}

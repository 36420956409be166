//! How long texts and lists may be, and the one place that sees to it.
//!
//! What somebody typed, what a file, an envelope or an old register holds may be of any length: a name of 200,000 letters in
//! one list would make every publication larger, and marks that nobody sees turn a line around. Whoever reads such a text puts
//! it [within] its limits and names what was over them.

use crate::cause::Cause;
use crate::field::{Field, Place};
use crate::household::Household;
use crate::household_list::ListedHousehold;
use crate::member::Member;
use crate::point::PickupPoint;
use crate::problem::{Fault, Problem};
use crate::reading::{is_invisible, one_line};
use crate::remarks::Remarks;
use crate::status::Event;

/// Letters of a name, of an occupation, and of a pickup point.
pub const NAME: usize = 100;
/// Letters of an address.
pub const ADDRESS: usize = 200;
/// Letters of what is said of telephones.
pub const PHONE: usize = 60;
/// Letters of a note, of a reason, and of any cell of a table.
pub const NOTE: usize = 500;
/// Members of a family.
pub const MEMBERS: usize = 30;
/// Families on the list of one head; those of an RW have some thousand.
pub const FAMILIES: usize = 5000;
/// Lists of one head that may be lost between two that arrive: each is sent by hand.
pub const LOST_LISTS: u32 = 1000;
/// Remarks of one kind on a family.
pub const REMARKS: usize = 100;

/// Puts a text into one line, takes out of it what nobody sees (control and bidirectional characters), and cuts it off after so
/// many letters; whether it had more.
pub fn within(text: &mut String, letters: usize) -> bool {
    if text.len() <= letters && is_plain(text) {
        return false;
    }
    let seen = |c: &char| !is_invisible(*c) && (c.is_whitespace() || !c.is_control());
    *text = one_line(&text.chars().filter(seen).collect::<String>());
    let Some((end, _)) = text.char_indices().nth(letters) else { return false };
    text.truncate(end);
    text.truncate(text.trim_end().len());
    true
}

/// Whether nothing is to be done to a text: most are so.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
        && !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
}

impl Field {
    /// How many letters it takes; `None` where it is no free text.
    pub const fn letters(self) -> Option<usize> {
        match self {
            Self::Name | Self::Occupation => Some(NAME),
            Self::Address => Some(ADDRESS),
            Self::Phone => Some(PHONE),
            Self::Note => Some(NOTE),
            _ => None,
        }
    }
}

impl Place {
    /// Puts what stands there within the limits of its field.
    pub(crate) fn limit(self, text: &mut String) -> Option<Problem> {
        let letters = self.field.letters()?;
        within(text, letters).then_some(Problem { place: self, fault: Fault::TooLong(letters) })
    }
}

impl Member {
    fn limit(&mut self, at: usize, over: &mut Vec<Problem>) {
        over.extend(Place::of_member(at, Field::Name).limit(&mut self.name));
        over.extend(Place::of_member(at, Field::Occupation).limit(&mut self.occupation));
    }
}

impl Household {
    /// Puts the record within the limits, wherever it comes from; what was over them.
    pub fn limit(&mut self) -> Vec<Problem> {
        let mut over = Vec::new();
        if 1 + self.others.len() > MEMBERS {
            self.others.truncate(MEMBERS - 1);
            over.push(Problem {
                place: Place::of_household(Field::Household),
                fault: Fault::TooManyMembers(MEMBERS),
            });
        }
        for (at, member) in self.members_mut().enumerate() {
            member.limit(at, &mut over);
        }
        for (field, text) in [
            (Field::Address, &mut self.address),
            (Field::Phone, &mut self.phone),
            (Field::Note, &mut self.note),
        ] {
            over.extend(Place::of_household(field).limit(text));
        }
        over
    }
}

impl Remarks {
    /// Puts what is said beside a record within the limits; what was over them, by the field that it is about.
    fn limit(&mut self) -> Vec<Problem> {
        let Self { kept, not_same, happenings, marks } = self;
        let mut over = Vec::new();
        let mut is_over = false;
        is_over |= cut(kept) | cut(not_same) | cut(happenings) | cut(marks);
        for kept in kept {
            within(&mut kept.fault, NAME);
            if within(&mut kept.reason, NOTE) {
                over.push(Problem { place: kept.place, fault: Fault::TooLong(NOTE) });
            }
        }
        for text in not_same.iter_mut().map(|other| &mut other.reason) {
            is_over |= within(text, NOTE);
        }
        for change in happenings {
            is_over |= within(&mut change.note, NOTE);
            if let Some(former) = &mut change.former_head {
                former.limit(0, &mut over);
            }
        }
        for mark in marks {
            is_over |= within(&mut mark.note, NOTE);
        }
        let place = Place::of_household(Field::Household);
        over.extend(is_over.then_some(Problem { place, fault: Fault::TooLong(NOTE) }));
        over
    }
}

/// The first of the remarks; whether there were more.
fn cut<T>(remarks: &mut Vec<T>) -> bool {
    let is_over = remarks.len() > REMARKS;
    remarks.truncate(REMARKS);
    is_over
}

impl ListedHousehold {
    /// Puts the family as a list has it within the limits; what was over them.
    pub fn limit(&mut self) -> Vec<Problem> {
        let mut over = self.household.limit();
        over.extend(self.remarks.limit());
        over
    }
}

impl Event {
    /// Puts what happened within the limits; whether anything was over them.
    pub fn limit(&mut self) -> bool {
        let mut is_over = within(&mut self.note, NOTE);
        if let Some(Cause::DuplicateOf { kelurahan, .. }) = &mut self.cause {
            is_over |= within(kelurahan, NAME);
        }
        if let Some(invitation) = &mut self.invitation {
            is_over |= within(&mut invitation.point, NAME);
        }
        is_over
    }
}

impl PickupPoint {
    /// Puts a point within the limits; the fields that were over them.
    pub fn limit(&mut self) -> Vec<Field> {
        let mut over = Vec::new();
        within(&mut self.id, NAME);
        over.extend(within(&mut self.name, NAME).then_some(Field::Name));
        over.extend(within(&mut self.address, ADDRESS).then_some(Field::Address));
        over
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        AreaCode, ChangeKind, Date, HouseholdChange, HouseholdDraft, KeptWarning, Mark, MemberDraft,
        NotDuplicate, RegistrationCode, Relation, Rt, Rw, Status,
    };
    use proptest::prelude::*;

    #[test]
    fn a_text_is_cut_between_letters_and_says_so() {
        for (text, expect, is_over) in [
            ("Siti", "Siti", false),
            ("Sitii", "Siti", true),
            (" Si\n ti ", "Si t", true),
            ("Si\u{0}t\u{202e}i", "Siti", false),
            ("Sitié", "Siti", true),
            ("Éééé", "Éééé", false),
            ("Ééééé", "Éééé", true),
            ("Sit i", "Sit", true),
            ("\u{200b}\u{7}", "", false),
        ] {
            let mut text = text.to_owned();
            assert_eq!((within(&mut text, 4), text.as_str()), (is_over, expect));
        }
    }

    /// Any text, with more of what must not come through than chance would bring.
    fn any_text() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(vec![
            '\u{0}', '\u{7}', '\t', '\n', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{200e}',
            '\u{200f}', '\u{202a}', '\u{202e}', '\u{2028}', '\u{2066}', '\u{2069}', '\u{61c}', '\u{feff}',
            ' ', 'é', '名',
        ]);
        prop::collection::vec(prop_oneof![any::<char>(), odd], 0..900).prop_map(String::from_iter)
    }

    fn is_in_order(text: &str, letters: usize) -> bool {
        let is_bidi = |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        text.chars().count() <= letters && !text.chars().any(|c| c.is_control() || is_bidi(c))
    }

    fn listed(text: &str, members: usize, remarks: usize) -> ListedHousehold {
        let member = Member {
            name: text.into(),
            nik: None,
            relation: Relation::Other,
            sex: None,
            birth: None,
            aid: None,
            disabled: false,
            occupation: text.into(),
        };
        let on = Date::parse("2021-03-12").unwrap();
        let code = RegistrationCode::from_random([1; 10]);
        let kept =
            KeptWarning { place: Place::of_household(Field::Kk), fault: text.into(), reason: text.into() };
        let change = HouseholdChange {
            what: ChangeKind::HeadDied,
            on,
            former_head: Some(member.clone()),
            note: text.into(),
        };
        let mark =
            Mark { call: 1, attendance: crate::Attendance::Told, absence: None, on, note: text.into() };
        ListedHousehold {
            code,
            listed_on: on,
            household: Household {
                kk: None,
                head: member.clone(),
                others: vec![member; members],
                stated_size: None,
                area: AreaCode::parse("31.74.10.1005").unwrap(),
                rt: Rt::parse("5").unwrap(),
                rw: Rw::parse("2").unwrap(),
                address: text.into(),
                phone: text.into(),
                affected: None,
                fixed_income: None,
                disability: None,
                note: text.into(),
            },
            remarks: Remarks {
                kept: vec![kept; remarks],
                not_same: vec![NotDuplicate { code, reason: text.into() }; remarks],
                happenings: vec![change; remarks],
                marks: vec![mark; remarks],
            },
        }
    }

    /// Every text in it, by its place in the JSON; numbers and codes are short.
    fn texts(value: &serde_json::Value, all: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => all.push(text.clone()),
            serde_json::Value::Array(values) => values.iter().for_each(|value| texts(value, all)),
            serde_json::Value::Object(fields) => fields.values().for_each(|value| texts(value, all)),
            _ => {}
        }
    }

    #[test]
    fn what_is_over_is_named_by_its_place() {
        let mut family = listed(&"a".repeat(200_000), 40, 200);
        let over = family.limit();
        assert_eq!(family.household.members().count(), MEMBERS);
        assert_eq!(family.remarks.marks.len(), REMARKS);
        let has = |place, fault| assert!(over.contains(&Problem { place, fault }), "{place:?}");
        has(Place::of_household(Field::Household), Fault::TooManyMembers(MEMBERS));
        has(Place::of_member(0, Field::Name), Fault::TooLong(NAME));
        has(Place::of_member(29, Field::Occupation), Fault::TooLong(NAME));
        has(Place::of_household(Field::Address), Fault::TooLong(ADDRESS));
        has(Place::of_household(Field::Phone), Fault::TooLong(PHONE));
        has(Place::of_household(Field::Note), Fault::TooLong(NOTE));
        has(Place::of_household(Field::Household), Fault::TooLong(NOTE));
        assert_eq!(family.limit(), [], "a second time nothing is over");
        assert_eq!(listed("Siti Aminah binti Contoh", 29, 100).limit(), []);
    }

    proptest! {
        #[test]
        fn whatever_comes_in_goes_out_within_the_limits(text in any_text(), letters in 0..600_usize) {
            let mut once = text;
            within(&mut once, letters);
            prop_assert!(is_in_order(&once, letters), "{once:?}");
            let mut twice = once.clone();
            prop_assert!(!within(&mut twice, letters));
            prop_assert_eq!(twice, once);
        }

        #[test]
        fn no_text_of_a_family_is_left_out(text in any_text(), members in 0..40_usize) {
            let mut family = listed(&text, members, 3);
            family.limit();
            let mut all = Vec::new();
            texts(&serde_json::to_value(&family).unwrap(), &mut all);
            prop_assert!(all.iter().all(|text| is_in_order(text, NOTE)));
            let mut event = Event { note: text.clone(), ..Event::new(Status::Proposed, family.listed_on) };
            event.limit();
            prop_assert!(is_in_order(&event.note, NOTE));
        }

        #[test]
        fn a_draft_becomes_a_record_within_the_limits(text in any_text()) {
            let text = ["A", &text].concat();
            let member = MemberDraft { name: text.clone(), without_nik: true, occupation: text.clone(), ..MemberDraft::default() };
            let draft = HouseholdDraft {
                without_kk: true, members: vec![member], address: text.clone(), phone: text.clone(), note: text,
                rt: "5".into(), rw: "2".into(), ..HouseholdDraft::default()
            };
            let area = AreaCode::parse("31.74.10.1005").unwrap();
            let valid = draft.validate(&area, Date::parse("2021-03-12").unwrap()).unwrap();
            let mut household = valid.household.clone();
            prop_assert_eq!(household.limit(), []);
            prop_assert_eq!(household, valid.household);
        }
    }
}

//! The ties between the fields of the form and the register.

use crate::field_session::{FieldSession, Phone, field_session, today};
use crate::route::FormStage;
use crate::text::problem;
use domain::{Entry, Fault, Field, HouseholdDraft, Place, Problem};
use leptos::prelude::*;
use phone::offer::put_nik;
use phone::{Candidates, DuplicateCandidate, Family, FamilyId, PhoneRegister};
use ui::browser::clock;
use ui::part::field::Binding;
use ui::text::Text;

/// What is typed of one family. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The desk that keeps it.
    pub session: FieldSession,
    /// The family.
    pub id: FamilyId,
    /// Every bar and every warning, in the order of the form.
    pub problems: Memo<Vec<Problem>>,
    /// The warnings, each with the reason if it stands.
    pub warnings: Memo<Vec<(Problem, Option<String>)>>,
    /// The families that look the same, each with the reason if it is not.
    pub duplicates: Memo<Vec<(DuplicateCandidate, Option<String>)>>,
    /// Whether the fields say what is wrong with them: only once somebody wanted to go on.
    tried: RwSignal<bool>,
}

impl Sheet {
    /// The sheet of a family, known or new.
    pub fn new(id: FamilyId) -> Self {
        let session = field_session();
        let look_at = move |draft: &HouseholdDraft| {
            let found = |register: &PhoneRegister| Family::problems(draft, &register.enrolment, today());
            session.with(found).unwrap_or_default()
        };
        let problems = Memo::new(move |_| look(session, id, look_at));
        let warnings = Memo::new(move |_| {
            let problems = problems.get().into_iter().filter(|problem| problem.fault.is_warning());
            let kept = |register: &PhoneRegister, warning: &Problem| {
                register.family(id).and_then(|family| family.kept(warning)).map(str::to_owned)
            };
            let with_reason =
                |warning| (warning, session.with(|register| kept(register, &warning)).flatten());
            problems.map(with_reason).collect()
        });
        // The others do not change while one types here.
        let others = RwSignal::new(Candidates::default());
        gather(session, id, others);
        let duplicates = Memo::new(move |_| {
            let duplicates = others.with(|others| look(session, id, |draft| others.duplicates(draft)));
            let told = |register: &PhoneRegister, duplicate: &DuplicateCandidate| {
                register.why_not_duplicate(id, duplicate).map(str::to_owned)
            };
            duplicates
                .into_iter()
                .map(|duplicate| (duplicate, session.with(|register| told(register, &duplicate)).flatten()))
                .collect()
        });
        Self { session, id, problems, warnings, duplicates, tried: RwSignal::new(false) }
    }

    /// The warnings about what is typed at a place. What somebody has stated, like having no NIK, is none.
    pub fn warnings_at(self, place: Place) -> Vec<(Problem, Option<String>)> {
        let warnings = self.warnings.read();
        let here = warnings.iter().filter(|(warning, _)| warning.place == place);
        here.filter(|(warning, _)| is_about_typing(warning.fault)).cloned().collect()
    }

    /// The families that look the same by what is typed at a place.
    pub fn duplicates_at(self, place: Place) -> Vec<(DuplicateCandidate, Option<String>)> {
        let duplicates = self.duplicates.read();
        duplicates.iter().filter(|(duplicate, _)| duplicate.place == place).cloned().collect()
    }

    /// Looks at what is typed, following it.
    pub fn look<T>(self, look_at: impl FnOnce(&HouseholdDraft) -> T) -> T {
        look(self.session, self.id, look_at)
    }

    /// Changes it, and keeps it.
    pub fn edit(self, change: impl FnOnce(&mut HouseholdDraft)) {
        self.session.edit(self.id, change);
    }

    /// Ties an input to the text of a field.
    pub fn text(self, place: Place) -> Binding {
        Binding {
            read: Signal::derive(move || self.look(|draft| draft.text(place).to_owned())),
            write: Callback::new(move |typed| self.set(place, Entry::Text(typed))),
        }
    }

    /// Puts something into a field, and keeps it. A NIK tells birth and sex.
    pub fn set(self, place: Place, entry: Entry) {
        self.edit(|draft| match (place, entry) {
            (Place { member: Some(index), field: Field::Nik }, Entry::Text(typed)) => {
                if let Some(member) = draft.members.get_mut(index) {
                    put_nik(member, typed, today());
                }
            }
            (place, entry) => draft.set(place, entry),
        });
    }

    /// Ties the field of this id to the reason that is being typed there.
    pub fn reason(self, field: &str) -> Binding {
        let (read_at, write_at) = (field.to_owned(), field.to_owned());
        let typed = move |register: &PhoneRegister| {
            register.family(self.id).and_then(|family| family.unsubmitted.get(&read_at).cloned())
        };
        Binding {
            read: Signal::derive(move || self.session.with(&typed).flatten().unwrap_or_default()),
            write: Callback::new(move |reason: String| {
                self.session.change(self.id, |family| {
                    if reason.is_empty() {
                        family.unsubmitted.remove(&write_at);
                    } else {
                        family.unsubmitted.insert(write_at.clone(), reason);
                    }
                });
            }),
        }
    }

    /// What keeps one from going on to the next stage; from now on the fields say it too.
    pub fn bars(self, stage: FormStage) -> Vec<Problem> {
        self.tried.set(true);
        let problems = self.problems.read_untracked();
        let here = |problem: &&Problem| FormStage::of(problem.place.field) == stage;
        problems.iter().filter(|problem| !problem.fault.is_warning()).filter(here).copied().collect()
    }

    /// What is wrong with a field.
    pub fn error(self, text: &'static Text, place: Place) -> Signal<Option<String>> {
        Signal::derive(move || {
            if !self.tried.get() {
                return None;
            }
            let problems = self.problems.read();
            let found = problems.iter().find(|problem| problem.place == place && !problem.fault.is_warning());
            found.map(|found| problem::says(text, found))
        })
    }
}

fn is_about_typing(fault: Fault) -> bool {
    matches!(
        fault,
        Fault::ForeignRegion
            | Fault::NikBirth
            | Fault::NikSex
            | Fault::Serial
            | Fault::UnusualNeighbourhood
            | Fault::OtherNeighbourhood
            | Fault::OtherAid
    )
}

/// Makes the other families ready for comparing, some at a time, as long as the page is there.
fn gather(session: FieldSession, id: FamilyId, others: RwSignal<Candidates>) {
    clock::after(0, move || {
        let more = others.try_update(|others| session.peek(|register| others.gather(register, id)));
        if more == Some(Some(true)) {
            gather(session, id, others);
        }
    });
}

fn look<T>(session: FieldSession, id: FamilyId, look_at: impl FnOnce(&HouseholdDraft) -> T) -> T {
    session.phone.with(|phone| match phone {
        Phone::Of(active) => match active.register.family(id) {
            Some(family) => look_at(&family.draft),
            None => look_at(&Family::new(id, &active.register.enrolment).draft),
        },
        _ => look_at(&HouseholdDraft::default()),
    })
}

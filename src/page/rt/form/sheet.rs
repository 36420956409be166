//! The ties between the fields of the form and the register.

use crate::browser::clock;
use crate::desk::{Desk, Phone, desk, today};
use crate::part::field::Binding;
use crate::route::FormStage;
use crate::text::{Text, problem};
use domain::{Field, HouseholdDraft, MemberDraft, Place, Problem};
use leptos::prelude::*;
use phone::{Family, FamilyId, Others, Register, Twin};

/// What is typed of one family. A copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The desk that keeps it.
    pub desk: Desk,
    /// The family.
    pub id: FamilyId,
    /// Every bar and every warning, in the order of the form.
    pub problems: Memo<Vec<Problem>>,
    /// The warnings, each with the reason if it stands.
    pub warnings: Memo<Vec<(Problem, Option<String>)>>,
    /// The families that look the same, each with the reason if it is not.
    pub twins: Memo<Vec<(Twin, Option<String>)>>,
    /// Whether the fields say what is wrong with them: only once somebody wanted to go on.
    tried: RwSignal<bool>,
}

impl Sheet {
    /// The sheet of a family, known or new.
    pub fn new(id: FamilyId) -> Self {
        let desk = desk();
        let look_at = move |draft: &HouseholdDraft| {
            let found = |register: &Register| Family::problems(draft, &register.enrolment, today());
            desk.with(found).unwrap_or_default()
        };
        let problems = Memo::new(move |_| look(desk, id, look_at));
        let warnings = Memo::new(move |_| {
            let problems = problems.get().into_iter().filter(|problem| problem.fault.is_warning());
            let kept = |register: &Register, warning: &Problem| {
                register.family(id).and_then(|family| family.kept(warning)).map(str::to_owned)
            };
            let with_reason = |warning| (warning, desk.with(|register| kept(register, &warning)).flatten());
            problems.map(with_reason).collect()
        });
        // The others do not change while one types here.
        let others = RwSignal::new(Others::default());
        gather(desk, id, others);
        let twins = Memo::new(move |_| {
            let twins = others.with(|others| look(desk, id, |draft| others.twins(draft)));
            let told = |register: &Register, twin: &Twin| register.told_apart(id, twin).map(str::to_owned);
            twins
                .into_iter()
                .map(|twin| (twin, desk.with(|register| told(register, &twin)).flatten()))
                .collect()
        });
        Self { desk, id, problems, warnings, twins, tried: RwSignal::new(false) }
    }

    /// Looks at what is typed, following it.
    pub fn look<T>(self, look_at: impl FnOnce(&HouseholdDraft) -> T) -> T {
        look(self.desk, self.id, look_at)
    }

    /// Changes it, and keeps it.
    pub fn edit(self, change: impl FnOnce(&mut HouseholdDraft)) {
        self.desk.edit(self.id, change);
    }

    /// Ties a field to a text of the household.
    pub fn text(
        self,
        get: fn(&HouseholdDraft) -> &String,
        get_mut: fn(&mut HouseholdDraft) -> &mut String,
    ) -> Binding {
        Binding {
            read: Signal::derive(move || self.look(|draft| get(draft).clone())),
            write: Callback::new(move |typed| self.edit(|draft| *get_mut(draft) = typed)),
        }
    }

    /// Ties a field to a text of a member.
    pub fn member(
        self,
        index: usize,
        get: fn(&MemberDraft) -> &String,
        get_mut: fn(&mut MemberDraft) -> &mut String,
    ) -> Binding {
        let read = move || self.look(|draft| draft.members.get(index).map(|m| get(m).clone()));
        let write = move |typed| {
            self.edit(|draft| {
                if let Some(member) = draft.members.get_mut(index) {
                    *get_mut(member) = typed;
                }
            });
        };
        Binding { read: Signal::derive(move || read().unwrap_or_default()), write: Callback::new(write) }
    }

    /// Ties the field of this id to the reason that is being typed there.
    pub fn reason(self, field: &str) -> Binding {
        let (read_at, write_at) = (field.to_owned(), field.to_owned());
        let typed = move |register: &Register| {
            register.family(self.id).and_then(|family| family.unsaid.get(&read_at).cloned())
        };
        Binding {
            read: Signal::derive(move || self.desk.with(&typed).flatten().unwrap_or_default()),
            write: Callback::new(move |reason: String| {
                self.desk.change(self.id, |family| {
                    if reason.is_empty() {
                        family.unsaid.remove(&write_at);
                    } else {
                        family.unsaid.insert(write_at.clone(), reason);
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

/// Makes the other families ready for comparing, some at a time, as long as the page is there.
fn gather(desk: Desk, id: FamilyId, others: RwSignal<Others>) {
    clock::after(0, move || {
        let more = others.try_update(|others| desk.peek(|register| others.gather(register, id)));
        if more == Some(Some(true)) {
            gather(desk, id, others);
        }
    });
}

fn look<T>(desk: Desk, id: FamilyId, look_at: impl FnOnce(&HouseholdDraft) -> T) -> T {
    desk.phone.with(|phone| match phone {
        Phone::Of(active) => match active.register.family(id) {
            Some(family) => look_at(&family.draft),
            None => look_at(&Family::new(id, &active.register.enrolment).draft),
        },
        _ => look_at(&HouseholdDraft::default()),
    })
}

/// A place in a household.
pub fn place(member: Option<usize>, field: Field) -> Place {
    Place { member, field }
}

//! What is marked of one call.

use crate::field_session::{FieldSession, field_session, today};
use domain::{Attendance, Mark};
use leptos::prelude::*;
use phone::FamilyId;
use phone::ledger::{self, Seen};

/// A handle to the marks of a call.
#[derive(Clone, Copy)]
pub struct Marking {
    session: FieldSession,
    family: FamilyId,
    call: u8,
    /// What was marked.
    pub seen: Memo<Seen>,
}

impl Marking {
    /// The marks of a call.
    pub fn of(family: FamilyId, call: u8) -> Self {
        let session = field_session();
        let seen = Memo::new(move |_| {
            let seen = session.with(|register| Some(Seen::of(&register.family(family)?.remarks, call)));
            seen.flatten().unwrap_or_default()
        });
        Self { session, family, call, seen }
    }

    /// Marks it today.
    pub fn mark(self, attendance: Attendance) {
        self.put(Mark { call: self.call, attendance, absence: None, on: today(), note: String::new() });
    }

    /// Says more of what came of it.
    pub fn amend(self, change: impl FnOnce(&mut Mark)) {
        if let Some(mut mark) = self.seen.get_untracked().came {
            change(&mut mark);
            self.put(mark);
        }
    }

    /// Takes back that the family was `told`, or what came of the call.
    pub fn unmark(self, told: bool) {
        self.session.change(self.family, |family| ledger::unmark(&mut family.remarks, self.call, told));
    }

    fn put(self, mark: Mark) {
        self.session.change(self.family, |family| ledger::mark(&mut family.remarks, mark));
    }
}

//! A list that was sealed, on its way to the drop box.

use domain::Date;
use wire::Enrolment;

/// One sealed list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListVersion {
    /// Counts the lists of this RT.
    pub number: u32,
    /// The day it was declared true.
    pub declared_on: Date,
    /// How many families it holds.
    pub families: usize,
    /// The name that its file must have.
    pub file: String,
    /// Its text; dropped once it has arrived.
    pub text: String,
    /// How far it has come.
    pub delivery: Delivery,
}

/// How far a sealed list has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// On this phone; nothing was tried yet.
    OnPhone,
    /// There was no signal.
    Waiting,
    /// In the drop box.
    Delivered,
    /// Shared or saved as a file, by hand: nobody has confirmed that it arrived, so it stays due.
    HandedOver,
    /// The drop box said no.
    Failed(Refusal),
}

/// Why the drop box said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It does not know this RT, or no longer: a new link is needed.
    Stranger,
    /// The list was sealed under a link that another has replaced: the office opens it no more, the next one holds it all.
    OldLink,
    /// It is not where the link says.
    NoBox,
    /// The list is too large for it.
    TooLarge,
    /// It is out of order for the moment: trying again helps.
    OutOfOrder,
    /// Something else, by its HTTP status.
    Other(u16),
}

/// What came of trying to deliver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Nobody answered.
    NoAnswer,
    /// The drop box answered with this HTTP status.
    Answer(u16),
}

impl ListVersion {
    /// Notes what came of an attempt.
    pub fn note(&mut self, attempt: Attempt) {
        self.arrive_at(self.delivery.after(attempt));
    }

    /// How the file is called when it leaves by hand, without extension: `daftar-rt006-rw002-ulujami-ke1`. The office reads a file by
    /// any name.
    pub fn name_by_hand(&self, enrolment: &Enrolment) -> String {
        let rt = enrolment.rt.map(|rt| format!("rt{rt}-")).unwrap_or_default();
        let kelurahan = enrolment.area_name.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "-");
        format!("daftar-{rt}rw{}-{kelurahan}-ke{}", enrolment.rw, self.number)
    }

    /// The same without its text, which is kept apart while it is on its way.
    #[must_use]
    pub fn without_text(&self) -> Self {
        Self { text: String::new(), ..self.clone() }
    }

    /// Moves to another state, and drops the text where nobody needs it any more.
    pub fn arrive_at(&mut self, delivery: Delivery) {
        self.delivery = delivery;
        if delivery == Delivery::Delivered {
            self.text.clear();
        }
    }
}

impl Delivery {
    /// The state after an attempt. What has arrived stays so; a list that is there already (412) has arrived.
    #[must_use]
    pub fn after(self, attempt: Attempt) -> Self {
        match (self, attempt) {
            (Self::Failed(Refusal::OldLink), _) => self,
            (Self::Delivered, _) | (_, Attempt::Answer(200..=299 | 412)) => Self::Delivered,
            // Given as a file, it is tried all the same until the box takes it or refuses it.
            (Self::HandedOver, Attempt::NoAnswer | Attempt::Answer(408 | 429 | 500..=599)) => {
                Self::HandedOver
            }
            (_, Attempt::NoAnswer) => Self::Waiting,
            (_, Attempt::Answer(status)) => Self::Failed(match status {
                401 | 403 => Refusal::Stranger,
                404 | 405 => Refusal::NoBox,
                413 => Refusal::TooLarge,
                408 | 429 | 500..=599 => Refusal::OutOfOrder,
                other => Refusal::Other(other),
            }),
        }
    }

    /// Whether trying again can help.
    pub fn may_arrive(self) -> bool {
        !matches!(self, Self::Delivered | Self::Failed(Refusal::OldLink))
    }

    /// Whether to try again without being told.
    pub fn is_due(self) -> bool {
        matches!(self, Self::OnPhone | Self::Waiting | Self::HandedOver | Self::Failed(Refusal::OutOfOrder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Run;

    fn check(from: Delivery, attempt: Attempt, expect: Delivery) {
        assert_eq!(from.after(attempt), expect, "{from:?} {attempt:?}");
    }

    #[test]
    fn deliveries() {
        use Attempt::{Answer, NoAnswer};
        use Delivery::{Delivered, Failed, HandedOver, OnPhone, Waiting};
        check(OnPhone, Answer(201), Delivered);
        check(OnPhone, Answer(412), Delivered);
        check(OnPhone, NoAnswer, Waiting);
        check(Waiting, Answer(204), Delivered);
        check(Waiting, Answer(503), Failed(Refusal::OutOfOrder));
        check(OnPhone, Answer(429), Failed(Refusal::OutOfOrder));
        check(HandedOver, Answer(429), HandedOver);
        check(Failed(Refusal::OutOfOrder), NoAnswer, Waiting);
        check(Failed(Refusal::Stranger), Answer(201), Delivered);
        check(OnPhone, Answer(401), Failed(Refusal::Stranger));
        check(OnPhone, Answer(404), Failed(Refusal::NoBox));
        check(OnPhone, Answer(413), Failed(Refusal::TooLarge));
        check(OnPhone, Answer(418), Failed(Refusal::Other(418)));
        check(Delivered, NoAnswer, Delivered);
        check(Delivered, Answer(500), Delivered);
        check(HandedOver, NoAnswer, HandedOver);
        check(HandedOver, Answer(503), HandedOver);
        check(HandedOver, Answer(413), Failed(Refusal::TooLarge));
        check(HandedOver, Answer(403), Failed(Refusal::Stranger));
        check(Failed(Refusal::OldLink), Answer(201), Failed(Refusal::OldLink));
        check(HandedOver, Answer(412), Delivered);
    }

    #[test]
    fn a_file_is_called_by_whose_list_it_is() {
        let register = Run::new().saves(1, "Siti").sends(Delivery::OnPhone).0;
        let name = |enrolment: &Enrolment| register.list_versions[0].name_by_hand(enrolment);
        let mut enrolment = register.enrolment.clone();
        assert_eq!(name(&enrolment), "daftar-rt005-rw002-ulujami-ke1");
        (enrolment.rt, enrolment.area_name) = (None, "Kebayoran Lama Utara".into());
        assert_eq!(name(&enrolment), "daftar-rw002-kebayoran-lama-utara-ke1");
    }

    #[test]
    fn only_what_waiting_can_help_is_tried_again() {
        for (delivery, due) in [
            (Delivery::OnPhone, true),
            (Delivery::Waiting, true),
            (Delivery::Failed(Refusal::OutOfOrder), true),
            (Delivery::Failed(Refusal::Stranger), false),
            (Delivery::Failed(Refusal::TooLarge), false),
            (Delivery::Delivered, false),
            (Delivery::HandedOver, true),
        ] {
            assert_eq!(delivery.is_due(), due, "{delivery:?}");
        }
    }
}

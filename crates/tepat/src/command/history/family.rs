//! The story of one family.

use super::words;
use crate::question::question;
use domain::{Date, Decision, RegistrationCode, Status};
use office::areas::{areas, name_of};
use office::fault::Result;
use office::register::{Answered, Family, Line, NotedCorrection, Recorded, Register};
use serde::Serialize;
use std::fmt::{Display, Formatter};

/// Everything that the register knows of it, but for the numbers on its cards.
#[derive(Serialize)]
pub(super) struct FamilyHistory {
    codes: Vec<RegistrationCode>,
    /// The record as it stands, in a line.
    record: String,
    /// Who entered it.
    entered_by: &'static str,
    place: String,
    status: Status,
    /// Whether nobody has looked: an objection puts the family before a person.
    is_refused_by_rule: bool,
    /// Where it was listed first.
    #[serde(skip_serializing_if = "Option::is_none")]
    listed: Option<String>,
    /// A code of the entry that stands, where this one is a double.
    #[serde(skip_serializing_if = "Option::is_none")]
    double_of: Option<RegistrationCode>,
    #[serde(skip_serializing_if = "Option::is_none")]
    card_last_four: Option<String>,
    events: Vec<EventEntry>,
    reviews: Vec<Reviewed>,
    reports: Vec<ReportEntry>,
    former: Vec<PreviousRecord>,
    /// Who changed the record in the name of the family.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<NotedCorrection>,
    remarks: Vec<Said>,
}

#[derive(Serialize)]
struct EventEntry {
    at: Date,
    recorded_at: String,
    /// The same by the clock of the computer.
    #[serde(skip_serializing_if = "Option::is_none")]
    written_at: Option<String>,
    by: String,
    /// In words.
    what: String,
    status: Status,
    evidence: Vec<String>,
}

/// A question that a person was asked.
#[derive(Serialize)]
struct Reviewed {
    question: &'static str,
    is_open: bool,
    answers: Vec<Answer>,
}

#[derive(Serialize)]
struct Answer {
    given_at: String,
    by: String,
    decision: Decision,
    note: String,
    evidence: String,
}

#[derive(Serialize)]
struct ReportEntry {
    on: Date,
    topic: String,
    says: String,
    /// What the point adds, for the office only.
    #[serde(skip_serializing_if = "String::is_empty")]
    remark: String,
    evidence: String,
}

#[derive(Serialize)]
struct PreviousRecord {
    until: String,
    entered_by: &'static str,
    record: String,
}

#[derive(Serialize)]
struct Said {
    said_at: String,
    by: &'static str,
    what: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    struck_at: Option<String>,
}

impl FamilyHistory {
    pub(super) fn of(register: &Register, family: &Family) -> Result<Self> {
        let evidence = |line: &Line| -> Result<String> {
            Ok(format!("berkas {} baris {}", register.source_name(line.source)?, line.line))
        };
        let entered = |by| words::actor(by);
        let mut events = Vec::new();
        let is_of_rule = |last: &Recorded| last.event.status == Status::Refused && last.by.is_none();
        let is_refused_by_rule = register.recorded(family.id)?.last().is_some_and(is_of_rule);
        for recorded in register.written_down(family.id)? {
            events.push(EventEntry {
                at: recorded.event.at,
                by: words::who(&recorded),
                what: words::event(&recorded.event),
                status: recorded.event.status,
                evidence: recorded.evidence.iter().map(evidence).collect::<Result<_>>()?,
                recorded_at: recorded.recorded_at,
                written_at: recorded.written_at,
            });
        }
        let (mut reviews, mut given) = (Vec::new(), register.answers_of(family.id)?);
        for asked in register.asked_of(family.id)? {
            let mut answers = Vec::new();
            for answered in given.remove(&(family.id, asked.question)).unwrap_or_default() {
                let evidence = evidence(&answered.line)?;
                let Answered { by, decision, note, at, .. } = answered;
                answers.push(Answer { given_at: at, by, decision, note, evidence });
            }
            let question = question(asked.question);
            reviews.push(Reviewed { question, is_open: asked.is_open, answers });
        }
        let mut reports = Vec::new();
        for said in register.said_of(family.id)? {
            let evidence = evidence(&said.line)?;
            let remark = words::by_hand(&said.remark);
            reports.push(ReportEntry { on: said.on, topic: said.topic, says: said.says, remark, evidence });
        }
        let stands = family.duplicate_of.map(|id| register.codes(id)).transpose()?;
        let origin = &family.origin;
        Ok(Self {
            codes: register.codes(family.id)?,
            record: words::household(&family.household),
            entered_by: entered(family.entered_by.unwrap_or(domain::Actor::Dinas)),
            place: format!("RT {} / RW {} {}", origin.rt, origin.rw, name_of(&areas(), &origin.area)),
            status: register.history(family.id)?.status(),
            is_refused_by_rule,
            listed: family.line.as_ref().map(evidence).transpose()?,
            double_of: stands.and_then(|codes| codes.first().copied()),
            card_last_four: register.card_of(family.id)?,
            events,
            reviews,
            reports,
            former: register
                .previous_versions(family.id)?
                .into_iter()
                .map(|previous| PreviousRecord {
                    until: previous.until,
                    entered_by: entered(previous.entered_by.unwrap_or(domain::Actor::Dinas)),
                    record: words::household(&previous.household),
                })
                .collect(),
            corrections: register.corrections(family.id)?,
            remarks: register
                .spoken_of(family.id)?
                .into_iter()
                .map(|spoken| Said {
                    said_at: spoken.said_at,
                    by: entered(spoken.by),
                    what: words::remark(&spoken.remark),
                    struck_at: spoken.struck_at,
                })
                .collect(),
        })
    }
}

impl Display for FamilyHistory {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.record)?;
        writeln!(f, "{}; ditulis {}; sekarang {}.", self.place, self.entered_by, self.status)?;
        let codes: Vec<String> = self.codes.iter().map(ToString::to_string).collect();
        writeln!(f, "Kode pendaftaran: {}", codes.join(", "))?;
        if let Some(listed) = &self.listed {
            writeln!(f, "Terdaftar di {listed}.")?;
        }
        if let Some(stands) = &self.double_of {
            writeln!(f, "Data ganda: yang berlaku adalah {stands}.")?;
        }
        if let Some(card) = &self.card_last_four {
            writeln!(f, "Kartu berakhir {card}.")?;
        }
        for EventEntry { at, recorded_at, written_at, by, what, evidence, .. } in &self.events {
            let written = written_at.as_ref().map(|at| format!(" (jam komputer {at})")).unwrap_or_default();
            writeln!(f, "  {at}  {what}")?;
            writeln!(f, "              dicatat {recorded_at}{written} oleh {by}{}", because(evidence))?;
        }
        for Reviewed { question, is_open, answers } in &self.reviews {
            let waits = if *is_open { " (menunggu jawaban)" } else { "" };
            writeln!(f, "  ditanyakan: {question}{waits}")?;
            for Answer { given_at, by, decision, note, evidence } in answers {
                let note = if note.is_empty() { String::new() } else { format!(": {note}") };
                writeln!(f, "              {given_at} {by}: {decision}{note} ({evidence})")?;
            }
        }
        for ReportEntry { on, topic, says, remark, evidence } in &self.reports {
            writeln!(f, "  {on}  laporan {topic}: {} ({evidence})", words::with_note(says.clone(), remark))?;
        }
        for PreviousRecord { until, entered_by, record } in &self.former {
            writeln!(f, "  sampai {until} tercatat: {record} (ditulis {entered_by})")?;
        }
        for NotedCorrection { written_at, by, fields } in &self.corrections {
            writeln!(f, "  {written_at}  diperbaiki oleh {by}: {}", fields.join(", "))?;
        }
        for Said { said_at, by, what, struck_at } in &self.remarks {
            let struck = struck_at.as_ref().map(|at| format!(", dicabut {at}")).unwrap_or_default();
            writeln!(f, "  {said_at}  kata {by}: {what}{struck}")?;
        }
        if self.is_refused_by_rule {
            writeln!(
                f,
                "Ditolak oleh aturan; belum ada orang yang memutuskan. Bila keluarga menyanggah: `tepat decide --status diusulkan \
                 --by NAMA`, lalu `tepat verify`, dan jawab pertanyaannya di `tepat review`."
            )?;
        }
        Ok(())
    }
}

fn because(evidence: &[String]) -> String {
    if evidence.is_empty() { String::new() } else { format!("; bukti: {}", evidence.join(", ")) }
}

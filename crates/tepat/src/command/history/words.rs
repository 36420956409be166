//! What happened, as sentences.

use ::words::cause::cause;
use ::words::family::change;
use ::words::visit::{absence, attendance};
use ::words::{Language, within_sentence};
use domain::{Actor, Event, Household, Sixteen, Status};
use office::register::{Recorded, Remark};

/// What is told at the command line.
const LANGUAGE: Language = Language::Indonesian;

/// What came of it: `diundang ke-2 ke SDN-1 pada 2021-03-18, 09:00-10:00`.
pub(super) fn event(event: &Event) -> String {
    if event.takes_back > 0 {
        let back = step(event.status, true);
        return format!("{} peristiwa ditarik kembali, {back}: {}", event.takes_back, event.note);
    }
    let mut words = step(event.status, event.resumed);
    if let Some(tahap) = event.tahap {
        words += &format!(" tahap {tahap}");
    }
    if let Some(it) = event.invitation.as_ref().filter(|_| event.status == Status::Invited) {
        words += &format!(" ke-{} ke {} pada {}, {}-{}", it.call, it.point, it.date, it.from, it.to);
    }
    if let Some(reason) = event.reason {
        words += &format!(", karena {reason}");
    }
    let found = event.cause.as_ref().map(|found| cause(LANGUAGE, found)).unwrap_or_default();
    let said = [found.as_str(), &event.note];
    let said = said.into_iter().filter(|said| !said.is_empty()).collect::<Vec<_>>().join(" ");
    if !said.is_empty() {
        words += &format!(": {said}");
    }
    words
}

/// A status, or that a family came back to it: `tetap cair`.
pub(super) fn step(status: Status, is_resumed: bool) -> String {
    if is_resumed { format!("tetap {status}") } else { status.to_string() }
}

/// Whatever somebody wrote by hand, without the sixteen digits of a NIK or KK number: `KTP …9012`.
pub(super) fn by_hand(text: &str) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut shown = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_digit) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !is_digit(c)).unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        let number = Sixteen::parse(run).ok().map_or(run.to_owned(), |number| masked(&number));
        shown.extend([before, &number]);
        rest = after;
    }
    shown + rest
}

/// Who decided: `Dinas Sosial (Ibu Contoh)`.
pub(super) fn who(recorded: &Recorded) -> String {
    let who = Actor::parse(&recorded.actor).map_or("", actor);
    recorded.by.as_ref().map_or(who.to_owned(), |by| format!("{who} ({by})"))
}

pub(super) fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::Rt => "ketua RT",
        Actor::Rw => "ketua RW",
        Actor::Dinas => "Dinas Sosial",
    }
}

/// A record in a line, without its numbers.
pub(super) fn household(household: &Household) -> String {
    let kk = household.kk.as_ref().map_or("tanpa KK".to_owned(), |kk| format!("KK {}", masked(kk.digits())));
    format!("{}, {kk}, {} orang, {}", household.head.name, household.size(), household.address)
}

/// The end of a number: `…9012`.
pub(super) fn masked(number: &Sixteen) -> String {
    format!("…{}", number.last_four())
}

/// What the head of an RT or RW said.
pub(super) fn remark(remark: &Remark) -> String {
    match remark {
        Remark::Kept(kept) => format!("peringatan {} dibiarkan: {}", kept.fault, kept.reason),
        Remark::NotDuplicate(other) => format!("bukan keluarga {}: {}", other.code, other.reason),
        Remark::HouseholdChange(it) => {
            with_note(format!("{} ({})", within_sentence(change(LANGUAGE, it.what)), it.on), &it.note)
        }
        Remark::Mark(mark) => {
            let why = mark
                .absence
                .map(|why| format!(", {}", within_sentence(absence(LANGUAGE, why))))
                .unwrap_or_default();
            let said = format!(
                "undangan ke-{}: {}{why} ({})",
                mark.call,
                within_sentence(attendance(LANGUAGE, mark.attendance)),
                mark.on
            );
            with_note(said, &mark.note)
        }
    }
}

pub(super) fn with_note(said: String, note: &str) -> String {
    if note.is_empty() { said } else { format!("{said}: {note}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_in_words() {
        for (json, expect) in [
            (r#"{"status":"cair","at":"2021-03-12","tahap":2}"#, "cair tahap 2"),
            (r#"{"status":"cair","at":"2021-03-12","tahap":2,"resumed":true}"#, "tetap cair tahap 2"),
            (
                r#"{"status":"ditolak","at":"2021-03-12","reason":"bantuan-lain","note":"PKH"}"#,
                "ditolak, karena bantuan-lain: PKH",
            ),
            (
                r#"{"status":"diundang","at":"2021-03-12","invitation":{"call":2,"date":"2021-03-18","from":"09:00","to":"10:00","point":"SDN-1"}}"#,
                "diundang ke-2 ke SDN-1 pada 2021-03-18, 09:00-10:00",
            ),
        ] {
            assert_eq!(event(&serde_json::from_str(json).unwrap()), expect);
        }
    }

    #[test]
    fn what_is_written_by_hand_names_no_number() {
        for (text, expect) in [
            ("anak, KTP 3174105205809012.", "anak, KTP …9012."),
            ("3174105205809012/3174105205809013", "…9012/…9013"),
            ("datang jam 10, kursi roda", "datang jam 10, kursi roda"),
            ("", ""),
        ] {
            assert_eq!(by_hand(text), expect);
        }
    }
}

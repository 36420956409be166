//! Records cut down until they fit the one length of all records.

use crate::document::json;
use office::fault::{Fault, Result};
use seal::Packed;
use wire::StatusRecord;

/// A record in the length of all records; whether something had to be left out.
pub(crate) struct Fitted {
    pub(crate) packed: Packed,
    pub(crate) is_shortened: bool,
}

/// So much of the last note is kept before the story before it is cut.
const NOTE: usize = 120;

/// Leaves out what is needed least: words of an officer that are past, then the oldest events, then the end of the last note.
pub(crate) fn fit(mut record: StatusRecord) -> Result<Fitted> {
    if let Some(packed) = Packed::of(&json(&record)?) {
        return Ok(Fitted { packed, is_shortened: false });
    }
    record.shortened = true;
    let cuts: [fn(&mut StatusRecord) -> bool; 4] = [clear_past_notes, cut_long_note, drop_oldest, halve_note];
    for cut in cuts {
        while cut(&mut record) {
            if let Some(packed) = Packed::of(&json(&record)?) {
                return Ok(Fitted { packed, is_shortened: true });
            }
        }
    }
    Err(Fault::new(
        "catatan-panjang",
        format!(
            "Catatan satu keluarga di {} RT {} RW {} terlalu panjang.",
            record.area, record.rt, record.rw
        ),
        "Laporkan kesalahan ini kepada pengembang.",
    ))
}

/// Each cut says whether there was something to cut.
fn clear_past_notes(record: &mut StatusRecord) -> bool {
    let past = record.events.len().saturating_sub(1);
    let notes = record.events.iter_mut().take(past).map(|event| &mut event.note);
    let mut cut = false;
    for note in notes.filter(|note| !note.is_empty()) {
        note.clear();
        cut = true;
    }
    cut
}

fn cut_long_note(record: &mut StatusRecord) -> bool {
    cut_note(record, NOTE)
}

fn drop_oldest(record: &mut StatusRecord) -> bool {
    let is_long = record.events.len() > 1;
    if is_long {
        record.events.remove(0);
    }
    is_long
}

fn halve_note(record: &mut StatusRecord) -> bool {
    let length = record.current().map_or(0, |event| event.note.chars().count());
    length > 0 && cut_note(record, length / 2)
}

/// Cuts the last note to so many letters.
fn cut_note(record: &mut StatusRecord, letters: usize) -> bool {
    let Some(event) = record.events.last_mut() else { return false };
    let is_long = event.note.chars().count() > letters;
    if is_long {
        let kept: String = event.note.chars().take(letters.saturating_sub(1)).collect();
        event.note = if kept.is_empty() { kept } else { kept + "…" };
    }
    is_long
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AreaCode, Code, Date, Reason, Rt, Rw, Status, TimeOfDay};
    use wire::{CauseDto, EventDto, InvitationDto, Version};

    fn event(status: Status, note: &str) -> EventDto {
        EventDto {
            status: status.into(),
            at: Date::parse("2021-03-12").unwrap(),
            reason: None,
            cause: None,
            note: note.to_owned(),
            invitation: None,
            tahap: None,
            resumed: false,
        }
    }

    fn record(events: Vec<EventDto>) -> StatusRecord {
        StatusRecord {
            version: Version,
            name: "S••• A••••• W••••••".into(),
            kk_last_four: "9012".into(),
            area: AreaCode::parse("31.74.10.1005").unwrap(),
            area_name: "Ulujami".into(),
            at: None,
            rt: Rt::parse("005").unwrap(),
            rw: Rw::parse("002").unwrap(),
            size: 4,
            events,
            shortened: false,
            brief: false,
        }
    }

    fn read(fitted: &Fitted) -> StatusRecord {
        serde_json::from_slice(&fitted.packed.unpack().unwrap()).unwrap()
    }

    #[test]
    fn a_usual_story_is_whole() {
        let way = [
            Status::Proposed,
            Status::KelurahanReview,
            Status::Verified,
            Status::Approved,
            Status::CardReceived,
        ];
        let paid = [Status::Paid; 6];
        let whole = record(way.into_iter().chain(paid).map(|status| event(status, "")).collect());
        let fitted = fit(whole.clone()).unwrap();
        assert!(!fitted.is_shortened);
        assert_eq!(read(&fitted), whole);
    }

    #[test]
    fn the_present_state_and_the_beginning_of_its_note_stay() {
        let note = "Alamatnya tidak cocok dengan survei. ".repeat(12);
        let mut events = vec![event(Status::Proposed, "dulu"); 40];
        events.push(event(Status::Returned, &note));
        let fitted = fit(record(events)).unwrap();
        let read = read(&fitted);
        assert!(fitted.is_shortened && read.shortened);
        let now = read.current().unwrap();
        assert_eq!(now.status, Status::Returned);
        assert!(now.note.starts_with("Alamatnya tidak cocok") && now.note.ends_with('…'), "{}", now.note);
    }

    /// The longest of everything that the limits let through.
    #[test]
    fn there_is_no_record_that_cannot_be_published() {
        let mut last = event(Status::Invited, &"ü".repeat(500));
        let time = TimeOfDay::parse("09:07").unwrap();
        last.invitation =
            Some(InvitationDto { call: 3, date: last.at, from: time, to: time, point: "X".repeat(60) });
        last.reason = Some(Code::Known(Reason::CardMisused));
        let mut held = event(Status::Held, "");
        held.cause = Some(CauseDto::DuplicateOf {
            rt: Rt::parse("005").unwrap(),
            rw: Rw::parse("002").unwrap(),
            kelurahan: "Kebayoran Lama Selatan".into(),
        });
        for events in
            [vec![last.clone(); 60], vec![held.clone(); 60], vec![event(Status::Paid, &"😀".repeat(500))]]
        {
            let name = "•".repeat(100);
            let long = StatusRecord { name, area_name: "Kebayoran Lama Selatan".into(), ..record(events) };
            let status = long.current().unwrap().status.clone();
            assert_eq!(read(&fit(long).unwrap()).current().unwrap().status, status);
        }
    }
}

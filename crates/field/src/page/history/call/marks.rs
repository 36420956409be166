//! What the head of the RT saw of a call: the family was told, who came, or why nobody did.

use crate::page::invitations::marking::Marking;
use crate::text::Tables;
use crate::text::ledger;
use domain::limits::NOTE;
use domain::{Absence, Attendance};
use leptos::prelude::*;
use phone::ledger::Due;
use ui::part::button::{Button, Weight};
use ui::part::choice::{Choice, Choosable};
use ui::part::field::{Binding, TextField};
use ui::part::live::watched_if;
use ui::part::tick::Tick;
use ui::text::Text;

/// Told, and what came of it. Each answer is kept at once, and can be changed.
pub fn marks(text: &'static Text, number: u8, marking: Marking, due: Memo<Due>) -> AnyView {
    let words = text.ledger();
    let told = Signal::derive(move || marking.seen.with(|seen| seen.told.is_some()));
    let tell = move |told| if told { marking.mark(Attendance::Told) } else { marking.unmark(true) };
    // Drawn anew only where the mark is taken back: a question must not lose the focus while it is answered.
    let is_marked = Memo::new(move |_| marking.seen.with(|seen| seen.came.is_some()));
    let day_has_come = Memo::new(move |_| due.get() == Due::Mark || is_marked.get());
    let cleared = RwSignal::new(());
    let question = watched_if(move || {
        cleared.track();
        day_has_come.get().then(|| came(text, number, marking))
    });
    let clear = watched_if(move || {
        let clear = move |()| {
            marking.unmark(false);
            cleared.set(());
        };
        is_marked
            .get()
            .then(|| view! { <Button label=words.clear weight=Weight::Quiet press=clear/> }.into_any())
    });
    let id = ["diberi-tahu-", &number.to_string()].concat();
    view! { <div class="call__marks"><Tick id label=words.told checked=told tick=tell/>{question}{clear}</div> }
        .into_any()
}

fn came(text: &'static Text, number: u8, marking: Marking) -> AnyView {
    let (language, words) = (text.language, text.ledger());
    let name = move |one, two, three| match number {
        1 => one,
        2 => two,
        _ => three,
    };
    let mark = marking.seen.get_untracked().came;
    let options = Attendance::ALL.iter().filter(|is| **is != Attendance::Told).map(|is| Choosable {
        code: is.code(),
        label: ledger::attendance(language, *is),
        hint: ledger::attendance_hint(language, *is),
    });
    let choose = move |code| {
        if let Ok(attendance) = Attendance::parse(code) {
            marking.mark(attendance);
        }
    };
    let is_absent = Memo::new(move |_| {
        marking.seen.with(|seen| seen.came.as_ref().map(|mark| mark.attendance)) == Some(Attendance::Absent)
    });
    let why = watched_if(move || {
        is_absent.get().then(|| why(text, name("sebab-1", "sebab-2", "sebab-3"), marking))
    });
    view! {
        <Choice
            name=name("datang-1", "datang-2", "datang-3")
            legend=view! { <b>{words.what_came}</b> }.into_any()
            options=options.collect()
            chosen=mark.map(|mark| mark.attendance.code())
            choose
        />
        {why}
    }
    .into_any()
}

/// Why nobody came.
fn why(text: &'static Text, name: &'static str, marking: Marking) -> AnyView {
    let (language, words) = (text.language, text.ledger());
    let options = Absence::ALL.iter().map(|is| Choosable {
        code: is.code(),
        label: ledger::absence(language, *is),
        hint: "",
    });
    let chosen = marking.seen.get_untracked().came.and_then(|mark| mark.absence).map(Absence::code);
    let choose = move |code| marking.amend(|mark| mark.absence = Absence::parse(code).ok());
    let note = Binding {
        read: Signal::derive(move || {
            marking.seen.with(|seen| seen.came.as_ref().map(|mark| mark.note.clone())).unwrap_or_default()
        }),
        write: Callback::new(move |typed| marking.amend(|mark| mark.note = typed)),
    };
    view! {
        <Choice name legend=view! { <b>{words.why}</b> }.into_any() options=options.collect() chosen choose/>
        <TextField id=[name, "-catatan"].concat() label=words.note hint=words.note_hint value=note limit=NOTE.to_string()/>
    }
    .into_any()
}

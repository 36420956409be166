//! Typing the code or a number at the counter.

use super::entry::Screen;
use super::state::Counter;
use crate::keypad::{CodeKeys, Key, NumberKeys};
use crate::parts::ANSWER;
use crate::text::Tables;
use domain::sixteen;
use leptos::prelude::*;
use ui::lookup::draft::Wrong;
use ui::part::button::{Button, Weight};
use ui::part::scan_button::ScanButton;
use ui::part::screen::Heading;
use ui::part_loading::PartLoading;
use ui::search::Stage;
use ui::text::{Text, check, fault};

/// One number: what is typed, the keys, and on.
pub(super) fn view(text: &'static Text, counter: Counter, screen: Screen) -> AnyView {
    PartLoading::of(&ANSWER).load_ahead();
    let press = Callback::new(move |key: Key| counter.entry.update(|entry| entry.press(key)));
    let (title, keys) = match screen {
        Screen::Nik => (text.kiosk().type_nik, view! { <NumberKeys press/> }.into_any()),
        Screen::Code => (text.kiosk().type_code, view! { <CodeKeys press/> }.into_any()),
        _ => (text.kiosk().type_kk, view! { <NumberKeys press/> }.into_any()),
    };
    let (lead, scan) = match screen {
        Screen::Code => {
            let press = move |()| counter.go(Screen::Scan);
            (
                Some(view! { <p class="screen__lead">{text.kiosk().where_code}</p> }),
                Some(view! { <ScanButton press/> }),
            )
        }
        _ => (None, None),
    };
    let on = if screen == Screen::Kk { text.common().next } else { text.check().submit };
    view! {
        <div class="kiosk__typing">
            <div class="kiosk__top">
                <Heading title/>
                {lead}
                <p class="kiosk__typed" role="status">{move || typed(counter, screen)}</p>
                <div class="kiosk__message" role="alert">{move || message(text, counter)}</div>
            </div>
            {keys}
            <div class="kiosk__actions">
                <Button label=on press=Callback::new(move |()| counter.next())/>
                {scan}
                {other_way(text, counter, screen)}
            </div>
        </div>
    }
    .into_any()
}

/// What is typed, in groups of four, with blanks for what is missing.
fn typed(counter: Counter, screen: Screen) -> String {
    let entry = counter.entry.read();
    let (typed, length) = match screen {
        Screen::Nik => (&entry.draft.nik, 16),
        Screen::Code => (&entry.draft.code, 17),
        _ => (&entry.draft.kk, 16),
    };
    let blanks = "_".repeat(length - typed.chars().count().min(length));
    sixteen::group(&[typed.as_str(), &blanks].concat())
}

/// What is wrong, or what the look-up is at.
fn message(text: &'static Text, counter: Counter) -> Option<String> {
    match counter.search.stage() {
        Stage::Looking | Stage::LookingSlowly => return Some(text.check().looking.to_owned()),
        Stage::Failed(fault) => return Some(check::lookup_fault(text.language, fault).to_owned()),
        Stage::Asking | Stage::Found(_) | Stage::NotFound(_) => {}
    }
    let entry = counter.entry.read();
    if entry.tells_foreign {
        return Some(text.kiosk().foreign.to_owned());
    }
    let wrong = entry.draft.secret().err().filter(|_| entry.tells_wrong)?;
    match (entry.screen, wrong) {
        (Screen::Kk, Wrong { kk: Some(wrong), .. }) => {
            Some(fault::number(text.language, text.common().kk, wrong))
        }
        (Screen::Nik, Wrong { nik: Some(wrong), .. }) => {
            Some(fault::number(text.language, text.common().nik, wrong))
        }
        (Screen::Code, Wrong { code: Some(wrong), .. }) => Some(check::code_fault(text.language, wrong)),
        _ => None,
    }
}

fn other_way(text: &'static Text, counter: Counter, screen: Screen) -> AnyView {
    let (label, to) = match screen {
        Screen::Code => (text.check().use_numbers, Screen::Kk),
        Screen::Nik => (text.common().back, Screen::Kk),
        _ => (text.check().use_code, Screen::Code),
    };
    view! { <Button label weight=Weight::Quiet press=Callback::new(move |()| counter.go(to))/> }.into_any()
}

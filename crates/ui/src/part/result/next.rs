//! The next step of a listed family.

use crate::browser::{intl, maps, page, share};
use crate::calendar;
use crate::next_step::NextStep;
use crate::part::answer::NextStep as Card;
use crate::part::button::{Button, Weight};
use crate::part::facts::Facts;
use crate::part::point_list;
use crate::route::{Address, Route};
use crate::search::Listed;
use crate::text::next_step::{self, Written, detail, title};
use crate::text::{Text, points};
use domain::{Invitation, Moment, PickupPoint};
use leptos::prelude::*;

/// The step, and where it is a call to a point: all that one needs there.
pub fn view(text: &'static Text, step: &NextStep, listed: &Listed, now: Moment) -> AnyView {
    let written = written(text, step, listed, now);
    let detail = detail(text.language, step, &written);
    let detail = (!detail.is_empty()).then(|| view! { <p class="next-step__detail">{detail}</p> });
    let call = match step {
        NextStep::Come(call) => Some(call),
        _ => None,
    };
    let point = call.and_then(|call| listed.point(&call.point));
    let facts = call.map(|_| facts(text, point, listed));
    view! {
        <Card title=title(text.language, step, &written)>{detail}{facts}</Card>
        {call.map(|call| actions(text, call, point))}
        {(*step == NextStep::ReloadApp).then(|| reload(text))}
    }
    .into_any()
}

/// The step as a message, with the point and what to bring where it is a call.
pub fn message(text: &'static Text, step: &NextStep, listed: &Listed, now: Moment) -> String {
    let title = title(text.language, step, &written(text, step, listed, now));
    let NextStep::Come(call) = step else { return title };
    let point = listed.point(&call.point);
    let point = point.map(|point| [".\n", &point.name, ", ", &point.address].concat()).unwrap_or_default();
    [&title, point.as_str(), ".\n", text.next().bring, ": ", text.next().bring_what, "."].concat()
}

fn written(text: &'static Text, step: &NextStep, listed: &Listed, now: Moment) -> Written {
    let language = text.language;
    let event = listed.record.current();
    let when = match step {
        NextStep::UseCardFrom(day) => Some(next_step::from_when(language, *day, now.date)),
        step => step.invitation().map(|call| next_step::when(language, call, now)),
    };
    let date = step.invitation().map(|call| ::words::date::long_date(language, call.date));
    Written {
        date: date.unwrap_or_default(),
        when: when.unwrap_or_default(),
        money: money(text, listed),
        tahap: event.and_then(|event| event.tahap).map(|tahap| tahap.to_string()).unwrap_or_default(),
    }
}

fn money(text: &'static Text, listed: &Listed) -> String {
    ::words::money::rupiah(text.language, listed.index.programme.rupiah_a_month)
}

/// `Rp 300.000 sebulan, tahap 2`
fn aid(text: &'static Text, listed: &Listed) -> String {
    let tahap = listed.record.events.iter().rev().find_map(|event| event.tahap);
    let tahap = tahap.map(|tahap| [", tahap ", &tahap.to_string()].concat()).unwrap_or_default();
    [money(text, listed).as_str(), text.language.pick(" sebulan", " a month"), &tahap].concat()
}

fn facts(text: &'static Text, point: Option<&PickupPoint>, listed: &Listed) -> AnyView {
    let words = text.next();
    let mut rows = match point {
        None => vec![(words.point, words.unknown_point.into_any())],
        Some(point) => vec![
            (words.point, point_list::name(text, point)),
            (words.address, view! { <span lang="id">{point.address.clone()}</span> }.into_any()),
        ],
    };
    if let Some(distance) = point.and_then(|point| distance(text, point, listed)) {
        rows.push((words.distance, distance.into_any()));
    }
    rows.push((words.bring, words.bring_what.into_any()));
    rows.push((words.aid, aid(text, listed).into_any()));
    view! { <Facts rows/> }.into_any()
}

fn distance(text: &'static Text, point: &PickupPoint, listed: &Listed) -> Option<String> {
    let length = intl::length(text.language, listed.home()?.at.distance(&point.at));
    let distance = points::distance(text.language, &length);
    Some(points::from_kelurahan(text.language, &distance, &listed.record.area_name))
}

fn actions(text: &'static Text, call: &Invitation, point: Option<&PickupPoint>) -> AnyView {
    let words = text.next();
    let pair = point.map(|point| {
        let (call, place) = (call.clone(), point.clone());
        let save = move |()| save_date(text, &call, &place);
        view! {
            <div class="screen__actions">
                <a class="button" href=maps::href(point.at) target="_blank" rel="noreferrer">{words.map}</a>
                <Button label=words.save_date weight=Weight::Outlined press=Callback::new(save)/>
            </div>
        }
    });
    view! {
        <div class="result__actions">
            {pair}
            <a class="link link--tap" href=Route::Documents(None).href()>{words.proxy}</a>
        </div>
    }
    .into_any()
}

fn reload(text: &'static Text) -> AnyView {
    let press = Callback::new(|()| page::reload());
    view! { <div class="result__actions"><Button label=text.next().reload press/></div> }.into_any()
}

fn save_date(text: &'static Text, call: &Invitation, point: &PickupPoint) {
    let (title, description) = (text.next().calendar_title, text.next().calendar_note);
    let entry = calendar::Entry { invitation: call, point, title, description };
    // Where the browser saves no files, the date still stands on the page.
    share::download("jadwal-bst.ics", "text/calendar", &calendar::file(&[entry])).ok();
}

//! What is in the list, before it is taken in.

use super::more::{by_steps, fold};
use super::{columns, mend};
use crate::import::Import;
use crate::text::Tables;
use crate::text::files as say;
use leptos::prelude::*;
use lists_protocol::{Account, RowProblem};
use phone::import::{CandidateState, ImportBatch, ImportCandidate};
use std::sync::Arc;
use ui::part::button::Button;
use ui::part::live::{said, watched_if};
use ui::part::notice::Notice;
use ui::part::tick::Tick;
use ui::text::Text;
use ui::tone::Tone;

/// As many rows are named each time that one asks for more of them.
const STEP: usize = 50;

/// Counts, columns, what to mend, what to look at, and the button that takes it all in.
pub fn preview(text: &'static Text, import: Import) -> AnyView {
    let words = text.files();
    let count = Memo::new(move |_| import.batch.with(ImportBatch::count));
    let ready = move || {
        let count = count.get();
        let known = if import.update.get() { count.known } else { 0 };
        count.ready + count.incomplete + known > 0
    };
    view! {
        <p role="status">{said(move || say::count(text.language, count.get()))}</p>
        {columns::columns(text, import, import.is_corrected() || loses_numbers(import))}
        {mend::mend(text, import)}
        {watched_if(move || (count.get().known > 0).then(|| known(text, import)))}
        {unread(text, &import.account.read_untracked())}
        {doubles(text, import)}
        {warnings(text, import)}
        {watched_if(move || Some(if ready() {
            view! { <Button label=words.take_in press=move |()| import.take_in()/> }.into_any()
        } else {
            view! { <p>{words.nothing}</p> }.into_any()
        }))}
    }
    .into_any()
}

/// Whether numbers stand in a column that is not read: its owner should say what it is.
fn loses_numbers(import: Import) -> bool {
    import.columns.with_untracked(|columns| columns.iter().any(|column| column.long_numbers > 0))
}

/// Families that the phone has, and whether to bring them up to date.
fn known(text: &'static Text, import: Import) -> AnyView {
    let words = text.files();
    view! {
        <h3>{words.already}</h3>
        <p>{words.already_lead}</p>
        <Tick
            id="files-update" label=words.update checked=import.update
            tick=move |ticked| import.update.set(ticked)
        />
    }
    .into_any()
}

/// Families that stand in the list twice.
fn doubles(text: &'static Text, import: Import) -> Option<AnyView> {
    let of = |batch: &ImportBatch| {
        let doubles =
            batch.candidates.iter().filter(|candidate| candidate.standing() == CandidateState::Double);
        doubles.flat_map(|candidate| &candidate.bars).cloned().collect()
    };
    let doubles: Vec<RowProblem> = import.batch.with_untracked(of);
    let count = doubles.len();
    let say = move |at: usize| doubles.get(at).map(|double| say::row(text, double));
    rows(text, text.files().doubles, count, say)
}

/// What may be right but should be looked at: in a long list of many thousand rows, so that none is copied.
fn warnings(text: &'static Text, import: Import) -> Option<AnyView> {
    let places: Vec<(usize, usize)> = import.batch.with_untracked(|batch| {
        let of = |(at, candidate): (usize, &ImportCandidate)| {
            (0..candidate.warnings().count()).map(move |warning| (at, warning))
        };
        batch.candidates.iter().enumerate().flat_map(of).collect()
    });
    let count = places.len();
    let say = move |at: usize| {
        let (candidate, warning) = *places.get(at)?;
        import.batch.with_untracked(|batch| {
            let warning = batch.candidates.get(candidate)?.warnings().nth(warning)?;
            Some(say::row(text, warning))
        })
    };
    rows(text, text.files().look, count, say)
}

/// Rows of the file that are of no family, and why. They are not folded up: somebody may be among them.
fn unread(text: &'static Text, account: &Account) -> AnyView {
    let said = say::account(text.language, account);
    let unknown = account.looks_unknown.then(|| view! { <p>{text.files().looks_unknown}</p> });
    let unread: Vec<_> = account.unread_rows().map(|(rows, why)| (rows.clone(), why)).collect();
    let rows = (!unread.is_empty()).then(|| {
        let count = unread.len();
        let say = move |at: usize| unread.get(at).map(|(rows, why)| say::unread(text.language, rows, *why));
        let rows = list(text, count, Arc::new(say));
        view! { <Notice tone=Tone::Wait><p>{text.files().unread}</p>{rows}</Notice> }
    });
    view! { <p class="soft">{said}</p>{unknown}{rows} }.into_any()
}

/// The sentence of the row at a place.
type Say = Arc<dyn Fn(usize) -> Option<String> + Send + Sync>;

/// Rows and what there is to say of each, folded up.
fn rows(
    text: &'static Text,
    title: &'static str,
    count: usize,
    say: impl Fn(usize) -> Option<String> + Send + Sync + 'static,
) -> Option<AnyView> {
    if count == 0 {
        return None;
    }
    let title = view! { {title}" ("{count}")" }.into_any();
    let say: Say = Arc::new(say);
    Some(fold(title, false, move || list(text, count, Arc::clone(&say))))
}

/// A sentence of each.
fn list(text: &'static Text, count: usize, say: Say) -> AnyView {
    let draw = move |at: usize| say(at).map(|sentence| view! { <li>{sentence}</li> }).into_any();
    let (items, button) = by_steps(text, STEP, count, Arc::new(draw));
    view! { <ul class="rows">{items}</ul>{button} }.into_any()
}

//! The points near the home of a listed family.

use crate::next_step::NextStep;
use crate::part::point_list::point_list;
use crate::search::Listed;
use crate::text::{Text, points};
use leptos::prelude::*;

/// So many points are shown.
const SHOWN: usize = 3;

/// The nearest points, without the one that the family is called to; nothing for a family that no point awaits.
pub fn view(text: &'static Text, listed: &Listed, step: Option<&NextStep>) -> Option<AnyView> {
    let awaits = matches!(
        step?,
        NextStep::WaitForKelurahan
            | NextStep::WaitForCheck
            | NextStep::WaitForList
            | NextStep::WaitForInvitation
            | NextStep::Come(_)
            | NextStep::WaitForNextCall(_)
            | NextStep::AskAfterLastCall(_)
    );
    let home = listed.home().filter(|_| awaits)?;
    let called_to = step.and_then(NextStep::invitation).map(|call| call.point.as_str());
    let mut near = home.nearest(listed.points.as_ref()?);
    near.retain(|near| Some(near.point.id.as_str()) != called_to);
    near.truncate(SHOWN);
    let title = match called_to {
        Some(_) => text.points().others.to_owned(),
        None => points::near(text.language, &home.kelurahan.name),
    };
    (!near.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{title}</h2>
                <p class="soft">{text.points().straight}</p>
                {point_list(&near)}
            </section>
        }
        .into_any()
    })
}

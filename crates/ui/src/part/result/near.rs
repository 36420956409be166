//! The points near the home of a listed family.

use crate::next_step::NextStep;
use crate::part::point_list::point_list;
use crate::search::Listed;
use crate::text::Text;
use leptos::prelude::*;

/// So many points are shown.
const SHOWN: usize = 3;

/// The nearest points beside the one that the family is called to: to the others nobody need go. Nothing for a family that
/// is not called: no card lies anywhere for it.
pub fn view(text: &'static Text, listed: &Listed, step: Option<&NextStep>) -> Option<AnyView> {
    let called_to = step?.invitation()?.point.as_str();
    let home = listed.home()?;
    let mut near = home.nearest(listed.points.as_ref()?);
    near.retain(|near| near.point.id != called_to);
    near.truncate(SHOWN);
    (!near.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{text.points().others}</h2>
                <p>{text.points().others_why}</p>
                <p class="soft">{text.points().straight}</p>
                {point_list(&near)}
            </section>
        }
        .into_any()
    })
}

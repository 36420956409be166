//! `/tentang`: what is stored where, who runs this, and what to do if something is wrong.

use crate::text::Tables;
use leptos::prelude::*;
use ui::part::live::drawn;
use ui::part::screen::Screen;

/// The page.
#[component]
pub fn About() -> impl IntoView {
    drawn(|text| {
        let about = text.about();
        let sections: [(&str, &[&str]); 7] = [
            (
                about.check,
                &[about.check_stays, about.check_how, about.check_host, about.check_known, about.check_shown],
            ),
            (about.rt, &[about.rt_stays, about.rt_sent, about.rt_receipt]),
            (
                about.device,
                &[about.device_language, about.device_public, about.device_nothing, about.device_delete],
            ),
            (about.position, &[about.position_use]),
            (about.who, &[about.who_dinas]),
            (
                about.rights,
                &[
                    about.rights_purpose,
                    about.rights_what,
                    about.rights_how_long,
                    about.rights_ask,
                    about.rights_object,
                ],
            ),
            (about.complain, &[about.complain_rt, about.complain_office, about.complain_money]),
        ];
        let sections: Vec<_> = sections.into_iter().map(|(title, lines)| section(title, lines)).collect();
        view! {
            <Screen title=about.title lead=about.lead>
                {sections}
                // A file beside the app: the router leaves it to the browser.
                <p><a href="/pihak-ketiga.txt" rel="external">{about.others}</a></p>
            </Screen>
        }
        .into_any()
    })
}

fn section(title: &'static str, lines: &[&'static str]) -> AnyView {
    let lines: Vec<_> = lines.iter().map(|line| view! { <p>{*line}</p> }).collect();
    view! { <section class="section"><h2>{title}</h2>{lines}</section> }.into_any()
}

//! The frame of every program: a head, a page, a foot.

use crate::browser;
use crate::page::not_found::NotFound;
use crate::part::footer::Footer;
use crate::part::header::{CONTENT, Header};
use crate::part::live::watched;
use crate::program::Program;
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::*;
use leptos_router::components::Router;

/// The page at a route of the program.
type Page = fn(Route) -> AnyView;

/// Starts a program; `provide` hands its pages what they share.
pub fn start(program: Program, provide: fn(), page: Page) {
    console_error_panic_hook::set_once();
    browser::mount(
        move || view! { <Router base=browser::history::base()><Frame program provide page/></Router> },
    );
}

#[component]
fn Frame(program: Program, provide: fn(), page: Page) -> impl IntoView {
    let session = Session::open();
    provide();
    let content = move || match session.route.get() {
        Some(route) if route.program() == program => page(route),
        // The page is another program's, which starts when it is loaded.
        Some(route) => {
            browser::page::load(&route.href());
            ().into_any()
        }
        None => view! { <NotFound/> }.into_any(),
    };
    view! {
        <Header/>
        <main class="page" id=CONTENT tabindex="-1">{watched(content)}</main>
        <Footer/>
    }
}

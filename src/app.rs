//! The frame of every program: a head, a page, a foot.

use crate::browser;
use crate::page::not_found::NotFound;
use crate::part::footer::Footer;
use crate::part::header::{CONTENT, Header};
use crate::part::live::watched;
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::*;
use leptos_router::components::Router;

/// The page at a route; `None` if another program holds it.
type Page = fn(Route) -> Option<AnyView>;

/// Starts a program; `provide` hands its pages what they share.
pub fn start(provide: impl FnOnce() + Send + 'static, page: Page) {
    console_error_panic_hook::set_once();
    let provide: Provide = Box::new(provide);
    browser::mount(move || view! { <Router base=browser::history::base()><Frame provide page/></Router> });
}

type Provide = Box<dyn FnOnce() + Send>;

#[component]
fn Frame(provide: Provide, page: Page) -> impl IntoView {
    let session = Session::open();
    provide();
    let content = move || match session.route.get() {
        // Another program has taken the page over, and draws it.
        Some(route) if session.is_over() => load(&route),
        Some(route) => page(route.clone()).unwrap_or_else(|| load(&route)),
        None => view! { <NotFound/> }.into_any(),
    };
    view! {
        <Header/>
        <main class="page" id=CONTENT tabindex="-1">{watched(content)}</main>
        <Footer/>
    }
}

/// Loads the page at a route, and with it the program that holds it.
fn load(route: &Route) -> AnyView {
    browser::page::load(&route.href());
    ().into_any()
}

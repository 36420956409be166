//! The frame of every program: a head, a page, a foot.

use crate::browser;
use crate::part::footer::Footer;
use crate::part::header::{CONTENT, Header};
use crate::part::live::watched;
use crate::part::not_found::NotFound;
use crate::release::Release;
use crate::route::{Address, Route, without_base};
use crate::session::Session;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;

type Provide = Box<dyn FnOnce() + Send>;

/// The page at the path of an address; `None` if this program has none there.
type Page = Box<dyn Fn(&str) -> Option<AnyView> + Send>;

/// Starts a program; `provide` hands its pages what they share, `page` draws them.
pub fn start<R: Address>(
    provide: impl FnOnce() + Send + 'static,
    page: impl Fn(R) -> Option<AnyView> + Send + 'static,
) {
    console_error_panic_hook::set_once();
    let provide: Provide = Box::new(provide);
    let page: Page = Box::new(move |path| R::parse(path).and_then(&page));
    browser::mount(move || view! { <Router base=browser::history::base()><Frame provide page/></Router> });
}

#[component]
fn Frame(provide: Provide, page: Page) -> impl IntoView {
    let pathname = use_location().pathname;
    let path = Memo::new(move |_| without_base(&pathname.get()));
    Session::open();
    let release = Release::provide(path);
    provide();
    let is_first = StoredValue::new(true);
    let content = move || {
        let path = path.get();
        // To come is no step.
        let is_step = is_first.try_update_value(|is_first| std::mem::replace(is_first, false)) == Some(false);
        if is_step && release.step() {
            return ().into_any();
        }
        page(&path).unwrap_or_else(|| elsewhere(&path))
    };
    view! {
        <Header/>
        <main class="page" id=CONTENT tabindex="-1">{watched(content)}</main>
        <Footer/>
    }
}

/// Loads a page of another program, and with it the program.
fn elsewhere(path: &str) -> AnyView {
    match Route::parse(path) {
        Some(route) => browser::page::load(&route.href()),
        None => return view! { <NotFound/> }.into_any(),
    }
    ().into_any()
}

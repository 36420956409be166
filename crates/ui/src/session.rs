//! What the whole app shares while it is open.

use crate::browser;
use crate::route::Href;
use crate::settings::Setting;
use crate::text::{Language, Text};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

type Navigate = Box<dyn Fn(&str)>;

/// State that outlives a page. A copy is a handle to the same state.
#[derive(Clone, Copy)]
pub struct Session {
    /// The language of every sentence.
    pub language: RwSignal<Language>,
    /// The router's way to another page.
    navigate: StoredValue<Navigate, LocalStorage>,
    /// What is provided here lives as long as the app.
    root: StoredValue<Owner>,
    /// The language of the last heading that was shown, see [`Session::is_new_screen`].
    heading: StoredValue<Option<Language>>,
}

impl Session {
    /// Opens the session: the language as last chosen, followed from now on.
    pub fn open() -> Self {
        let code = Setting::Language.get();
        let (pathname, navigate) = (use_location().pathname, use_navigate());
        let session = Self {
            language: RwSignal::new(Language::from_code(code.as_deref())),
            navigate: StoredValue::new_local(Box::new(move |href| {
                navigate(href, NavigateOptions::default())
            })),
            root: StoredValue::new(Owner::current().unwrap_or_default()),
            heading: StoredValue::new(None),
        };
        Effect::new(move || browser::page::set_language(session.language.get().code()));
        // The router's own list of routes would say that a page is there, so that its address may be shown.
        let address: BrowserUrl = expect_context();
        Effect::new(move || {
            pathname.track();
            address.ready_to_complete();
        });
        provide_context(session);
        session
    }

    /// Goes to another page.
    pub fn go(self, route: impl Into<Href>) {
        let href = String::from(route.into());
        self.navigate.with_value(|navigate| navigate(&href));
    }

    /// What `make` makes the first time, for as long as the app is open: what a part shares among its pages.
    pub fn lasting<T: Clone + Send + Sync + 'static>(self, make: impl FnOnce() -> T) -> T {
        self.root.get_value().with(|| {
            use_context().unwrap_or_else(|| {
                let made = make();
                provide_context(made.clone());
                made
            })
        })
    }

    /// Speaks the other language from now on, also on the next visit.
    pub fn switch_language(self) {
        self.speak(self.language.get_untracked().other());
    }

    /// Speaks this language from now on, also on the next visit.
    pub fn speak(self, language: Language) {
        if self.language.get_untracked() != language {
            Setting::Language.set(language.code()).ok();
            self.language.set(language);
        }
    }

    /// Whether the heading now shown opens another screen, and so should take the focus: not on arrival, where the
    /// browser has placed it, and not when the same screen is only said in another language.
    pub fn is_new_screen(self) -> bool {
        let language = self.language.get_untracked();
        self.heading.try_update_value(|last| last.replace(language)) == Some(Some(language))
    }
}

/// The session of this app.
pub fn session() -> Session {
    expect_context()
}

/// All that is said, in the language of the moment. To be read where a page is drawn, which is then drawn anew when the
/// language changes.
pub fn text() -> &'static Text {
    crate::text::of(session().language.get())
}

/// The same for a part, which is drawn anew with its page.
pub fn text_now() -> &'static Text {
    crate::text::of(session().language.get_untracked())
}

//! Keys on the screen of a counter, large enough for any hand.

use crate::text::Tables;
use leptos::prelude::*;
use ui::session::text_now;

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A digit or letter.
    Symbol(char),
    /// Takes the last symbol back.
    Erase,
    /// Takes all back.
    Clear,
}

/// Symbols of a registration code: Crockford's base32 and his check symbols.
const CODE_KEYS: &str = "1234567890ABCDEFGHJKMNPQRSTVWXYZU*~$=";

/// The keys of a telephone.
#[component]
pub fn NumberKeys(press: Callback<Key>) -> impl IntoView {
    let text = text_now();
    let digits: Vec<_> = ('1'..='9').map(|digit| symbol(digit, press)).collect();
    view! {
        <div class="keypad" role="group" aria-label=text.kiosk().keypad>
            {digits}
            {word(text.kiosk().erase, Key::Erase, press)}
            {symbol('0', press)}
            {word(text.kiosk().clear, Key::Clear, press)}
        </div>
    }
    .into_any()
}

/// The keys for a registration code.
#[component]
pub fn CodeKeys(press: Callback<Key>) -> impl IntoView {
    let text = text_now();
    let symbols: Vec<_> = CODE_KEYS.chars().map(|key| symbol(key, press)).collect();
    view! {
        <div class="keypad keypad--code" role="group" aria-label=text.kiosk().keyboard>
            {symbols}
            {word(text.kiosk().erase, Key::Erase, press)}
            {word(text.kiosk().clear, Key::Clear, press)}
        </div>
    }
    .into_any()
}

fn symbol(symbol: char, press: Callback<Key>) -> AnyView {
    view! {
        <button type="button" class="keypad__key" on:click=move |_| press.run(Key::Symbol(symbol))>{symbol.to_string()}</button>
    }
    .into_any()
}

fn word(label: &'static str, key: Key, press: Callback<Key>) -> AnyView {
    view! {
        <button type="button" class="keypad__key keypad__key--word" on:click=move |_| press.run(key)>{label}</button>
    }
    .into_any()
}

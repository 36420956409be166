//! Characters that a person does not see, or takes for others.

use std::borrow::Cow;

/// The text as a person sees it: without invisible marks (they come with what is pasted from WhatsApp or a PDF), with
/// full-width and other digits as 0 to 9, every kind of dash and minus as `-`, and every kind of blank as a blank.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_invisible(*c)).map(seen).collect())
}

/// Whether nobody sees a character: a joiner, a mark that turns the line around, a byte order mark.
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
    )
}

fn seen(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{660}'..='\u{669}' => digit(c, 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(c, 0x6f0),
        // Full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        _ if c.is_whitespace() && c != '\n' => ' ',
        _ => c,
    }
}

fn digit(c: char, zero: u32) -> char {
    u32::from(c).checked_sub(zero).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_is_what_a_person_sees() {
        for (text, expect) in [
            ("3174", "3174"),
            ("\u{feff}31\u{200b}74\u{202c}", "3174"),
            ("３１７４", "3174"),
            ("٣١٧٤", "3174"),
            ("\u{2212}6.27", "-6.27"),
            ("Senin–Jumat", "Senin-Jumat"),
            ("No.\u{a0}KK", "No. KK"),
            ("Ma’mun É", "Ma’mun É"),
        ] {
            assert_eq!(clean(text), expect, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_cleaned_twice(text in "\\PC{0,24}") {
            let once = clean(&text).into_owned();
            prop_assert_eq!(clean(&once), once.as_str());
        }
    }
}

//! XML as calamine reads it, and pages that are nearly XML.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use quick_xml::escape;
use quick_xml::events::attributes::Attributes;
use quick_xml::events::{BytesRef, BytesStart};
use std::borrow::Cow;

/// A reader that takes `<a/>` for `<a></a>`, and does not mind tags that are not closed or a lone `&`.
pub(super) fn reader(text: &str) -> quick_xml::Reader<&[u8]> {
    let mut reader = quick_xml::Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    config.expand_empty_elements = true;
    reader
}

/// An attribute, whatever its prefix.
pub(super) fn attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    find(element.attributes(), name)
}

/// An attribute of a page: its value may stand without quotation marks, or be missing.
pub(super) fn html_attribute<'a>(element: &'a BytesStart<'_>, name: &str) -> Option<Cow<'a, str>> {
    find(element.html_attributes(), name)
}

fn find<'a>(mut attributes: Attributes<'a>, name: &str) -> Option<Cow<'a, str>> {
    let attributes = attributes.with_checks(false).flatten();
    let mut named =
        attributes.filter(|attribute| attribute.key.local_name().as_ref().eq_ignore_ascii_case(name));
    let value = named.next()?.value;
    let unescaped = escape::unescape(&value).ok().map(Cow::into_owned);
    Some(unescaped.map_or(value, Cow::Owned))
}

/// Whether an attribute says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(&*value, "1" | "true"))
}

/// A number from an attribute; one that is too large is the largest.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    let number: u64 = attribute(element, name)?.trim().parse().ok()?;
    Some(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The character that a reference like `&amp;` stands for; one that is not known stays as it is written.
pub(super) fn character(reference: &BytesRef<'_>) -> Cow<'static, str> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Cow::Owned(character.to_string());
    }
    match &**reference {
        "nbsp" => Cow::Borrowed("\u{a0}"),
        name => escape::resolve_predefined_entity(name)
            .map_or_else(|| Cow::Owned(format!("&{name};")), Cow::Borrowed),
    }
}

/// Decodes by the mark at the beginning, else by what the head of the page or document says, else UTF-8 or Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let head = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let named = ["charset=", "encoding="].iter().find_map(|key| {
        let value = head.split_once(key)?.1.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
        Encoding::for_label(value.get(..end?)?.as_bytes())
    });
    let is_utf8 = std::str::from_utf8(bytes).is_ok();
    let by_bytes = if is_utf8 { UTF_8 } else { WINDOWS_1252 };
    // What is UTF-8 is hardly anything else, whatever it says of itself; and what names UTF-8 and is not, is not.
    let encoding = named.filter(|named| !is_utf8 && *named != UTF_8).unwrap_or(by_bytes);
    encoding.decode(bytes).0
}

//! Values on the command line, and what is said where one cannot be read.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use domain::limits::{NAME, NOTE, PHONE, within};
use domain::{AreaCode, Code, Date, KkNumber, Nik, RegistrationCode, Rt, Rupiah, Rw};
use office::clock::Moment;
use office::contacts::Contact;
use office::retention::KeptKind;
use thiserror::Error;
use wire::PairView;

/// How the value is written.
#[derive(Clone, Copy, Debug, Error)]
#[error("{0}")]
pub(super) struct Hint(pub(super) &'static str);

pub(super) fn kk(text: &str) -> Result<KkNumber, Hint> {
    KkNumber::parse(text).map_err(|_| Hint("nomor KK ada 16 angka"))
}

pub(super) fn nik(text: &str) -> Result<Nik, Hint> {
    Nik::parse(text).map_err(|_| Hint("NIK ada 16 angka"))
}

pub(super) fn code(text: &str) -> Result<RegistrationCode, Hint> {
    RegistrationCode::parse(text)
        .map_err(|_| Hint("kode pendaftaran seperti 0123-4567-89AB-CDEF-K: cocokkan dengan tanda terima"))
}

pub(super) fn kelurahan(text: &str) -> Result<AreaCode, Hint> {
    AreaCode::parse(text)
        .ok()
        .filter(AreaCode::is_kelurahan)
        .ok_or(Hint("tulis kode kelurahan Kemendagri seperti 31.74.10.1005"))
}

/// A kelurahan, a kecamatan or a city.
pub(super) fn area(text: &str) -> Result<AreaCode, Hint> {
    AreaCode::parse(text)
        .map_err(|_| Hint("tulis kode Kemendagri seperti 31.74.10.1005, 31.74.10, atau 31.74"))
}

pub(super) fn rw(text: &str) -> Result<Rw, Hint> {
    Rw::parse(text).map_err(|_| Hint("tulis nomor RW seperti 002"))
}

pub(super) fn rt(text: &str) -> Result<Rt, Hint> {
    Rt::parse(text).map_err(|_| Hint("tulis nomor RT seperti 005"))
}

/// Nobody, where the text is blank: a variable of the environment may be.
pub(super) fn person(text: &str) -> Result<String, Hint> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    short(text, NAME).ok_or(Hint("tulis nama, paling panjang 100 huruf"))
}

pub(super) fn note(text: &str) -> Result<String, Hint> {
    short(text, NOTE).ok_or(Hint("paling panjang 500 huruf: ringkaslah"))
}

/// A text that is not empty, and of no more letters.
fn short(text: &str, letters: usize) -> Option<String> {
    let mut text = text.to_owned();
    (!within(&mut text, letters) && !text.is_empty()).then_some(text)
}

pub(super) fn date(text: &str) -> Result<Date, Hint> {
    Date::parse_loose(text).map_err(|_| Hint("tulis tanggal yang ada di kalender, seperti 2021-03-18"))
}

/// A time of the past: a day up to its end, or a minute.
pub(super) fn until(text: &str) -> Result<Moment, Hint> {
    Moment::until(text).ok_or(Hint("tulis waktu seperti 2021-03-12 atau 2021-03-12T06:00"))
}

pub(super) fn term(text: &str) -> Result<(KeptKind, u32), Hint> {
    let read = || {
        let (kind, days) = text.split_once('=')?;
        Some((KeptKind::parse(kind)?, days.parse().ok().filter(|days| (1..=36_500).contains(days))?))
    };
    read().ok_or(Hint("tulis seperti ditolak=365; jenisnya disebut `tepat retention`"))
}

pub(super) fn rupiah(text: &str) -> Result<Rupiah, Hint> {
    Rupiah::parse(text).map_err(|_| Hint("tulis jumlah seperti 300000 atau Rp300.000"))
}

/// The months of a tahap: `5=2`.
pub(super) fn months(text: &str) -> Result<(u16, u16), Hint> {
    let pair = text.split_once('=').and_then(|(tahap, months)| {
        Some((
            tahap.trim().parse().ok().filter(|it| *it > 0)?,
            months.trim().parse().ok().filter(|it| *it > 0)?,
        ))
    });
    pair.ok_or(Hint("tulis tahap dan bulannya seperti 5=2"))
}

/// Whom families may ask: `Posko BST; 021-555-0100; hari kerja 08.00-15.00`.
pub(super) fn contact(text: &str) -> Result<Contact, Hint> {
    let mut parts = text.splitn(3, ';').map(|part| part.trim().to_owned());
    let mut next = || parts.next().unwrap_or_default();
    let contact = Contact { name: next(), phone: next(), note: next() };
    let is_dialled = |c: char| c.is_ascii_digit() || " +-().".contains(c);
    let fits = |text: &str, most| text.chars().count() <= most;
    let Contact { name, phone, note } = &contact;
    let is_phone = phone.is_empty()
        || (phone.chars().all(is_dialled) && phone.chars().filter(char::is_ascii_digit).count() >= 3);
    let is_whole = !name.is_empty() && is_phone && fits(name, NAME) && fits(phone, PHONE) && fits(note, NOTE);
    is_whole
        .then_some(contact)
        .ok_or(Hint("tulis seperti \"Posko BST; 021-555-0100; hari kerja 08.00-15.00\""))
}

/// Where a site is; without `https://` before it no phone opens it from a picture.
pub(super) fn site(text: &str) -> Result<String, Hint> {
    let text = text.trim().trim_end_matches('/');
    match text {
        "" => Err(Hint("tulis alamat situs seperti https://bst.example.id")),
        _ if text.contains("://") => Ok(text.to_owned()),
        _ => Ok(format!("https://{text}")),
    }
}

pub(super) fn pair_view(text: &str) -> Result<PairView, Hint> {
    Code::read(text.into()).known().ok_or(Hint("tulis penuh atau ringkas"))
}

/// A value parser that lists the codes in the help and in its complaints.
pub(super) fn one_of<T: Copy + Send + Sync + 'static, E: std::error::Error + Send + Sync + 'static>(
    all: &'static [T],
    code: fn(T) -> &'static str,
    parse: fn(&str) -> Result<T, E>,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|value| code(*value))).try_map(move |text| parse(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_has_a_name_and_a_number_that_can_be_dialled() {
        for (text, expected) in [
            ("Posko BST; 021-555-0100; Senin; Jumat", Some(["Posko BST", "021-555-0100", "Senin; Jumat"])),
            ("Posko;+62 (21) 555.0100", Some(["Posko", "+62 (21) 555.0100", ""])),
            ("Kantor kelurahan", Some(["Kantor kelurahan", "", ""])),
            ("", None),
            ("; 021-555-0100", None),
            ("Posko; telepon kami", None),
            ("Posko; 12", None),
        ] {
            let read = contact(text).ok();
            let read = read.as_ref().map(|Contact { name, phone, note }| [name.as_str(), phone, note]);
            assert_eq!(read, expected, "{text}");
        }
    }
}

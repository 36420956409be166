//! Where one can be. Every link in the app is made from a route.

mod table;

use crate::browser;
use domain::Visitor;
pub use table::segments;

/// What has addresses: the pages of a program.
pub trait Address: Sized + 'static {
    /// Reads the path of an address, without the base under which the app is installed.
    fn parse(path: &str) -> Option<Self>;

    /// The path of its address, without the base.
    fn path(&self) -> String;

    /// Every page, those that show one of many things with some of them.
    fn each() -> Vec<Self>;

    /// The address for a link: the path under the base.
    fn href(&self) -> String {
        browser::history::base() + &self.path()
    }
}

/// What the address of a page ends in, where the page shows one of many things.
pub trait Tail: Sized + 'static {
    /// Reads the end of an address; it is empty where the address ends with the page.
    fn parse(tail: &str) -> Option<Self>;

    /// As it stands in the address.
    fn code(&self) -> String;

    /// All of them, or some of each kind.
    fn each() -> Vec<Self>;
}

/// The address of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Href(String);

impl<R: Address> From<R> for Href {
    fn from(route: R) -> Self {
        Self(route.href())
    }
}

impl From<Href> for String {
    fn from(Href(address): Href) -> Self {
        address
    }
}

crate::pages! {
    /// A page for residents, or the first page of another program.
    pub enum Route {
        /// The three doors.
        Home = "",
        /// Look up the status of a family.
        Check = "cek",
        /// The nearest distribution points.
        Points = "titik",
        /// The six rules of eligibility as questions.
        Rules = "syarat",
        /// A power of attorney to fill in and print.
        SuratKuasa = "dokumen/surat-kuasa",
        /// For the head of an RT or RW.
        Rt = "rt",
        /// The counter in the kelurahan office.
        Kiosk = "anjungan",
        /// What is stored where.
        About = "tentang",
    }
    /// With one of many:
    one of {
        /// What to bring: who comes, or the list for one visitor.
        Documents(Option<Visitor>) = "dokumen",
    }
}

impl Tail for Option<Visitor> {
    fn parse(tail: &str) -> Option<Self> {
        if tail.is_empty() { Some(None) } else { Visitor::parse(tail).ok().map(Some) }
    }

    fn code(&self) -> String {
        self.map_or("", Visitor::code).to_owned()
    }

    fn each() -> Vec<Self> {
        std::iter::once(None).chain(Visitor::ALL.iter().copied().map(Some)).collect()
    }
}

/// The path in an address under the base under which the app is installed.
pub fn without_base(pathname: &str) -> String {
    pathname.strip_prefix(browser::history::base().as_str()).unwrap_or(pathname).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_leads_back_to_itself() {
        for route in Route::each() {
            assert_eq!(Route::parse(&route.path()), Some(route));
        }
    }

    /// boot.js starts the program by the first part of the path; another one than here would load for ever.
    #[test]
    fn every_route_starts_the_program_that_holds_it() {
        let boot = include_str!("../../../public/boot.js");
        for route in Route::each() {
            let program = match route {
                Route::Rt => Some("field"),
                Route::Kiosk => Some("kiosk"),
                _ => None,
            };
            let path = route.path();
            let first = path.split('/').nth(1).unwrap_or_default();
            let started = program.map(|program| format!("{first}: '{program}'"));
            let named = !first.is_empty() && boot.contains(&format!("{first}: '"));
            assert!(started.is_none_or(|started| boot.contains(&started)), "{path}");
            assert_eq!(named, program.is_some(), "{path}");
        }
    }

    fn check(path: &str, expect: Option<Route>) {
        assert_eq!(Route::parse(path), expect, "{path}");
    }

    #[test]
    fn reads_addresses_as_people_copy_them() {
        check("", Some(Route::Home));
        check("/cek/", Some(Route::Check));
        check("//cek", Some(Route::Check));
        check("/dokumen/istri", Some(Route::Documents(Some(Visitor::Wife))));
        check("/dokumen/surat-kuasa", Some(Route::SuratKuasa));
        check("/dokumen/surat-kuasa/2", None);
        check("/dokumen/tetangga", None);
        check("/cek/3174105205809012", None);
        check("/rt/kirim", None);
        check("/CEK", None);
        check("/apa", None);
    }
}

//! Where one can be. Every link in the app is made from a [`Route`].

pub mod place;
mod stage;

pub use stage::FormStage;

use crate::browser;
use domain::{Place, Reason, Visitor};
use phone::FamilyId;

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The three doors.
    Home,
    /// Look up the status of a family.
    Check,
    /// The nearest distribution points.
    Points,
    /// The six rules of eligibility as questions.
    Rules,
    /// What to bring: who comes, or the list for one visitor.
    Documents(Option<Visitor>),
    /// A power of attorney to fill in and print.
    SuratKuasa,
    /// For the head of an RT or RW.
    Rt(RtRoute),
    /// The counter in the kelurahan office.
    Kiosk,
    /// What is stored where.
    About,
}

/// A place in the part for heads of RT and RW.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RtRoute {
    /// The list of families.
    Families,
    /// A stage of the form of one family.
    Family(FamilyId, FormStage),
    /// The stage that asks for a field, at that field.
    Field(FamilyId, Place),
    /// What became of one family.
    History(FamilyId),
    /// The list before it is sent, and lists on their way.
    Send,
    /// The codes of the families, to hand over.
    Receipt,
    /// Lists from and for spreadsheets.
    Files,
    /// The ledger of invitations.
    Invitations,
    /// For the head of an RW: how far each RT has come.
    Progress,
    /// What this phone keeps: PIN, backup, other registers, wiping.
    ThisPhone,
}

impl Route {
    /// Reads the path of an address, without the base under which the app is installed.
    pub fn parse(path: &str) -> Option<Self> {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let route = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Home,
            (Some("cek"), None, _) => Self::Check,
            (Some("titik"), None, _) => Self::Points,
            (Some("syarat"), None, _) => Self::Rules,
            (Some("dokumen"), None, _) => Self::Documents(None),
            (Some("dokumen"), Some("surat-kuasa"), None) => Self::SuratKuasa,
            (Some("dokumen"), Some(code), None) => Self::Documents(Some(Visitor::parse(code).ok()?)),
            (Some("rt"), None, _) => Self::Rt(RtRoute::Families),
            (Some("rt"), Some("kirim"), None) => Self::Rt(RtRoute::Send),
            (Some("rt"), Some("tanda-terima"), None) => Self::Rt(RtRoute::Receipt),
            (Some("rt"), Some("berkas"), None) => Self::Rt(RtRoute::Files),
            (Some("rt"), Some("undangan"), None) => Self::Rt(RtRoute::Invitations),
            (Some("rt"), Some("kemajuan"), None) => Self::Rt(RtRoute::Progress),
            (Some("rt"), Some("hp-ini"), None) => Self::Rt(RtRoute::ThisPhone),
            (Some("rt"), Some("riwayat"), Some(id)) => Self::Rt(RtRoute::History(FamilyId::parse(id)?)),
            (Some("rt"), Some("keluarga"), Some(id)) => {
                let (id, stage) = (FamilyId::parse(id)?, FormStage::parse(parts.next().unwrap_or_default())?);
                Self::Rt(match parts.next() {
                    None => RtRoute::Family(id, stage),
                    Some(field) => {
                        RtRoute::Field(id, place::parse(field).filter(|at| FormStage::of(at.field) == stage)?)
                    }
                })
            }
            (Some("anjungan"), None, _) => Self::Kiosk,
            (Some("tentang"), None, _) => Self::About,
            _ => return None,
        };
        parts.next().is_none().then_some(route)
    }

    /// The path of its address, without the base.
    pub fn path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Check => "/cek".to_owned(),
            Self::Points => "/titik".to_owned(),
            Self::Rules => "/syarat".to_owned(),
            Self::Documents(None) => "/dokumen".to_owned(),
            Self::Documents(Some(visitor)) => ["/dokumen/", visitor.code()].concat(),
            Self::SuratKuasa => "/dokumen/surat-kuasa".to_owned(),
            Self::Rt(RtRoute::Families) => "/rt".to_owned(),
            Self::Rt(RtRoute::Family(id, stage)) => {
                ["/rt/keluarga/", &id.to_string(), "/", stage.code()].concat()
            }
            Self::Rt(RtRoute::Field(id, at)) => {
                let stage = Self::Rt(RtRoute::Family(*id, FormStage::of(at.field)));
                [&stage.path(), "/", &place::code(*at)].concat()
            }
            Self::Rt(RtRoute::History(id)) => ["/rt/riwayat/", &id.to_string()].concat(),
            Self::Rt(RtRoute::Send) => "/rt/kirim".to_owned(),
            Self::Rt(RtRoute::Receipt) => "/rt/tanda-terima".to_owned(),
            Self::Rt(RtRoute::Files) => "/rt/berkas".to_owned(),
            Self::Rt(RtRoute::Invitations) => "/rt/undangan".to_owned(),
            Self::Rt(RtRoute::Progress) => "/rt/kemajuan".to_owned(),
            Self::Rt(RtRoute::ThisPhone) => "/rt/hp-ini".to_owned(),
            Self::Kiosk => "/anjungan".to_owned(),
            Self::About => "/tentang".to_owned(),
        }
    }

    /// The address for a link: the path under the base.
    pub fn href(&self) -> String {
        browser::history::base() + &self.path()
    }

    /// The place at a pathname of the address bar; `None` where there is nothing.
    pub fn at(pathname: &str) -> Option<Self> {
        Self::parse(pathname.strip_prefix(browser::history::base().as_str()).unwrap_or(pathname))
    }
}

impl RtRoute {
    /// Where a family is mended that the office has something against: at the field concerned, or at the whole.
    pub fn mend(id: FamilyId, reason: Option<Reason>) -> Self {
        match reason.and_then(place::concerned) {
            Some(at) => Self::Field(id, at),
            None => Self::Family(id, FormStage::Review),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Field;

    /// The program that starts at its address.
    fn program(route: &Route) -> &'static str {
        match route {
            Route::Home | Route::Check => "portal",
            Route::Points => "answer",
            Route::Rules | Route::Documents(_) | Route::SuratKuasa | Route::About => "guide",
            Route::Rt(_) => "field",
            Route::Kiosk => "kiosk",
        }
    }

    fn check(path: &str, expect: Option<Route>) {
        assert_eq!(Route::parse(path), expect, "{path}");
    }

    #[test]
    fn every_route_leads_back_to_itself() {
        let visitors = Visitor::ALL.iter().map(|visitor| Route::Documents(Some(*visitor)));
        let forms = FormStage::ALL.iter().map(|stage| RtRoute::Family(FamilyId(7), *stage));
        let fields = Field::ALL.iter().map(|field| Place { member: Some(1), field: *field });
        let fields = fields.map(|at| RtRoute::Field(FamilyId(7), at));
        let mending = Reason::ALL.iter().map(|reason| RtRoute::mend(FamilyId(7), Some(*reason)));
        let others = [
            RtRoute::Families,
            RtRoute::History(FamilyId(7)),
            RtRoute::Send,
            RtRoute::Receipt,
            RtRoute::Files,
            RtRoute::Invitations,
            RtRoute::Progress,
            RtRoute::ThisPhone,
        ];
        let rt = forms.chain(fields).chain(mending).chain(others).map(Route::Rt);
        let rest = [
            Route::Home,
            Route::Check,
            Route::Points,
            Route::Rules,
            Route::Documents(None),
            Route::SuratKuasa,
            Route::Kiosk,
            Route::About,
        ];
        let boot = include_str!("../public/boot.js");
        for route in rest.into_iter().chain(visitors).chain(rt) {
            let path = route.path();
            // boot.js starts the program by the first part of the path; another one than here would load for ever.
            let first = path.split('/').nth(1).unwrap_or_default();
            let program = program(&route);
            let started = format!("{first}: '{program}'");
            assert!(boot.contains(&started) == (program != "portal"), "{path}");
            check(&path, Some(route));
        }
    }

    #[test]
    fn reads_addresses_as_people_copy_them() {
        check("", Some(Route::Home));
        check("/cek/", Some(Route::Check));
        check("//cek", Some(Route::Check));
        check("/dokumen/istri", Some(Route::Documents(Some(Visitor::Wife))));
        check("/dokumen/tetangga", None);
        check("/cek/3174105205809012", None);
        check("/rt/keluarga", None);
        check("/rt/keluarga/7", Some(Route::Rt(RtRoute::Family(FamilyId(7), FormStage::Card))));
        check("/rt/keluarga/7/hapus", None);
        check("/rt/keluarga/7/anggota/2", None);
        let nik = Place { member: Some(1), field: Field::Nik };
        check("/rt/keluarga/7/anggota/nik-1", Some(Route::Rt(RtRoute::Field(FamilyId(7), nik))));
        check("/rt/keluarga/7/tempat-tinggal/nik-1", None);
        check("/rt/keluarga/siti", None);
        check("/CEK", None);
        check("/apa", None);
    }
}

//! Where one can be in this program.

pub mod place;
mod stage;

pub use stage::FormStage;
pub use ui::route::{Address, Route};

use domain::{Place, Reason};
use phone::FamilyId;
use ui::route::Tail;

ui::pages! {
    /// A page for heads of RT and RW.
    pub enum RtRoute {
        /// The list of families.
        Families = "rt",
        /// The list before it is sent, and lists on their way.
        Send = "rt/kirim",
        /// The codes of the families, to hand over.
        Receipt = "rt/tanda-terima",
        /// Lists from and for spreadsheets.
        Files = "rt/berkas",
        /// The ledger of invitations.
        Invitations = "rt/undangan",
        /// For the head of an RW: how far each RT has come.
        Progress = "rt/kemajuan",
        /// What this phone keeps: PIN, backup, other registers, wiping.
        ThisPhone = "rt/hp-ini",
    }
    /// Of one family:
    one of {
        /// Its form.
        Form(FormPlace) = "rt/keluarga",
        /// What became of it.
        History(OneFamily) = "rt/riwayat",
    }
}

/// A place in the form of a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormPlace {
    /// The family.
    pub id: FamilyId,
    /// The stage.
    pub stage: FormStage,
    /// A field of the stage.
    pub field: Option<Place>,
}

/// A family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneFamily(pub FamilyId);

impl RtRoute {
    /// What became of a family.
    pub fn history(id: FamilyId) -> Self {
        Self::History(OneFamily(id))
    }

    /// A stage of the form of a family.
    pub fn family(id: FamilyId, stage: FormStage) -> Self {
        Self::Form(FormPlace { id, stage, field: None })
    }

    /// The stage that asks for a field, at that field.
    pub fn field(id: FamilyId, at: Place) -> Self {
        Self::Form(FormPlace { id, stage: FormStage::of(at.field), field: Some(at) })
    }

    /// Where a family is mended that the office has something against: at the field concerned, or at the whole.
    pub fn mend(id: FamilyId, reason: Option<Reason>) -> Self {
        match reason.and_then(place::concerned) {
            Some(at) => Self::field(id, at),
            None => Self::family(id, FormStage::Review),
        }
    }
}

impl Tail for FormPlace {
    fn parse(tail: &str) -> Option<Self> {
        let mut parts = tail.split('/');
        let (id, stage) = (parts.next()?, parts.next().unwrap_or_default());
        let (id, stage) = (FamilyId::parse(id)?, FormStage::parse(stage)?);
        let field = match parts.next() {
            None => None,
            Some(field) => Some(place::parse(field).filter(|at| FormStage::of(at.field) == stage)?),
        };
        parts.next().is_none().then_some(Self { id, stage, field })
    }

    fn code(&self) -> String {
        let (id, stage) = (self.id.to_string(), self.stage.code());
        match self.field {
            None => [&id, "/", stage].concat(),
            Some(at) => [&id, "/", stage, "/", &place::code(at)].concat(),
        }
    }

    fn each() -> Vec<Self> {
        let id = FamilyId(7);
        let stages = FormStage::ALL.into_iter().map(|stage| Self { id, stage, field: None });
        let fields = domain::Field::ALL.iter().map(|field| Place { member: Some(1), field: *field });
        let concerned = Reason::ALL.iter().filter_map(|reason| place::concerned(*reason));
        let fields = fields.chain(concerned);
        let fields = fields.map(|at| Self { id, stage: FormStage::of(at.field), field: Some(at) });
        stages.chain(fields).collect()
    }
}

impl Tail for OneFamily {
    fn parse(tail: &str) -> Option<Self> {
        FamilyId::parse(tail).map(Self)
    }

    fn code(&self) -> String {
        self.0.to_string()
    }

    fn each() -> Vec<Self> {
        vec![Self(FamilyId(7))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Field;

    #[test]
    fn every_route_leads_back_to_itself() {
        for route in RtRoute::each() {
            // boot.js starts this program by the first part of the path.
            assert_eq!(route.path().split('/').nth(1), Some("rt"));
            assert_eq!(RtRoute::parse(&route.path()), Some(route));
        }
    }

    fn check(path: &str, expect: Option<RtRoute>) {
        assert_eq!(RtRoute::parse(path), expect, "{path}");
    }

    #[test]
    fn reads_addresses_as_people_copy_them() {
        check("/rt/", Some(RtRoute::Families));
        check("/rt/keluarga", None);
        check("/rt/keluarga/7", Some(RtRoute::family(FamilyId(7), FormStage::Card)));
        check("/rt/keluarga/7/hapus", None);
        check("/rt/keluarga/7/anggota/2", None);
        let nik = Place { member: Some(1), field: Field::Nik };
        check("/rt/keluarga/7/anggota/nik-1", Some(RtRoute::field(FamilyId(7), nik)));
        check("/rt/keluarga/7/anggota/nik-1/2", None);
        check("/rt/keluarga/7/tempat-tinggal/nik-1", None);
        check("/rt/keluarga/siti", None);
        check("/rt/apa", None);
    }
}

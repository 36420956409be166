//! A town with a family of every fate, published once for all stories that only read.

use e2e::sample::{Family, HEADS, MEMBERS};
use e2e::{Device, Host, Office, RtHead};
use std::path::Path;
use std::sync::OnceLock;

/// The office of the town, and who lives there.
#[derive(Debug)]
pub(crate) struct Town {
    pub(crate) office: Office,
    pub(crate) fates: Vec<Fate>,
    /// A family on the list that has a KK number and no NIK.
    pub(crate) without_nik: Family,
    /// The head of an RT that has not sent anything yet.
    pub(crate) rt: RtHead,
}

/// A family and where it stands.
#[derive(Debug)]
pub(crate) struct Fate {
    pub(crate) status: &'static str,
    pub(crate) family: Family,
}

/// Every status, and the decisions that lead to it.
const FATES: [(&str, &[&str]); 13] = [
    ("diusulkan", &[]),
    ("diperiksa-kelurahan", &["diperiksa-kelurahan"]),
    ("diverifikasi", &["diperiksa-kelurahan", "diverifikasi"]),
    ("ditetapkan", &["diverifikasi", "ditetapkan --tahap 2"]),
    ("diundang", &["ditetapkan", "diundang", "diundang", "diundang --point CONTOH-JTN-1"]),
    ("kartu-diterima", &["ditetapkan", "diundang", "kartu-diterima"]),
    ("cair", &["ditetapkan", "diundang", "kartu-diterima", "cair --tahap 1", "cair --tahap 2"]),
    ("dikembalikan", &["diperiksa-kelurahan", "dikembalikan --reason data-tidak-lengkap"]),
    ("tertunda", &["diverifikasi", "tertunda"]),
    ("dialihkan", &["ditetapkan", "tertunda", "dialihkan"]),
    ("ditolak", &["diverifikasi", "ditolak --reason bantuan-lain --note PKH"]),
    ("dicoret", &["ditetapkan", "cair", "dicoret --reason pindah"]),
    ("ditarik", &["ditarik"]),
];

/// The town.
pub(crate) fn town() -> &'static Town {
    static TOWN: OnceLock<Town> = OnceLock::new();
    TOWN.get_or_init(Town::found)
}

impl Town {
    fn found() -> Self {
        let mut office = Office::in_folder(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("town"));
        office.import(&HEADS);
        office.import(&MEMBERS);
        // Families of which two people can ask.
        let couples = MEMBERS.families().into_iter().filter(|family| family.spouse().is_some());
        let fates: Vec<Fate> =
            FATES.iter().zip(couples).map(|((status, _), family)| Fate { status, family }).collect();
        for ((_, decisions), fate) in FATES.iter().zip(&fates) {
            for decision in *decisions {
                office.decide(&fate.family.kk, decision);
            }
        }
        // An RT whose list came by other ways sees its outcome all the same.
        office.enrol(HEADS.kelurahan, HEADS.rw_rt.0, HEADS.rw_rt.1);
        let rt = office.enrol(HEADS.kelurahan, HEADS.rw_rt.0, "009");
        office.publish();
        let without_nik = HEADS.families().into_iter().find(|family| family.head().is_none()).unwrap();
        Self { office, fates, without_nik, rt }
    }

    /// A host for the town, and a phone with a page of the app.
    pub(crate) fn visit(&self, path: &str) -> (Host, Device) {
        let host = Host::start(&self.office);
        let phone = host.open(path);
        (host, phone)
    }

    /// The family of one fate.
    pub(crate) fn family(&self, status: &str) -> &Family {
        &self.fates.iter().find(|fate| fate.status == status).unwrap().family
    }
}

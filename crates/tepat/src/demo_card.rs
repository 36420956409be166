//! What there is to try in a demo.

use domain::{KkNumber, Nik, RegistrationCode, Status};
use office::fault::{During, Result};
use serde::{Deserialize, Serialize};
use std::fmt::{Display, Formatter};
use std::path::Path;

const FILE: &str = "demo.json";

/// What to try, for whoever opens the demo.
#[derive(Serialize, Deserialize)]
pub(crate) struct DemoCard {
    pub(crate) pairs: Vec<Pair>,
    /// Fragment of the enrolment link of an RT.
    pub(crate) enrolment: String,
    /// The same of the RW around it; a demo of long ago has none.
    #[serde(default)]
    pub(crate) rw_enrolment: Option<String>,
    /// Where it is served; known only then.
    #[serde(default)]
    pub(crate) address: String,
}

/// What a family looks itself up with.
#[derive(Serialize, Deserialize)]
pub(crate) struct Pair {
    pub(crate) status: Status,
    pub(crate) kk: KkNumber,
    pub(crate) nik: Nik,
    /// A demo of long ago has none.
    #[serde(default)]
    pub(crate) code: Option<RegistrationCode>,
}

impl DemoCard {
    /// Puts it into a workspace.
    pub(crate) fn write(&self, root: &Path) -> Result<()> {
        let text = serde_json::to_vec_pretty(self).during("menulis kartu demo")?;
        std::fs::write(root.join(FILE), text).during("menulis kartu demo")
    }

    /// The card of this workspace, if it is a demo.
    pub(crate) fn read(root: &Path, address: &str) -> Result<Option<Self>> {
        match std::fs::read(root.join(FILE)) {
            Ok(bytes) => {
                let card: Self = serde_json::from_slice(&bytes).during("membaca kartu demo")?;
                Ok(Some(Self { address: address.to_owned(), ..card }))
            }
            Err(_) => Ok(None),
        }
    }
}

impl Display for DemoCard {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "\nData rekaan. Coba di {}/cek:", self.address)?;
        for Pair { status, kk, nik, code } in &self.pairs {
            if let Some(code) = code {
                writeln!(f, "  kode {code}   {status}")?;
            }
            writeln!(f, "    atau KK {}   NIK {}", kk.digits().grouped(), nik.digits().grouped())?;
        }
        writeln!(f, "Tautan aktivasi RT 006 / RW 002 Ulujami:\n  {}/rt#{}", self.address, self.enrolment)?;
        let Some(rw) = &self.rw_enrolment else { return Ok(()) };
        writeln!(f, "Tautan aktivasi RW 002 Ulujami (untuk semua RT-nya):\n  {}/rt#{rw}", self.address)
    }
}

//! `tepat allocate request`: a family asks for a nearer point.

use super::ground::Ground;
use super::seeker;
use crate::output::Output;
use domain::RegistrationCode;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::register::Register;
use office::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct Requested<'a> {
    code: String,
    /// None: whichever is nearest.
    point: Option<&'a str>,
}

pub(super) fn run(
    workspace: &mut Workspace,
    code: &RegistrationCode,
    point: Option<&str>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    workspace.register.transaction(|register| request(register, code, point, now))?;
    output.answer(
        &Requested { code: code.to_string(), point },
        "Permintaan dicatat. `tepat allocate` berikutnya menjawabnya.",
    );
    Ok(())
}

fn request(register: &Register, code: &RegistrationCode, point: Option<&str>, now: &Moment) -> Result<()> {
    let family = register.family_with_code(code)?.ok_or_else(|| {
        Fault::new(
            "tidak-terdaftar",
            "Tidak ada keluarga dengan kode itu di register.",
            "Periksa kodenya: ada di tanda terima dari RT.",
        )
    })?;
    let case = register.case(family)?;
    if !seeker::is_to_come(&case) {
        return Err(Fault::new(
            "tidak-menunggu",
            format!("Keluarga ini berstatus {} dan tidak menunggu kartu.", case.status()),
            "Hanya keluarga yang ditetapkan atau diundang dan belum mengambil kartu yang dibagi ke titik.",
        ));
    }
    let ground = Ground::new(register.points()?);
    if point.is_some_and(|id| ground.sites.iter().all(|site| site.point.id != id)) {
        return Err(Fault::new(
            "titik",
            "Titik pengambilan dengan ID itu tidak ada, atau tidak membagi kartu.",
            "Periksa ID-nya di daftar yang dimasukkan dengan `tepat points`.",
        ));
    }
    register.request(case.family.id, point, now)
}

//! Where every family collects, so that all together go the least way.

mod assignment;
mod class;
mod demand;
mod distances;
mod plan;
mod point_request;
mod remapping;
mod report;

pub use class::Class;
pub use distances::Distances;
pub use remapping::{A_DAY, Candidate, Remapping};
pub use report::{AreaWays, Changes, Load, Nowhere, Report, Requests};

use crate::clock::Moment;
use crate::fault::{Fault, Result};
use crate::geography::Geography;
use crate::progress::Progress;
use crate::register::Register;
use assignment::assign;
use demand::Demands;
use domain::RegistrationCode;
use plan::Plan;

/// Allocates everybody who has yet to collect.
///
/// # Errors
/// There is no point, or the register cannot be read or written.
pub fn allocate(
    register: &Register,
    days: Option<u32>,
    now: &Moment,
    progress: &dyn Progress,
) -> Result<Report> {
    let geography = Geography::new(register.points()?);
    if geography.sites.is_empty() {
        return Err(Fault::new(
            "tanpa-titik",
            "Belum ada titik pengambilan.",
            "Masukkan daftar titik dengan `tepat points titik.csv`.",
        ));
    }
    let demands = Demands::read(register, &geography, now, progress)?;
    let plan = Plan::new(&geography, &demands, days.unwrap_or(1));
    let assignments = assign(&geography, &demands, &plan);
    write(register, &geography, &demands, &assignments)?;
    Report::new(register, &geography, &demands, &plan, &assignments, now)
}

/// Writes what has changed: a second run writes nothing.
fn write(
    register: &Register,
    geography: &Geography,
    demands: &Demands,
    assignments: &[Option<usize>],
) -> Result<()> {
    demands.gone.iter().try_for_each(|family| register.deallocate(*family))?;
    for (demand, assigned) in demands.all.iter().zip(assignments) {
        let now = assigned.and_then(|site| Some((site, geography.metres(demand.home?, site))));
        match now {
            Some((site, metres)) if demand.before != Some((site, metres)) => {
                register.allocate(demand.id, geography.id(site), metres)?;
            }
            None if demand.is_known => register.deallocate(demand.id)?,
            _ => {}
        }
    }
    Ok(())
}

/// Notes that a family asks for a nearer point, or for this one.
///
/// # Errors
/// It is not known or not to collect, there is no such point, or the register cannot be written.
pub fn request(
    register: &Register,
    code: &RegistrationCode,
    point: Option<&str>,
    now: &Moment,
) -> Result<()> {
    let family = register.family_with_code(code)?.ok_or_else(|| {
        Fault::new(
            "tidak-terdaftar",
            "Tidak ada keluarga dengan kode itu di register.",
            "Periksa kodenya: ada di tanda terima dari RT.",
        )
    })?;
    let case = register.case(family)?;
    if !case.is_to_collect() {
        return Err(Fault::new(
            "tidak-menunggu",
            format!("Keluarga ini berstatus {} dan tidak menunggu kartu.", case.status()),
            "Hanya keluarga yang ditetapkan atau diundang dan belum mengambil kartu yang dibagi ke titik.",
        ));
    }
    let geography = Geography::new(register.points()?);
    if point.is_some_and(|id| geography.sites.iter().all(|site| site.point.id != id)) {
        return Err(Fault::new(
            "titik",
            "Titik pengambilan dengan ID itu tidak ada, atau tidak membagi kartu.",
            "Periksa ID-nya di daftar yang dimasukkan dengan `tepat points`.",
        ));
    }
    register.request(case.family.id, point, now)
}

#[cfg(test)]
mod tests;

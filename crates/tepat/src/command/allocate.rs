//! `tepat allocate`: where every family collects, so that all together go the least way.

mod figures;
mod ground;
mod plan;
mod remap;
mod report;
mod request;
mod seat;
mod seeker;
mod wish;

use crate::cli::{AllocateArgs, AllocateRequest};
use crate::new_file;
use crate::output::Output;
pub(super) use ground::Ground;
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::register::Register;
use office::workspace::Workspace;
use plan::Plan;
use report::Report;
use seeker::Seekers;

/// Allocates everybody, or changes nothing.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &AllocateArgs,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    if let Some(AllocateRequest::Request { code, point }) = &args.request {
        return request::run(workspace, code, point.as_deref(), now, output);
    }
    args.csv.as_deref().map_or(Ok(()), new_file::is_free)?;
    let report = workspace.register.transaction(|register| allocate(register, args.days, now, output))?;
    if let Some(path) = &args.csv {
        new_file::write(path, &report.table()?)?;
    }
    output.answer(&report, &report.to_string());
    Ok(())
}

fn allocate(register: &Register, days: Option<u32>, now: &Moment, output: &Output) -> Result<Report> {
    let ground = Ground::new(register.points()?);
    if ground.sites.is_empty() {
        return Err(Fault::new(
            "tanpa-titik",
            "Belum ada titik pengambilan.",
            "Masukkan daftar titik dengan `tepat points titik.csv`.",
        ));
    }
    let seekers = Seekers::read(register, &ground, now, output)?;
    let plan = Plan::new(&ground, &seekers, days.unwrap_or(1));
    let seats = seat::seats(&ground, &seekers, &plan);
    write(register, &ground, &seekers, &seats)?;
    Report::new(register, &ground, &seekers, &plan, &seats, now)
}

/// Writes what has changed: a second run writes nothing.
fn write(register: &Register, ground: &Ground, seekers: &Seekers, seats: &[Option<usize>]) -> Result<()> {
    seekers.gone.iter().try_for_each(|family| register.deallocate(*family))?;
    for (seeker, seat) in seekers.all.iter().zip(seats) {
        let now = seat.and_then(|site| Some((site, ground.metres(seeker.home?, site))));
        match now {
            Some((site, metres)) if seeker.before != Some((site, metres)) => {
                register.allocate(seeker.id, ground.id(site), metres)?;
            }
            None if seeker.is_known => register.deallocate(seeker.id)?,
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

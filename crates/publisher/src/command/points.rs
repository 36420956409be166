//! `tepat points`: the list of pickup points.

use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::output::Output;
use crate::points::{self, PointProblem};
use crate::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Replaced {
    points: usize,
    problems: Vec<PointProblem>,
}

pub(super) fn run(workspace: &mut Workspace, file: &Path, now: &Moment, output: &Output) -> Result<()> {
    let bytes = std::fs::read(file).during(format_args!("membaca {}", file.display()))?;
    let (points, problems) = points::read(&String::from_utf8_lossy(&bytes));
    if points.is_empty() {
        return Err(Fault::new(
            "tanpa-titik",
            format!("Tidak ada titik yang dapat dipakai di {}.", file.display()),
            "Baris pertama harus menyebut kolom: id, nama, jenis, alamat, lat, lon, ketepatan, hari, jam, kapasitas.",
        ));
    }
    workspace.register.together(|register| register.set_points(&points, now.date))?;
    let mut sentences = format!("{} titik dipakai.\n", points.len());
    for problem in &problems {
        sentences += &format!("  baris {}, kolom {}: {}\n", problem.row, problem.column, problem.message);
    }
    output.answer(&Replaced { points: points.len(), problems }, &sentences);
    Ok(())
}

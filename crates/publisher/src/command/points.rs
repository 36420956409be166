//! `tepat points`: the list of pickup points.

use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::output::Output;
use crate::points::{self, PointProblem, Points};
use crate::table::Left;
use crate::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Replaced {
    points: usize,
    problems: Vec<PointProblem>,
    #[serde(flatten)]
    left: Left,
}

pub(super) fn run(workspace: &mut Workspace, file: &Path, now: &Moment, output: &Output) -> Result<()> {
    let bytes = std::fs::read(file).during(format_args!("membaca {}", file.display()))?;
    let Points { points, problems, left } = points::read(&file.display().to_string(), bytes)?;
    if points.is_empty() {
        return Err(Fault::new(
            "tanpa-titik",
            format!("Tidak ada titik yang dapat dipakai di {}.", file.display()),
            "Setiap titik butuh nama dan koordinat: isi kolom nama, lat, lon.",
        ));
    }
    workspace.register.together(|register| register.set_points(&points, now.date))?;
    let mut sentences = format!("{} titik dipakai.\n", points.len());
    for PointProblem { table, row, column, message, .. } in &problems {
        sentences += &format!("  {table}, baris {row}, kolom {column}: {message}\n");
    }
    sentences += &left.to_string();
    output.answer(&Replaced { points: points.len(), problems, left }, &sentences);
    Ok(())
}

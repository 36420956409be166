//! `tepat points`: the list of pickup points.

use crate::output::Output;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::points::{self, PointProblem, Points};
use office::table::Left;
use office::workspace::Workspace;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Replaced {
    points: usize,
    /// Families that collect at a point that is on the list no more.
    without_point: usize,
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
    let without_point = workspace.register.transaction(|register| {
        register.set_points(&points, now.date)?;
        register.without_their_point()
    })?;
    let mut sentences = format!("{} titik dipakai.\n", points.len());
    for PointProblem { table, row, column, message, .. } in &problems {
        sentences += &format!("  {table}, baris {row}, kolom {column}: {message}\n");
    }
    sentences += &left.to_string();
    if without_point > 0 {
        sentences += &format!(
            "{without_point} keluarga dibagi ke titik yang tidak ada lagi di daftar ini: bagi lagi dengan `tepat allocate`.\n"
        );
    }
    output.answer(&Replaced { points: points.len(), without_point, problems, left }, &sentences);
    Ok(())
}

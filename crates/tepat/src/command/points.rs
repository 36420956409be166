//! `tepat points`: the list of pickup points.

use crate::output::Output;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::invitation::called_to_closed;
use office::points::{self, PointProblem, Points};
use office::table::Left;
use office::workspace::Workspace;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Serialize)]
struct Replaced {
    points: usize,
    /// Families that collect at a point that is on the list no more.
    without_point: usize,
    /// Families that are called to such points, by point.
    called: BTreeMap<String, usize>,
    problems: Vec<PointProblem>,
    #[serde(flatten)]
    left: Left,
}

pub(super) fn run(
    workspace: &mut Workspace,
    file: &Path,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let bytes = std::fs::read(file).during(format_args!("membaca {}", file.display()))?;
    let Points { points, problems, left } = points::read(&file.display().to_string(), bytes)?;
    if points.is_empty() {
        let why: Vec<String> = problems.iter().take(SHOWN).map(sentence).collect();
        let remedy = match why.is_empty() {
            true => "Setiap titik butuh nama dan koordinat: isi kolom nama, lat, lon.".to_owned(),
            false => format!("Perbaiki dulu: {}", why.join("; ")),
        };
        let message = format!("Tidak ada titik yang dapat dipakai di {}.", file.display());
        return Err(Fault::new("tanpa-titik", message, remedy));
    }
    let (without_point, called) = workspace.register.transaction(|register| {
        let concerned = || -> Result<_> { Ok((register.without_their_point()?, called_to_closed(register)?)) };
        let before = concerned()?;
        register.set_points(&points, now.date)?;
        let (without_point, called) = concerned()?;
        let count = |called: &BTreeMap<String, usize>| called.values().sum::<usize>();
        if (without_point > before.0 || count(&called) > count(&before.1)) && !is_sure {
            let why: Vec<String> = problems.iter().take(SHOWN).map(sentence).collect();
            let why = if why.is_empty() { String::new() } else { format!(" Baris yang tidak terpakai: {}", why.join("; ")) };
            return Err(Fault::new(
                "titik-hilang",
                format!(
                    "{without_point} keluarga mengambil di titik yang tidak ada di daftar ini.{}{why}",
                    sentence_of(&called)
                ),
                "Daftar yang lama tetap dipakai. Perbaiki berkasnya; bila titiknya memang tutup, tambahkan --yes, lalu bagi lagi dengan `tepat allocate`.",
            ));
        }
        Ok((without_point, called))
    })?;
    let mut sentences = format!("{} titik dipakai.\n", points.len());
    sentences.extend(problems.iter().map(|problem| format!("  {}\n", sentence(problem))));
    sentences += &left.to_string();
    if without_point > 0 {
        sentences += &format!(
            "{without_point} keluarga dibagi ke titik yang tidak ada lagi di daftar ini: bagi lagi dengan `tepat allocate`.\n"
        );
    }
    if !called.is_empty() {
        sentences += sentence_of(&called).trim_start();
        sentences += " Undang lagi sesudah itu dengan `tepat invite --moved`; siapa mereka: `tepat list --closed-point`.\n";
    }
    output.answer(&Replaced { points: points.len(), without_point, called, problems, left }, &sentences);
    Ok(())
}

/// How many were called to points that are gone; nothing where nobody was.
fn sentence_of(called: &BTreeMap<String, usize>) -> String {
    if called.is_empty() {
        return String::new();
    }
    let named: Vec<String> = called.iter().map(|(point, families)| format!("{point}: {families}")).collect();
    format!(" {} keluarga sudah diundang ke sana ({}).", called.values().sum::<usize>(), named.join(", "))
}

/// As many as stand in a complaint.
const SHOWN: usize = 3;

fn sentence(PointProblem { table, row, column, message, .. }: &PointProblem) -> String {
    format!("{table}, baris {row}, kolom {column}: {message}")
}

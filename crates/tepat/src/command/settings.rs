//! `tepat settings`: how the office works, and what the programme pays.

use crate::cli::SettingsArgs;
use crate::output::Output;
use office::accounts::Programme;
use office::fault::Result;
use office::settings::Settings;
use office::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    settings: Settings,
    #[serde(flatten)]
    programme: Programme,
}

/// Names the settings, after changing those that are given; whoever changes one says who they are.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &SettingsArgs,
    by: Result<String>,
    output: &Output,
) -> Result<()> {
    let before = (Settings::of(&workspace.register)?, Programme::of(&workspace.register)?);
    let settings = Settings {
        second_person: args.second_person.as_ref().map_or(before.0.second_person, |choice| choice == "ya"),
        many_new: args.many_new.unwrap_or(before.0.many_new),
        many_contested: args.many_contested.unwrap_or(before.0.many_contested),
    };
    let mut programme = before.1.clone();
    programme.rupiah_a_month = args.amount.unwrap_or(programme.rupiah_a_month);
    programme.months.extend(args.months.iter().copied());
    if (settings, &programme) != (before.0, &before.1) {
        let by = by?;
        workspace.register.transaction(|register| {
            settings.change(register, &by)?;
            programme.change(register, &by)
        })?;
    }
    let Settings { second_person, many_new, many_contested } = settings;
    let second = if second_person { "ya" } else { "tidak" };
    let months: Vec<String> =
        programme.months.iter().map(|(tahap, months)| format!("{tahap}={months}")).collect();
    let months = if months.is_empty() { "semua satu bulan".to_owned() } else { months.join(",") };
    let sentences = format!(
        "Penetapan dikuatkan orang kedua (--second-person): {second}\n\
         Daftar ditahan bila keluarga baru di satu RT lebih dari (--many-new): {many_new}\n\
         Daftar ditahan bila pengirimnya mencatat keluarga RT lain lebih dari (--many-contested): {many_contested}\n\
         Bantuan sebulan untuk tiap keluarga (--amount): {}\n\
         Bulan dalam satu tahap (--months): {months}",
        programme.rupiah_a_month
    );
    output.answer(&Answer { settings, programme }, &sentences);
    Ok(())
}

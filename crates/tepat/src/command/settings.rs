//! `tepat settings`: how the office works.

use crate::cli::SettingsArgs;
use crate::output::Output;
use office::fault::Result;
use office::settings::Settings;
use office::workspace::Workspace;

/// Names the settings, after changing those that are given; whoever changes one says who they are.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &SettingsArgs,
    by: Result<String>,
    output: &Output,
) -> Result<()> {
    let before = Settings::of(&workspace.register)?;
    let settings = Settings {
        second_person: args.second_person.as_ref().map_or(before.second_person, |choice| choice == "ya"),
        many_new: args.many_new.unwrap_or(before.many_new),
        many_contested: args.many_contested.unwrap_or(before.many_contested),
    };
    if settings != before {
        let by = by?;
        workspace.register.transaction(|register| settings.change(register, &by))?;
    }
    let Settings { second_person, many_new, many_contested } = settings;
    let second = if second_person { "ya" } else { "tidak" };
    let sentences = format!(
        "Penetapan dikuatkan orang kedua (--second-person): {second}\n\
         Daftar ditahan bila keluarga baru di satu RT lebih dari (--many-new): {many_new}\n\
         Daftar ditahan bila pengirimnya mencatat keluarga RT lain lebih dari (--many-contested): {many_contested}"
    );
    output.answer(&settings, &sentences);
    Ok(())
}

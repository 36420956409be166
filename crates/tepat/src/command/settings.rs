//! `tepat settings`: how the office works, and what the programme pays.

use crate::cli::SettingsArgs;
use crate::confirm::confirm;
use crate::output::Output;
use office::accounts::{OtherDue, PostedAnew, Programme, change_programme, other_due};
use office::clock::Moment;
use office::contacts::{Contact, change_contacts, contacts};
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
    /// Whom families may ask.
    contacts: Vec<Contact>,
    /// Lines of the bank that stand otherwise since.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    posted_anew: Vec<PostedAnew>,
}

/// Names the settings, after changing those that are given; whoever changes one says who they are, and whoever changes what was due
/// for lines of the bank that were read is asked first.
pub(super) fn run(
    workspace: &mut Workspace,
    args: &SettingsArgs,
    by: Result<String>,
    is_sure: bool,
    now: &Moment,
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
    let contacts_before = contacts(&workspace.register)?;
    let contacts = match args.contacts.as_slice() {
        [] if !args.no_contacts => contacts_before.clone(),
        given => given.to_vec(),
    };
    let mut posted_anew = Vec::new();
    if (settings, &programme, &contacts) != (before.0, &before.1, &contacts_before) {
        let by = by?;
        let concerned = other_due(&workspace.register, &programme)?;
        if !concerned.is_empty() && !is_sure {
            let named: String = concerned.iter().map(concern).collect();
            confirm(&format!("{named}Semua barisnya diperiksa lagi menurut hak yang baru. Ubah?"))?;
        }
        posted_anew = workspace.register.transaction(|register| {
            settings.change(register, &by)?;
            if contacts != contacts_before {
                change_contacts(register, &contacts, &by)?;
            }
            change_programme(register, &programme, &by, now)
        })?;
    }
    let Settings { second_person, many_new, many_contested } = settings;
    let second = if second_person { "ya" } else { "tidak" };
    let months: Vec<String> =
        programme.months.iter().map(|(tahap, months)| format!("{tahap}={months}")).collect();
    let months = if months.is_empty() { "semua satu bulan".to_owned() } else { months.join(",") };
    let mut sentences = format!(
        "Penetapan dikuatkan orang kedua (--second-person): {second}\n\
         Daftar ditahan bila keluarga baru di satu RT lebih dari (--many-new): {many_new}\n\
         Daftar ditahan bila pengirimnya mencatat keluarga RT lain lebih dari (--many-contested): {many_contested}\n\
         Bantuan sebulan untuk tiap keluarga (--amount): {}\n\
         Bulan dalam satu tahap (--months): {months}\n",
        programme.rupiah_a_month
    );
    for Contact { name, phone, note } in &contacts {
        let parts: Vec<&str> =
            [name.as_str(), phone, note].into_iter().filter(|part| !part.is_empty()).collect();
        sentences += &format!("Kontak warga (--contact): {}\n", parts.join("; "));
    }
    if contacts.is_empty() {
        sentences += "Kontak warga (--contact): belum ada; situs hanya menyebut Ketua RT dan kelurahan\n";
    }
    for PostedAnew { tahap, from, to, lines } in &posted_anew {
        sentences += &format!("Tahap {tahap}: {lines} baris bank {} → {}\n", from.code(), to.code());
    }
    if posted_anew.iter().any(|it| it.to.differs()) {
        sentences += "Yang berbeda disebut `tepat accounts` sampai diselesaikan.\n";
    }
    output.answer(&Answer { settings, programme, contacts, posted_anew }, &sentences);
    Ok(())
}

fn concern(OtherDue { tahap, from, to, lines }: &OtherDue) -> String {
    format!("Tahap {tahap}: {lines} baris bank sudah dibaca, dan haknya menjadi {to}, bukan {from}.\n")
}

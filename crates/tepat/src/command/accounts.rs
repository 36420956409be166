//! `tepat accounts`: what is due, what the bank paid, and every line that makes a difference.

use crate::cli::{Accounts, SettleArgs};
use crate::confirm::confirm;
use crate::output::Output;
use domain::AreaCode;
use office::accounts::{
    self, AccountsReport, AccountsRow, Amount, Difference, FileItems, OpenItem, Settled, Settlement, sentence,
};
use office::areas::{areas, name_of};
use office::clock::Moment;
use office::decision::find;
use office::fault::Result;
use office::register::Outcome;
use office::workspace::Workspace;
use std::process::ExitCode;

/// Names what is open, settles it, or makes the books up. It fails where the books and the bank differ.
pub(super) fn run(
    workspace: &mut Workspace,
    what: Option<&Accounts>,
    by: Result<String>,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<ExitCode> {
    match what {
        None => {
            let open = accounts::open_items(&workspace.register)?;
            output.answer(&open, &list(&open));
        }
        Some(Accounts::Settle(args)) => settle(workspace, args, &by?, is_sure, now, output)?,
        Some(Accounts::Report { tahap }) => {
            let report = accounts::report(&workspace.register, *tahap)?;
            output.answer(&report, &sentences(&report));
            return Ok(if report.is_balanced { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn settle(
    workspace: &mut Workspace,
    args: &SettleArgs,
    by: &str,
    is_sure: bool,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let of_file = match &args.file {
        Some(file) => {
            let of_file = accounts::items_of_file(&workspace.register, file, args.outcome)?;
            if !is_sure {
                confirm(&whole_file(file, args.outcome, &of_file))?;
            }
            Some(of_file)
        }
        None => None,
    };
    let settled = workspace.register.transaction(|register| {
        let family = args.code.as_ref().map(|code| find(register, None, Some(code))).transpose()?;
        let settlement = Settlement {
            items: of_file.as_ref().map_or(&args.items, |of_file| &of_file.items),
            outcome: args.outcome,
            family: family.map(|family| family.id),
            reason: &args.reason,
            by,
        };
        accounts::settle(register, &settlement, now)
    })?;
    let line = |Settled { item, from, to }: &Settled| format!("{item}: {} → {}\n", from.code(), to.code());
    output.answer(&settled, &settled.iter().map(line).collect::<String>());
    Ok(())
}

/// What would become of a file.
fn whole_file(file: &str, outcome: Outcome, of_file: &FileItems) -> String {
    let FileItems { items, tahap, families, rupiah } = of_file;
    format!(
        "{file} (tahap {tahap}): {} baris, {families} keluarga, {rupiah}, semuanya menjadi {}.\nSelesaikan?",
        items.len(),
        outcome.code()
    )
}

fn list(open: &[OpenItem]) -> String {
    if open.is_empty() {
        return "Tidak ada baris bank yang terbuka.".to_owned();
    }
    let mut text = format!("{} baris bank terbuka:\n", open.len());
    text.extend(open.iter().map(item));
    text + "Selesaikan dengan `tepat accounts settle NOMOR --as sah|dikembalikan|bukan-pembayaran --reason ALASAN --by NAMA`."
}

fn item(item: &OpenItem) -> String {
    let OpenItem { item, file, line, tahap, what, code, whom, on, rupiah, due } = item;
    let whom = code.as_ref().map_or_else(|| whom.clone(), |code| format!("keluarga {code}"));
    let due = if rupiah == due { String::new() } else { format!(" (haknya {due})") };
    format!(
        "  {item}: {file} baris {line}, tahap {tahap}, {on}, {rupiah}{due}, {whom}: {} ({})\n",
        sentence(*what, *tahap),
        what.code()
    )
}

fn sentences(report: &AccountsReport) -> String {
    let AccountsReport { rows, totals, open, differences, unsaid, is_balanced } = report;
    let (mut text, areas) = (String::new(), areas());
    for row in rows {
        let AccountsRow { tahap, kelurahan, due, paid, returned, open, void } = row;
        let place = match kelurahan {
            Some(code) => AreaCode::parse(code).map_or_else(|_| code.clone(), |code| name_of(&areas, &code)),
            None => "tanpa keluarga".to_owned(),
        };
        let columns = [
            ("hak", due),
            ("dibayar", paid),
            ("kembali", returned),
            ("terbuka", open),
            ("bukan pembayaran", void),
        ];
        let filled = columns.iter().filter(|(_, amount)| **amount != Amount::default());
        let said: Vec<String> =
            filled.map(|(what, it)| format!("{what} {} ({})", it.families, it.rupiah)).collect();
        text += &format!("tahap {tahap}, {place}: {}\n", said.join(", "));
    }
    for total in totals {
        text +=
            &format!("Tahap {}: bank membayar {}, di buku {}.\n", total.tahap, total.bank, total.accounted);
    }
    if *unsaid > 0 {
        text += &format!("{unsaid} baris bank tidak menyebut jumlah: dihitung sebesar haknya.\n");
    }
    if !open.is_empty() {
        text += &format!("{} baris terbuka (`tepat accounts settle`):\n", open.len());
        text.extend(open.iter().map(item));
    }
    text.extend(differences.iter().map(difference));
    text + match is_balanced {
        true => "Buku sama dengan jumlah bank.",
        false => "Buku TIDAK sama dengan jumlah bank: selesaikan yang disebut di atas.",
    }
}

fn difference(difference: &Difference) -> String {
    match difference {
        Difference::WithoutLine { code, tahap } => {
            format!(
                "TIDAK COCOK: keluarga {code} tercatat cair tahap {tahap}, tetapi tidak ada baris banknya.\n"
            )
        }
        Difference::NotRecorded { code, tahap } => {
            format!(
                "TIDAK COCOK: bank membayar keluarga {code} tahap {tahap}, tetapi statusnya tidak cair.\n"
            )
        }
        Difference::OtherSum { file, tahap, names, lines } => format!(
            "TIDAK COCOK: {file} (tahap {tahap}) menyebut jumlah {names}, baris-barisnya {lines}: ada baris yang hilang atau tidak terbaca.\n"
        ),
    }
}

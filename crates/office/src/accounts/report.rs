//! The books of every tahap: what is due, paid, returned and open, and whether that is what the bank says.

use super::items::{OpenItem, open_items};
use super::programme::Programme;
use crate::fault::Result;
use crate::register::{BankSum, FamilyId, Posting, Register};
use domain::{History, Rupiah, Status};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// Families, and what they have or are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// How many; a line that names nobody counts as one.
    pub families: usize,
    /// How much.
    pub rupiah: Rupiah,
}

/// The books of one kelurahan for one tahap.
#[derive(Debug, Default, Serialize)]
pub struct AccountsRow {
    /// The tahap.
    pub tahap: u16,
    /// The kelurahan; none: lines that name nobody.
    pub kelurahan: Option<String>,
    /// What the families on the final list are due.
    pub due: Amount,
    /// What they have got of it.
    pub paid: Amount,
    /// Payments that came back.
    pub returned: Amount,
    /// Lines that differ, and that nobody has settled.
    pub open: Amount,
    /// Lines that were found to be no payments.
    pub void: Amount,
}

/// What the bank says of a tahap, beside what the books say.
#[derive(Debug, Serialize)]
pub struct Total {
    /// The tahap.
    pub tahap: u16,
    /// What all lines of the bank add up to.
    pub bank: Rupiah,
    /// Paid, returned and found to be no payments.
    pub accounted: Rupiah,
}

/// Something else that the books and the bank do not say alike.
#[derive(Debug, Serialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Difference {
    /// A family that the register says was paid, and no line of the bank does.
    WithoutLine {
        /// A registration code of the family.
        code: String,
        /// The tahap.
        tahap: u16,
    },
    /// A family that a line of the bank paid, and the register does not say so.
    NotRecorded {
        /// A registration code of the family.
        code: String,
        /// The tahap.
        tahap: u16,
    },
    /// A file whose own sum is another than that of its lines.
    OtherSum {
        /// The file.
        file: String,
        /// The tahap that it was read for.
        tahap: u16,
        /// The sum that it names.
        names: Rupiah,
        /// The sum of its lines.
        lines: Rupiah,
    },
}

/// The books.
#[derive(Debug, Serialize)]
pub struct AccountsReport {
    /// By tahap and kelurahan.
    pub rows: Vec<AccountsRow>,
    /// By tahap.
    pub totals: Vec<Total>,
    /// The lines that make a difference, and money that came back.
    pub open: Vec<OpenItem>,
    /// What else makes one.
    pub differences: Vec<Difference>,
    /// Lines that name no amount: what is due was counted for them.
    pub unsaid: u64,
    /// Whether the books say to the rupiah what the bank says, and nothing differs.
    pub is_balanced: bool,
}

/// Makes them up, for one tahap or for all.
pub fn report(register: &Register, tahap: Option<u16>) -> Result<AccountsReport> {
    let programme = Programme::of(register)?;
    let is_asked = |of: u16| tahap.is_none_or(|tahap| tahap == of);
    let mut rows = BTreeMap::new();
    let mut differences = families(register, &programme, &is_asked, &mut rows)?;
    for sum in register.bank_sums()?.iter().filter(|sum| is_asked(sum.tahap)) {
        add(&mut rows, sum, programme.due(sum.tahap));
    }
    let files = register.bank_files_that_differ()?.into_iter().filter(|(_, of, ..)| is_asked(*of));
    differences.extend(files.map(|(file, tahap, names, lines)| Difference::OtherSum {
        file,
        tahap,
        names,
        lines,
    }));
    let rows: Vec<AccountsRow> = rows.into_values().collect();
    let (mut totals, mut unsaid) = (Vec::new(), 0);
    for (tahap, amount, without) in register.bank_totals()?.into_iter().filter(|(of, ..)| is_asked(*of)) {
        unsaid += without;
        let accounted = rows
            .iter()
            .filter(|row| row.tahap == tahap)
            .flat_map(|row| [row.paid, row.returned, row.void])
            .map(|amount| amount.rupiah)
            .sum();
        totals.push(Total { tahap, bank: amount + programme.due(tahap).times(without), accounted });
    }
    let open: Vec<OpenItem> = open_items(register)?.into_iter().filter(|item| is_asked(item.tahap)).collect();
    let is_balanced = differences.is_empty()
        && totals.iter().all(|total| total.bank == total.accounted)
        && !open.iter().any(|item| item.what.differs());
    Ok(AccountsReport { rows, totals, open, differences, unsaid, is_balanced })
}

type Rows = BTreeMap<(u16, Option<String>), AccountsRow>;

fn row<'a>(rows: &'a mut Rows, tahap: u16, kelurahan: Option<&str>) -> &'a mut AccountsRow {
    let kelurahan = kelurahan.map(str::to_owned);
    rows.entry((tahap, kelurahan.clone())).or_insert_with(|| AccountsRow {
        tahap,
        kelurahan,
        ..AccountsRow::default()
    })
}

/// What every family is due, and whether the register and the bank say alike that it was paid.
fn families(
    register: &Register,
    programme: &Programme,
    is_asked: &dyn Fn(u16) -> bool,
    rows: &mut Rows,
) -> Result<Vec<Difference>> {
    let (mut by_bank, settled) = (register.paid_by_bank()?, register.families_with_settled_lines()?);
    let mut unlike: Vec<(FamilyId, u16, bool)> = Vec::new();
    register.for_each_history(|family, area, history| {
        for tahap in tahap_of(history).into_iter().filter(|tahap| is_asked(*tahap)) {
            let is_paid = history.is_paid(tahap);
            if is_due(history, tahap) {
                row(rows, tahap, Some(area)).due += Amount { families: 1, rupiah: programme.due(tahap) };
            }
            let has_line = by_bank.remove(&(family, tahap));
            // What a person found right of a family that has left changes nothing of where it stands.
            if is_paid != has_line && !(has_line && settled.contains(&(family, tahap))) {
                unlike.push((family, tahap, is_paid));
            }
        }
    })?;
    let others = by_bank
        .into_iter()
        .filter(|(family, tahap)| is_asked(*tahap) && !settled.contains(&(*family, *tahap)));
    unlike.extend(others.map(|(family, tahap)| (family, tahap, false)));
    unlike.sort_unstable();
    unlike
        .into_iter()
        .map(|(family, tahap, is_paid)| {
            let code = register.codes(family)?.first().map(ToString::to_string).unwrap_or_default();
            Ok(match is_paid {
                true => Difference::WithoutLine { code, tahap },
                false => Difference::NotRecorded { code, tahap },
            })
        })
        .collect()
}

/// Every tahap that the history speaks of.
fn tahap_of(history: &History) -> BTreeSet<u16> {
    history.events().iter().filter_map(|event| event.tahap).collect()
}

/// Whoever is on the final list of a tahap is due its money, and so is whoever has left since and got it.
fn is_due(history: &History, tahap: u16) -> bool {
    let approved = |event: &domain::Event| event.status == Status::Approved && event.tahap == Some(tahap);
    history.is_paid(tahap) || (history.events().iter().any(approved) && history.has_aid())
}

fn add(rows: &mut Rows, sum: &BankSum, due: Rupiah) {
    let amount = Amount { families: sum.families, rupiah: sum.amount + due.times(sum.unsaid) };
    let row = row(rows, sum.tahap, sum.area.as_deref());
    let column = match sum.posting {
        Posting::Paid => &mut row.paid,
        Posting::Returned | Posting::PaidAgain => &mut row.returned,
        Posting::Void => &mut row.void,
        _ => &mut row.open,
    };
    *column += amount;
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        self.families += other.families;
        self.rupiah = self.rupiah + other.rupiah;
    }
}

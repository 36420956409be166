//! What the programme pays: settings that the office decides.

use crate::fault::Result;
use crate::register::{Act, Register};
use domain::Rupiah;
use serde::Serialize;
use std::collections::BTreeMap;

const AMOUNT: &str = "rupiah-a-month";
const MONTHS: &str = "months-of-tahap";
/// Pemprov DKI, January 2021.
const USUAL_AMOUNT: Rupiah = Rupiah::new(300_000);
/// A tahap is a month; tahap 5 and 6 of July 2021 came together (era.id megapolitan 72058).
const USUAL_MONTHS: u16 = 1;

/// What every family on the final list is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Programme {
    /// For each family and month.
    pub rupiah_a_month: Rupiah,
    /// The months of a tahap, where it is not one.
    pub months: BTreeMap<u16, u16>,
}

impl Programme {
    /// Reads what is set.
    pub fn of(register: &Register) -> Result<Self> {
        let amount = register.get(AMOUNT)?.and_then(|text| text.parse().ok()).map(Rupiah::new);
        let months = register.get(MONTHS)?.unwrap_or_default();
        let months = months.split(',').filter_map(|pair| {
            let (tahap, months) = pair.split_once('=')?;
            Some((tahap.parse().ok()?, months.parse().ok()?))
        });
        Ok(Self { rupiah_a_month: amount.unwrap_or(USUAL_AMOUNT), months: months.collect() })
    }

    /// What a family is due for a tahap.
    pub fn due(&self, tahap: u16) -> Rupiah {
        let months = self.months.get(&tahap).copied().unwrap_or(USUAL_MONTHS);
        self.rupiah_a_month.times(months.into())
    }

    /// Changes what is another in these; lines of the bank that were read before are posted by whoever calls.
    pub(super) fn change(&self, register: &Register, by: &str) -> Result<()> {
        let before = Self::of(register)?;
        let months: Vec<String> =
            self.months.iter().map(|(tahap, months)| format!("{tahap}={months}")).collect();
        let changes = [
            (AMOUNT, before.rupiah_a_month != self.rupiah_a_month, self.rupiah_a_month.get().to_string()),
            (MONTHS, before.months != self.months, months.join(",")),
        ];
        for (setting, _, value) in changes.into_iter().filter(|(_, is_another, _)| *is_another) {
            register.set(setting, &value)?;
            register.act(None, Act::Set { by: by.to_owned(), setting: setting.to_owned(), value })?;
        }
        Ok(())
    }
}

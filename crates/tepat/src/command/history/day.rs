//! Everything that was written down on one day.

use super::words;
use domain::{Date, Reason, RegistrationCode, Status};
use office::fault::Result;
use office::register::Register;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

/// So many families of whom the same happened are named in the sentences.
const NAMED: usize = 20;

/// The day.
#[derive(Serialize)]
pub(super) struct Day {
    on: Date,
    events: usize,
    what: Vec<What>,
}

/// What happened to some families alike.
#[derive(Serialize)]
struct What {
    status: Status,
    /// Whether the families only came back to it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    resumed: bool,
    /// Whether something was taken back, and it is what the families were before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    taken_back: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Reason>,
    families: usize,
    /// By the first code of each.
    codes: Vec<RegistrationCode>,
}

/// Counts what was recorded on the day.
pub(super) fn of(register: &Register, on: Date) -> Result<Day> {
    let mut alike = BTreeMap::<(Status, bool, bool, Option<Reason>), What>::new();
    let mut events = 0;
    register.recorded_on(on, |event, code| {
        events += 1;
        let (status, resumed, reason) = (event.status, event.resumed, event.reason);
        let taken_back = event.takes_back > 0;
        let none = What { status, resumed, taken_back, reason, families: 0, codes: Vec::new() };
        let what = alike.entry((status, resumed, taken_back, reason)).or_insert(none);
        what.families += 1;
        what.codes.extend(code);
    })?;
    Ok(Day { on, events, what: alike.into_values().collect() })
}

impl Display for Day {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}: {} peristiwa dicatat.", self.on, self.events)?;
        for What { status, resumed, taken_back, reason, families, codes } in &self.what {
            let why = reason.map(|reason| format!(", {reason}")).unwrap_or_default();
            let back = if *taken_back { "ditarik kembali, " } else { "" };
            writeln!(f, "{families:>9}  {back}{}{why}", words::step(*status, *resumed || *taken_back))?;
            for code in codes.iter().take(NAMED) {
                writeln!(f, "           {code}")?;
            }
            if codes.len() > NAMED {
                writeln!(f, "           … dan {} lagi: semuanya dengan --json", codes.len() - NAMED)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_families_are_named_and_the_rest_is_counted() {
        for (families, more) in [(1, None), (20, None), (22, Some("… dan 2 lagi"))] {
            let codes: Vec<_> = (1..=families).map(|n| RegistrationCode::from_random([n; 10])).collect();
            let named = codes.iter().take(NAMED).map(ToString::to_string).collect::<Vec<_>>();
            let count = codes.len();
            let what = What {
                status: Status::Paid,
                resumed: false,
                taken_back: false,
                reason: None,
                families: count,
                codes,
            };
            let day = Day { on: Date::parse("2021-03-20").unwrap(), events: count, what: vec![what] };
            let said = day.to_string();
            assert!(named.iter().all(|code| said.contains(code)), "{said}");
            assert_eq!(said.lines().count(), 2 + named.len() + usize::from(more.is_some()));
            assert!(more.is_none_or(|more| said.contains(more)), "{said}");
        }
    }
}

//! Whom a line of the bank means that names no family of the register: the ends of the numbers that it bears, and the name.

use super::bank::settled;
use super::{BankLineId, FamilyId, Register};
use crate::fault::{During, Result};
use domain::RegistrationCode;
use domain::identity::letters;
use std::collections::HashMap;
use std::fmt::{Display, Formatter};

/// So many characters of a number are kept.
const END: usize = 4;

/// Somebody whom the bank named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BankPerson {
    /// What the number is, like `KK`, and how it ends.
    ends: Vec<(String, String)>,
    name: String,
}

impl BankPerson {
    /// The numbers of a line that are not empty, each with what it is, and the name beside them.
    pub fn new<'a>(numbers: impl IntoIterator<Item = (&'a str, &'a str)>, name: String) -> Self {
        let numbers = numbers.into_iter().filter(|(_, number)| !number.is_empty());
        Self { ends: numbers.map(|(what, number)| (what.to_owned(), end(number))).collect(), name }
    }

    /// Reads what [`Display`] wrote; a name may hold what stands between the parts.
    fn parse(text: &str) -> Self {
        let mut person = Self::default();
        let mut rest = text;
        while let Some((what, after)) = rest.split_once(" …").filter(|(what, _)| !what.contains(' ')) {
            let (end, left) = after.split_once(", ").unwrap_or((after, ""));
            person.ends.push((what.to_owned(), end.to_owned()));
            rest = left;
        }
        person.name = rest.to_owned();
        person
    }

    /// Whether a number of a family is, but for a slip, one that the line bears.
    fn has_end_of(&self, ends: &[(&str, String)]) -> bool {
        let is_near = |(what, end): &(String, String)| {
            ends.iter().any(|(own, of_family)| own == what && is_slip(end, of_family))
        };
        self.ends.iter().any(is_near)
    }
}

/// `KK …0000, Contoh Orang`
impl Display for BankPerson {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let ends = self.ends.iter().map(|(what, end)| format!("{what} …{end}"));
        let name = Some(&self.name).filter(|name| !name.is_empty()).cloned();
        f.write_str(&ends.chain(name).collect::<Vec<_>>().join(", "))
    }
}

fn end(number: &str) -> String {
    let characters: Vec<char> = number.chars().filter(char::is_ascii_alphanumeric).collect();
    characters.iter().skip(characters.len().saturating_sub(END)).collect()
}

/// Whether two ends are the same but for one character, or for two neighbours that were exchanged.
fn is_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let differ: Vec<usize> = (0..a.len()).filter(|at| a.get(*at) != b.get(*at)).collect();
    let are_exchanged = |one: usize, other: usize| {
        other == one.saturating_add(1) && a.get(one) == b.get(other) && a.get(other) == b.get(one)
    };
    a.len() == b.len()
        && match differ[..] {
            [] | [_] => true,
            [one, other] => are_exchanged(one, other),
            _ => false,
        }
}

impl Register {
    /// The lines that name no family and mean one of these, as far as the name of a member and the end of a number tell: the bank
    /// may have mistyped a number.
    pub fn bank_lines_that_mean(&self, families: &[FamilyId]) -> Result<Vec<BankLineId>> {
        let doing = "membaca laporan bank";
        let lines: Vec<(BankLineId, String)> = self
            .db
            .prepare_cached("SELECT id, whom FROM bank_line WHERE whom <> '' ORDER BY id")
            .and_then(|mut select| select.query_map([], |row| row.try_into())?.collect())
            .during(doing)?;
        let mut by_name = HashMap::<String, Vec<(BankLineId, BankPerson)>>::new();
        for (id, whom) in lines {
            let person = BankPerson::parse(&whom);
            by_name.entry(letters(&person.name)).or_default().push((id, person));
        }
        // Of a bare number that ends alike nobody can tell whose it is.
        by_name.remove("");
        let mut found = Vec::new();
        for id in families.iter().filter(|_| !by_name.is_empty()) {
            let Some(family) = self.family(*id)? else { continue };
            let names: Vec<String> = family.household.members().map(|it| letters(&it.name)).collect();
            let meant: Vec<_> = names.iter().filter_map(|name| by_name.get(name)).flatten().collect();
            if !meant.is_empty() {
                let ends = self.ends_of(*id)?;
                found.extend(meant.iter().filter(|(_, it)| it.has_end_of(&ends)).map(|(line, _)| *line));
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// Forgets whom a line means, and what was written beside it, unless somebody must still find out whose money it is.
    pub(super) fn forget_bank_person(&self, line: BankLineId) -> Result<()> {
        for forget in [
            "UPDATE settlement SET reason = '' WHERE item = ?1",
            &format!("UPDATE bank_line SET whom = '' WHERE id = ?1 AND {}", settled()),
        ] {
            self.db.execute(forget, [line]).during("menghapus nama dari laporan bank")?;
        }
        Ok(())
    }

    /// How the numbers of a family end, by what they are.
    fn ends_of(&self, id: FamilyId) -> Result<Vec<(&'static str, String)>> {
        let mut ends = Vec::new();
        let identity = self.identity(&[id])?;
        ends.extend(self.codes(id)?.iter().map(|code: &RegistrationCode| ("kode", end(&code.to_string()))));
        // Lists mistake one for the other.
        let numbers = identity.numbers().map(|digits| end(&digits.to_string()));
        ends.extend(numbers.flat_map(|end| [("KK", end.clone()), ("NIK", end)]));
        let cards: Vec<String> = self
            .db
            .prepare_cached("SELECT last_four FROM card WHERE family = ?1")
            .and_then(|mut select| select.query_map([id], |row| row.get(0))?.collect())
            .during("membaca kartu")?;
        ends.extend(cards.into_iter().map(|card| ("kartu", end(&card))));
        Ok(ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    #[test]
    fn whom_a_line_means_is_read_as_it_was_written() {
        for (numbers, name, text) in [
            (&[("KK", "3174101001090000"), ("NIK", "")][..], "Orang Lain", "KK …0000, Orang Lain"),
            (&[("kartu", "999")], "", "kartu …999"),
            (&[], "Contoh, Siti", "Contoh, Siti"),
            (&[("kode", "6H6Z-BGPY-1EGM-W1M2-Y"), ("NIK", "12 34 5")], "X", "kode …1M2Y, NIK …2345, X"),
        ] {
            let person = BankPerson::new(numbers.iter().copied(), name.to_owned());
            assert_eq!((person.to_string(), BankPerson::parse(text)), (text.to_owned(), person));
        }
    }

    #[test]
    fn a_line_under_a_mistyped_number_means_the_family_of_that_name() {
        for (whom, expect) in [
            ("KK …9002, Contoh Budi", &[2][..]),
            ("KK …9012, CONTOH BUDI", &[2]),
            ("KK …9020, Contoh Budi", &[2]),
            ("KK …9022, Contoh Istri 2", &[2]),
            ("kode …1M2Y, Contoh Budi", &[2]),
            ("NIK …9102, Contoh Budi", &[2]),
            // Somebody else of that name, or nobody knows.
            ("KK …1234, Contoh Budi", &[]),
            ("KK …9002, Contoh Lain", &[]),
            ("KK …9002", &[]),
            ("Contoh Budi", &[]),
            ("", &[]),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("register.sqlite");
            let db = Connection::open(&path).unwrap();
            db.execute_batch(include_str!("../../../../tests/fixtures/v1/register-9.sql")).unwrap();
            db.execute("UPDATE bank_line SET whom = ?1 WHERE id = 4", [whom]).unwrap();
            let register = Register::open(&path).unwrap();
            let families = (1..=14).filter(|id| register.bank_lines_that_mean(&[*id]).unwrap() == [4]);
            assert_eq!(families.collect::<Vec<FamilyId>>(), expect, "{whom}");
            let all: Vec<FamilyId> = (1..=14).collect();
            assert_eq!(register.bank_lines_that_mean(&all).unwrap().len(), expect.len(), "{whom}");
            let held = register.held(&register.family(2).unwrap().unwrap()).unwrap();
            let has_line = held.get("bank_line").is_some_and(|rows| rows.iter().any(|row| row["id"] == 4));
            let is_settled = held.get("settlement").is_some_and(|rows| !rows.is_empty());
            assert_eq!((has_line, is_settled), (!expect.is_empty(), !expect.is_empty()), "{whom}");
        }
    }

    /// Who is erased goes from these lines too, unless nobody has found out yet whose money it is.
    #[test]
    fn an_erased_family_is_not_named_by_the_bank_either() {
        for (line, expect) in [(4, ""), (5, "KK …9002, Contoh Budi")] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("register.sqlite");
            let db = Connection::open(&path).unwrap();
            db.execute_batch(include_str!("../../../../tests/fixtures/v1/register-9.sql")).unwrap();
            let name = "UPDATE bank_line SET whom = 'KK …9002, Contoh Budi' WHERE id = ?1";
            db.execute(name, [line]).unwrap();
            let mut register = Register::open(&path).unwrap();
            assert_eq!(register.has_open_lines(2).unwrap(), !expect.is_empty());
            let now = crate::clock::Moment::now(Some("2021-04-01")).unwrap();
            register.transaction(|register| register.erase(&[2], "Ani", "permintaan", &now)).unwrap();
            assert_eq!(register.bank_line(line).unwrap().unwrap().whom, expect);
        }
    }
}

//! Whether the cells of a column are like what its name says that it holds.

use crate::cell::{digits, is_dash, is_ditto, is_formula_error, only_zeros};
use crate::life_state::LifeState;
use crate::table::Row;
use domain::reading::{answer, pair, plain, states_none};
use domain::{Aid, AreaCode, Date, Relation, Rt, Sex};

/// So many cells tell what a column holds.
const SAMPLE: usize = 200;

/// The filled cells of a column.
pub(crate) struct Cells<'a>(Vec<&'a str>);

/// What the cells of a column are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Like {
    /// Numbers of persons and families.
    LongNumber,
    /// Names of persons.
    Person,
    /// Places in the KK, by word or code.
    Relation,
    /// Sexes.
    Sex,
    /// Dates, perhaps after a place.
    Date,
    /// Addresses.
    Address,
    /// RT and RW.
    Pair,
    /// RT or RW.
    ShortNumber,
    /// Telephone numbers.
    Telephone,
    /// Numbers of people.
    Count,
    /// Yes or no.
    Answer,
    /// Who lives, has died or moved.
    LifeState,
    /// Names or codes of areas.
    Area,
    /// Names of programmes.
    Programme,
    /// Yes or no, and no name of a programme.
    Tick,
    /// Running numbers.
    Counter,
    /// They may be like anything.
    Anything,
}

/// How well they fit a kind, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// They are something else.
    Against,
    /// Nothing can be said.
    Silent,
    /// So many of a hundred are like it.
    For(u8),
}

impl<'a> Cells<'a> {
    /// The first filled cells of a column. What keeps a place free, says `as above` or failed as a formula tells nothing.
    pub(crate) fn of(rows: &'a [Row], at: usize) -> Self {
        let is_telling =
            |text: &&str| !text.is_empty() && !is_dash(text) && !is_ditto(text) && !is_formula_error(text);
        Self(rows.iter().map(|row| row.cell(at)).filter(is_telling).take(SAMPLE).collect())
    }

    /// How well they fit.
    pub(crate) fn fit(&self, like: Like) -> Fit {
        let is_word = |text: &str| has_letters_only(text) && !states_none(text);
        match like {
            Like::LongNumber => self.judge(|text| digits(text) >= 6 || only_zeros(text), is_word),
            Like::Person => self.judge(is_like_name, |text| digits(text) >= 6 || is_number(text)),
            Like::Relation => self.judge(is_relation, |text| digits(text) >= 4 || is_email(text)),
            Like::Sex => self.judge(|text| Sex::parse_loose(text).is_some(), |text| digits(text) >= 4),
            Like::Date => self.judge(|text| digits(text) >= 2, is_word),
            Like::Address => {
                self.judge(is_like_address, |text| is_email(text) || is_tenure(text) || is_number(text))
            }
            Like::Pair => self.judge(
                |text| digits(text) >= 2 || pair(text).is_ok(),
                |text| is_word(text) && pair(text).is_err(),
            ),
            Like::ShortNumber => self.judge(
                |text| (1..=3).contains(&digits(text)) || Rt::parse(text).is_ok(),
                |text| digits(text) == 0 && text.len() > 4 && Rt::parse(text).is_err(),
            ),
            Like::Telephone => self.judge(|text| digits(text) >= 8, is_email),
            Like::Count => self.judge(|text| digits(text) > 0, |text| digits(text) >= 6),
            Like::Answer => self.judge(|text| answer(text).is_some(), |_| false),
            Like::LifeState => {
                let is_other = |text: &str| LifeState::read(text).or(LifeState::answered(text)).is_none();
                self.judge(|text| LifeState::read(text).is_some(), is_other)
            }
            Like::Area => self.judge(is_area, |text| is_number(text) && AreaCode::parse(text).is_err()),
            // Where all cells are answers, the column is a tick for one programme.
            Like::Programme => self.judge(|text| answer(text).is_none(), |_| false),
            Like::Tick => self.judge(|text| answer(text).is_some(), names_programme),
            Like::Counter => self.judge(|_| false, |text| digits(text) >= 16),
            Like::Anything => Fit::Silent,
        }
    }

    /// `For` where half of the cells are like it and `Against` where nearly all are like something else.
    fn judge(&self, is_like: impl Fn(&str) -> bool, is_other: impl Fn(&str) -> bool) -> Fit {
        let count = |of: &dyn Fn(&str) -> bool| self.0.iter().filter(|text| of(text)).count();
        let (all, like, other) = (self.0.len(), count(&is_like), count(&is_other));
        match () {
            () if all > 0 && other * 5 >= all * 4 => Fit::Against,
            () if all > 0 && like * 2 >= all => Fit::For(u8::try_from(like * 100 / all).unwrap_or(100)),
            () => Fit::Silent,
        }
    }

    /// Whether there are several, and all of them are the same: the name of an area, not of a person.
    pub(crate) fn are_all_the_same(&self) -> bool {
        self.0.len() > 2 && self.0.windows(2).all(|pair| matches!(pair, [a, b] if a == b))
    }

    /// Whether all of them are numbers of one or two digits.
    pub(crate) fn are_counts(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|text| is_number(text) && digits(text) <= 2)
    }

    /// Whether all of them are words: a number may be a code of something else.
    pub(crate) fn are_words(&self) -> bool {
        self.0.iter().all(|text| has_letters_only(text))
    }

    /// Whether nearly all of them are dates.
    pub(crate) fn are_dates(&self) -> bool {
        let is_date = |text: &str| Date::parse_past(text, Date::LAST).is_ok();
        matches!(self.judge(is_date, |_| false), Fit::For(share) if share > 80)
    }

    /// Whether one of them names the head of a family.
    pub(crate) fn name_heads(&self) -> bool {
        self.0.iter().any(|text| Relation::parse_loose(text) == Some(Relation::Head))
    }
}

fn has_letters_only(text: &str) -> bool {
    digits(text) == 0 && text.contains(char::is_alphabetic)
}

fn is_number(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}

fn is_like_name(text: &str) -> bool {
    digits(text) == 0 && text.contains(char::is_alphabetic) && !is_email(text) && !names_street(text)
}

/// Whether a text begins as addresses do.
fn names_street(text: &str) -> bool {
    const STREETS: [&str; 8] = ["jl", "jln", "jalan", "gg", "gang", "kp", "komplek", "perum"];
    let first = text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    STREETS.iter().any(|street| first.eq_ignore_ascii_case(street))
}

fn is_relation(text: &str) -> bool {
    Relation::parse_loose(text).is_some_and(|relation| relation != Relation::Other)
}

fn is_like_address(text: &str) -> bool {
    text.contains(char::is_alphabetic) && text.len() > 3
}

/// Whose house it is, which forms ask beside the address.
fn is_tenure(text: &str) -> bool {
    let text = plain(text);
    [
        "kontrak",
        "milik",
        "sewa",
        "numpang",
        "menumpang",
        "kos",
        "rumah dinas",
        "bebas sewa",
        "warisan",
        "rumah sendiri",
        "ikut",
    ]
    .iter()
    .any(|word| text.starts_with(word))
}

fn is_area(text: &str) -> bool {
    AreaCode::parse(text).is_ok() || has_letters_only(text)
}

fn names_programme(text: &str) -> bool {
    answer(text).is_none() && Aid::parse_loose(text).is_some_and(|aid| aid != Aid::Other)
}

fn is_email(text: &str) -> bool {
    text.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !text.contains(' '))
}

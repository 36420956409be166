//! Whether the name of a person is those of several.

use domain::Fault;
use domain::reading::plain;

/// Degrees that stand behind a comma without dots.
const DEGREES: [&str; 38] = [
    "sh", "se", "st", "ss", "sag", "spd", "spdi", "skom", "ssos", "sip", "ssi", "skm", "skep", "sfarm",
    "sikom", "spsi", "stp", "spt", "shi", "sei", "sthi", "amd", "amk", "ama", "apt", "ners", "mm", "mt",
    "mh", "ma", "mpd", "msi", "mkes", "lc", "ba", "bsc", "phd", "alm",
];

/// What is to be looked at where a name may be that of several persons: `Budi / Siti`.
pub(crate) fn doubt(cell: &str) -> Option<Fault> {
    let names = |stroke: char| cell.contains(stroke) && cell.split(stroke).all(is_name);
    let words = || cell.split_whitespace();
    let is_joined = words().skip(1).any(|word| {
        word == "&" || word == "+" || (word.eq_ignore_ascii_case("dan") && words().next_back() != Some(word))
    });
    if is_joined || names('/') || names(';') || numbers_two(cell) {
        return Some(Fault::SeveralNames);
    }
    let is_wrapped = cell.lines().filter(|line| !line.trim().is_empty()).count() > 1;
    let behind_comma = cell.split(',').skip(1).any(|part| is_name(part) && !is_degree(part));
    (is_wrapped || behind_comma).then_some(Fault::PerhapsSeveralNames)
}

/// Names beside a stroke: `a/n` and `s/d` are none.
fn is_name(part: &str) -> bool {
    let mut words = part.split_whitespace();
    let (first, last) = (words.next().unwrap_or_default(), words.next_back());
    let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count();
    letters(first) > 1 && last.is_none_or(|last| letters(last) > 1) && !part.contains(['(', ')'])
}

pub(crate) fn is_degree(part: &str) -> bool {
    let letters = plain(part).replace(' ', "");
    part.contains('.') || DEGREES.contains(&letters.as_str()) || letters.starts_with("alm")
}

/// `1. Budi 2. Siti`
fn numbers_two(cell: &str) -> bool {
    let mut words = cell.split_whitespace().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let mut begins = |digit: char| {
        words
            .next()
            .is_some_and(|word| word.strip_prefix(digit).is_some_and(|rest| rest.starts_with(['.', ')'])))
    };
    begins('1') && begins('2')
}

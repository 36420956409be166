//! Symbols in groups of four, and a caret that stays where the writer has it.

/// How a number or code is written.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// How many symbols it has.
    pub(super) length: usize,
    /// What stands between groups of four.
    separator: char,
    /// The symbol that is meant by a typed one; `None` for what is passed over.
    symbol: fn(char) -> Option<char>,
    /// The symbol that is meant by a letter that stands right beside one.
    beside: fn(char) -> Option<char>,
}

impl Shape {
    /// NIK or KK number: `3174 1052 0580 9012`.
    pub(super) const DIGITS: Self =
        Self { length: 16, separator: ' ', symbol: |c| c.is_ascii_digit().then_some(c), beside: digit_like };

    /// Registration code: `XXXX-XXXX-XXXX-XXXX-C`, Crockford's base32 with check symbol.
    pub(super) const CODE: Self = Self {
        length: 17,
        separator: '-',
        symbol: |c| (c.is_ascii_alphanumeric() || "*~$=".contains(c)).then_some(c.to_ascii_uppercase()),
        beside: |_| None,
    };

    /// The symbols in what was typed, and how many of them stand before the caret.
    fn symbols(&self, typed: &str, caret: usize) -> (String, usize) {
        let mut symbols = String::new();
        let (mut before, mut after_symbol) = (0, false);
        let mut rest = typed.chars();
        let mut at = 0;
        while let Some(c) = rest.next() {
            // The next that is no such letter itself.
            let next = rest.clone().find(|c| (self.beside)(*c).is_none());
            let is_beside = after_symbol || next.is_some_and(|next| (self.symbol)(next).is_some());
            let symbol = (self.symbol)(c).or_else(|| (self.beside)(c).filter(|_| is_beside));
            after_symbol = symbol.is_some();
            symbols.extend(symbol);
            if at < caret {
                before += usize::from(after_symbol);
            }
            at += 1;
        }
        (symbols, before)
    }

    /// Puts separators between the groups.
    pub(super) fn group(&self, symbols: &str) -> String {
        let mut shown = String::with_capacity(symbols.len() * 5 / 4);
        for (at, c) in symbols.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                shown.push(self.separator);
            }
            shown.push(c);
        }
        shown
    }

    /// Where the caret stands after so many symbols: before the separator that follows, or behind it.
    fn place(symbols: usize, behind_separator: bool) -> usize {
        let separators = if behind_separator { symbols / 4 } else { symbols.saturating_sub(1) / 4 };
        symbols + separators
    }
}

/// The digit that a letter is taken for, as in the typescripts from which people read.
fn digit_like(letter: char) -> Option<char> {
    match letter {
        'o' | 'O' => Some('0'),
        'l' | 'L' | 'i' | 'I' => Some('1'),
        _ => None,
    }
}

/// A field after an edit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Grouped {
    /// The symbols alone.
    pub(super) symbols: String,
    /// As the field shows them.
    pub(super) shown: String,
    /// Characters before the caret.
    pub(super) caret: usize,
}

impl Grouped {
    /// Puts in order what an edit left in a field. Nothing typed is cut off: a number that is too long must be seen to
    /// be so. Whoever deletes forward over a separator has crossed it, or the next press would delete it again.
    pub(super) fn read(shape: Shape, typed: &str, caret: usize, deletes_forward: bool) -> Self {
        let (symbols, before) = shape.symbols(typed, caret);
        let shown = shape.group(&symbols);
        let caret = Shape::place(before, deletes_forward).min(shown.len());
        Self { symbols, shown, caret }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `|` is the caret, in what was typed and in what is shown.
    fn check_as(shape: Shape, deletes_forward: bool, typed: &str, expect: &str) {
        let caret = typed.find('|').unwrap();
        let Grouped { mut shown, caret, .. } =
            Grouped::read(shape, &typed.replace('|', ""), caret, deletes_forward);
        shown.insert(caret, '|');
        assert_eq!(shown, expect, "{typed}");
    }

    fn check(typed: &str, expect: &str) {
        check_as(Shape::DIGITS, false, typed, expect);
    }

    #[test]
    fn typing_at_the_end() {
        check("|", "|");
        check("3|", "3|");
        check("3174|", "3174|");
        check("31741|", "3174 1|");
        check("3174 1052 0580 9012|", "3174 1052 0580 9012|");
    }

    #[test]
    fn typing_in_the_middle() {
        check("31|74 1052", "31|74 1052");
        check("319|74 1052", "319|7 4105 2");
        check("3174 9|1052", "3174 9|105 2");
        check("3174|9 1052", "3174| 9105 2");
        check("|3174", "|3174");
    }

    #[test]
    fn deleting() {
        check("3174 |", "3174|");
        check("3174|1052", "3174| 1052");
        check_as(Shape::DIGITS, true, "3174|1052", "3174 |1052");
        check_as(Shape::DIGITS, true, "31|4 1052", "31|41 052");
        check_as(Shape::DIGITS, true, "3174|", "3174|");
    }

    #[test]
    fn pasting() {
        check("3174105205809012|", "3174 1052 0580 9012|");
        check("'3174.1052.0580.9012|", "3174 1052 0580 9012|");
        check("NIK: 3174105205809012|", "3174 1052 0580 9012|");
        check("31741052058090123|", "3174 1052 0580 9012 3|");
        check("belum punya|", "|");
        check("３１|", "|");
    }

    #[test]
    fn letters_that_look_like_digits() {
        check("3174l|", "3174 1|");
        check("3174 1O5|", "3174 105|");
        check("3l74 lO52 O58O 9Ol2|", "3174 1052 0580 9012|");
        check("3174 o|1052", "3174 0|105 2");
        check("nomor 12 orang lain|", "12|");
        check("|NIK 3174", "|3174");
        check_as(Shape::CODE, false, "oil|", "OIL|");
    }

    #[test]
    fn codes() {
        check_as(Shape::CODE, false, "abcd2|", "ABCD-2|");
        check_as(Shape::CODE, false, "ABCD-EFGH-JKMN-PQRS-~|", "ABCD-EFGH-JKMN-PQRS-~|");
        check_as(Shape::CODE, false, "ab c|", "ABC|");
    }
}

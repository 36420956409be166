//! How the lines of the bank stand, and what follows for the family.

use super::programme::Programme;
use crate::clock::Moment;
use crate::fault::Result;
use crate::register::{BankLine, BankSays, DecisionBasis, FamilyId, Line, Outcome, Posting, Register};
use domain::{Cause, Date, Event, History, Rupiah, Status};

/// Enters all lines on a family and a tahap anew. That the family has the money now, or has it no more, becomes an event; `by`:
/// whoever settled a line.
pub(crate) fn post(
    register: &Register,
    family: FamilyId,
    tahap: u16,
    by: Option<&str>,
    now: &Moment,
) -> Result<()> {
    let due = Programme::of(register)?.due(tahap);
    let mut lines = register.bank_lines_of(family, tahap)?;
    let past = Past::of(register, family, tahap)?;
    // Not by when they were read. A payment that bears no day came before the money went back, and a return that bears none after
    // all. Of two payments of one day the one of what is due stands; of two such, the one that the family was told of.
    let returns = lines.iter().filter(|(line, _)| line.says == BankSays::Returned && line.is_dated);
    let first_return = returns.map(|(line, _)| line.on).min();
    lines.sort_by_cached_key(|(line, digest)| {
        let is_other = line.amount.is_some_and(|amount| amount != due);
        let is_new = !past.paid_by.contains(&line.line);
        let day = match (line.is_dated, line.says) {
            (true, _) => Some(line.on),
            (false, BankSays::Returned) => None,
            (false, _) => first_return,
        };
        (day.is_none(), day, line.says, is_other, is_new, line.amount, digest.clone(), line.line.line)
    });
    let lines: Vec<BankLine> = lines.into_iter().map(|(line, _)| line).collect();
    let books = Books::of(&lines, due, &past);
    for (line, posting) in lines.iter().zip(&books.postings) {
        if line.posting != *posting {
            register.post_bank_line(line.id, *posting)?;
        }
    }
    let Some((status, line)) = past.change(&lines, &books) else { return Ok(()) };
    let cause = (status == Status::CardReceived).then_some(Cause::PaymentReturned);
    let event = Event { tahap: Some(tahap), cause, ..Event::new(status, line.on) };
    let basis = DecisionBasis { by: by.map(str::to_owned), ..DecisionBasis::rows(vec![line.line]) };
    register.record_after(family, &past.history, &event, basis, now)
}

/// Enters every line anew that differs or that a person settled: what it lacked may have come.
pub(crate) fn post_open(register: &Register, now: &Moment) -> Result<()> {
    let open = register.families_to_post()?;
    open.into_iter().try_for_each(|(family, tahap)| post(register, family, tahap, None, now))
}

/// Enters all lines on a family anew: something else became of it.
pub(crate) fn post_family(register: &Register, family: FamilyId, now: &Moment) -> Result<()> {
    let paid = register.tahap_of_bank_lines(family)?;
    paid.into_iter().try_for_each(|tahap| post(register, family, tahap, None, now))
}

/// What happened to the family before.
struct Past {
    tahap: u16,
    history: History,
    /// The lines by which it was paid.
    paid_by: Vec<Line>,
    /// Whether a person wrote down that it was paid, and nothing says otherwise.
    by_hand: bool,
}

impl Past {
    fn of(register: &Register, family: FamilyId, tahap: u16) -> Result<Self> {
        let (recorded, history) = (register.recorded(family)?, register.history(family)?);
        let is_payment =
            |event: &Event| event.status == Status::Paid && event.tahap == Some(tahap) && !event.resumed;
        let payments = recorded.iter().filter(|it| is_payment(&it.event));
        let (by_line, by_hand): (Vec<_>, Vec<_>) = payments.partition(|it| !it.evidence.is_empty());
        let paid_by = by_line.into_iter().flat_map(|it| it.evidence.iter().copied()).collect();
        let by_hand = history.is_paid(tahap) && !by_hand.is_empty();
        Ok(Self { tahap, history, paid_by, by_hand })
    }

    /// Why the family is not paid.
    fn hindrance(&self, on: Date) -> Option<Posting> {
        let of_tahap = |event: &&Event| event.status == Status::Approved && event.tahap == Some(self.tahap);
        let approved = self.history.events().iter().filter(of_tahap).map(|event| event.at).min();
        match self.history.status() {
            // Nobody is paid before being on the final list: such a line is of another tahap.
            _ if approved.is_none_or(|approved| on < approved) => Some(Posting::NotDue),
            Status::Held => Some(Posting::Held),
            status if !status.is_recipient() => Some(Posting::Left),
            _ if !self.history.has_card() => Some(Posting::NoCard),
            _ => None,
        }
    }

    /// What the family becomes, and the line that says so.
    fn change<'a>(&self, lines: &'a [BankLine], books: &Books<'_>) -> Option<(Status, &'a BankLine)> {
        let stands = books.stands.and_then(|at| lines.get(at));
        let (status, line) = match (stands, self.history.is_paid(self.tahap)) {
            (Some(line), false) => {
                // What a person found right is paid, but nobody comes back onto the list by it.
                let may = matches!(self.hindrance(line.on), None | Some(Posting::NoCard))
                    && self.history.check(Status::Paid).is_ok();
                (Status::Paid, Some(line).filter(|_| may))
            }
            (None, true) if !books.by_hand => {
                let went_back = |line: &&BankLine| {
                    line.says == BankSays::Returned
                        || matches!(line.outcome, Some(Outcome::Returned | Outcome::Void))
                };
                let may = self.history.status().is_recipient();
                (Status::CardReceived, lines.iter().rev().find(went_back).filter(|_| may))
            }
            _ => return None,
        };
        line.map(|line| (status, line))
    }
}

/// The lines on a family and a tahap, entered one after the other.
struct Books<'a> {
    due: Rupiah,
    past: &'a Past,
    postings: Vec<Posting>,
    /// The payment that the family has.
    stands: Option<usize>,
    /// Whether it has one that a person wrote down, and no line yet speaks of.
    by_hand: bool,
}

impl<'a> Books<'a> {
    fn of(lines: &[BankLine], due: Rupiah, past: &'a Past) -> Self {
        let mut books = Self { due, past, postings: Vec::new(), stands: None, by_hand: past.by_hand };
        for line in lines {
            let posting = books.enter(line);
            books.postings.push(posting);
        }
        if books.stands.is_none() {
            // It never arrived: no payment that stands may be the one that it speaks of.
            let of_nothing =
                books.postings.iter_mut().filter(|posting| **posting == Posting::ReturnOfNothing);
            of_nothing.for_each(|posting| *posting = Posting::Failed);
        } else {
            let back = books.postings.iter_mut().filter(|posting| **posting == Posting::Returned);
            back.for_each(|posting| *posting = Posting::PaidAgain);
        }
        books
    }

    fn enter(&mut self, line: &BankLine) -> Posting {
        use BankSays::{Failed, Paid, Returned, Unclear};
        match (line.says, line.outcome) {
            (_, Some(Outcome::Void)) => self.forget(line, Posting::Void),
            (Paid | Unclear, Some(Outcome::Returned)) => self.forget(line, Posting::Returned),
            (Paid | Unclear, Some(Outcome::Valid)) => self.pay(),
            // Somebody has looked: where nothing came, nothing is missing.
            (Returned, Some(_)) => match self.take_back() {
                Posting::ReturnOfNothing => Posting::Failed,
                posting => posting,
            },
            (Failed, Some(_)) => Posting::Failed,
            (Failed, None) if self.stands.is_some() => Posting::Contradiction,
            (Failed, None) => Posting::Failed,
            (_, None) if line.differs.is_some() => line.differs.unwrap_or(Posting::Unclear),
            (Unclear, None) => Posting::Unclear,
            (Returned, None) => self.take_back(),
            (Paid, None) if self.stands.is_some() => Posting::Double,
            (Paid, None) if line.amount.is_some_and(|amount| amount != self.due) => Posting::OtherAmount,
            (Paid, None) if self.by_hand || self.past.paid_by.contains(&line.line) => self.pay(),
            (Paid, None) => self.past.hindrance(line.on).unwrap_or_else(|| self.pay()),
        }
    }

    fn pay(&mut self) -> Posting {
        self.by_hand = false;
        self.stands.get_or_insert(self.postings.len());
        Posting::Paid
    }

    /// A person says that this is no payment, or that the money is back.
    fn forget(&mut self, line: &BankLine, posting: Posting) -> Posting {
        self.by_hand &= !line.says.is_money();
        posting
    }

    /// The money went back: that of a double payment first, so that the family keeps the other.
    fn take_back(&mut self) -> Posting {
        let last = |posting| self.postings.iter().rposition(|it| *it == posting);
        let back = last(Posting::Double).or(self.stands);
        let was_by_hand = std::mem::take(&mut self.by_hand);
        self.stands = self.stands.filter(|stands| Some(*stands) != back);
        match back.and_then(|back| self.postings.get_mut(back)) {
            Some(posting) => *posting = Posting::Returned,
            None if !was_by_hand => return Posting::ReturnOfNothing,
            None => {}
        }
        Posting::Return
    }
}

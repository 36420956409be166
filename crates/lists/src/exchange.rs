//! NIK and KK number that stand in the column of the other, in single rows.

use crate::line::Line;
use crate::numbers::{is_of_woman, may_be_kk};
use domain::{Date, Fault, KkNumber, Nik, Sixteen};
use lists_protocol::ColumnKind;
use std::collections::HashMap;

/// What is to be said of rows in which they are exchanged, or may be. A row in which they surely are goes to the family whose
/// number stands under NIK, which is refused for it: what stands in the cells stays as it is.
pub(crate) fn doubts(lines: &mut [Line<'_>], today: Date) -> HashMap<u32, Fault> {
    let mut doubts = HashMap::new();
    for at in 0..lines.len() {
        let beside = [at.checked_sub(1), at.checked_add(1)].map(|at| lines.get(at?)?.kk);
        let Some(line) = lines.get_mut(at) else { continue };
        let (Some(kk), Some(nik)) = (line.kk, line.nik) else { continue };
        let (of_kk, of_nik) = (kk.digits(), nik.digits());
        let is_beside = |number: &Sixteen| beside.iter().flatten().any(|other| other.digits() == number);
        let born = Date::parse_past(line.text(ColumnKind::Birth), today).ok();
        let is_born_by_nik = born.is_some() && nik.birth(today) == born;
        // A NIK and the KK number of the next family may be alike by chance.
        let is_sure = !is_born_by_nik
            && !is_beside(of_kk)
            && (is_beside(of_nik) || is_of_woman(of_kk) || is_born_by_kk(born, &kk, today));
        if of_kk == of_nik || (!is_sure && !may_be_kk(of_kk) && may_be_kk(of_nik)) {
            doubts.insert(line.row.number, Fault::PerhapsNumbersExchanged);
        } else if is_sure && !is_of_woman(of_nik) {
            doubts.insert(line.row.number, Fault::NumbersExchanged);
            line.kk = KkNumber::parse(&of_nik.to_string()).ok();
        }
    }
    doubts
}

/// Whether the date of birth is that in the KK number.
fn is_born_by_kk(born: Option<Date>, kk: &KkNumber, today: Date) -> bool {
    let says = |number: Nik| number.birth(today);
    born.is_some() && Nik::parse(&kk.digits().to_string()).ok().and_then(says) == born
}

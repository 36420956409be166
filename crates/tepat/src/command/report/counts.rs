//! Counts by place, point, reason or day, in sentences.

use office::breakdown::{Breakdown, BreakdownRow};

/// One line a row, the counts first.
pub(super) fn sentences(counted: &Breakdown) -> String {
    let Breakdown { at, tahap, rows, families, .. } = counted;
    let of_tahap = tahap.map_or_else(String::new, |tahap| format!(" ditetapkan untuk tahap {tahap}"));
    let mut text = format!("Seperti yang diketahui {at}: {families} keluarga{of_tahap}.\n");
    for BreakdownRow { code, name, families, status, paid } in rows {
        let name = name.as_ref().map_or_else(String::new, |name| format!(" {name}"));
        let mut said: Vec<String> =
            status.iter().map(|(status, count)| format!("{count} {status}")).collect();
        if let Some((paid, tahap)) = paid.zip(*tahap) {
            said.push(format!("uang tahap {tahap} sampai pada {paid}"));
        }
        text += &format!("{families:>9}  {code}{name}: {}\n", said.join(", "));
    }
    text
}

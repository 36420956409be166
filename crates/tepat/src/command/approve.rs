//! `tepat approve`: puts every family that was verified on the final list of a tahap.

use crate::output::Output;
use office::approval::{Approved, approve};
use office::clock::Moment;
use office::fault::Result;
use office::workspace::Workspace;

pub(super) fn run(
    workspace: &mut Workspace,
    tahap: u16,
    is_sure: bool,
    by: &str,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let approved = workspace.register.transaction(|register| approve(register, tahap, is_sure, by, now))?;
    let Approved { tahap, new, again, waiting, needs_another, unreadable } = &approved;
    let mut sentences = if *needs_another {
        format!(
            "Tahap {tahap}: {new} keluarga baru dan {again} yang lama disetujui {by}, BELUM ditetapkan.\n\
             Orang kedua menguatkannya dengan `tepat approve --tahap {tahap} --by NAMA`."
        )
    } else {
        format!("Tahap {tahap}: {new} keluarga baru ditetapkan, {again} ditetapkan lagi.")
    };
    if *waiting > 0 {
        sentences += &format!("\n{waiting} keluarga menunggu keputusan lebih dulu (`tepat review`).");
    }
    if !unreadable.is_empty() {
        sentences += &format!("\n{unreadable}");
    }
    output.answer(&approved, &sentences);
    Ok(())
}

//! `tepat subject correct`: the record of a family says what is right, and what it said before stays.

use super::find::find;
use crate::cli::{Correction, SubjectFamily};
use crate::output::Output;
use office::clock::Moment;
use office::correction::{MemberCorrection, RecordCorrection};
use office::fault::Result;
use office::workspace::Workspace;
use serde::Serialize;

#[derive(Serialize)]
struct Corrected {
    by: String,
    /// By their names: what stands there is in the register.
    fields: Vec<String>,
}

pub(super) fn run(
    workspace: &mut Workspace,
    family: &SubjectFamily,
    args: &Correction,
    by: &str,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let Correction { new_kk, address, phone, member, name, nik, birth } = args;
    let correction = RecordCorrection {
        kk: *new_kk,
        address: address.clone(),
        phone: phone.clone(),
        member: MemberCorrection { position: (*member).into(), name: name.clone(), nik: *nik, birth: *birth },
    };
    let fields = workspace
        .register
        .transaction(|register| correction.apply(register, find(register, family)?, by, now))?;
    let sentences = if fields.is_empty() {
        "Sudah begitu sebelumnya: tidak ada yang berubah.".to_owned()
    } else {
        format!(
            "Diperbaiki oleh {by}: {}. Isi yang lama tetap tersimpan (`tepat history`).\n\
             Periksa lagi dengan `tepat verify`, lalu terbitkan. Beri tahu ketua RT: daftarnya yang berikut menimpa perbaikan ini.",
            fields.join(", ")
        )
    };
    output.answer(&Corrected { by: by.to_owned(), fields }, &sentences);
    Ok(())
}

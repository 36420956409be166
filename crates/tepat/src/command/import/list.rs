//! A list that was read, and how it goes into the register.

use super::{apart, words};
use domain::{AreaCode, Rt, Rw};
use lists::{Context, Reading};
use office::clock::Moment;
use office::fault::{Fault, Result};
use office::register::digest;

/// Where the families of a list live, as far as that is known of the whole list: a row that says otherwise of RT and RW is right.
pub(in crate::command) struct Place {
    pub(in crate::command) area: AreaCode,
    pub(in crate::command) rw: Option<Rw>,
    pub(in crate::command) rt: Option<Rt>,
}

/// A list that was read.
pub(super) struct List {
    pub(super) file: String,
    pub(super) digest: [u8; 32],
    pub(super) reading: Reading,
}

pub(super) fn read(file: &str, bytes: &[u8], place: &Place, now: &Moment) -> Result<List> {
    let context = Context {
        area: place.area.clone(),
        default_rt: place.rt,
        default_rw: place.rw,
        today: now.date,
        corrections: Vec::new(),
    };
    let mut reading = lists::read(bytes, &context).map_err(|fault| words::file_fault(file, fault))?;
    if reading.families() == 0 {
        return Err(Fault::new(
            "tanpa-keluarga",
            format!("{file} tidak berisi satu keluarga pun."),
            "Periksa apakah berkasnya benar, atau minta dikirim ulang.",
        ));
    }
    apart::take_in(&mut reading, &context);
    Ok(List { file: file.to_owned(), digest: digest(bytes), reading })
}

//! `tepat verify-publication`: whether what lies there is whole, and of the office with this key.

use crate::output::Output;
use office::clock::Moment;
use office::fault::{During, Fault, Result};
use office::signing_keys::read_public;
use publication::location::Location;
use publication::{Verified, verify};
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Fails where a file is not the one that was signed, and where the publication is old.
pub(super) fn run(place: &Location, key: &Path, now: &Moment, output: &Output) -> Result<ExitCode> {
    let text = fs::read_to_string(key).during("membaca kunci publik")?;
    let key = read_public(&text).ok_or_else(|| {
        Fault::new("kunci", "Berkas itu bukan kunci publik.", "Tunjuk signing.pub dari ruang kerja kantor.")
    })?;
    let mut found = verify(place, &key)?;
    if now.to_string() > found.fresh_until {
        found.faults.push(format!("terbitan lama: berlaku sampai {}", found.fresh_until));
    }
    output.answer(&found, &sentences(&found));
    Ok(if found.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn sentences(found: &Verified) -> String {
    let mut text = format!(
        "Terbitan {} dari {}, berlaku sampai {}: {} berkas, {} wadah dengan rata-rata {} tempat.\n",
        found.serial, found.published_at, found.fresh_until, found.files, found.buckets, found.places
    );
    if found.faults.is_empty() {
        text += "Semua berkas ditandatangani kunci itu.";
    }
    text.extend(found.faults.iter().map(|fault| format!("  {fault}\n")));
    text
}

//! Version 4: what the machine found is a typed cause. Before, its sentences stood in the notes of people.
//!
//! Nowhere else is a sentence compared. These are frozen: they are what versions 1 to 3 wrote.

use crate::fault::{During, Result};
use domain::{Aid, Cause, Question, Rt, Rw};
use rusqlite::Connection;
use serde_json::{Map, Value};

/// Gives every event whose note is a sentence of the machine its cause. What a person added stays as the note.
pub(super) fn from_notes(db: &Connection) -> Result<()> {
    let doing = "memperbarui peristiwa";
    let mut select =
        db.prepare("SELECT family, number, event FROM event WHERE event LIKE '%\"note\":%'").during(doing)?;
    let mut update =
        db.prepare("UPDATE event SET event = ?3 WHERE family = ?1 AND number = ?2").during(doing)?;
    let mut rows = select.query([]).during(doing)?;
    while let Some(row) = rows.next().during(doing)? {
        let read = || -> rusqlite::Result<(i64, i64, String)> { Ok((row.get(0)?, row.get(1)?, row.get(2)?)) };
        let (family, number, json) = read().during(doing)?;
        // What cannot be read is left as it is: whoever reads the family names it.
        let Ok(event) = serde_json::from_str::<Map<String, Value>>(&json) else { continue };
        if let Some(event) = with_cause(event) {
            let json = serde_json::to_string(&event).during(doing)?;
            update.execute((family, number, json)).during(doing)?;
        }
    }
    Ok(())
}

/// The event with its cause; none where its note is a person's.
fn with_cause(mut event: Map<String, Value>) -> Option<Map<String, Value>> {
    let (cause, rest) = cause(event.get("note")?.as_str()?)?;
    let rest = rest.to_owned();
    event.insert("cause".to_owned(), serde_json::to_value(cause).ok()?);
    if rest.is_empty() {
        event.remove("note");
    } else {
        event.insert("note".to_owned(), Value::String(rest));
    }
    Some(event)
}

/// The cause that a sentence was made from, and what a person wrote behind it.
fn cause(note: &str) -> Option<(Cause, &str)> {
    if let Some(rest) = note.strip_prefix(HEIR) {
        return Some((Cause::HeirCollects, rest.trim_start()));
    }
    let cause = match note {
        "Pemadanan selesai: keluarga ini tetap." => Cause::Kept,
        "Daftar yang memuat keluarga ini tidak berlaku lagi: keluarga ini diperiksa lagi." => {
            Cause::ListReplaced
        }
        "Diambil wakil dengan surat kuasa." => Cause::CollectedByProxy,
        "Diambil ahli waris." => Cause::CollectedByHeir,
        "Bantuan ditolak di titik pengambilan." => Cause::Declined,
        _ => aid(note).or_else(|| duplicate(note)).or_else(|| question(note))?,
    };
    Some((cause, ""))
}

const HEIR: &str =
    "Kepala keluarga tercatat meninggal: ahli waris satu KK mengambil, dengan surat keterangan kematian.";

fn aid(note: &str) -> Option<Cause> {
    let between = |before, after| note.strip_prefix(before)?.strip_suffix(after);
    if let Some(names) = between("Keluarga ini tercatat menerima ", ".") {
        return Some(Cause::AidFound { programmes: programmes(names)? });
    }
    let names = between("Keluarga ini tercatat pada daftar ", "; sedang dicocokkan.")?;
    Some(Cause::AidCompared { programmes: programmes(names)? })
}

fn programmes(names: &str) -> Option<Vec<Aid>> {
    let mut programmes = names.split(", ").map(programme).collect::<Option<Vec<_>>>()?;
    programmes.sort_unstable();
    Some(programmes)
}

fn programme(name: &str) -> Option<Aid> {
    Some(match name {
        "PKH" => Aid::Pkh,
        "BPNT" => Aid::Bpnt,
        "Kartu Sembako" => Aid::KartuSembako,
        "Paket Sembako" => Aid::PaketSembako,
        "Kartu Prakerja" => Aid::Prakerja,
        "bantuan lain" => Aid::Other,
        _ => return None,
    })
}

fn duplicate(note: &str) -> Option<Cause> {
    let (rt, rest) = note.strip_prefix("Sudah tercatat di RT ")?.split_once(" / RW ")?;
    let (rw, kelurahan) = rest.strip_suffix('.')?.split_once(' ')?;
    Some(Cause::DuplicateOf {
        rt: Rt::parse(rt).ok()?,
        rw: Rw::parse(rw).ok()?,
        kelurahan: kelurahan.to_owned(),
    })
}

fn question(note: &str) -> Option<Cause> {
    let question = match note {
        "Adakah anggota keluarga ini yang menerima bantuan lain? Lengkapi NIK dan tanggal lahirnya." => {
            Question::AidLookAlike
        }
        "NIK seorang anggota juga ada di keluarga lain. Tanyakan di mana ia tinggal, dan cocokkan NIK dengan KTP." => {
            Question::PersonTwice
        }
        "Nomor KK ini juga dipakai keluarga lain. Cocokkan dengan kartunya." => Question::KkTwice,
        "Menurut Dukcapil seorang anggota ada di KK lain. Cocokkan nomor KK dan NIK dengan kartunya." => {
            Question::OtherKk
        }
        "Menurut Dukcapil seorang anggota sudah pindah. Apakah keluarga ini masih tinggal di sini?" => {
            Question::Moved
        }
        "Menurut Dukcapil semua orang dewasa di keluarga ini sudah meninggal. Adakah ahli waris di KK ini?" => {
            Question::Died
        }
        "Semua orang di catatan ini berganti. Siapa keluarga yang sebenarnya?" => Question::Replaced,
        _ => return None,
    };
    Some(Cause::AskRt { question })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_the_machine_become_causes_and_those_of_people_stay() {
        let check = |note: &str, expect: Option<(&str, &str)>| {
            let event = serde_json::json!({ "status": "ditolak", "at": "2021-03-12", "note": note });
            let Value::Object(event) = event else { panic!("an object") };
            let found = with_cause(event).map(|event| {
                let note = event.get("note").and_then(Value::as_str).unwrap_or_default().to_owned();
                (event["cause"].clone(), note)
            });
            // As values: the order of keys depends on which crates are built together.
            let expect = expect.map(|(cause, note)| (serde_json::from_str(cause).unwrap(), note.to_owned()));
            assert_eq!(found, expect, "{note}");
        };
        check("Istri tercatat menerima PKH.", None);
        check("", None);
        check("Keluarga ini tercatat menerima beras.", None);
        check(
            "Keluarga ini tercatat menerima BPNT, PKH.",
            Some((r#"{"code":"bantuan-ditemukan","programmes":["pkh","bpnt"]}"#, "")),
        );
        check(
            "Keluarga ini tercatat pada daftar PKH; sedang dicocokkan.",
            Some((r#"{"code":"bantuan-dicocokkan","programmes":["pkh"]}"#, "")),
        );
        check(
            "Sudah tercatat di RT 005 / RW 002 Pasar Minggu.",
            Some((r#"{"code":"sudah-tercatat","kelurahan":"Pasar Minggu","rt":"005","rw":"002"}"#, "")),
        );
        check(HEIR, Some((r#"{"code":"ahli-waris-mengambil"}"#, "")));
        check(
            &format!("{HEIR} Istrinya ada."),
            Some((r#"{"code":"ahli-waris-mengambil"}"#, "Istrinya ada.")),
        );
        check(
            "Nomor KK ini juga dipakai keluarga lain. Cocokkan dengan kartunya.",
            Some((r#"{"code":"tanya-rt","question":"kk-di-dua-keluarga"}"#, "")),
        );
        check("Diambil ahli waris.", Some((r#"{"code":"diambil-ahli-waris"}"#, "")));
    }
}

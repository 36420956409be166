//! `tepat collect`: opens the envelopes of the RTs.

use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::intake::{Intake, Taken};
use crate::output::Output;
use crate::register::{Mail, Office, Register};
use crate::workspace::Workspace;
use domain::{Actor, Event, RegistrationCode, Status};
use seal::{EnvelopeFault, envelope};
use serde::Serialize;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use wire::HouseholdList;

#[derive(Serialize)]
struct Collected {
    envelopes: Vec<Report>,
    /// Envelopes that had been taken in before.
    known: usize,
}

#[derive(Serialize)]
struct Report {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<ListReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Fault>,
}

#[derive(Serialize)]
struct ListReport {
    area: domain::AreaCode,
    rw: domain::Rw,
    #[serde(skip_serializing_if = "Option::is_none")]
    rt: Option<domain::Rt>,
    edition: u32,
    state: &'static str,
    families: Vec<FamilyReport>,
}

#[derive(Serialize)]
struct FamilyReport {
    code: RegistrationCode,
    result: &'static str,
}

/// An opened envelope.
struct Letter {
    office: Office,
    list: HouseholdList,
}

pub(super) fn run(
    workspace: &mut Workspace,
    path: Option<&Path>,
    now: &Moment,
    output: &Output,
) -> Result<()> {
    let files = files(path.unwrap_or(&workspace.inbox()))?;
    let bar = output.progress("Membuka amplop", files.len());
    let mut collected = Collected { envelopes: Vec::new(), known: 0 };
    let mut letters = Vec::new();
    for path in bar.wrap_iter(files.into_iter()) {
        let bytes = fs::read(&path).during(format_args!("membaca {}", path.display()))?;
        // The digest, not the name: a file that came by flash disk may be called anything.
        let digest = envelope::file_name(&bytes);
        if workspace.register.knows_mail(&digest)? {
            collected.known += 1;
            continue;
        }
        let file = path.display().to_string();
        match open(workspace, &bytes) {
            Ok(letter) => letters.push((file, digest, letter)),
            Err(fault) => collected.envelopes.push(Report { file, list: None, problem: Some(fault) }),
        }
    }
    // A later edition must not be undone by an earlier one that was found after it.
    letters.sort_by(|a, b| (&a.2.office.id, a.2.list.edition).cmp(&(&b.2.office.id, b.2.list.edition)));
    for (file, digest, letter) in letters {
        let list = workspace.register.together(|register| take(register, &digest, &letter, now))?;
        collected.envelopes.push(Report { file, list: Some(list), problem: None });
    }
    output.answer(&collected, &sentences(&collected));
    Ok(())
}

/// The file itself, or every envelope below the folder.
fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(path).during(format_args!("membaca {}", path.display()))? {
        let path = entry.during("membaca kotak masuk")?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(is_of_envelope) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// As the drop box, the app, and a phone's share sheet (which passes on plain texts only) name them.
fn is_of_envelope(extension: &OsStr) -> bool {
    ["json", "tepat", "txt"].iter().any(|known| extension.eq_ignore_ascii_case(known))
}

fn open(workspace: &Workspace, bytes: &[u8]) -> Result<Letter> {
    let envelope = envelope::read(bytes).map_err(unreadable)?;
    let sender = envelope.from.clone().unwrap_or_default();
    let office = workspace.register.office(&sender)?.ok_or_else(|| {
        Fault::new(
            "pengirim-tidak-dikenal",
            "Pengirim amplop tidak terdaftar di ruang kerja ini.",
            "Pastikan amplop untuk program ini; bila benar, daftarkan RT itu lagi dengan `tepat enrol`.",
        )
    })?;
    let document =
        envelope::open(&envelope, &workspace.office(), Some(&office.public)).map_err(unreadable)?;
    let list: HouseholdList = serde_json::from_slice(&document).during("membaca isi amplop")?;
    if (&list.area, list.rw, list.rt) != (&office.origin.area, office.origin.rw, Some(office.origin.rt)) {
        return Err(Fault::new(
            "daftar-rt-lain",
            "Isi amplop adalah daftar RT lain daripada pengirimnya.",
            "Hubungi ketua RT; jangan masukkan daftar ini.",
        ));
    }
    Ok(Letter { office, list })
}

fn unreadable(fault: EnvelopeFault) -> Fault {
    let again = "Minta RT mengirim ulang dari aplikasinya; datanya masih ada di sana.";
    match fault {
        EnvelopeFault::Format => {
            Fault::new("bukan-amplop", "Berkas ini bukan amplop tepat yang utuh.", again)
        }
        EnvelopeFault::TooLarge => {
            Fault::new("terlalu-besar", "Amplop lebih besar dari yang mungkin.", again)
        }
        EnvelopeFault::NotForThisKey => Fault::new(
            "bukan-untuk-kantor-ini",
            "Amplop dikunci untuk kantor lain.",
            "Buka di ruang kerja yang mendaftarkan RT itu.",
        ),
        EnvelopeFault::Sender | EnvelopeFault::Damaged | EnvelopeFault::Key => {
            Fault::new("rusak", "Amplop rusak, atau bukan dari pengirim yang disebutnya.", again)
        }
    }
}

/// Takes a list in: every family, what was withdrawn, and the edition.
fn take(register: &Register, digest: &str, letter: &Letter, now: &Moment) -> Result<ListReport> {
    let Letter { office, list } = letter;
    let edition = register.office(&office.id)?.map_or(0, |office| office.edition);
    let mut report = ListReport {
        area: list.area.clone(),
        rw: list.rw,
        rt: list.rt,
        edition: list.edition,
        state: Mail::Taken.code(),
        families: Vec::new(),
    };
    // Older than what was taken in: it came late, or from a phone that was wiped and counts anew. What it says of known
    // families is out of date; families that only it knows go in all the same.
    let is_late = list.edition <= edition;
    for listed in &list.households {
        if is_late && register.family_with_code(&listed.code)?.is_some() {
            report.families.push(FamilyReport { code: listed.code, result: result(&Taken::Same) });
            continue;
        }
        let intake = Intake {
            household: &listed.household,
            origin: &office.origin,
            code: Some(listed.code),
            new_code: listed.code,
            listed_on: listed.listed_on.min(now.date),
        };
        let (taken, code) = intake.take(register, now)?;
        report.families.push(FamilyReport { code, result: result(&taken) });
    }
    if is_late {
        report.state = Mail::Superseded.code();
        register.note_mail(digest, Mail::Superseded, now)?;
        return Ok(report);
    }
    for code in &list.withdrawn {
        report.families.push(FamilyReport { code: *code, result: withdraw(register, office, code, now)? });
    }
    register.set_edition(&office.id, list.edition)?;
    register.note_mail(digest, Mail::Taken, now)?;
    Ok(report)
}

fn result(taken: &Taken) -> &'static str {
    match taken {
        Taken::New => "baru",
        Taken::Changed => "diperbarui",
        Taken::Same => "tetap",
        Taken::Double(_) => "data-ganda",
        Taken::ForeignCode => "kode-milik-rt-lain",
    }
}

fn withdraw(
    register: &Register,
    office: &Office,
    code: &RegistrationCode,
    now: &Moment,
) -> Result<&'static str> {
    let Some(family) = register.family_with_code(code)?.filter(|family| family.origin == office.origin)
    else {
        return Ok("tidak-dikenal");
    };
    let status = register.events(family.id)?.last().map_or(Status::Proposed, |event| event.status);
    if !status.allows(Status::Withdrawn) {
        return Ok("tidak-dapat-ditarik");
    }
    register.record(family.id, &Event::new(Status::Withdrawn, now.date), Actor::Rt, now)?;
    Ok("ditarik")
}

fn sentences(collected: &Collected) -> String {
    let mut out = String::new();
    for report in &collected.envelopes {
        if let Some(list) = &report.list {
            let count = |result: &str| list.families.iter().filter(|family| family.result == result).count();
            out += &format!(
                "RT {} / RW {} kelurahan {}, edisi {}: {} ({} baru, {} diperbarui, {} tetap, {} data ganda, {} ditarik)\n",
                list.rt.map(|rt| rt.to_string()).unwrap_or_default(),
                list.rw,
                list.area,
                list.edition,
                list.state,
                count("baru"),
                count("diperbarui"),
                count("tetap"),
                count("data-ganda"),
                count("ditarik")
            );
        }
        if let Some(fault) = &report.problem {
            out += &format!("{}: {} {}\n", report.file, fault.message, fault.remedy);
        }
    }
    out += &format!("{} amplop sudah pernah diterima.\n", collected.known);
    out
}

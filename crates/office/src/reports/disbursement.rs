//! What Bank DKI reports of the money of a tahap.

use super::bank_word;
use super::card::card;
use super::row::{FAMILY, Report, Stop, nameless};
use super::tally::{RejectedRow, Repeated, Tally};
use crate::accounts::{post, post_open, sentence};
use crate::clock::Moment;
use crate::fault::{During, Fault, Result};
use crate::register::{
    Act, BankLine, BankLineId, BankSays, Family, Line, Posting, Register, Said, SourceKind,
};
use crate::table::{Left, Names, Needs, Table, Tables};
use domain::identity::letters;
use domain::limits::{NAME as NAME_LIMIT, within};
use domain::reading::plain;
use domain::{Member, NormalizedName, Rupiah};
use std::collections::BTreeSet;
use std::path::Path;

const COLUMNS: &[Names] = &[
    FAMILY[0],
    FAMILY[1],
    FAMILY[2],
    &["empat angka kartu", "4 angka kartu", "4 digit kartu", "kartu", "no kartu", "nomor kartu"],
    &[
        "nama",
        "nama penerima",
        "nama lengkap",
        "nama kpm",
        "nama rekening",
        "nama pemilik rekening",
        "nama nasabah",
        "nama kepala keluarga",
    ],
    &["tahap", "tahap ke", "tahap penyaluran", "tahap pencairan"],
    &["tanggal", "tanggal cair", "tgl", "tanggal bayar", "tanggal transaksi", "tgl transaksi"],
    &[
        "status",
        "status transaksi",
        "status transfer",
        "status pencairan",
        "status penyaluran",
        "status pembayaran",
        "status bayar",
        "status cair",
        "status dana",
        "status rekening",
        "hasil",
        "hasil transaksi",
        "hasil transfer",
        "hasil pencairan",
        "respon",
        "response",
        "status respon",
        "keterangan respon",
        "keterangan transaksi",
        "keterangan status",
        "keterangan",
        "ket",
    ],
    // Why a payment failed.
    &["alasan", "alasan gagal", "keterangan", "ket", "catatan"],
    &[
        "jumlah",
        "jumlah rp",
        "jumlah dana",
        "jumlah uang",
        "jumlah bantuan",
        "jumlah transfer",
        "jumlah bayar",
        "jumlah cair",
        "jumlah diterima",
        "jumlah kredit",
        "nominal",
        "nominal rp",
        "nominal transfer",
        "nominal bantuan",
        "nominal pencairan",
        "nilai",
        "nilai rp",
        "nilai transaksi",
        "nilai transfer",
        "kredit",
        "nilai bantuan",
        "rupiah",
        "besaran",
        "besar bantuan",
        "amount",
    ],
];
const NEEDS: Needs = &[&[0, 1, 2, CARD]];
const CARD: usize = 3;
const NAME: usize = 4;
const TAHAP: usize = 5;
const DATE: usize = 6;
const STATUS: usize = 7;
const NOTE: usize = 8;
const AMOUNT: usize = 9;

/// So many letters of a name are enough to know the rest.
const CUT: usize = 12;

/// What is read, and how.
#[derive(Clone, Copy)]
pub struct BankReport<'a> {
    /// The file.
    pub file: &'a Path,
    /// The tahap that it is about.
    pub tahap: u16,
    /// A row without a status says that the money has come.
    pub all_paid: bool,
    /// Somebody has looked: the file is taken in also where it was read before for another tahap, or all of it seems to be of one.
    pub is_sure: bool,
}

/// Takes a report of the bank in, whole or not at all. Every line is kept; what differs from what is due stays open.
///
/// # Errors
/// The file cannot be read as such a report, or seems to be of another tahap, or the register cannot be written.
pub fn read(register: &Register, bank_report: BankReport<'_>, now: &Moment) -> Result<Tally> {
    let path = bank_report.file;
    let bytes = std::fs::read(path).during(format_args!("membaca {}", path.display()))?;
    let file = path.file_name().unwrap_or_default().display().to_string();
    let Tables { tables, mut left } = Tables::read(&file, bytes, COLUMNS, NEEDS)?;
    let mut tally = Tally::default();
    for table in &tables {
        let before = tally.handled();
        take_table(register, table, bank_report, now, &mut left, &mut tally)?;
        left.close(tally.handled() - before)?;
    }
    tally.left = left;
    // What earlier lines lacked may have come by other ways than reports.
    post_open(register, now)?;
    Ok(tally)
}

/// What the reports on a tahap are about: a list of the bank may name the same families in every one.
pub(crate) fn topic(tahap: u16) -> String {
    format!("pencairan tahap {tahap}")
}

/// The tahap of a topic.
pub(crate) fn tahap_of(topic: &str) -> Option<u16> {
    topic.strip_prefix("pencairan tahap ")?.parse().ok()
}

/// A row that was kept.
struct Kept {
    id: BankLineId,
    line: u32,
    says: BankSays,
    family: Option<i64>,
    trouble: Option<(&'static str, String)>,
}

fn take_table(
    register: &Register,
    table: &Table,
    bank_report: BankReport<'_>,
    now: &Moment,
    left: &mut Left,
    tally: &mut Tally,
) -> Result<()> {
    let BankReport { tahap, is_sure, .. } = bank_report;
    let source = register.source(SourceKind::Report, &table.name, &table.digest, now)?;
    let before = register.bank_file(source)?;
    if before.contains(&tahap) {
        let read_at = register.source_taken_at(source)?.unwrap_or_default();
        let first = register.source_name(source)?;
        tally.repeated.push(Repeated { file: table.name.clone(), first, read_at });
        return table.each_row(left, |_| {
            tally.known += 1;
            Ok(())
        });
    }
    if let Some(other) = before.first().filter(|_| !is_sure) {
        return Err(Fault::new(
            "berkas-berulang",
            format!(
                "Isi {} sudah dibaca sebagai {} untuk tahap {other}.",
                table.name,
                register.source_name(source)?
            ),
            "Periksa --tahap. Bila bank memang membayar lagi menurut berkas yang sama, tambahkan --yes.",
        ));
    }
    let mut kept = Vec::new();
    table.each_row(left, |row| {
        let line = Line { source, line: row.line };
        let report = Report { register, row, line, now };
        let (bank_line, trouble) = bank_line(&report, bank_report)?;
        let BankLine { says, family, on, .. } = bank_line;
        let id = register.add_bank_line(&bank_line)?;
        if let Some(family) = family {
            let (says, remark) = (says.code().to_owned(), report.cell(NOTE).to_owned());
            register.note(family, &Said { topic: topic(tahap), says, on, remark, line })?;
        }
        kept.push(Kept { id, line: row.line, says, family, trouble });
        Ok(())
    })?;
    // The largest is the sum of all, where there are sums of parts.
    let sums = left.accounts.last().map(|account| account.sums.as_slice()).unwrap_or_default();
    let sums = sums.iter().filter_map(|cells| Rupiah::parse(cells.get(AMOUNT)?).ok());
    register.add_bank_file(source, tahap, sums.max(), now)?;
    register.act(None, Act::Take { source, topic: topic(tahap) })?;
    let families: BTreeSet<i64> = kept.iter().filter_map(|kept| kept.family).collect();
    families.into_iter().try_for_each(|family| post(register, family, tahap, None, now))?;
    count(register, table, bank_report, kept, tally)
}

/// Counts what became of the rows, and names each that differs.
fn count(
    register: &Register,
    table: &Table,
    BankReport { tahap, is_sure, .. }: BankReport<'_>,
    kept: Vec<Kept>,
    tally: &mut Tally,
) -> Result<()> {
    let (rows, mut of_others, mut unknown) = (kept.len(), 0, 0);
    for Kept { id, line, says, trouble, .. } in kept {
        let posting = register.bank_line(id)?.map_or(Posting::Unknown, |line| line.posting);
        of_others += usize::from(matches!(posting, Posting::OtherTahap | Posting::NotDue));
        unknown += usize::from(posting == Posting::Unknown);
        let differs = posting.differs().then(|| (posting.code(), sentence(posting, tahap)));
        match trouble.or(differs) {
            None => *tally.taken.entry(says.code()).or_default() += 1,
            Some((code, message)) => {
                let file = table.name.clone();
                tally.rejected.push(RejectedRow { file, line, code, message });
            }
        }
    }
    if of_others > 0 && of_others + unknown == rows && !is_sure {
        return Err(Fault::new(
            "tahap-lain",
            format!(
                "{} seperti laporan tahap lain: {of_others} dari {rows} baris menyebut tahap lain, atau keluarga yang belum ditetapkan untuk tahap {tahap}; tidak satu pun cocok.",
                table.name
            ),
            "Tidak ada yang dicatat. Periksa --tahap; bila tahapnya memang benar, tambahkan --yes: semua barisnya disimpan dan harus diselesaikan.",
        ));
    }
    Ok(())
}

/// What a row says, and what is wrong with it.
fn bank_line(
    report: &Report<'_>,
    BankReport { tahap, all_paid, .. }: BankReport<'_>,
) -> Result<(BankLine, Option<(&'static str, String)>)> {
    if !report.has(STATUS) && !all_paid {
        return Err(Fault::new(
            "tanpa-status",
            "Laporan ini tidak punya kolom status: pencairan yang gagal tidak dapat dibedakan.",
            "Minta bank menyebut status tiap baris, atau tambahkan --semua-berhasil bila semuanya memang cair.",
        ));
    }
    let mut wrong: Vec<(Posting, &'static str, String)> = Vec::new();
    let mut note = |posting, stop| match stop {
        Stop::All(fault) => Err(fault),
        Stop::Row(code, message) => {
            wrong.push((posting, code, message));
            Ok(())
        }
    };
    let mut family = None;
    match report.family().and_then(|found| found.map_or_else(|| by_card(report), Ok)) {
        Ok(found) => family = Some(found),
        Err(stop) => note(Posting::Unknown, stop)?,
    }
    let says = match says(report.cell(STATUS), all_paid) {
        Ok(says) => says,
        Err(stop) => {
            note(Posting::Unclear, stop)?;
            BankSays::Unclear
        }
    };
    match is_same_tahap(report.cell(TAHAP), tahap) {
        Some(true) => {}
        Some(false) => note(
            Posting::OtherTahap,
            Stop::row("tahap-lain", format!("Baris ini menyebut tahap lain, bukan tahap {tahap}.")),
        )?,
        None => {
            note(Posting::OtherTahap, Stop::row("tahap", format!("Tahap tidak dikenali: tulis {tahap}.")))?
        }
    }
    let day = report.date(DATE).or_else(|stop| note(Posting::Unclear, stop).map(|()| None))?;
    let (on, is_dated) = (day.unwrap_or(report.now.date), day.is_some());
    let amount = Rupiah::parse(report.cell(AMOUNT)).ok();
    if report.has(AMOUNT) && amount.is_none() && says.is_money() {
        note(
            Posting::NoAmount,
            Stop::row(
                "jumlah",
                "Jumlah uang tidak terbaca: cocokkan dengan bank, lalu selesaikan baris ini.",
            ),
        )?;
    }
    if says.is_money() && family.as_ref().is_some_and(|family| is_of_others(family, report.cell(NAME))) {
        note(Posting::OtherName, Stop::row("nama-lain", sentence(Posting::OtherName, tahap)))?;
    }
    let differs = wrong.first().map(|(posting, ..)| *posting);
    let whom = if family.is_some() { String::new() } else { whom(report) };
    let posting = match says {
        BankSays::Failed => Posting::Failed,
        _ => differs.unwrap_or(Posting::Unclear),
    };
    let (line, family) = (report.line, family.map(|family| family.id));
    let outcome = None;
    let bank_line =
        BankLine { id: 0, line, tahap, family, says, on, is_dated, amount, whom, differs, posting, outcome };
    Ok((bank_line, wrong.into_iter().next().map(|(_, code, message)| (code, message))))
}

/// Whether a name is of nobody in the family. Banks cut long names off.
fn is_of_others(family: &Family, name: &str) -> bool {
    let (normalized, words, name) = (NormalizedName::of(name), plain(name), letters(name));
    let is_of = |member: &Member| {
        let is_cut = name.len() >= CUT && letters(&member.name).starts_with(&name);
        let own = plain(&member.name);
        let is_part = words.split(' ').all(|word| own.split(' ').any(|own| own == word));
        is_cut || is_part || NormalizedName::of(&member.name).tie(&normalized).is_some()
    };
    !name.is_empty() && !family.household.members().any(is_of)
}

/// Whom a row means that names no family: with the ends of its numbers, as the office says them.
fn whom(report: &Report<'_>) -> String {
    let end = |text: &str| {
        let digits: Vec<char> = text.chars().filter(char::is_ascii_alphanumeric).collect();
        digits.iter().skip(digits.len().saturating_sub(4)).collect::<String>()
    };
    let numbers = [("kode", 0), ("KK", 1), ("NIK", 2), ("kartu", CARD)];
    let named = numbers.iter().filter(|(_, column)| !report.cell(*column).is_empty());
    let mut whom: Vec<String> =
        named.map(|(what, column)| format!("{what} …{}", end(report.cell(*column)))).collect();
    let mut name = report.cell(NAME).to_owned();
    within(&mut name, NAME_LIMIT);
    whom.extend((!name.is_empty()).then_some(name));
    whom.join(", ")
}

/// The family by the end of its card and the name of its head.
fn by_card(report: &Report<'_>) -> std::result::Result<Family, Stop> {
    let card = card(report.cell(CARD))?.ok_or_else(nameless)?;
    let name = letters(report.cell(NAME));
    let mut found = report.register.families_with_card(&card)?;
    found.retain(|family| letters(&family.household.head.name) == name);
    match (found.pop(), found.is_empty()) {
        (Some(family), true) => Ok(family),
        (Some(_), false) => Err(Stop::row(
            "beberapa-keluarga",
            "Kartu dan nama itu ada pada beberapa keluarga: sebut nomor KK.",
        )),
        (None, _) => Err(Stop::row("tidak-terdaftar", "Tidak ada keluarga dengan akhir kartu dan nama itu.")),
    }
}

/// What is not said was paid only if somebody says so of all.
fn says(text: &str, all_paid: bool) -> std::result::Result<BankSays, Stop> {
    if plain(text).is_empty() {
        return match all_paid {
            true => Ok(BankSays::Paid),
            false => Err(Stop::row("status", "Status kosong: minta bank menyebut cair atau gagal.")),
        };
    }
    bank_word::says(text)
        .ok_or_else(|| Stop::row("status", "Status tidak dikenali: tulis cair, gagal, atau retur."))
}

/// `2`, `Tahap 2`, `Tahap II`, `tahap kedua (2021)` or nothing; none where it cannot be read.
fn is_same_tahap(text: &str, tahap: u16) -> Option<bool> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    const WORDS: [&str; 12] = [
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "dua belas",
    ];
    let text = plain(text);
    if text.is_empty() {
        return Some(true);
    }
    let number = |word: &str| {
        let word = word.strip_prefix("ke").unwrap_or(word);
        let at = |words: [&str; 12]| words.iter().position(|it| *it == word).map(|at| at + 1);
        let at = at(ROMAN).or_else(|| at(WORDS)).or((word == "pertama").then_some(1));
        word.parse::<u16>().ok().or_else(|| u16::try_from(at?).ok())
    };
    let is_year = |number: &u16| (2000..2100).contains(number);
    let mut numbers = text.split(' ').filter_map(number).filter(|number| !is_year(number));
    match (numbers.next(), numbers.next()) {
        (Some(its), None) => Some(its == tahap),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_bank_writes() {
        for (text, expect) in [
            ("Cair", Some(BankSays::Paid)),
            ("SUDAH CAIR", Some(BankSays::Paid)),
            ("", None),
            ("RETUR", Some(BankSays::Returned)),
            ("GAGAL - rekening tidak aktif", Some(BankSays::Failed)),
            ("Tidak berhasil", Some(BankSays::Failed)),
            ("?x", None),
        ] {
            assert_eq!(says(text, false).ok(), expect, "{text}");
        }
        for (text, expect) in [("", Some(BankSays::Paid)), ("GAGAL", Some(BankSays::Failed)), ("?x", None)] {
            assert_eq!(says(text, true).ok(), expect, "{text}");
        }
        for (text, expect) in [
            ("2", Some(true)),
            ("Tahap 2", Some(true)),
            ("Tahap II", Some(true)),
            ("II", Some(true)),
            ("kedua", Some(true)),
            ("Tahap 2 (2021)", Some(true)),
            ("", Some(true)),
            ("3", Some(false)),
            ("Tahap I", Some(false)),
            ("Tahap 1-2", None),
            ("akhir", None),
        ] {
            assert_eq!(is_same_tahap(text, 2), expect, "{text}");
        }
    }
}

//! What banks write of a payment.

use crate::register::BankSays;
use domain::Date;
use domain::reading::{denies, plain};

/// Each says that the money is on the account.
const PAID: &[&str] = &[
    "cair",
    "berhasil",
    "sukses",
    "success",
    "successful",
    "ok",
    "dibayar",
    "terbayar",
    "tersalur",
    "tersalurkan",
    "terkredit",
    "dikredit",
    "dikreditkan",
    "masuk",
    "paid",
    "succeed",
    "succeeded",
    "settled",
];

/// What may stand beside such a word and changes nothing.
const BESIDE: &[&str] = &[
    "sudah",
    "telah",
    "dana",
    "uang",
    "transfer",
    "transaksi",
    "pencairan",
    "penyaluran",
    "pembayaran",
    "dicairkan",
    "disalurkan",
    "ke",
    "rekening",
];

/// Each says that the money did not arrive.
const FAILED: &[&str] = &["gagal", "ditolak", "tolak", "batal", "dibatalkan", "failed", "rejected", "reject"];

/// Each says that the money went back.
const RETURNED: &[&str] = &["retur", "diretur", "returned", "dikembalikan"];

/// After a payment: what the family did with the money, or that nothing was in the way.
const AFTERWARDS: &[&str] = &[
    "ditarik",
    "diambil",
    "tarik",
    "ambil",
    "kendala",
    "masalah",
    "digunakan",
    "dipakai",
    "transaksi",
    "penarikan",
];

/// Words after which a payment that is called good may not be: a person must ask.
const DOUBTFUL: &[&str] = &[
    "pasif",
    "tutup",
    "ditutup",
    "blokir",
    "diblokir",
    "salah",
    "pending",
    "proses",
    "diproses",
    "sebagian",
    "kembali",
    "ditahan",
    "tertahan",
    "koreksi",
    "reversal",
    "menunggu",
    "approved",
    "disetujui",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    Paid,
    Failed,
    Returned,
    /// A word for a payment, beside words that may say otherwise.
    PaidPerhaps,
    /// Nothing of the payment.
    Nothing,
    Doubt,
}

/// What became of the money; none where that is not clear: nobody who was paid is booked as failed, nor the reverse.
pub(super) fn says(text: &str) -> Option<BankSays> {
    // When it was says nothing of what it was.
    let words = text.split_whitespace().filter(|word| Date::parse_loose(word).is_err());
    let clauses: Vec<Says> = words
        .collect::<Vec<_>>()
        .join(" ")
        .split(['-', '\u{2013}', '\u{2014}', ',', ';', ':', '(', ')', '/', '.'])
        .map(plain)
        .filter(|clause| !clause.is_empty())
        .map(|clause| clause_says(&clause))
        .collect();
    let has = |says| clauses.contains(&says);
    match (has(Says::Paid), has(Says::Failed), has(Says::Returned)) {
        _ if has(Says::PaidPerhaps) => None,
        (true, false, false) if !has(Says::Doubt) => Some(BankSays::Paid),
        (false, _, true) => Some(BankSays::Returned),
        (false, true, false) => Some(BankSays::Failed),
        _ => None,
    }
}

fn clause_says(clause: &str) -> Says {
    let words: Vec<&str> = clause.split(' ').collect();
    let at = |these: &[&str]| words.iter().position(|word| these.contains(word));
    let (paid, failed, returned) = (at(PAID), at(FAILED), at(RETURNED));
    if let Some(denied) = words.iter().position(|word| denies(word)) {
        return match (paid, failed.or(returned)) {
            // `tidak berhasil`, `belum cair`
            (Some(paid), None) if denied < paid && at(DOUBTFUL).is_none() => Says::Failed,
            (None, None) if at(AFTERWARDS).is_some() => Says::Nothing,
            (None, None) if at(&["dicairkan", "disalurkan", "masuk"]).is_some() => Says::Failed,
            _ => Says::Doubt,
        };
    }
    match (paid, failed) {
        _ if returned.is_some() => match paid {
            Some(_) => Says::Doubt,
            None => Says::Returned,
        },
        // `gagal cair`
        (Some(paid), Some(failed)) if failed < paid => Says::Failed,
        (Some(_), Some(_)) => Says::Doubt,
        (None, Some(_)) => Says::Failed,
        (Some(_), None) if words.iter().all(|word| PAID.contains(word) || BESIDE.contains(word)) => {
            Says::Paid
        }
        (Some(_), None) => Says::PaidPerhaps,
        (None, None) if at(DOUBTFUL).is_some() => Says::Doubt,
        (None, None) => Says::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_banks_write() {
        for (expect, texts) in [
            (
                Some(BankSays::Paid),
                [
                    "Cair",
                    "SUDAH CAIR",
                    "BERHASIL",
                    "SUKSES - belum ditarik",
                    "Sudah cair, tidak ada kendala",
                    "Cair (belum diambil)",
                    "00 - Sukses",
                    "Transfer berhasil",
                    "Berhasil dikredit",
                    "Terkredit",
                    "Dana telah masuk rekening",
                    "SUCCEED",
                    "Cair 15/03/2021",
                    "Sukses, 15-03-2021",
                    "Dana sudah tersalur ke rekening",
                ]
                .as_slice(),
            ),
            (
                Some(BankSays::Returned),
                &["RETUR", "Dana dikembalikan", "Gagal (retur)", "DIRETUR - rekening tutup"],
            ),
            (
                Some(BankSays::Failed),
                &[
                    "GAGAL - rekening tidak aktif",
                    "GAGAL - rekening pasif",
                    "Gagal cair",
                    "Gagal kredit",
                    "Dana belum masuk",
                    "GAGAL 15/03/2021",
                    "Tidak berhasil",
                    "belum cair",
                    "Dana tidak dapat dicairkan",
                    "Ditolak: nama berbeda",
                    "Transfer dibatalkan",
                ],
            ),
            (
                None,
                &[
                    "?x",
                    "masuk proses",
                    "Dana masuk, dikembalikan",
                    "Cair 150.000",
                    "00 - Approved",
                    "Sukses (retur)",
                    "belum diretur",
                    "Berhasil dibatalkan",
                    "Gagal, kemudian berhasil",
                    "Cair sebagian",
                    "Sukses - rekening diblokir",
                    "Sukses - dana dikembalikan",
                    "Tidak gagal",
                    "pending",
                    "belum diproses",
                    "aktif",
                ],
            ),
        ] {
            for text in texts {
                assert_eq!(says(text), expect, "{text}");
            }
        }
    }
}

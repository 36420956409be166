//! What banks write of a payment.

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
    "paid",
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
const FAILED: &[&str] = &[
    "gagal",
    "retur",
    "diretur",
    "ditolak",
    "tolak",
    "batal",
    "dibatalkan",
    "failed",
    "rejected",
    "reject",
    "returned",
];

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
    "dikembalikan",
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
    /// A word for a payment, beside words that may say otherwise.
    PaidPerhaps,
    /// Nothing of the payment.
    Nothing,
    Doubt,
}

/// Whether the money is on the account; none where that is not clear: nobody who was paid is booked as failed, nor the reverse.
pub(super) fn is_paid(text: &str) -> Option<bool> {
    let clauses: Vec<Says> = text
        .split(['-', '\u{2013}', '\u{2014}', ',', ';', ':', '(', ')', '/', '.'])
        .map(plain)
        .filter(|clause| !clause.is_empty())
        .map(|clause| says(&clause))
        .collect();
    let has = |says| clauses.contains(&says);
    match (has(Says::Paid), has(Says::Failed)) {
        _ if has(Says::PaidPerhaps) => None,
        (true, false) if !has(Says::Doubt) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn says(clause: &str) -> Says {
    let words: Vec<&str> = clause.split(' ').collect();
    let at = |these: &[&str]| words.iter().position(|word| these.contains(word));
    let (paid, failed) = (at(PAID), at(FAILED));
    if let Some(denied) = words.iter().position(|word| denies(word)) {
        return match (paid, failed) {
            // `tidak berhasil`, `belum cair`
            (Some(paid), None) if denied < paid && at(DOUBTFUL).is_none() => Says::Failed,
            (None, None) if at(AFTERWARDS).is_some() => Says::Nothing,
            (None, None) if at(&["dicairkan", "disalurkan", "masuk"]).is_some() => Says::Failed,
            _ => Says::Doubt,
        };
    }
    match (paid, failed) {
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
                Some(true),
                [
                    "Cair",
                    "SUDAH CAIR",
                    "BERHASIL",
                    "SUKSES - belum ditarik",
                    "Sudah cair, tidak ada kendala",
                    "Cair (belum diambil)",
                    "00 - Sukses",
                    "Transfer berhasil",
                    "Dana sudah tersalur ke rekening",
                ]
                .as_slice(),
            ),
            (
                Some(false),
                &[
                    "RETUR",
                    "GAGAL - rekening tidak aktif",
                    "GAGAL - rekening pasif",
                    "Gagal cair",
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
                    "00 - Approved",
                    "Dana dikembalikan",
                    "Sukses (retur)",
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
                assert_eq!(is_paid(text), expect, "{text}");
            }
        }
    }
}

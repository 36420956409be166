//! What to bring, and the power of attorney.

use crate::town::town;

/// Who comes, and the papers (Kompas, 13 and 28 January 2021; Dinas Sosial study, §3.4).
const VISITORS: [(&str, &[&str]); 5] = [
    ("Yang namanya ada di undangan", &["Undangan", "KTP", "Kartu Keluarga"]),
    (
        "Orang lain di KK yang sama",
        &[
            "Undangan",
            "Surat kuasa",
            "KTP",
            "Kartu Keluarga",
            "KTP yang diwakili",
            "Kartu Keluarga (KK) yang diwakili",
        ],
    ),
    (
        "Orang di luar KK",
        &[
            "Undangan",
            "Surat kuasa",
            "Surat pengantar",
            "KTP",
            "Kartu Keluarga",
            "KTP yang diwakili",
            "Kartu Keluarga (KK) yang diwakili",
        ],
    ),
    ("Istri", &["Undangan", "KTP", "Kartu Keluarga", "Buku nikah"]),
    ("Ahli waris", &["Undangan", "KTP", "Kartu Keluarga", "Surat keterangan kematian"]),
];

#[test]
fn everybody_reads_what_to_bring() {
    let (_host, phone) = town().visit("/dokumen");
    for (visitor, papers) in VISITORS {
        phone.visit("/dokumen").follow(visitor);
        phone.says("Bawa yang asli dan fotokopinya");
        let listed = phone.texts(".checklist > li");
        assert_eq!(listed.len(), papers.len(), "{visitor}: {listed:?}");
        for (item, paper) in listed.iter().zip(papers) {
            assert!(item.starts_with(paper), "{visitor}: “{item}” in the place of {paper}");
        }
    }
    phone.visit("/dokumen").follow("Penerima sedang sakit").says("jangan datang").says("undangan ketiga");
}

#[test]
fn a_power_of_attorney_is_filled_in_and_printed_and_kept_nowhere() {
    let (_host, phone) = town().visit("/dokumen/surat-kuasa");
    let [giver, bearer] = ["Contoh Pemberi", "Contoh Penerima"];
    let [giver_nik, bearer_nik] = ["3174105205809012", "3174101203859013"];
    phone.fill_in("Pemberi kuasa", "Nama lengkap", giver).fill_in("Pemberi kuasa", "NIK", giver_nik);
    phone.fill_in("Penerima kuasa", "Nama lengkap", bearer).fill_in("Penerima kuasa", "NIK", bearer_nik);
    phone.fill("Alasan tidak bisa datang", "sakit").press("Lihat surat");
    phone.says("Surat siap dicetak");

    let paper = phone.text_on_paper();
    for part in [giver, bearer, "3174 1052 0580 9012", "Pemberi Kuasa", "Penerima Kuasa", "sakit", "Meterai"]
    {
        assert!(paper.contains(part), "no “{part}” on paper:\n{paper}");
    }
    for part in ["Cetak", "Ubah", "English"] {
        assert!(!paper.contains(part), "“{part}” is of no use on paper:\n{paper}");
    }
    let pdf = phone.print();
    assert!(pdf.starts_with(b"%PDF-") && pdf.len() > 10_000, "{} bytes of PDF", pdf.len());
    phone.assert_forgets();
}

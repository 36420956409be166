//! The six rules as questions.

use crate::town::town;

/// Where one lives, lost income, fixed income, other aid, listed, can come: the replies, the verdict, in Indonesian.
const WAYS: [([&str; 6], &str); 7] = [
    (["Ya", "Ya", "Tidak", "Tidak ada", "Ya", "Ya"], "Keluarga Anda memenuhi syarat"),
    (["Ya", "Ya", "Tidak", "Tidak ada", "Tidak", "Ya"], "Keluarga Anda bisa memenuhi syarat"),
    (["Ya", "Ya", "Tidak", "Tidak ada", "Ya", "Tidak"], "Keluarga Anda bisa memenuhi syarat"),
    (["Tidak", "Ya", "Tidak", "Tidak ada", "Ya", "Ya"], "Keluarga Anda belum memenuhi syarat"),
    (["Ya", "Ya", "Ya", "Tidak ada", "Ya", "Ya"], "Keluarga Anda belum memenuhi syarat"),
    (["Ya", "Ya", "Tidak", "Kartu Prakerja", "Ya", "Ya"], "Keluarga Anda belum memenuhi syarat"),
    (["Ya", "Belum tahu", "Tidak", "Tidak ada", "Ya", "Ya"], "Belum cukup jawaban"),
];

#[test]
fn each_way_leads_to_its_verdict_and_nothing_is_sent() {
    let (_host, phone) = town().visit("/syarat");
    for (replies, verdict) in WAYS {
        for (asked, reply) in replies.iter().enumerate() {
            phone.says(&format!("{} dari 6", asked + 1)).choose(reply).press("Lanjut");
        }
        phone.says(verdict);
        assert_eq!(phone.texts("main ol > li").len(), 6, "each rule with its reason");
        phone.press("Ulangi dari awal");
    }
    phone.asks_nothing_with("/api/v1/status");
    phone.asks_nothing_with("/inbox");
}

#[test]
fn a_question_is_not_passed_without_a_reply_and_going_back_keeps_it() {
    let (_host, phone) = town().visit("/syarat");
    phone.press("Lanjut").says("1 dari 6");
    phone.choose("Tidak").press("Lanjut").says("2 dari 6");
    phone.press("Kembali").says("1 dari 6");
    phone.find("the reply that was given", "input:checked");
    phone.press("Lanjut").says("2 dari 6");
}

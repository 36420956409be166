//! The six questions of eligibility, and what comes of the answers.

use ::words::Language;
use domain::eligibility::RuleState;
use domain::{Rule, Verdict};
use ui::sentences;

sentences! {
    /// The questions and the verdict.
    Rules {
        title: "Apakah keluarga saya berhak?", "Is my family entitled?";
        privacy: "Jawaban Anda tidak disimpan dan tidak dikirim ke mana pun.",
            "Your answers are not stored and not sent anywhere.";
        choose: "Pilih satu jawaban dulu.", "Choose an answer first.";
        findings: "Enam syarat satu per satu", "The six rules one by one";
        not_decision: "Ini perkiraan dari jawaban Anda, bukan keputusan. Yang menetapkan penerima adalah Dinas Sosial.",
            "This is an estimate from your answers, not a decision. Dinas Sosial decides who receives the aid.";
        domiciled: "Apakah keluarga Anda tinggal di DKI Jakarta?", "Does your family live in DKI Jakarta?";
        domiciled_hint: "Yang dihitung tempat tinggal sekarang, dengan alamat lengkap. Tidak punya NIK atau KTP pun boleh.",
            "What counts is where you live now, with a full address. No NIK or KTP is needed.";
        affected: "Apakah penghasilan keluarga hilang atau turun karena pandemi?",
            "Has your family lost income because of the pandemic?";
        affected_hint: "Misalnya dirumahkan, dagangan sepi, atau tidak ada pekerjaan.",
            "For example laid off, few customers, or no work.";
        fixed_income: "Adakah anggota KK yang bergaji tetap?", "Does anyone in the KK earn a fixed income?";
        fixed_income_hint: "Misalnya pegawai negeri, pegawai tetap, atau penerima pensiun.",
            "For example a civil servant, a permanent employee, or someone with a pension.";
        other_aid: "Adakah anggota KK yang menerima bantuan lain dari pemerintah pusat?",
            "Does anyone in the KK receive other aid of the central government?";
        other_aid_hint: "Satu orang saja sudah dihitung.", "One person is enough to count.";
        listed: "Apakah keluarga Anda sudah didata Ketua RT atau RW?",
            "Has the head of your RT or RW listed your family?";
        listed_hint: "Tanda terimanya memuat kode pendaftaran.", "The receipt bears a registration code.";
        account: "Adakah yang bisa datang mengambil buku tabungan dan kartu ATM?",
            "Can someone come for the savings book and the ATM card?";
        account_hint: "Boleh siapa saja di KK itu, atau wakil dengan surat kuasa.",
            "Anyone in the KK, or a proxy with a power of attorney.";
        nobody: "Tidak ada", "Nobody";
    }
}

/// A rule in one sentence.
pub fn rule(language: Language, rule: Rule) -> &'static str {
    let (indonesian, english) = match rule {
        Rule::Listed => {
            ("Didata Ketua RT atau RW di DKI Jakarta", "Listed by the head of an RT or RW in DKI Jakarta")
        }
        Rule::Affected => {
            ("Terdampak pandemi dan tidak bergaji tetap", "Hit by the pandemic, without a fixed income")
        }
        Rule::NoOtherAid => (
            "Tidak ada anggota KK yang menerima bantuan lain dari pemerintah pusat",
            "Nobody in the KK receives other aid of the central government",
        ),
        Rule::Reported => (
            "Yang belum didata melapor kepada Ketua RT atau RW",
            "Who is not listed yet tells the head of the RT or RW",
        ),
        Rule::Domiciled => (
            "Tinggal di alamat itu; tanpa NIK atau KTP pun boleh",
            "Lives at the address given; no NIK or KTP is needed",
        ),
        Rule::Account => (
            "Bantuan dibayar lewat rekening Bank DKI milik keluarga",
            "The aid is paid into the family's account at Bank DKI",
        ),
    };
    language.pick(indonesian, english)
}

/// How a rule came out, in a word or two.
pub fn finding(language: Language, finding: RuleState) -> &'static str {
    match finding {
        RuleState::Met => language.pick("Terpenuhi", "Met"),
        RuleState::Bar => language.pick("Tidak terpenuhi", "Not met"),
        RuleState::ToDo => language.pick("Perlu dilakukan", "To do"),
        RuleState::Unknown => language.pick("Belum diketahui", "Not known yet"),
    }
}

/// Why a rule came out so, and what to do about it.
pub fn advice(language: Language, rule: Rule, finding: RuleState) -> &'static str {
    let (indonesian, english) = match (rule, finding) {
        (Rule::Listed, RuleState::Met) => ("Keluarga Anda sudah didata.", "Your family is on the list."),
        (Rule::Listed, RuleState::ToDo) => (
            "Belum didata. Lakukan yang tertulis pada syarat nomor 4.",
            "Not listed yet. Do what rule 4 says.",
        ),
        (Rule::Reported, RuleState::ToDo) => (
            "Datangi Ketua RT atau RW, bawa KK dan KTP bila ada, dan minta didata. Minta juga tanda terimanya.",
            "Go to the head of your RT or RW with your KK and KTP, if you have them, and ask to be listed. Ask for the receipt.",
        ),
        (Rule::Reported, RuleState::Met) => {
            ("Tidak perlu melapor lagi.", "There is no need to report again.")
        }
        (Rule::Listed | Rule::Reported, _) => (
            "Tanyakan kepada Ketua RT, atau cek status dengan nomor KK dan NIK.",
            "Ask the head of your RT, or check the status with your nomor KK and NIK.",
        ),
        (Rule::Affected, RuleState::Met) => (
            "Penghasilan keluarga hilang atau turun, dan tidak ada gaji tetap.",
            "Your family lost income, and nobody has a fixed one.",
        ),
        (Rule::Affected, RuleState::Bar) => (
            "BST untuk keluarga yang kehilangan penghasilan dan tidak bergaji tetap. Bila keadaan berubah, lapor kepada Ketua RT.",
            "BST is for families that lost income and have no fixed one. If that changes, tell the head of your RT.",
        ),
        (Rule::Affected, _) => (
            "Bicarakan dengan Ketua RT; ia yang mencatat keadaan keluarga.",
            "Talk to the head of your RT, who records how the family is doing.",
        ),
        (Rule::NoOtherAid, RuleState::Met) => {
            ("Tidak ada bantuan pusat lain di KK ini.", "There is no other central aid in this KK.")
        }
        (Rule::NoOtherAid, RuleState::Bar) => (
            "Satu KK tidak boleh menerima dua bantuan. Bila bantuan itu sudah berhenti, minta Ketua RT mencatatnya.",
            "One KK may not receive two kinds of aid. If the other has ended, ask the head of your RT to record that.",
        ),
        (Rule::NoOtherAid, _) => (
            "Tanyakan kepada semua anggota KK: PKH, BPNT, Kartu Sembako, Paket Sembako, atau Kartu Prakerja.",
            "Ask everyone in the KK about PKH, BPNT, Kartu Sembako, Paket Sembako and Kartu Prakerja.",
        ),
        (Rule::Domiciled, RuleState::Met) => {
            ("Keluarga Anda tinggal di Jakarta.", "Your family lives in Jakarta.")
        }
        (Rule::Domiciled, RuleState::Bar) => (
            "BST ini dari DKI Jakarta. Tanyakan bantuan di kelurahan atau desa tempat Anda tinggal.",
            "This BST is from DKI Jakarta. Ask for aid in the kelurahan or village where you live.",
        ),
        (Rule::Domiciled, _) => (
            "Pastikan alamat lengkap Anda bersama Ketua RT tempat Anda tinggal sekarang.",
            "Settle your full address with the head of the RT where you live now.",
        ),
        (Rule::Account, RuleState::Met) => (
            "Ada yang bisa mengambil kartu. Uang dapat ditarik esok harinya di ATM.",
            "Someone can collect the card. The money can be withdrawn from the next day on.",
        ),
        (Rule::Account, RuleState::ToDo) => (
            "Kirim wakil dengan surat kuasa, atau tunggu undangan berikutnya. Nama Anda tidak dicoret karena tidak datang.",
            "Send a proxy with a power of attorney, or wait for the next invitation. Nobody is removed for not coming.",
        ),
        (Rule::Account, _) => (
            "Putuskan siapa yang datang sesudah undangan sampai.",
            "Decide who comes when the invitation has arrived.",
        ),
    };
    language.pick(indonesian, english)
}

/// The outcome in one sentence.
pub fn verdict(language: Language, verdict: Verdict) -> &'static str {
    let (indonesian, english) = match verdict {
        Verdict::Eligible => ("Keluarga Anda memenuhi syarat", "Your family meets the rules"),
        Verdict::EligibleAfter => ("Keluarga Anda bisa memenuhi syarat", "Your family can meet the rules"),
        Verdict::Barred => ("Keluarga Anda belum memenuhi syarat", "Your family does not meet the rules"),
        Verdict::Open => ("Belum cukup jawaban", "Not enough is known yet"),
    };
    language.pick(indonesian, english)
}

/// What the outcome means.
pub fn verdict_means(language: Language, verdict: Verdict) -> &'static str {
    let (indonesian, english) = match verdict {
        Verdict::Eligible => (
            "Semua syarat terpenuhi. Keluarga yang ditetapkan mendapat undangan lewat RT atau RW.",
            "All rules are met. Families that are approved get an invitation through their RT or RW.",
        ),
        Verdict::EligibleAfter => {
            ("Kerjakan dulu yang bertanda “Perlu dilakukan”.", "First do what is marked “To do”.")
        }
        Verdict::Barred => (
            "Ada syarat yang tidak terpenuhi. Baca sebabnya, dan apa yang bisa Anda lakukan.",
            "A rule is not met. Read why, and what you can do.",
        ),
        Verdict::Open => (
            "Cari tahu dulu yang bertanda “Belum diketahui”.",
            "First find out what is marked “Not known yet”.",
        ),
    };
    language.pick(indonesian, english)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_advice_in_both_languages() {
        let findings = [RuleState::Met, RuleState::Bar, RuleState::ToDo, RuleState::Unknown];
        for (rule_, finding) in Rule::ALL.iter().flat_map(|rule| findings.map(|finding| (*rule, finding))) {
            let said = |language| advice(language, rule_, finding);
            assert_ne!(said(Language::Indonesian), said(Language::English), "{rule_} {finding:?}");
        }
        for rule_ in Rule::ALL {
            assert_ne!(rule(Language::Indonesian, *rule_), rule(Language::English, *rule_));
        }
    }
}

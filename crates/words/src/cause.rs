//! What the machine found, in a sentence for the family.

use crate::Language;
use crate::family::aid_in_sentence;
use domain::{Aid, Cause, Question};

/// The sentence of a cause.
pub fn cause(language: Language, cause: &Cause) -> String {
    let (indonesian, english) = match cause {
        Cause::AidFound { programmes } => {
            let aids = aids(language, programmes);
            (
                format!("Keluarga ini tercatat menerima {aids}."),
                format!("This family is on record as receiving {aids}."),
            )
        }
        Cause::AidCompared { programmes } => {
            let aids = aids(language, programmes);
            (
                format!("Keluarga ini tercatat pada daftar {aids}; sedang dicocokkan."),
                format!("This family is on a list of {aids}; the lists are being compared."),
            )
        }
        Cause::DuplicateOf { rt, rw, kelurahan } => (
            format!("Sudah tercatat di RT {rt} / RW {rw} {kelurahan}."),
            format!("Already listed in RT {rt} / RW {rw} {kelurahan}."),
        ),
        Cause::AskRt { question } => return ask_rt(language, *question).to_owned(),
        Cause::ListedElsewhere => return language.pick(ELSEWHERE.0, ELSEWHERE.1).to_owned(),
        Cause::Kept => return language.pick(KEPT.0, KEPT.1).to_owned(),
        Cause::ListReplaced => return language.pick(LIST_REPLACED.0, LIST_REPLACED.1).to_owned(),
        Cause::HeirCollects => return language.pick(HEIR_COLLECTS.0, HEIR_COLLECTS.1).to_owned(),
        Cause::CollectedByProxy => return language.pick(BY_PROXY.0, BY_PROXY.1).to_owned(),
        Cause::CollectedByHeir => return language.pick(BY_HEIR.0, BY_HEIR.1).to_owned(),
        Cause::Declined => return language.pick(DECLINED.0, DECLINED.1).to_owned(),
        Cause::PaymentReturned => return language.pick(RETURNED.0, RETURNED.1).to_owned(),
    };
    match language {
        Language::Indonesian => indonesian,
        Language::English => english,
    }
}

const KEPT: (&str, &str) =
    ("Pemadanan selesai: keluarga ini tetap.", "The lists have been compared: this family stays.");
const LIST_REPLACED: (&str, &str) = (
    "Daftar yang memuat keluarga ini tidak berlaku lagi: keluarga ini diperiksa lagi.",
    "The list that named this family is no longer in force: the family is being checked again.",
);
const ELSEWHERE: (&str, &str) = (
    "Keluarga ini juga dicatat di RT lain. Petugas memeriksa di mana keluarga ini tinggal.",
    "Another RT lists this family too. The office finds out where this family lives.",
);
const HEIR_COLLECTS: (&str, &str) = (
    "Kepala keluarga tercatat meninggal: ahli waris satu KK mengambil, dengan surat keterangan kematian.",
    "The head of the family is on record as dead: an heir in the same KK collects, with the certificate of death.",
);
const BY_PROXY: (&str, &str) =
    ("Diambil wakil dengan surat kuasa.", "Collected by a proxy with a surat kuasa, a letter of authority.");
const BY_HEIR: (&str, &str) = ("Diambil ahli waris.", "Collected by an heir.");
const DECLINED: (&str, &str) =
    ("Bantuan ditolak di titik pengambilan.", "The aid was declined at the pickup point.");
const RETURNED: (&str, &str) = (
    "Uang tahap itu tidak jadi sampai di rekening keluarga ini. Petugas memeriksanya dengan bank.",
    "The money of that tahap is not in this family's account after all. The office looks into it with the bank.",
);

/// What the RT is to find out.
fn ask_rt(language: Language, question: Question) -> &'static str {
    let (indonesian, english) = match question {
        Question::AidLookAlike => (
            "Adakah anggota keluarga ini yang menerima bantuan lain? Lengkapi NIK dan tanggal lahirnya.",
            "Does anybody in this family receive other aid? Complete their NIK and date of birth.",
        ),
        Question::PersonTwice => (
            "NIK seorang anggota juga ada di keluarga lain. Tanyakan di mana ia tinggal, dan cocokkan NIK dengan KTP.",
            "The NIK of a member is in another family too. Ask where they live, and compare the NIK with the KTP.",
        ),
        Question::SamePeople => (
            "Orang-orang di keluarga ini juga tercatat dengan nomor KK lain. Apakah KK ini pengganti yang lama?",
            "The people of this family are listed under another nomor KK too. Does this KK replace the older one?",
        ),
        Question::KkTwice => (
            "Nomor KK ini juga dipakai keluarga lain. Cocokkan dengan kartunya.",
            "Another family uses this nomor KK too. Compare it with the card.",
        ),
        Question::ListedByTwo => (
            "Keluarga ini juga dicatat di RT lain. Apakah keluarga ini tinggal di sini?",
            "Another RT lists this family too. Does this family live here?",
        ),
        Question::OtherKk => (
            "Menurut Dukcapil seorang anggota ada di KK lain. Cocokkan nomor KK dan NIK dengan kartunya.",
            "By the records of Dukcapil a member is in another KK. Compare nomor KK and NIK with the cards.",
        ),
        Question::Moved => (
            "Menurut Dukcapil seorang anggota sudah pindah. Apakah keluarga ini masih tinggal di sini?",
            "By the records of Dukcapil a member has moved. Does this family still live here?",
        ),
        Question::Died => (
            "Menurut Dukcapil semua orang dewasa di keluarga ini sudah meninggal. Adakah ahli waris di KK ini?",
            "By the records of Dukcapil all adults of this family are dead. Is there an heir in this KK?",
        ),
        Question::Declined => (
            "Menurut petugas titik, keluarga ini tidak mau menerima bantuan. Tanyakan apakah itu benar.",
            "The pickup point says that this family does not want the aid. Ask whether that is so.",
        ),
        Question::Overruled => (
            "Ada data baru tentang keluarga ini. Tanyakan penghasilannya, dan bantuan lain yang diterimanya.",
            "There are new data about this family. Ask about its income, and the other aid that it receives.",
        ),
        Question::Contradiction => (
            "Data keluarga ini tidak cocok satu sama lain. Cocokkan pekerjaan, penghasilan, tanggal lahir, dan NIK.",
            "The data of this family do not agree. Compare work, income, date of birth and NIK.",
        ),
        Question::HeadDied => (
            "Menurut Dukcapil kepala keluarga ini sudah meninggal. Siapa ahli waris yang mengambil?",
            "By the records of Dukcapil the head of this family is dead. Which heir collects?",
        ),
        Question::Replaced => (
            "Semua orang di catatan ini berganti. Siapa keluarga yang sebenarnya?",
            "Everybody in this record has changed. Who is the real family?",
        ),
        Question::Objected => (
            "Keluarga ini menyanggah penolakannya. Lengkapi buktinya, lalu kirim lagi.",
            "This family objects to its refusal. Add the proof, and send the list again.",
        ),
    };
    language.pick(indonesian, english)
}

fn aids(language: Language, programmes: &[Aid]) -> String {
    programmes.iter().map(|aid| aid_in_sentence(language, *aid)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_said_in_both_languages() {
        let found = Cause::AidFound { programmes: vec![Aid::Pkh, Aid::Other] };
        for (language, expect) in [
            (Language::Indonesian, "Keluarga ini tercatat menerima PKH, bantuan lain."),
            (Language::English, "This family is on record as receiving PKH, other aid."),
        ] {
            assert_eq!(cause(language, &found), expect);
        }
        for question in Question::ALL {
            let ask = |language| cause(language, &Cause::AskRt { question: *question });
            assert_ne!(ask(Language::Indonesian), ask(Language::English), "{question}");
        }
    }
}

//! What the machine found that led to an event. What a person wrote is the event's note.

use crate::aid::Aid;
use crate::question::Question;
use crate::rt_rw::{Rt, Rw};
use serde::{Deserialize, Serialize};

/// A finding of the machine, with its data. Its sentence is made where it is shown, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code")]
pub enum Cause {
    /// A list of other aid names the family.
    #[serde(rename = "bantuan-ditemukan")]
    AidFound {
        /// The programmes, each once.
        programmes: Vec<Aid>,
    },
    /// A list of other aid names a family that has this one: the lists are compared.
    #[serde(rename = "bantuan-dicocokkan")]
    AidCompared {
        /// The programmes, each once.
        programmes: Vec<Aid>,
    },
    /// The lists were compared, and the family keeps the aid.
    #[serde(rename = "tetap")]
    Kept,
    /// The list that refused or held the family is no longer in force, so it is verified again.
    #[serde(rename = "daftar-tidak-berlaku")]
    ListReplaced,
    /// Another entry stands for the family.
    #[serde(rename = "sudah-tercatat")]
    DuplicateOf {
        /// The RT that lists the other entry.
        rt: Rt,
        /// Its RW.
        rw: Rw,
        /// The name of its kelurahan.
        kelurahan: String,
    },
    /// Another RT lists the family too, and a person must find out which is right. Which RT it is, neither is told.
    #[serde(rename = "dicatat-rt-lain")]
    ListedElsewhere,
    /// The head is dead: an heir of the same KK collects.
    #[serde(rename = "ahli-waris-mengambil")]
    HeirCollects,
    /// A proxy has collected.
    #[serde(rename = "diambil-wakil")]
    CollectedByProxy,
    /// An heir has collected.
    #[serde(rename = "diambil-ahli-waris")]
    CollectedByHeir,
    /// The family declined the aid at the point.
    #[serde(rename = "ditolak-di-titik")]
    Declined,
    /// The money of the tahap came back from the account: the family has its card, and waits for the money.
    #[serde(rename = "dana-kembali")]
    PaymentReturned,
    /// The RT is to find out more.
    #[serde(rename = "tanya-rt")]
    AskRt {
        /// What the question is about.
        question: Question,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_a_code_with_its_data() {
        let check = |cause: Cause, json: &str| {
            assert_eq!(serde_json::to_string(&cause).unwrap(), json);
            assert_eq!(serde_json::from_str::<Cause>(json).unwrap(), cause);
        };
        check(Cause::Kept, r#"{"code":"tetap"}"#);
        check(
            Cause::AidFound { programmes: vec![Aid::Pkh, Aid::Bpnt] },
            r#"{"code":"bantuan-ditemukan","programmes":["pkh","bpnt"]}"#,
        );
        check(
            Cause::DuplicateOf {
                rt: Rt::parse("5").unwrap(),
                rw: Rw::parse("2").unwrap(),
                kelurahan: "Ulujami".into(),
            },
            r#"{"code":"sudah-tercatat","rt":"005","rw":"002","kelurahan":"Ulujami"}"#,
        );
        check(Cause::ListedElsewhere, r#"{"code":"dicatat-rt-lain"}"#);
        check(
            Cause::AskRt { question: Question::Moved },
            r#"{"code":"tanya-rt","question":"pindah-menurut-dukcapil"}"#,
        );
    }
}

//! How far each RT of an RW has come.

use super::rt;
use ::words::Language;
use phone::progress::Lack;
use ui::sentences;
use ui::text::status;
use ui::tone::Tone;
use wire::StatusCount;

sentences! {
    /// The page of an RW.
    Progress {
        title: "Kemajuan RT", "Progress of the RTs";
        none: "Belum ada kabar dari Dinas Sosial tentang RT di RW ini. Buka lagi saat ada sinyal, setelah data baru terbit.",
            "Dinas Sosial has said nothing of the RTs of this RW yet. Open this page again with a signal, after the next publication.";
        listed: "Daftar terakhir", "Last list";
        unlisted: "Belum ada daftar", "No list yet";
    }
}

/// `7 RT · 2 perlu dihubungi`
pub fn counts(language: Language, all: usize, waiting: usize) -> String {
    let mut text = [&all.to_string(), " RT"].concat();
    if waiting > 0 {
        text += &[" · ", &waiting.to_string(), language.pick(" perlu dihubungi", " to be called")].concat();
    }
    text
}

/// `38 keluarga: 30 Ditetapkan, 8 Undangan`; empty where there are none.
pub fn families(language: Language, counts: &[StatusCount]) -> String {
    let counts: Vec<&StatusCount> = counts.iter().filter(|count| count.families > 0).collect();
    let all: u32 = counts.iter().map(|count| count.families).sum();
    if all == 0 {
        return String::new();
    }
    let each: Vec<String> = counts
        .iter()
        .map(|count| [&count.families.to_string(), " ", status::named_step(language, &count.status)].concat())
        .collect();
    let all = rt::number_of_families(language, usize::try_from(all).unwrap_or(usize::MAX));
    [&all, ": ", &each.join(", ")].concat()
}

/// Where an RT stands, in a word or two.
pub fn state(language: Language, lack: Lack) -> (Tone, &'static str) {
    match lack {
        Lack::Link => (Tone::Bad, language.pick("Belum aktif", "Not active")),
        Lack::List => (Tone::Wait, language.pick("Belum mengirim", "Nothing sent")),
        Lack::Mending(_) => (Tone::Wait, language.pick("Perlu perbaikan", "To be mended")),
        Lack::Nothing => (Tone::Good, language.pick("Lancar", "All well")),
    }
}

/// What the head of the RW does about it; `None`: nothing.
pub fn lack(language: Language, lack: Lack) -> Option<String> {
    let says = match lack {
        Lack::Link => language.pick(
            "Ketua RT belum punya tautan. Hubungi ketua RT, lalu minta tautannya ke kelurahan. Sementara itu Anda bisa mencatat keluarganya sendiri.",
            "Its head has no link. Call the head of the RT and ask the kelurahan for a link. Meanwhile you can list its families yourself.",
        ),
        Lack::List => language.pick(
            "Ketua RT sudah punya tautan tetapi belum mengirim daftar. Hubungi ketua RT.",
            "Its head has a link and has sent no list. Call the head of the RT.",
        ),
        Lack::Mending(families) => {
            let says = language.pick(
                " dikembalikan. Ingatkan ketua RT untuk memperbaiki dan mengirim lagi.",
                " sent back. Remind the head of the RT to mend and send again.",
            );
            let families = rt::number_of_families(language, usize::try_from(families).unwrap_or(usize::MAX));
            return Some([&families, says].concat());
        }
        Lack::Nothing => return None,
    };
    Some(says.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Status;

    #[test]
    fn families_are_counted_by_status() {
        let count = |status: Status, families| StatusCount { status: status.into(), families };
        let says = |counts: &[StatusCount]| families(Language::Indonesian, counts);
        assert_eq!(says(&[]), "");
        assert_eq!(
            says(&[count(Status::Approved, 30), count(Status::Paid, 0), count(Status::Refused, 8)]),
            "38 keluarga: 30 Ditetapkan, 8 Ditolak"
        );
    }
}

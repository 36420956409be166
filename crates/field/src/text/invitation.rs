//! The words of an invitation. They are in Indonesian in either language: a family of Jakarta reads them.

/// Above the name.
pub const FOR: &str = "Kepada Yth. keluarga";
/// What it is for.
pub const SUBTITLE: &str = "Bantuan Sosial Tunai (BST)";
/// Before the facts.
pub const ERRAND: &str =
    "Keluarga Anda diundang mengambil buku tabungan dan kartu ATM Bank DKI serta mendaftarkan PIN, pada:";
/// A line of the facts.
pub const DAY: &str = "Hari";
/// A line of the facts.
pub const HOURS: &str = "Pukul";
/// A line of the facts.
pub const PLACE: &str = "Tempat";
/// A line of the facts.
pub const BRING: &str = "Bawa";
/// After the papers.
pub const BOTH: &str = "(asli dan fotokopi)";
/// Where the point is not known on this phone.
pub const ASK: &str = "tanyakan kepada ketua RT";
/// Who cannot come (Kompas, 28 January 2021; Dinas Sosial study, §3.4).
pub const CANNOT: &str = "Tidak bisa datang? Boleh diwakili orang lain di KK yang sama dengan surat kuasa. Yang tidak datang tidak dicoret, dan \
    diundang lagi. Pengambilan tidak dipungut biaya.";

/// What a message to the family needs, as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The head of the family.
    pub name: String,
    /// `Undangan kesatu`
    pub call: String,
    /// `Kamis, 18 Maret 2021`
    pub day: String,
    /// `09.00–11.00`
    pub hours: String,
    /// Name and address of the point.
    pub place: String,
    /// The papers, with commas between them.
    pub papers: String,
    /// Where the status is checked.
    pub check_at: String,
    /// `RT 005 / RW 002 Ulujami`
    pub rt: String,
}

impl Message {
    /// The message. It goes through other people's apps, so it holds no number and no code.
    pub fn text(&self) -> String {
        let Self { name, call, day, hours, place, papers, check_at, rt } = self;
        [
            "Yth. keluarga ",
            name,
            ",\n\n",
            "*",
            call,
            " ",
            SUBTITLE,
            "*\n",
            "Ambil buku tabungan dan kartu ATM Bank DKI pada:\n\n",
            DAY,
            ": ",
            day,
            "\n",
            HOURS,
            ": ",
            hours,
            "\n",
            PLACE,
            ": ",
            place,
            "\n\n",
            BRING,
            ": ",
            papers,
            " ",
            BOTH,
            ".\n\n",
            CANNOT,
            "\n\n",
            "Cek status: ",
            check_at,
            "\nKetua ",
            rt,
        ]
        .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_all_that_one_needs() {
        let message = Message {
            name: "Contoh Sulastri".into(),
            call: "Undangan kesatu".into(),
            day: "Kamis, 18 Maret 2021".into(),
            hours: "09.00–11.00".into(),
            place: "SDN Ulujami 01, Jl. Ciledug Raya".into(),
            papers: "Undangan, KTP, KK".into(),
            check_at: "contoh.id/cek".into(),
            rt: "RT 005 / RW 002 Ulujami".into(),
        };
        let text = message.text();
        for part in [
            "Yth. keluarga Contoh Sulastri,",
            "*Undangan kesatu Bantuan Sosial Tunai (BST)*",
            "Hari: Kamis, 18 Maret 2021\nPukul: 09.00–11.00\nTempat: SDN Ulujami 01, Jl. Ciledug Raya\n",
            "Bawa: Undangan, KTP, KK (asli dan fotokopi).",
            "Cek status: contoh.id/cek\nKetua RT 005 / RW 002 Ulujami",
        ] {
            assert!(text.contains(part), "no “{part}” in\n{text}");
        }
    }
}

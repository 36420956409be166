//! The form of a family.

use crate::route::FormStage;
use ::words::family::{relation, sex};
use ::words::field::field as field_name;
use domain::{Date, Field, MemberDraft, Relation};
use phone::offer::{Offer, written};
use ui::sentences;
use ui::text::Text;

sentences! {
    /// The stages and their fields.
    Family {
        kept: "Tersimpan di HP ini", "Kept on this phone";
        keeping: "Menyimpan…", "Keeping…";
        jump: "Bagian formulir", "Parts of the form";
        later: "Isi nanti", "Fill in later";
        to_list: "Ke daftar keluarga", "To the list of families";

        card: "Kartu Keluarga", "Family card";
        card_lead: "Belum punya KK tidak menghalangi. Isi yang ada.", "Having no KK is no bar. Fill in what there is.";
        kk_hint: "16 angka di bagian atas Kartu Keluarga", "16 digits at the top of the Kartu Keluarga";
        without_kk: "Keluarga ini belum punya KK", "This family has no KK yet";

        no_kk: "Belum punya KK", "No KK yet";

        members: "Anggota keluarga", "Members of the family";
        members_lead: "Kepala keluarga dulu, lalu semua yang ada di KK.", "The head first, then everybody in the KK.";
        head: "Kepala keluarga", "Head of the family";
        name_hint: "Seperti di KTP atau KK", "As on the KTP or KK";
        nik_hint: "16 angka di KTP atau KK", "16 digits on the KTP or KK";
        without_nik: "Belum punya NIK", "No NIK yet";
        birth_hint: "Contoh: 12051980 atau 12-5-80", "For example: 12051980 or 12-5-80";
        choose: "Pilih", "Choose";
        add_member: "Tambah anggota", "Add a member";
        fill_in: "Isi dari NIK", "Fill in from the NIK";
        remove_member: "Hapus anggota ini", "Remove this member";
        remove_member_question: "Hapus anggota ini dari keluarga? Semua yang sudah diisi tentangnya hilang dan tidak bisa dikembalikan.",
            "Remove this member from the family? All that was filled in is lost and cannot be brought back.";
        remove_sure: "Ya, hapus", "Yes, remove";

        home: "Tempat tinggal", "Where the family lives";
        home_lead: "Alamat tinggal sekarang, bukan alamat di KTP.", "Where it lives now, not the address on the KTP.";
        address_hint: "Jalan atau gang, dan nomor rumah", "Street or lane, and number";
        rt_hint: "RT keluarga ini", "The RT of this family";
        phone_hint: "Boleh kosong", "May stay empty";

        situation: "Keadaan keluarga", "Situation of the family";
        situation_lead: "Tanyakan kepada keluarganya.", "Ask the family.";
        affected: "Apakah penghasilan keluarga hilang atau berkurang karena pandemi?",
            "Has the family lost income through the pandemic?";
        fixed_income: "Apakah ada yang berpenghasilan tetap, misalnya gaji bulanan?",
            "Does anybody have a fixed income, such as a monthly wage?";


        disability: "Apakah ada penyandang disabilitas di keluarga ini?", "Is anybody in this family disabled?";
        disability_hint: "Keluarganya didahulukan untuk titik pengambilan yang lebih dekat.",
            "Such a family is given a nearer pickup point first.";
        who: "Siapa?", "Who?";

        aid: "Bantuan lain", "Other aid";
        aid_lead: "Kalau ada yang menerima bantuan dari pemerintah pusat, keluarga itu tidak bisa mendapat BST. Isi sejujurnya: datanya akan dipadankan.",
            "If anybody receives aid of the central government, the family cannot get BST. Answer truthfully: the data will be compared.";
        no_aid: "Tidak menerima", "Receives none";

        review: "Tinjau dan simpan", "Review and save";
        review_lead: "Bacakan kepada keluarganya sebelum disimpan.", "Read it to the family before you save it.";
        save: "Simpan", "Save";
        warnings: "Periksa sekali lagi", "Look once more";
        warnings_lead: "Kalau memang benar begitu, biarkan dengan alasannya. Menyimpan tetap bisa.",
            "If it is right as it is, let it stand with the reason. You can save all the same.";
        remove: "Hapus keluarga ini", "Remove this family";
        nothing: "belum diisi", "not filled in";
    }
}

/// The title of a stage and a sentence on it.
pub fn stage(text: &'static Text, stage: FormStage) -> (&'static str, &'static str) {
    let words = Family::of(text.language);
    match stage {
        FormStage::Card => (words.card, words.card_lead),
        FormStage::Members => (words.members, words.members_lead),
        FormStage::Home => (words.home, words.home_lead),
        FormStage::Situation => (words.situation, words.situation_lead),
        FormStage::Aid => (words.aid, words.aid_lead),
        FormStage::Review => (words.review, words.review_lead),
    }
}

/// What stands above an input: what it asks for, and how; the hint may be empty.
#[derive(Clone)]
pub struct Label {
    pub label: String,
    pub hint: &'static str,
}

/// What stands above the input of a field.
pub fn label(text: &'static Text, field: Field) -> Label {
    let (words, name) = (Family::of(text.language), field_name(text.language, field));
    let (label, hint) = match field {
        Field::Kk => (name, words.kk_hint),
        Field::Name => (name, words.name_hint),
        Field::Nik => (name, words.nik_hint),
        Field::Birth => (name, words.birth_hint),
        Field::Address => (name, words.address_hint),
        Field::Phone => (name, words.phone_hint),
        Field::Affected => (words.affected, ""),
        Field::FixedIncome => (words.fixed_income, ""),
        Field::Disability => (words.disability, words.disability_hint),
        // Its name says it all.
        _ => (name, ""),
    };
    Label { label: label.to_owned(), hint }
}

/// The statement that there is no such number.
pub fn without(text: &'static Text, field: Field) -> &'static str {
    if field == Field::Kk {
        Family::of(text.language).without_kk
    } else {
        Family::of(text.language).without_nik
    }
}

/// `Anggota ke-2`; the head is the first.
pub fn member(text: &'static Text, index: usize) -> String {
    match index {
        0 => Family::of(text.language).head.to_owned(),
        _ => [text.language.pick("Anggota ke-", "Member "), &(index + 1).to_string()].concat(),
    }
}

/// A folded card: `Anggota ke-2 · Siti Aminah · Istri`
pub fn card(text: &'static Text, index: usize, member: &MemberDraft) -> String {
    let tie = Relation::parse(&member.relation).ok().filter(|_| index > 0);
    let tie = tie.map(|tie| relation(text.language, tie)).unwrap_or_default();
    let who = self::member(text, index);
    let parts = [who.as_str(), member.name.trim(), tie];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A member by name, or by position before there is a name.
pub fn named(text: &'static Text, name: &str, index: usize) -> String {
    if name.is_empty() { member(text, index) } else { name.to_owned() }
}

/// Whose aid a field asks for.
pub fn aid_of(text: &'static Text, name: &str, index: usize) -> String {
    [text.language.pick("Bantuan untuk ", "Aid for "), &named(text, name, index)].concat()
}

/// Asks before a family goes; `name` may be empty.
pub fn remove_question(text: &'static Text, name: &str) -> String {
    let whose = if name.is_empty() { text.language.pick("ini", "this family") } else { name };
    let (before, after) = (
        text.language.pick("Hapus keluarga ", "Remove "),
        text.language.pick(
            " dari daftar? Isinya hilang dari HP ini dan tidak bisa dikembalikan. Kalau sudah pernah dikirim, kiriman berikutnya memberi tahu kelurahan.",
            " from the list? What was filled in is lost from this phone and cannot be brought back. If it was sent before, the next list tells the kelurahan.",
        ),
    );
    [before, whose, after].concat()
}

/// `12 Mei 1980, 41 tahun, sesuai NIK`
pub fn birth(text: &'static Text, birth: Date, age: i32, is_of_nik: bool) -> String {
    let of_nik = if is_of_nik { text.language.pick(", sesuai NIK", ", as the NIK says") } else { "" };
    let years = text.language.pick(" tahun", " years");
    [::words::date::date(text.language, birth).as_str(), ", ", &age.to_string(), years, of_nik].concat()
}

/// `Isi dari NIK: perempuan, 12-05-1980`
pub fn offer(text: &'static Text, offer: Offer) -> String {
    let sex = offer.sex.map(|it| sex(text.language, it));
    let told: Vec<String> = sex.map(str::to_lowercase).into_iter().chain(offer.birth.map(written)).collect();
    [Family::of(text.language).fill_in, ": ", &told.join(", ")].concat()
}

//! The part for heads of RT: activation, the list of families, what this phone keeps.

use ::words::Language;
use domain::{Rw, Status};
use phone::{FamilyFilter, FamilyState, LinkFault, StoreFault};
use ui::sentences;
use ui::text::{Text, status};
use ui::tone::Tone;
use wire::Enrolment;

sentences! {
    /// Activation and the list.
    Rt {
        opening: "Membuka daftar…", "Opening the list…";

        welcome: "Untuk ketua RT dan RW", "For heads of RT and RW";
        welcome_lead: "Catat keluarga di RT Anda, juga tanpa sinyal, lalu kirim ke kelurahan. HP ini perlu diaktifkan sekali saja.",
            "List the families of your RT, also without signal, then send the list to the kelurahan. This phone is activated once.";
        link: "Tautan aktivasi", "Activation link";
        link_hint: "Dari kelurahan atau Dinas Sosial, lewat pesan atau kode QR. Buka tautannya, atau salin lalu tempel di sini.",
            "From the kelurahan or Dinas Sosial, by message or QR code. Open the link, or copy it and paste it here.";
        read_link: "Lanjut", "Continue";
        no_link: "Belum punya tautan? Minta ke kelurahan Anda.", "No link yet? Ask your kelurahan.";

        ask: "Pakai HP ini untuk RT ini?", "Use this phone for this RT?";
        ask_shared: "Daftar keluarga di HP ini terkunci dengan PIN, jadi aman juga kalau HP dipakai bersama.",
            "The list on this phone is locked with a PIN, so that it is safe on a shared phone too.";
        ask_secret: "Tautan ini rahasia seperti kunci: jangan diteruskan ke orang lain.",
            "The link is as secret as a key: do not forward it.";
        activate: "Aktifkan", "Activate";
        activate_again: "Pakai tautan baru ini", "Use this new link";
        in_use: "Tautan ini sudah dipakai di HP ini. Tidak ada yang perlu diganti.",
            "This link is in use on this phone already. Nothing needs to be replaced.";
        open_list: "Buka daftarnya", "Open the list";
        locked: "Daftar itu terkunci. Buka dulu dengan PIN-nya; sesudah itu tautannya ditanyakan lagi. Belum ada yang diganti.",
            "The list is locked. Open it with its PIN first; then you are asked about the link again. Nothing is replaced yet.";
        switch_first: "Daftar itu terkunci. Tekan Batal, buka daftar itu dari bagian HP ini, lalu buka lagi tautannya. Belum ada yang diganti.",
            "That list is locked. Press Cancel, open the list under This phone, then open the link again. Nothing is replaced yet.";
        unlock_first: "Buka dengan PIN", "Open with the PIN";

        empty_title: "Belum ada keluarga di daftar ini", "No family on this list yet";
        empty_first: "Ketuk Tambah keluarga. Siapkan KK dan KTP-nya; tanpa NIK pun bisa.",
            "Tap Add a family. Have KK and KTP at hand; it also works without NIK.";
        empty_second: "Yang Anda ketik langsung tersimpan di HP ini, juga tanpa sinyal.",
            "What you type is kept on this phone at once, also without signal.";
        empty_third: "Setelah lengkap, ketuk Periksa dan kirim. Setiap keluarga mendapat kode pendaftaran.",
            "When all is complete, tap Check and send. Every family gets a registration code.";

        mend: "Perlu perbaikan", "To be mended";
        all: "Semua keluarga", "All families";
        rest: "Keluarga lainnya", "Other families";
        add: "Tambah keluarga", "Add a family";
        send: "Periksa dan kirim", "Check and send";
        receipt: "Tanda terima dan kode pendaftaran", "Receipts and registration codes";
        search: "Cari nama, NIK, atau alamat", "Search by name, NIK or address";
        which: "Tampilkan", "Show";
        none_found: "Tidak ada keluarga yang cocok.", "No family fits.";
        which_all: "Semua", "All";
        which_mend: "Perlu perbaikan", "To be mended";
        which_draft: "Konsep", "Drafts";
        which_unsent: "Belum terkirim", "Not sent";
        no_name: "Belum ada nama", "No name yet";
        without_nik: "belum punya NIK", "no NIK yet";
        unfinished: "Belum selesai diisi", "Not filled in completely";
        unkept: "Belum tersimpan di HP", "Not kept on this phone";
        unsaved: "Ada perubahan yang belum disimpan", "Changes that are not saved yet";

        menu: "Lainnya", "More";
        invitations: "Undangan", "Invitations";
        files: "Impor dan ekspor", "Import and export";
        progress: "Kemajuan RT", "Progress of the RTs";
        this_phone: "HP ini", "This phone";
        others: "Daftar lain di HP ini:", "Other lists on this phone:";
        wipe: "Hapus dari HP ini", "Remove from this phone";
        wipe_question: "Hapus semua keluarga RT ini dari HP ini? Yang belum dikirim hilang dan tidak bisa dikembalikan. Yang sudah terkirim tetap ada di kelurahan. Untuk membukanya lagi perlu tautan aktivasi.",
            "Remove all families of this RT from this phone? Those not sent are lost and cannot be brought back. What was sent stays with the kelurahan. To open it again you need the activation link.";
        wipe_sure: "Ya, hapus semuanya", "Yes, remove all of it";
    }
}

/// `RT 005 / RW 002 Ulujami`
pub fn name(enrolment: &Enrolment) -> String {
    name_of(enrolment.rt, enrolment.rw, &enrolment.area_name)
}

/// The same by its parts; without an RT it is the RW's.
pub fn name_of(rt: Option<domain::Rt>, rw: Rw, area_name: &str) -> String {
    let rt = rt.map(|rt| ["RT ", &rt.to_string(), " / "].concat()).unwrap_or_default();
    [&rt, "RW ", &rw.to_string(), " ", area_name].concat()
}

/// `38 keluarga · 2 perlu perbaikan · 3 menunggu sinyal`
pub fn counts(language: Language, families: usize, to_mend: usize, waiting: usize) -> String {
    let mut text = number_of_families(language, families);
    if to_mend > 0 {
        text += &[" · ", &to_mend.to_string(), language.pick(" perlu perbaikan", " to be mended")].concat();
    }
    if waiting > 0 {
        text +=
            &[" · ", &waiting.to_string(), language.pick(" menunggu sinyal", " waiting for signal")].concat();
    }
    text
}

/// `Konsep (3)`
pub fn which(text: &'static Text, which: FamilyFilter, count: usize) -> String {
    let words = Rt::of(text.language);
    let name = match which {
        FamilyFilter::All => words.which_all,
        FamilyFilter::Mend => words.which_mend,
        FamilyFilter::Draft => words.which_draft,
        FamilyFilter::Unsent => words.which_unsent,
    };
    [name, " (", &count.to_string(), ")"].concat()
}

/// `38 keluarga`
pub fn number_of_families(language: Language, families: usize) -> String {
    let word = language.pick(" keluarga", if families == 1 { " family" } else { " families" });
    [&families.to_string(), word].concat()
}

/// That the offices have families from this link which this phone has not.
pub fn listed_elsewhere(language: Language, families: usize) -> String {
    let says = language.pick(
        " sudah ada di kelurahan dari tautan ini, tetapi tidak di HP ini: dari HP lain, atau sebelum HP ini dikosongkan. Jangan dicatat ulang: pulihkan dari cadangan.",
        " reached the kelurahan by this link, but not from what is on this phone: from another one, or before this one was wiped. Do not list them anew: restore the backup.",
    );
    [&number_of_families(language, families), says].concat()
}

/// `4 jiwa · Jl. Melati No. 12`
pub fn size_and_address(language: Language, size: usize, address: &str) -> String {
    let people = language.pick(" jiwa", if size == 1 { " person" } else { " people" });
    let separator = if address.is_empty() { "" } else { " · " };
    [&size.to_string(), people, separator, address].concat()
}

/// What the families on this phone do without a signal.
pub fn offline(language: Language, unsent: usize) -> String {
    let families = number_of_families(language, unsent);
    match unsent {
        0 => language
            .pick(
                "Tidak ada sinyal. Anda tetap bisa mencatat keluarga.",
                "No signal. You can list families all the same.",
            )
            .to_owned(),
        _ => [
            language.pick("Tidak ada sinyal. ", "No signal. "),
            &families,
            language.pick(
                " aman di HP ini. Yang sudah Anda kirim, berangkat sendiri nanti.",
                " safe on this phone. What you have sent leaves by itself later.",
            ),
        ]
        .concat(),
    }
}

/// Before a link is used on a phone that holds this list.
pub fn holds(language: Language, list: &str) -> String {
    [
        language.pick("HP ini sudah memuat daftar ", "This phone already holds the list of "),
        list,
        language.pick("; pakai tautan baru?", "; use the new link?"),
    ]
    .concat()
}

/// What becomes of that list when the link is for another RT.
pub fn switching(language: Language, from: &str) -> String {
    [
        language.pick("Daftar ", "The list of "),
        from,
        language.pick(
            " tidak hilang: tetap tersimpan di HP ini, juga keluarga yang belum dikirim, dan bisa dibuka lagi dari bagian HP ini.",
            " is not lost: it stays on this phone with the families not sent yet, and is opened again under This phone.",
        ),
    ]
    .concat()
}

/// What becomes of it when the link is for the same RT.
pub fn renewing(language: Language, families: usize) -> String {
    let stays = match families {
        0 => language.pick("Daftar ini masih kosong.", "This list is empty as yet.").to_owned(),
        _ => {
            let stay = language.pick(" di daftar ini tetap ada.", " on this list: nothing of it is lost.");
            [&number_of_families(language, families), stay].concat()
        }
    };
    let link = language.pick(
        " Tautan yang lama tidak dipakai lagi di HP ini. Kiriman yang belum diterima kantor perlu dikirim lagi.",
        " The old link is used no more on this phone. What the office has not taken in yet must be sent again.",
    );
    [&stays, link].concat()
}

/// Records that this version cannot read.
pub fn unreadable(language: Language, records: usize) -> String {
    let tail = language.pick(
        " catatan di HP ini tidak bisa dibaca versi ini. Catatan itu tidak dihapus. Muat ulang halaman ini saat ada sinyal.",
        " records on this phone cannot be read by this version. They are not deleted. Reload this page when there is a signal.",
    );
    [&records.to_string(), tail].concat()
}

/// Where a family stands, in a word or two.
pub fn state(language: Language, state: &FamilyState) -> (Tone, &'static str) {
    match state {
        FamilyState::Draft => (Tone::Wait, language.pick("Konsep", "Draft")),
        FamilyState::OnPhone => (Tone::Plain, language.pick("Tersimpan di HP", "On this phone")),
        FamilyState::Waiting => (Tone::Wait, language.pick("Menunggu sinyal", "Waiting for signal")),
        FamilyState::Stuck => (Tone::Bad, language.pick("Gagal terkirim", "Not sent")),
        FamilyState::HandedOver => {
            (Tone::Wait, language.pick("Dibagikan, belum pasti sampai", "Shared, not known to have arrived"))
        }
        FamilyState::Sent => (Tone::Plain, language.pick("Terkirim", "Sent")),
        FamilyState::Office(event) => {
            let tone = match event.status.known() {
                Some(Status::Approved | Status::Invited | Status::CardReceived | Status::Paid) => Tone::Good,
                Some(Status::Proposed | Status::KelurahanReview | Status::Verified) => Tone::Plain,
                Some(Status::Held | Status::Transferred) | None => Tone::Wait,
                Some(Status::Returned | Status::Refused | Status::Removed | Status::Withdrawn) => Tone::Bad,
            };
            let says = match event.status.known() {
                Some(Status::Proposed) => language.pick("Diterima", "Received"),
                Some(Status::Returned) => language.pick("Perbaiki", "Mend"),
                _ => status::named_step(language, &event.status),
            };
            (tone, says)
        }
    }
}

/// What is wrong with a link, and what to do.
pub fn link_fault(language: Language, fault: LinkFault) -> &'static str {
    match fault {
        LinkFault::Empty => language.pick("Tautannya belum ditempel.", "The link has not been pasted."),
        LinkFault::Cut => language.pick(
            "Tautan ini tidak utuh. Salin lagi seluruhnya dari pesan aslinya, sampai huruf terakhir.",
            "The link is not complete. Copy all of it again from the original message, to its last letter.",
        ),
        LinkFault::Unusable => language.pick(
            "Tautan ini tidak bisa dipakai. Minta tautan baru ke kelurahan.",
            "The link cannot be used. Ask the kelurahan for a new one.",
        ),
        LinkFault::Foreign => language.pick(
            "Tautan ini tidak dibuat oleh kantor kita, jadi tidak dipakai. Jangan isi apa pun; minta tautan baru langsung ke kelurahan.",
            "This link was not made by our office, so it is not used. Fill in nothing; ask the kelurahan for a new link.",
        ),
        LinkFault::Unchecked => language.pick(
            "Peramban ini tidak bisa memeriksa tautan. Perbarui peramban, atau buka tautannya di Chrome.",
            "This browser cannot check the link. Update it, or open the link in Chrome.",
        ),
    }
}

/// Why the phone does not keep what is typed.
pub fn store_fault(language: Language, fault: StoreFault) -> &'static str {
    match fault {
        StoreFault::Unavailable => language.pick(
            "Peramban ini tidak mau menyimpan, mungkin karena mode penyamaran. Yang Anda ketik hilang kalau halaman ditutup. Buka lagi di jendela biasa.",
            "This browser does not keep anything, perhaps because the window is private. What you type is lost when the page is closed. Open it in an ordinary window.",
        ),
        StoreFault::Full => language.pick(
            "Memori HP penuh. Yang Anda ketik masih ada di halaman ini: jangan ditutup. Hapus foto atau aplikasi dulu, lalu tunggu sebentar: tersimpan sendiri.",
            "The phone is full. What you typed is still on this page: do not close it. Delete photos or apps and wait a moment: it is kept by itself.",
        ),
        StoreFault::Outdated => language.pick(
            "Versi aplikasi ini lebih lama dari data di HP: muat ulang. Tidak ada yang dihapus.",
            "This version of the app is older than the data on the phone: reload. Nothing is deleted.",
        ),
        StoreFault::Blocked => language.pick(
            "Aplikasi versi lama masih terbuka di tab lain. Tutup tab itu: daftar di sini terbuka sendiri. Tidak ada yang dihapus.",
            "An older version of the app is open in another tab. Close that tab: the list opens here by itself. Nothing is deleted.",
        ),
        StoreFault::Taken | StoreFault::Failed => language.pick(
            "Belum tersimpan di HP ini. Jangan tutup halaman ini: dicoba lagi sendiri. Kalau tetap gagal, buat file cadangan.",
            "Not kept on this phone yet. Do not close this page: it is tried again by itself. If it keeps failing, make a backup file.",
        ),
    }
}

//! Bringing lists in from spreadsheets, and taking them out.

use super::problem;
use ::words::Language;
use ::words::family::{aid_in_full, sex};
use ::words::field::field;
use domain::{Aid, Fault, Field, NumberFault, Problem, Sex};
use lists_protocol::{
    Account, AsideRows, ColumnKind, Progress, RowError, RowPlace, RowProblem, SheetFault, WhyUnread,
};
use phone::import::{ImportCounts, ImportTotals};
use ui::sentences;
use ui::text::{Text, fault};

sentences! {
    /// The page of files.
    Files {
        title: "Impor dan ekspor", "Import and export";
        lead: "Daftar yang sudah ada di Excel tidak perlu diketik ulang.", "A list that is in Excel already need not be typed again.";

        bring: "Ambil dari berkas", "Bring a list in";
        kinds: "Excel (XLSX, XLS), ODS, atau CSV. Berkas hanya dibaca di HP ini, tidak dikirim ke mana pun.",
            "Excel (XLSX, XLS), ODS or CSV. The file is only read on this phone, and sent nowhere.";
        choose: "Pilih berkas", "Choose a file";
        drop: "atau seret berkasnya ke sini", "or drop the file here";
        paste: "Atau tempel sel dari Excel", "Or paste cells from Excel";
        paste_hint: "Salin juga baris judul kolomnya", "Copy the row with the names of the columns too";
        read_pasted: "Baca yang ditempel", "Read what was pasted";
        cancel: "Batalkan", "Cancel";
        other: "Pilih berkas lain", "Choose another file";
        failed: "Pembaca berkas tidak bisa dibuka, atau berhenti di tengah. Periksa sinyal lalu coba lagi. Kalau tetap gagal, simpan ulang berkasnya sebagai CSV.",
            "The reader of files did not open, or stopped halfway. Check the signal and try again. If it fails again, save the file as CSV.";

        unread: "Baris yang tidak dibaca. Kalau ada keluarga di sini, masukkan lewat formulir atau perbaiki berkasnya.",
            "Rows that were not read. If a family is among them, enter it in the form or mend the file.";
        looks_unknown: "Baris yang disembunyikan atau dicoret tidak bisa dikenali di berkas jenis ini, jadi ikut dibaca.",
            "Rows that are hidden or struck out cannot be told in a file of this kind, so they were read too.";
        columns: "Kolom yang dikenali", "Recognised columns";
        columns_lead: "Kalau ada yang keliru, pilih isi yang benar. Berkasnya dibaca ulang.",
            "Where one is wrong, choose what it holds. The file is then read again.";
        recalled: "Isi kolom dibaca seperti yang terakhir Anda betulkan untuk daftar dengan kolom yang sama.",
            "The columns are read as you corrected them the last time in a list with the same ones.";
        as_named: "Baca menurut judul kolomnya saja", "Read them by their names alone";
        not_read: "Tidak dibaca", "Not read";
        unknown: "Tidak dikenali, tidak dibaca", "Not recognised, not read";
        first: "isinya:", "holds:";

        mend: "Perlu dilengkapi", "To be completed";
        mend_lead: "Perbaiki di sini, atau nanti di formulir. Keluarga yang belum lengkap tetap masuk, sebagai konsep.",
            "Mend it here, or later in the form. A family that is not complete comes in all the same, as a draft.";
        mended: "Sudah benar", "Right now";
        later: "Lengkapi nanti di formulir keluarga.", "Complete it later in the form of the family.";
        more: "Tampilkan lagi", "Show more";
        look: "Periksa sekali lagi", "Look once more";
        doubles: "Tercatat dua kali, hanya masuk sekali", "Listed twice, comes in once";
        already: "Sudah ada di HP ini", "On this phone already";
        already_lead: "Keluarga ini dilewati, kecuali Anda mencentang ini.", "These are passed over, unless you tick this.";
        update: "Perbarui dengan isi berkas", "Bring them up to date from the file";
        take_in: "Masukkan ke daftar", "Take them into the list";
        nothing: "Tidak ada keluarga yang bisa dimasukkan.", "There is no family to take in.";
        to_list: "Lihat daftar keluarga", "See the list of families";

        take_out: "Simpan ke berkas", "Take the list out";
        open_file: "Berkasnya tidak terkunci dan berisi NIK. Simpan baik-baik, dan hapus kalau sudah tidak dipakai.",
            "The file is not locked and holds NIK. Keep it well, and delete it when it is not needed any more.";
        xlsx: "Simpan sebagai XLSX", "Save as XLSX";
        csv: "Simpan sebagai CSV", "Save as CSV";
        writing: "Menyiapkan berkas…", "Making the file…";
        written: "Berkas sudah disimpan di HP ini.", "The file was saved on this phone.";
        not_written: "Berkas tidak bisa dibuat. Periksa sinyal lalu coba lagi.",
            "The file could not be made. Check the signal and try again.";
        no_families: "Belum ada keluarga untuk disimpan.", "There is no family to save yet.";
    }
}

/// How far a reading is.
pub fn progress(language: Language, progress: Option<Progress>) -> String {
    match progress {
        None => language.pick("Membuka berkas…", "Opening the file…").to_owned(),
        Some(Progress::Rows(rows)) => {
            [rows.to_string().as_str(), language.pick(" baris dibaca…", " rows read…")].concat()
        }
        Some(Progress::Families(families)) => {
            [families.to_string().as_str(), language.pick(" keluarga ditemukan…", " families found…")]
                .concat()
        }
    }
}

/// How far the taking in is.
pub fn taking(language: Language, families: usize) -> String {
    [families.to_string().as_str(), language.pick(" keluarga dimasukkan…", " families taken in…")].concat()
}

/// What was taken in.
pub fn taken(language: Language, arrived: ImportTotals) -> String {
    let (complete, drafts) = (arrived.records.to_string(), arrived.drafts.to_string());
    let parts: [&str; 4] = language.pick(
        [&complete, " keluarga masuk lengkap, ", &drafts, " masuk sebagai konsep."],
        [&complete, " families came in complete, ", &drafts, " as drafts."],
    );
    parts.concat()
}

/// What is in the list.
pub fn count(language: Language, count: ImportCounts) -> String {
    let ImportCounts { ready, incomplete, known, double } = count;
    let all = (ready + incomplete + known + double).to_string();
    let mut said = [all.as_str(), language.pick(" keluarga: ", " families: ")].concat();
    let parts = [
        (ready, language.pick(" lengkap", " complete")),
        (incomplete, language.pick(" perlu dilengkapi", " to be completed")),
        (known, language.pick(" sudah ada", " on this phone already")),
        (double, language.pick(" tercatat dua kali", " listed twice")),
    ];
    for (i, (number, what)) in parts.into_iter().filter(|(number, _)| *number > 0).enumerate() {
        said.extend([if i > 0 { ", " } else { "" }, &number.to_string(), what]);
    }
    said
}

/// How well the cells of a column fit what it is taken for.
pub fn fit(language: Language, share: u8) -> String {
    [", ", &share.to_string(), language.pick("% cocok", "% fit")].concat()
}

/// What is lost with a column that is not read.
pub fn unread_numbers(language: Language, count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    [
        ", ",
        &count.to_string(),
        language.pick(" nomor 16 angka tidak dibaca", " numbers of 16 digits are not read"),
    ]
    .concat()
}

/// What a column of numbers that is not read seems to hold.
pub fn proposed(text: &'static Text, kind: ColumnKind) -> String {
    [text.language.pick(", mungkin ", ", perhaps "), column_kind(text, kind)].concat()
}

/// Where the rows of the file went.
pub fn account(language: Language, account: &Account) -> String {
    let parts = [
        (account.data, language.pick(" baris keluarga", " rows of families")),
        (account.headers(), language.pick(" judul kolom", " names of columns")),
        (account.titles(), language.pick(" judul dan tanda tangan", " titles and signatures")),
        (account.sums(), language.pick(" jumlah", " sums")),
        (account.unread(), language.pick(" tidak dibaca", " not read")),
    ];
    let mut said =
        [account.rows.to_string().as_str(), language.pick(" baris berisi:", " filled rows:")].concat();
    for (i, (number, what)) in parts.into_iter().filter(|(number, _)| *number > 0).enumerate() {
        said.extend([if i > 0 { ", " } else { " " }, &number.to_string(), what]);
    }
    said + "."
}

/// Rows that were not read: where, and why.
pub fn unread(language: Language, rows: &AsideRows, why: WhyUnread) -> String {
    let AsideRows { sheet, first, last, .. } = rows;
    let place = place(language, &RowPlace { sheet: sheet.clone(), row: *first });
    let to = if last > first {
        [language.pick(" sampai ", " to "), &last.to_string()].concat()
    } else {
        String::new()
    };
    sentence(&[&place, &to, ": ", why_unread(language, why)].concat())
}

fn why_unread(language: Language, why: WhyUnread) -> &'static str {
    match why {
        WhyUnread::NoHeader => {
            language.pick("tidak ada baris judul kolom di atasnya.", "no row above names the columns.")
        }
        WhyUnread::NotHouseholds => {
            language.pick("kolomnya bukan kolom daftar keluarga.", "the columns are not those of families.")
        }
        WhyUnread::Hidden => {
            language.pick("tersembunyi di Excel, jadi tidak diambil.", "hidden in Excel, so not taken.")
        }
        WhyUnread::StruckOut => language.pick("dicoret, jadi tidak diambil.", "struck out, so not taken."),
        WhyUnread::HiddenSheet => {
            language.pick("lembar ini tersembunyi, jadi tidak diambil.", "the sheet is hidden, so not taken.")
        }
        WhyUnread::NamesNobody => language.pick(
            "bukan keluarga, judul, atau jumlah yang dikenal.",
            "no family, title or sum that is known.",
        ),
        WhyUnread::BelowTheEnd => language
            .pick("ada di bawah tanda tangan penutup daftar.", "below the signature that ends the list."),
    }
}

/// `Lembar Data, baris 14, kolom D (NIK)`
pub fn place(language: Language, place: &RowPlace) -> String {
    let row = [language.pick("baris ", "row "), &place.row.to_string()].concat();
    match &place.sheet {
        Some(sheet) => [language.pick("lembar ", "sheet "), sheet, ", ", &row].concat(),
        None => row,
    }
}

/// A problem of a row: where, and what.
pub fn row(text: &'static Text, problem: &RowProblem) -> String {
    let language = text.language;
    let column = problem.column.as_ref().map_or_else(String::new, |column| {
        [language.pick(", kolom ", ", column "), &column.to_string()].concat()
    });
    sentence(&[&place(language, &problem.place), &column, ": ", &row_error(text, problem)].concat())
}

/// With a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// What is wrong.
pub fn row_error(text: &'static Text, problem: &RowProblem) -> String {
    let language = text.language;
    let name = field(text.language, problem.field);
    let same = |what: &str, place_: &RowPlace| [what, &place(language, place_), "."].concat();
    match &problem.error {
        RowError::Fault(Fault::Number(NumberFault::Rounded)) => rounded(language, name),
        RowError::Fault(Fault::Number(number)) => fault::number(language, name, *number),
        RowError::Fault(fault) => {
            let place = domain::Place { member: problem.member, field: problem.field };
            problem::says(text, &Problem { place, fault: *fault })
        }
        RowError::ListedTwice { first } => {
            same(language.pick("Sama dengan keluarga di ", "The same family as in "), first)
        }
        RowError::KkOfOther { first } => same(
            language
                .pick("Nomor KK ini sudah dipakai keluarga di ", "The KK number is that of the family in "),
            first,
        ),
        RowError::NikOfOther { first } => {
            same(language.pick("NIK ini sudah dipakai orang di ", "The NIK is that of a person in "), first)
        }
    }
}

fn rounded(language: Language, name: &str) -> String {
    [
        name,
        language.pick(
            " dibulatkan oleh Excel, angka terakhirnya hilang. Ketik ulang dari kartunya.",
            " was rounded by Excel, and its last digits are lost. Type it again from the card.",
        ),
    ]
    .concat()
}

/// Why a file is no list, and what to do.
pub fn no_list(language: Language, fault: SheetFault) -> &'static str {
    match fault {
        SheetFault::Empty => language.pick("Berkas ini kosong.", "The file is empty."),
        SheetFault::TooLarge => language.pick(
            "Berkas ini lebih besar dari 20 MB. Bagi menjadi beberapa berkas.",
            "The file is larger than 20 MB. Divide it into several.",
        ),
        SheetFault::TooManyRows => language.pick(
            "Berkas ini lebih dari 100.000 baris. Bagi menjadi beberapa berkas.",
            "The file has more than 100,000 rows. Divide it into several.",
        ),
        SheetFault::Password => language.pick(
            "Berkas ini dikunci kata sandi. Buka di Excel, simpan tanpa kata sandi, lalu pilih lagi.",
            "The file is locked with a password. Open it in Excel, save it without, and choose it again.",
        ),
        SheetFault::Unreadable => language.pick(
            "Berkas ini tidak bisa dibaca. Simpan ulang sebagai XLSX atau CSV, lalu pilih lagi.",
            "The file cannot be read. Save it as XLSX or CSV, and choose it again.",
        ),
        SheetFault::Unpacked => language.pick(
            "Isi berkas ini lebih dari 64 MB setelah dibuka. Simpan ulang daftarnya saja sebagai XLSX, lalu pilih lagi.",
            "The file unpacks to more than 64 MB. Save only the list as XLSX, and choose it again.",
        ),
        SheetFault::WebPage => language.pick(
            "Berkas ini sebenarnya halaman web, dan tabelnya tidak terbaca. Buka di Excel, simpan sebagai XLSX, lalu pilih lagi.",
            "The file is a web page whose table cannot be read. Open it in Excel, save it as XLSX, and choose it again.",
        ),
        SheetFault::WebArchive => language.pick(
            "Berkas ini sebenarnya arsip halaman web. Buka di Excel, simpan sebagai XLSX, lalu pilih lagi.",
            "The file is an archived web page. Open it in Excel, save it as XLSX, and choose it again.",
        ),
        SheetFault::Xml => language.pick(
            "Berkas ini sebenarnya XML. Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu pilih lagi.",
            "The file is XML. Open it in Excel or LibreOffice, save it as XLSX, and choose it again.",
        ),
        SheetFault::OldWorkbook => language.pick(
            "Berkas ini dari Excel yang sangat lama. Buka di Excel atau LibreOffice, simpan sebagai XLSX, lalu pilih lagi.",
            "The file is of a very old Excel. Open it in Excel or LibreOffice, save it as XLSX, and choose it again.",
        ),
        SheetFault::Numbers => language.pick(
            "Berkas ini dari Apple Numbers. Buka di Numbers, ekspor sebagai Excel, lalu pilih lagi.",
            "The file is of Apple Numbers. Open it there, export it as Excel, and choose it again.",
        ),
        SheetFault::Pdf => language.pick(
            "Berkas ini PDF. Minta berkas Excel yang menjadi asalnya.",
            "The file is a PDF. Ask for the Excel file from which it was made.",
        ),
        SheetFault::Picture => language.pick(
            "Berkas ini gambar atau video. Minta berkas Excel, atau isi keluarganya satu per satu di sini.",
            "The file is a picture or a video. Ask for an Excel file, or enter the families here one by one.",
        ),
        SheetFault::Document => language.pick(
            "Berkas ini dokumen teks atau presentasi. Salin tabelnya ke Excel, simpan sebagai XLSX, lalu pilih lagi.",
            "The file is a text document or a presentation. Copy its table into Excel, save it as XLSX, and choose it again.",
        ),
        SheetFault::Archive => language.pick(
            "Berkas ini arsip (ZIP atau RAR) dengan berkas lain di dalamnya. Ekstrak dulu, lalu pilih daftar di dalamnya.",
            "The file is an archive (ZIP or RAR) of other files. Unpack it, and choose the list in it.",
        ),
        SheetFault::NoHeader => language.pick(
            "Tidak ada baris judul kolom seperti Nama, NIK, No KK. Pilih sendiri isi setiap kolom.",
            "No row names columns like Nama, NIK, No KK. Choose what each column holds.",
        ),
        SheetFault::NotHouseholds => language.pick(
            "Ini daftar orang, bukan daftar keluarga: kolom No KK dan Alamat tidak ada. Kalau ada, pilih kolomnya.",
            "This is a list of persons, not of families: it has no columns for KK number and address. If it has, choose them.",
        ),
    }
}

/// What a column holds, as its owner may choose.
pub fn column_kind(text: &'static Text, kind: ColumnKind) -> &'static str {
    let language = text.language;
    match kind {
        ColumnKind::Kk => field(language, Field::Kk),
        ColumnKind::Name => field(language, Field::Name),
        ColumnKind::HeadName => language.pick("Nama kepala keluarga", "Name of the head"),
        ColumnKind::Nik => field(language, Field::Nik),
        ColumnKind::HeadNik => language.pick("NIK kepala keluarga", "NIK of the head"),
        ColumnKind::Relation => field(language, Field::Relation),
        ColumnKind::Sex => field(language, Field::Sex),
        ColumnKind::MaleTick => sex(language, Sex::Male),
        ColumnKind::FemaleTick => sex(language, Sex::Female),
        ColumnKind::Birth => field(language, Field::Birth),
        ColumnKind::Occupation => field(language, Field::Occupation),
        ColumnKind::Aid => field(language, Field::Aid),
        ColumnKind::PkhTick => aid_in_full(language, Aid::Pkh),
        ColumnKind::BpntTick => aid_in_full(language, Aid::Bpnt),
        ColumnKind::KartuSembakoTick => aid_in_full(language, Aid::KartuSembako),
        ColumnKind::PaketSembakoTick => aid_in_full(language, Aid::PaketSembako),
        ColumnKind::PrakerjaTick => aid_in_full(language, Aid::Prakerja),
        ColumnKind::Address => field(language, Field::Address),
        ColumnKind::AddressPart => language.pick("Bagian alamat", "Part of the address"),
        ColumnKind::RtRw => language.pick("RT dan RW", "RT and RW"),
        ColumnKind::Rt => field(language, Field::Rt),
        ColumnKind::Rw => field(language, Field::Rw),
        ColumnKind::Kelurahan => language.pick("Kelurahan", "Kelurahan"),
        ColumnKind::LifeState => language.pick("Masih ada, meninggal, atau pindah", "Alive, died or moved"),
        ColumnKind::Phone => field(language, Field::Phone),
        ColumnKind::Size => field(language, Field::Size),
        ColumnKind::Affected => field(language, Field::Affected),
        ColumnKind::FixedIncome => field(language, Field::FixedIncome),
        ColumnKind::Disability => field(language, Field::Disability),
        ColumnKind::Condition => language.pick("Kondisi", "Condition"),
        ColumnKind::Note => field(language, Field::Note),
        ColumnKind::Counter | ColumnKind::Status | ColumnKind::Unused => Files::of(text.language).not_read,
    }
}

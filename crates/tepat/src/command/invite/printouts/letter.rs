//! The letters to the families of an RT: a page that any browser prints, with nothing in it that comes from elsewhere.

use super::invitee::Invitee;
use super::picture;
use domain::{Document, RegistrationCode, Visitor};
use std::fmt::Write as _;

const STYLE: &str = include_str!("letter.css");
/// The words of the app's own invitation (`crates/field/src/text/invitation.rs`): a family reads the same on either.
const ERRAND: &str =
    "Keluarga Anda diundang mengambil buku tabungan dan kartu ATM Bank DKI serta mendaftarkan PIN, pada:";
const CANNOT: &str = "Lansia dan penyandang disabilitas boleh diwakili. Yang sakit atau tidak bisa datang tidak dicoret: ada undangan berikutnya, \
     sampai undangan ketiga. Pengambilan tidak dipungut biaya.";
const LAST: &str = "Ini undangan terakhir. Lansia, penyandang disabilitas, dan yang sakit boleh diwakili; bila tidak ada yang bisa datang, \
     kabari ketua RT. Pengambilan tidak dipungut biaya.";

/// What an invitation says that replaces an earlier one.
fn instead_of(day: &str) -> String {
    format!(
        "<p class=\"others\"><b>Titiknya berubah.</b> Titik undangan Anda yang dulu ({day}) tutup. Surat ini menggantikannya: datanglah \
         pada hari dan ke tempat di bawah ini. Undangan Anda tidak berkurang.</p>"
    )
}

/// What stands on a letter.
#[derive(Clone)]
pub(super) struct Letter {
    name: String,
    home: String,
    call: u8,
    is_last: bool,
    when: [String; 2],
    place: String,
    /// The day of the invitation that this one replaces.
    instead_of: Option<String>,
    code: Option<RegistrationCode>,
    /// Where a family looks itself up.
    site: Option<String>,
}

impl Letter {
    pub(super) fn of(invitee: &Invitee<'_>, site: Option<&str>) -> Self {
        let Invitee { family, code, invitation, point, instead_of, kelurahan } = invitee;
        let day = |date| ::words::date::long_date(::words::Language::Indonesian, date);
        let origin = &family.origin;
        let home = format!("{}, RT {} / RW {} {kelurahan}", family.household.address, origin.rt, origin.rw);
        let hours = format!("{}–{} WIB", invitation.from, invitation.to).replace(':', ".");
        let place = [point.name.as_str(), &point.address].into_iter().filter(|part| !part.is_empty());
        Self {
            name: family.household.head.name.clone(),
            home,
            call: invitation.call,
            is_last: invitation.is_last(),
            when: [day(invitation.date), hours],
            place: place.collect::<Vec<_>>().join(", "),
            instead_of: instead_of.map(day),
            code: *code,
            site: site.map(str::to_owned),
        }
    }

    fn write(&self, page: &mut String) -> std::fmt::Result {
        let Self { name, home, call, is_last, when: [day, hours], place, instead_of: before, code, site } =
            self;
        let changed = before.as_deref().map_or_else(String::new, instead_of);
        let call = ::words::visit::call(::words::Language::Indonesian, *call);
        write!(
            page,
            "<article><header><h1>{call}<small>Bantuan Sosial Tunai (BST)</small></h1><p>Dinas Sosial<br>Provinsi DKI Jakarta</p>\
             </header><p>Kepada Yth. keluarga <b>{}</b><br><span class=\"home\">{}</span></p>{changed}<p>{ERRAND}</p>\
             <dl><dt>Hari</dt><dd class=\"when\">{day}</dd><dt>Pukul</dt><dd class=\"when\">{hours}</dd>\
             <dt>Tempat</dt><dd><b>{}</b></dd><dt>Bawa</dt><dd>{} (asli dan fotokopi)</dd></dl><ul>",
            escaped(name),
            escaped(home),
            escaped(place),
            papers(Visitor::Invited),
        )?;
        for (who, visitor) in OTHERS {
            write!(page, "<li><b>{who}:</b> {}</li>", papers(*visitor))?;
        }
        write!(page, "</ul><p class=\"others\">{}</p>", if *is_last { LAST } else { CANNOT })?;
        if let Some(code) = code {
            let (way, link) = match site {
                Some(site) => {
                    let host = site.trim_end_matches('/');
                    // Behind the `#` it reaches no server.
                    (
                        format!(" di <b>{}/cek</b> atau dengan kode QR ini", escaped(host)),
                        format!("{host}/cek#{code}"),
                    )
                }
                None => (
                    " di anjungan kelurahan, atau tunjukkan kode QR ini di sana".to_owned(),
                    code.to_string(),
                ),
            };
            write!(
                page,
                "<footer><div><p>Kode pendaftaran</p><p class=\"code\">{code}</p><p>Cek status keluarga Anda{way}. Kode ini hanya untuk keluarga \
                 Anda: jangan diberikan kepada siapa pun selain petugas di titik.</p></div>{}</footer>",
                picture::of(&link)
            )?;
        }
        page.push_str("</article>\n");
        Ok(())
    }
}

/// The page of an RT.
pub(super) fn page(letters: &[Letter]) -> String {
    let mut page = format!(
        "<!doctype html>\n<html lang=\"id\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\"><meta name=\"robots\" content=\"noindex\"><title>Undangan BST</title>\
         <style>\n{STYLE}</style></head><body>\n"
    );
    for letter in letters {
        // A String takes whatever is written.
        let _ = letter.write(&mut page);
    }
    page.push_str("</body></html>\n");
    page
}

/// Who comes instead, and what each brings.
const OTHERS: &[(&str, Visitor)] = &[
    ("Diwakili orang lain di KK yang sama", Visitor::SameKk),
    ("Istri, bila suami tidak dapat menandatangani", Visitor::Wife),
    ("Ahli waris di KK yang sama", Visitor::Heir),
    ("Diwakili orang di luar KK", Visitor::Outsider),
];

fn papers(visitor: Visitor) -> String {
    visitor.documents().iter().map(|paper| name_of(*paper)).collect::<Vec<_>>().join(", ")
}

fn name_of(document: Document) -> &'static str {
    match document {
        Document::Invitation => "undangan ini",
        Document::Ktp => "KTP",
        Document::Kk => "KK",
        Document::KtpOfPrincipal => "KTP yang diwakili",
        Document::KkOfPrincipal => "KK yang diwakili",
        Document::SuratKuasa => "surat kuasa",
        Document::SuratPengantar => "surat pengantar Kasatpel Sosial kecamatan",
        Document::BukuNikah => "buku nikah atau bukti serupa",
        Document::DeathCertificate => "surat keterangan kematian",
    }
}

/// Text as text, whatever stands in it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(name: &str, call: u8) -> Letter {
        Letter {
            name: name.into(),
            home: "Gg. Contoh No. 1".into(),
            call,
            is_last: call == 3,
            when: ["Kamis, 18 Maret 2021".into(), "09.00–10.00 WIB".into()],
            place: "Contoh SDN".into(),
            instead_of: (call == 2).then(|| "Selasa, 16 Maret 2021".into()),
            code: Some(RegistrationCode::from_random(*b"0123456789")),
            site: Some("https://contoh.id/".into()),
        }
    }

    #[test]
    fn what_a_list_says_is_text_and_nothing_else() {
        let page = page(&[letter("<script>alert(\"x\")</script> & Contoh", 1)]);
        assert!(page.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; Contoh"), "{page}");
        for part in ["<script", "src=", "href=", "url(", "@import", "style="] {
            assert!(!page.contains(part), "{part}");
        }
    }

    #[test]
    fn a_letter_says_where_a_family_looks_itself_up() {
        let without = Letter { site: None, ..letter("Contoh", 1) };
        assert!(page(&[without]).contains("di anjungan kelurahan"));
        assert!(page(&[letter("Contoh", 1)]).contains("di <b>https://contoh.id/cek</b>"));
    }

    #[test]
    fn a_letter_that_replaces_another_says_so() {
        let page = |call| page(&[letter("Contoh", call)]);
        assert!(page(2).contains("Titik undangan Anda yang dulu (Selasa, 16 Maret 2021) tutup."));
        assert!(!page(1).contains("Titiknya berubah"));
    }

    #[test]
    fn each_family_has_its_letter() {
        let page = page(&[letter("Contoh Satu", 1), letter("Contoh Dua", 3)]);
        for part in [
            "Undangan kesatu",
            "Undangan ketiga",
            "Ini undangan terakhir",
            "https://contoh.id/cek<",
            "18 Maret 2021",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert_eq!(page.matches("<article>").count(), 2);
        assert_eq!(page.matches("<svg ").count(), 2);
    }
}

//! What kind of file some bytes are, whatever their name says.

use crate::file::markup::decode;
use lists_protocol::SheetFault;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Rows of text with a separator.
    Text,
    /// A package of parts: XLSX, XLSB, ODS, or something else.
    Zip,
    /// The container of XLS, and of workbooks with a password.
    Compound,
    /// HTML, as web programs give it for Excel.
    WebPage,
    /// XML Spreadsheet 2003.
    XmlSpreadsheet,
    /// Known, and not read.
    Other(SheetFault),
}

/// So far the first tag of a page is looked for: programs put warnings before it.
const HEAD: usize = 64 * 1024;

/// How files begin that are no text.
const BEGINNINGS: [(&[u8], Format); 20] = [
    (b"PK\x03\x04", Format::Zip),
    (b"PK\x05\x06", Format::Zip),
    (b"PK\x07\x08", Format::Zip),
    (b"\xD0\xCF\x11\xE0", Format::Compound),
    (b"%PDF", Format::Other(SheetFault::Pdf)),
    (b"\x89PNG", Format::Other(SheetFault::Picture)),
    (b"\xFF\xD8\xFF", Format::Other(SheetFault::Picture)),
    (b"GIF8", Format::Other(SheetFault::Picture)),
    (b"II*\0", Format::Other(SheetFault::Picture)),
    (b"MM\0*", Format::Other(SheetFault::Picture)),
    (b"{\\rtf", Format::Other(SheetFault::Document)),
    (b"Rar!\x1A", Format::Other(SheetFault::Archive)),
    (b"7z\xBC\xAF\x27\x1C", Format::Other(SheetFault::Archive)),
    (b"\x1F\x8B", Format::Other(SheetFault::Archive)),
    (b"BZh9", Format::Other(SheetFault::Archive)),
    // Excel before its version 5 wrote no container.
    (b"\x09\0\x04\0", Format::Other(SheetFault::OldWorkbook)),
    (b"\x09\x02\x06\0", Format::Other(SheetFault::OldWorkbook)),
    (b"\x09\x04\x06\0", Format::Other(SheetFault::OldWorkbook)),
    (b"\x09\x08\x08\0", Format::Other(SheetFault::OldWorkbook)),
    (b"\0\0\x02\0\x06\x04\x06\0", Format::Other(SheetFault::OldWorkbook)),
];

impl Format {
    /// Tells by the first bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        if let Some((_, format)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
            return *format;
        }
        let at = |from: usize, text: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(text));
        // What phones make of a photo.
        if at(4, b"ftyp") || (at(0, b"RIFF") && at(8, b"WEBP")) || (at(0, b"BM") && at(6, b"\0\0\0\0")) {
            return Self::Other(SheetFault::Picture);
        }
        // Nearly all lists are text without a tag, and need no more.
        let head = bytes.get(..HEAD.min(bytes.len())).unwrap_or_default();
        let is_mime =
            |head: &[u8]| head.get(..13).is_some_and(|head| head.eq_ignore_ascii_case(b"MIME-Version:"));
        if is_mime(head) {
            return Self::Other(SheetFault::WebArchive);
        }
        if head.contains(&b'<') { Self::of_markup(&decode(head).to_ascii_lowercase()) } else { Self::Text }
    }

    fn of_markup(head: &str) -> Self {
        let head = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let begins = |tag: &str| head.starts_with(tag);
        if begins("from:") && head.contains("\nmime-version:") {
            Self::Other(SheetFault::WebArchive)
        } else if head.contains("urn:schemas-microsoft-com:office:spreadsheet")
            && head.contains("workbook")
            && begins("<")
        {
            Self::XmlSpreadsheet
        } else if begins("<!doctype html")
            || begins("<html")
            || (head.contains("<table") && head.contains("<tr"))
        {
            Self::WebPage
        } else if begins("<?xml") {
            if head.contains("<html") { Self::WebPage } else { Self::Other(SheetFault::Xml) }
        } else {
            Self::Text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_first_bytes() {
        for (bytes, expect) in [
            (&b"Nama,NIK\nA <b>,1"[..], Format::Text),
            (b"<Nama>;NIK", Format::Text),
            (b"Nama,NIK", Format::Text),
            (b"", Format::Text),
            (b"PK\x03\x04...", Format::Zip),
            (b"\xEF\xBB\xBF\n <!DOCTYPE html><p>", Format::WebPage),
            (b"<br />\n<b>Notice</b>: x\n<table border=1><tr>", Format::WebPage),
            (b"<?xml version=\"1.0\"?><html>", Format::WebPage),
            (b"<?xml version=\"1.0\"?><office:document>", Format::Other(SheetFault::Xml)),
            (
                b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                Format::XmlSpreadsheet,
            ),
            (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", Format::Other(SheetFault::WebArchive)),
            (b"%PDF-1.7", Format::Other(SheetFault::Pdf)),
            (b"{\\rtf1", Format::Other(SheetFault::Document)),
            (b"\xFF\xD8\xFF\xE0", Format::Other(SheetFault::Picture)),
            (b"\0\0\0\x18ftypheic", Format::Other(SheetFault::Picture)),
            (b"Rar!\x1A\x07", Format::Other(SheetFault::Archive)),
        ] {
            assert_eq!(Format::of(bytes), expect, "{:?}", String::from_utf8_lossy(bytes));
        }
    }
}

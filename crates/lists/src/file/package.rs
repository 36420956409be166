//! The parts of a zipped workbook.

use crate::file::library::library;
use crate::file::markup::{attribute, decode, reader};
use lists_protocol::SheetFault;
use quick_xml::events::Event;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Errors of a formula that are younger than the library that reads workbooks: it gives the whole sheet up.
const YOUNG_ERRORS: [&str; 9] = [
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#UNKNOWN!",
    "#CONNECT!",
    "#BUSY!",
    "#GETTING_DATA",
    "#PYTHON!",
];

/// The unpacked parts. Pictures and the like are counted and let go.
pub(super) struct Package {
    /// By name in small letters, with `/` and without one at the beginning: so Excel finds them.
    parts: BTreeMap<String, Vec<u8>>,
    /// The names of all parts.
    names: Vec<String>,
    /// The folder of the workbook, with `/` at its end.
    folder: String,
    /// Something was put where the library looks for it.
    is_mended: bool,
}

/// What a package holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xlsb,
    Ods,
    Other(SheetFault),
}

/// A sheet of an XLSX.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) path: String,
}

impl Package {
    /// Unpacks a file of at most so many bytes. They are counted as they come: what a package says of its sizes is not believed.
    ///
    /// # Errors
    /// [`SheetFault::Unreadable`], [`SheetFault::Password`], or [`SheetFault::Unpacked`] if it holds too much.
    pub(super) fn open(bytes: &[u8], most: u64) -> Result<Self, SheetFault> {
        let archive = library(|| ZipArchive::new(Cursor::new(bytes)))?;
        let mut archive = archive.map_err(|_| SheetFault::Unreadable)?;
        let mut package =
            Self { parts: BTreeMap::new(), names: Vec::new(), folder: String::new(), is_mended: false };
        let mut left = most;
        for at in 0..archive.len() {
            let mut part = Vec::new();
            let unpacked = library(|| {
                let mut entry = archive.by_index(at)?;
                let name = entry.name()?.into_owned();
                let is_locked = entry.encrypted();
                let mut content = entry.by_ref().take(left.saturating_add(1));
                // A part that breaks off may be one that nobody needs.
                let _ = if is_read(&plain(&name)) {
                    content.read_to_end(&mut part).map(drop)
                } else {
                    io::copy(&mut content, &mut io::sink()).map(drop)
                };
                let unpacked = left.saturating_add(1).saturating_sub(content.limit());
                zip::result::ZipResult::Ok((name, is_locked, unpacked))
            })?;
            let (name, is_locked, size) = match unpacked {
                Ok(unpacked) => unpacked,
                Err(zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED)) => {
                    return Err(SheetFault::Password);
                }
                Err(_) => continue,
            };
            if is_locked {
                return Err(SheetFault::Password);
            }
            left = left.checked_sub(size).ok_or(SheetFault::Unpacked)?;
            package.add(&name, part);
        }
        Ok(package)
    }

    fn add(&mut self, name: &str, part: Vec<u8>) {
        let plain = plain(name);
        // The library forgives the wrong stroke and the wrong case, but no stroke at the beginning.
        self.is_mended |= name.starts_with(['/', '\\', '.']) && !plain.starts_with('.');
        self.names.push(plain.clone());
        if is_read(&plain) {
            self.parts.insert(plain, part);
        }
    }

    /// What the package holds, by the parts that only such a package has.
    pub(super) fn kind(&self) -> Kind {
        let has = |start: &str| self.names.iter().any(|name| name.starts_with(start));
        let mime = self.parts.get("mimetype").map(|mime| String::from_utf8_lossy(mime));
        match mime.as_deref().and_then(|mime| mime.strip_prefix("application/vnd.oasis.opendocument.")) {
            Some(kind) if kind.starts_with("spreadsheet") => return Kind::Ods,
            Some(_) => return Kind::Other(SheetFault::Document),
            None => {}
        }
        if self.names.iter().any(|name| name.ends_with("workbook.bin")) {
            Kind::Xlsb
        } else if has("word/") || has("ppt/") {
            Kind::Other(SheetFault::Document)
        } else if has("index/") && self.names.iter().any(|name| name.ends_with(".iwa")) || has("index.zip") {
            Kind::Other(SheetFault::Numbers)
        } else if has("xl/") || has("_rels/") {
            Kind::Xlsx
        } else {
            Kind::Other(SheetFault::Archive)
        }
    }

    /// Whether the manifest of an ODS says of some part how it is locked.
    pub(super) fn is_locked(&self) -> bool {
        let Some(text) = self.text("META-INF/manifest.xml") else { return false };
        let mut reader = reader(&text);
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) if element.local_name().as_ref() == "encryption-data" => {
                    return true;
                }
                Ok(Event::Eof) | Err(_) => return false,
                Ok(_) => {}
            }
        }
    }

    /// A part as text.
    pub(super) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.parts.get(&name.to_ascii_lowercase()).map(|part| decode(part))
    }

    /// A part that stands where the workbook does, as text; only after [`Package::prepare`].
    pub(super) fn beside_the_book(&self, name: &str) -> Option<Cow<'_, str>> {
        self.text(&format!("{}{name}", self.folder))
    }

    /// The text of a sheet.
    pub(super) fn sheet(&self, sheet: &Sheet) -> Option<Cow<'_, str>> {
        self.text(&sheet.path)
    }

    /// The sheets of an XLSX. Puts what stands elsewhere, or is younger than the library, where and as it looks for it.
    pub(super) fn prepare(&mut self) -> Vec<Sheet> {
        let root = self.relations("", "_rels/.rels");
        let book = root.into_iter().find(|relation| relation.kind == "officeDocument");
        let book = book.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.path);
        let start = book.rfind('/').map_or(0, |stroke| stroke.saturating_add(1));
        let (folder, file) = book.split_at_checked(start).unwrap_or_default();
        let inside = |name: &str| format!("{folder}{name}");
        let relations = self.relations(folder, &inside(&format!("_rels/{file}.rels")));
        folder.clone_into(&mut self.folder);
        for relation in &relations {
            let sought = match relation.kind.as_str() {
                "sharedStrings" => inside("sharedStrings.xml"),
                "styles" => inside("styles.xml"),
                _ => match relation.target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => inside(&relation.target),
                },
            };
            self.also_as(&relation.path, &sought);
        }
        let sheets: Vec<Sheet> = self.listed(&book, &relations);
        for sheet in &sheets {
            self.write_errors_as_text(&sheet.path);
            self.mend_dimension(&sheet.path);
        }
        sheets
    }

    /// The bytes for the library: packed anew if something was mended.
    pub(super) fn mended<'a>(&self, bytes: &'a [u8]) -> Result<Cow<'a, [u8]>, SheetFault> {
        if !self.is_mended {
            return Ok(Cow::Borrowed(bytes));
        }
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, part) in &self.parts {
            out.start_file(name, stored).map_err(|_| SheetFault::Unreadable)?;
            out.write_all(part).map_err(|_| SheetFault::Unreadable)?;
        }
        out.finish().map(|packed| Cow::Owned(packed.into_inner())).map_err(|_| SheetFault::Unreadable)
    }

    fn also_as(&mut self, name: &str, sought: &str) {
        let (name, sought) = (name.to_ascii_lowercase(), sought.to_ascii_lowercase());
        if !self.parts.contains_key(&sought)
            && let Some(part) = self.parts.get(&name).cloned()
        {
            self.parts.insert(sought, part);
            self.is_mended = true;
        }
    }

    fn write_errors_as_text(&mut self, path: &str) {
        let Some(part) = self.parts.get_mut(&path.to_ascii_lowercase()) else { return };
        let Ok(text) = std::str::from_utf8(part) else { return };
        let is_young = |rest: &str| YOUNG_ERRORS.iter().any(|error| rest.starts_with(error));
        let young = text.match_indices('#').filter(|(at, _)| text.get(*at..).is_some_and(is_young));
        let marks = young.filter_map(|(at, _)| text.get(..at)?.rfind("t=\"e\""));
        let marks: BTreeSet<usize> = marks.collect();
        for mark in marks.into_iter().rev() {
            part.splice(mark..mark.saturating_add(5), *b"t=\"str\"");
            self.is_mended = true;
        }
    }

    /// Where the cells of a sheet begin and end is told by the cells; the library gives the sheet up, or calculates beyond
    /// its numbers, if its head says it wrongly.
    fn mend_dimension(&mut self, path: &str) {
        let Some(part) = self.parts.get_mut(&path.to_ascii_lowercase()) else { return };
        let Ok(text) = std::str::from_utf8(part) else { return };
        let Some(element) = text.find("dimension ref=") else { return };
        let start = element.saturating_add("dimension ref=\"".len());
        let Some(length) = text.get(start..).and_then(|rest| rest.find(['"', '\''])) else { return };
        let end = start.saturating_add(length);
        if !text.get(start..end).is_some_and(is_dimension) {
            part.splice(start..end, *b"A1");
            self.is_mended = true;
        }
    }

    fn listed(&self, book: &str, relations: &[Relation]) -> Vec<Sheet> {
        let Some(text) = self.text(book) else { return Vec::new() };
        let mut reader = reader(&text);
        let mut sheets = Vec::new();
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) if element.local_name().as_ref() == "sheet" => {
                    let (Some(name), Some(id)) = (attribute(&element, "name"), attribute(&element, "id"))
                    else {
                        continue;
                    };
                    let path = relations.iter().find(|relation| relation.id == id);
                    let path = path.map(|relation| relation.path.clone()).unwrap_or_default();
                    sheets.push(Sheet { name: name.into_owned(), path });
                }
                Ok(Event::Eof) | Err(_) => return sheets,
                Ok(_) => {}
            }
        }
    }

    fn relations(&self, folder: &str, name: &str) -> Vec<Relation> {
        let Some(text) = self.text(name) else { return Vec::new() };
        let mut reader = reader(&text);
        let mut relations = Vec::new();
        loop {
            match reader.read_event() {
                Ok(Event::Start(element)) if element.local_name().as_ref() == "Relationship" => {
                    let of = |name| attribute(&element, name).map(Cow::into_owned).unwrap_or_default();
                    let (target, kind) = (of("Target"), of("Type"));
                    relations.push(Relation {
                        id: of("Id"),
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        path: resolve(folder, &target),
                        target,
                    });
                }
                Ok(Event::Eof) | Err(_) => return relations,
                Ok(_) => {}
            }
        }
    }
}

/// The name of a part as Excel finds it.
fn plain(name: &str) -> String {
    let plain = name.replace('\\', "/");
    plain.trim_start_matches("./").trim_start_matches('/').to_ascii_lowercase()
}

/// Whether a part of this plain name is kept.
fn is_read(plain: &str) -> bool {
    plain == "mimetype" || [".xml", ".rels", ".bin"].iter().any(|end| plain.ends_with(end))
}

/// Whether this is a cell, or a first and a last one.
fn is_dimension(text: &str) -> bool {
    let corner = |text: &str| {
        let digits = text.find(|c: char| !c.is_ascii_uppercase())?;
        let (column, row) = text.split_at_checked(digits)?;
        let row: u32 = row.parse().ok()?;
        ((1..=3).contains(&column.len()) && row > 0).then(|| (column.len(), column.to_owned(), row))
    };
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    corner(first)
        .zip(corner(last))
        .is_some_and(|(first, last)| (first.0, &first.1) <= (last.0, &last.1) && first.2 <= last.2)
}

/// That a part belongs to another.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    /// Where the part stands, as it is written.
    target: String,
    /// Where the part stands in the package.
    path: String,
}

/// The path to which a target leads from a folder.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let base = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in base.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(path.pop()),
            step => path.push(step),
        }
    }
    path.join("/")
}

//! The notices of those whose work is built into the app: their licences ask that these come with it.

use crate::packages::{Package, Packages};
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use xshell::Shell;

/// The file beside the app, to which `/tentang` leads.
const FILE: &str = "pihak-ketiga.txt";
/// Our packages that are built into what a browser loads.
const APP: [&str; 5] = ["residents", "field", "kiosk", "worker", "lists-worker"];
/// How the files begin that a package keeps its terms in.
const TERMS: [&str; 4] = ["license", "licence", "copying", "notice"];

/// Writes the notices into the current folder.
pub(crate) fn write(shell: &Shell) -> Result<()> {
    let packages = Packages::read(shell, Some("wasm32-unknown-unknown"))?;
    Ok(shell.write_file(FILE, notices(&packages.within(&APP))?)?)
}

/// Each text once, with the packages that it is of.
fn notices(packages: &[&Package]) -> Result<String> {
    let mut out = String::from(
        "Bagian aplikasi ini yang ditulis orang lain, dan syarat pemakaiannya.\n\
         What others wrote of this app, and their terms.\n\n\
         Plus Jakarta Sans: SIL Open Font License 1.1, /fonts/OFL.txt\n",
    );
    let mut texts = BTreeMap::<String, Vec<String>>::new();
    for package in packages {
        let Package { name, version, license, .. } = package;
        writeln!(out, "{name} {version}: {}", license.as_deref().unwrap_or_default())?;
        for text in terms(package)? {
            texts.entry(text).or_default().push(format!("{name} {version}"));
        }
    }
    for (text, of) in texts {
        write!(out, "\n{}\n{}\n\n{}\n", "=".repeat(80), of.join(", "), text.trim())?;
    }
    Ok(out)
}

/// The texts beside the sources of a package.
fn terms(package: &Package) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(package.folder())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_ascii_lowercase();
        if TERMS.iter().any(|terms| name.starts_with(terms)) && entry.file_type()?.is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files.iter().filter_map(|file| fs::read_to_string(file).ok()).collect())
}

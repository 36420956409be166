//! `cargo xtask sbom`: all that this repository is built from, as CycloneDX 1.6.

use crate::packages::{Package, Packages};
use crate::root::root;
use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use xshell::Shell;

/// `Cargo.lock`, as far as it is read here.
#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    /// SHA-256 of the package's archive.
    checksum: Option<String>,
}

/// Writes the document into a file.
pub(crate) fn write(shell: &Shell, file: &Path) -> Result<()> {
    let lock: Lock = toml::from_str(&shell.read_file(root().join("Cargo.lock"))?).context("Cargo.lock")?;
    let text = serde_json::to_string_pretty(&document(&Packages::read(shell, None)?, &lock))?;
    shell.write_file(file, text + "\n")?;
    eprintln!("· {}", file.display());
    Ok(())
}

fn document(packages: &Packages, lock: &Lock) -> Value {
    let checksums: BTreeMap<(&str, &str), &str> = lock
        .package
        .iter()
        .filter_map(|it| Some(((it.name.as_str(), it.version.as_str()), it.checksum.as_deref()?)))
        .collect();
    let references: BTreeMap<&str, String> =
        packages.all().map(|package| (package.id.as_str(), reference(package))).collect();
    let component = |package: &Package| {
        let Package { name, version, license, .. } = package;
        // Old packages write `/` for `OR`.
        let license =
            license.iter().map(|it| json!({ "expression": it.replace(" / ", "/").replace('/', " OR ") }));
        let checksum = checksums.get(&(name.as_str(), version.as_str())).into_iter();
        json!({
            "type": "library", "bom-ref": reference(package), "name": name, "version": version,
            "purl": reference(package),
            "licenses": license.collect::<Vec<_>>(),
            "hashes": checksum.map(|it| json!({ "alg": "SHA-256", "content": it })).collect::<Vec<_>>(),
        })
    };
    let dependencies = packages.needed().into_iter().map(|(id, needed)| {
        let of = |id: &str| references.get(id).cloned().unwrap_or_default();
        json!({ "ref": of(id), "dependsOn": needed.into_iter().map(of).collect::<Vec<_>>() })
    });
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": { "component": {
            "type": "application", "bom-ref": "tepat", "name": "tepat", "version": env!("CARGO_PKG_VERSION"),
        }},
        "components": packages.all().map(component).collect::<Vec<_>>(),
        "dependencies": dependencies.collect::<Vec<_>>(),
    })
}

/// The package URL.
fn reference(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_is_there_once_and_what_it_needs_too() {
        let shell = Shell::new().unwrap();
        let lock: Lock = toml::from_str(&shell.read_file(root().join("Cargo.lock")).unwrap()).unwrap();
        let document = document(&Packages::read(&shell, None).unwrap(), &lock);
        let of = |list: &str, key: &str| -> Vec<String> {
            let list = document[list].as_array().unwrap().iter();
            list.map(|it| it[key].as_str().unwrap().to_owned()).collect()
        };
        let mut names = of("components", "bom-ref");
        names.sort();
        let all = names.len();
        names.dedup();
        assert_eq!((names.len(), lock.package.len()), (all, all));
        let needed = document["dependencies"].as_array().unwrap().iter();
        let needed = needed.flat_map(|it| it["dependsOn"].as_array().unwrap());
        assert!(needed.into_iter().all(|it| names.binary_search(&it.as_str().unwrap().to_owned()).is_ok()));
        let age = document["components"].as_array().unwrap().iter().find(|it| it["name"] == "age").unwrap();
        assert_eq!(age["licenses"][0]["expression"], "MIT OR Apache-2.0");
        assert_eq!(age["hashes"][0]["content"].as_str().unwrap().len(), 64);
    }
}

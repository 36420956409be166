//! Whether every package that others wrote comes from where it may, under a licence that it may have: what `cargo deny` checks of
//! `deny.toml`, without the minutes that it takes to compile.

use crate::packages::{Package, Packages};
use crate::root::root;
use crate::step::step;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use spdx::{Expression, ParseMode};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// `deny.toml`, as far as it is read here.
#[derive(Deserialize)]
struct Rules {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Banned>,
}

#[derive(Deserialize)]
struct Banned {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

/// Checks every package of Cargo.lock; where `cargo deny` is at hand it does so too, and looks for advisories if it has them.
///
/// # Errors
/// Names each package that may not be here.
pub(crate) fn check(shell: &Shell) -> Result<()> {
    step("licences and sources of packages", || {
        let rules: Rules =
            toml::from_str(&shell.read_file(root().join("deny.toml"))?).context("deny.toml")?;
        let packages = Packages::read(shell, None)?;
        let faults: Vec<String> = packages.foreign().flat_map(|package| rules.faults(package)).collect();
        if faults.is_empty() { Ok(()) } else { bail!("{}", faults.join("\n")) }
    })?;
    if cmd!(shell, "cargo deny --version").quiet().ignore_stdout().ignore_stderr().run().is_err() {
        return Ok(());
    }
    let database = std::env::home_dir().map(|home: PathBuf| home.join(".cargo/advisory-dbs"));
    let advisories = database.filter(|folder| folder.is_dir()).map(|_| "advisories");
    step("cargo deny", || {
        let deny = cmd!(shell, "cargo deny --offline check licenses bans sources {advisories...}");
        Ok(deny.run()?)
    })
}

impl Rules {
    /// Why a package may not be here.
    fn faults(&self, package: &Package) -> Vec<String> {
        let Package { name, version, license, source, .. } = package;
        let mut faults = Vec::new();
        if !self.allows(name, license.as_deref()) {
            let license = license.as_deref().unwrap_or("no licence");
            faults.push(format!("{name} {version}: {license} is not among the licences of deny.toml"));
        }
        let registry = source.as_deref().and_then(|source| source.strip_prefix("registry+"));
        if !registry.is_some_and(|registry| self.sources.allow_registry.iter().any(|it| it == registry)) {
            faults.push(format!("{name} {version}: comes from {}", source.as_deref().unwrap_or("nowhere")));
        }
        let banned = self.bans.deny.iter().filter(|banned| banned.name == *name);
        faults.extend(banned.map(|Banned { reason, .. }| format!("{name} {version}: {reason}")));
        faults
    }

    fn allows(&self, name: &str, license: Option<&str>) -> bool {
        let Some(expression) = license.and_then(|it| Expression::parse_mode(it, ParseMode::LAX).ok()) else {
            return false;
        };
        let exceptions = self.licenses.exceptions.iter().filter(|exception| exception.name == name);
        let more: Vec<&String> = exceptions.flat_map(|exception| &exception.allow).collect();
        expression.evaluate(|wanted| {
            let id = wanted.license.id().map(|id| id.name).unwrap_or_default();
            self.licenses.allow.iter().chain(more.iter().copied()).any(|allowed| allowed == id)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_here_is_named() {
        let rules: Rules =
            toml::from_str(&std::fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap();
        let registry = "registry+https://github.com/rust-lang/crates.io-index";
        for (name, license, source, faults) in [
            ("a", Some("MIT OR Apache-2.0"), registry, 0),
            ("a", Some("MIT/GPL-3.0"), registry, 0),
            ("a", Some("Apache-2.0 WITH LLVM-exception OR MIT"), registry, 0),
            ("a", Some("GPL-3.0-only"), registry, 1),
            ("a", Some("MIT AND GPL-3.0-only"), registry, 1),
            ("a", Some("whatever"), registry, 1),
            ("a", None, registry, 1),
            ("a", Some("MPL-2.0"), registry, 1),
            ("cssparser", Some("MPL-2.0"), registry, 0),
            ("a", Some("MIT"), "git+https://example.org/a", 1),
            ("a", Some("MIT"), "registry+https://example.org/index", 1),
            ("openssl-sys", Some("MIT"), registry, 1),
        ] {
            let text = serde_json::json!({
                "id": "", "name": name, "version": "1.0.0", "license": license, "source": source, "manifest_path": "",
            });
            let package: Package = serde_json::from_value(text).unwrap();
            assert_eq!(rules.faults(&package).len(), faults, "{name} {license:?} {source}");
        }
    }
}

//! Every package that Cargo.lock names, as cargo tells of them.

use crate::root::root;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use xshell::{Shell, cmd};

/// The packages, and which needs which.
#[derive(Deserialize)]
pub(crate) struct Packages {
    packages: Vec<Package>,
    resolve: Resolve,
}

/// One of them.
#[derive(Deserialize)]
pub(crate) struct Package {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) version: String,
    /// As SPDX writes it, more or less.
    pub(crate) license: Option<String>,
    /// Where it comes from; none of our own.
    pub(crate) source: Option<String>,
    manifest_path: PathBuf,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// None for what is built in, `build` or `dev` for the rest.
    kind: Option<String>,
}

impl Packages {
    /// All of them, or those for one target.
    pub(crate) fn read(shell: &Shell, target: Option<&str>) -> Result<Self> {
        let _folder = shell.push_dir(root());
        let target = target.map(|target| ["--filter-platform".to_owned(), target.to_owned()]);
        let target = target.into_iter().flatten();
        let text = cmd!(shell, "cargo metadata --format-version 1 --locked {target...}").quiet().read()?;
        serde_json::from_str(&text).context("cargo metadata answers in another form")
    }

    /// Every package.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter()
    }

    /// Those that others wrote.
    pub(crate) fn foreign(&self) -> impl Iterator<Item = &Package> {
        self.packages.iter().filter(|package| package.source.is_some())
    }

    /// The ids of what each package needs to be built in.
    pub(crate) fn needed(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let is_built_in = |needed: &&Dependency| needed.dep_kinds.iter().any(|kind| kind.kind.is_none());
        self.resolve
            .nodes
            .iter()
            .map(|node| {
                let needed = node.deps.iter().filter(is_built_in).map(|needed| needed.pkg.as_str());
                (node.id.as_str(), needed.collect())
            })
            .collect()
    }

    /// The foreign packages that are built into some of our own, by name and version.
    pub(crate) fn within(&self, own: &[&str]) -> Vec<&Package> {
        let needed = self.needed();
        let roots = self.packages.iter().filter(|it| it.source.is_none() && own.contains(&it.name.as_str()));
        let mut waiting: Vec<&str> = roots.map(|package| package.id.as_str()).collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if seen.insert(id) {
                waiting.extend(needed.get(id).into_iter().flatten());
            }
        }
        let mut within: Vec<&Package> =
            self.foreign().filter(|package| seen.contains(package.id.as_str())).collect();
        within.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
        within
    }
}

impl Package {
    /// The folder of its sources.
    pub(crate) fn folder(&self) -> &Path {
        self.manifest_path.parent().unwrap_or(Path::new("."))
    }
}

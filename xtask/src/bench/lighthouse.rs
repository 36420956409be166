//! Lighthouse, and the part of its report that is of use here.

use crate::{npm, system};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::{collections::HashMap, path::PathBuf};
use xshell::{Shell, cmd};

const CHROME_FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";
const CATEGORIES: [(&str, &str); 3] = [
    ("performance", "Performance"),
    ("accessibility", "Accessibility"),
    ("best-practices", "Best practices"),
];
const AUDITS: [(&str, &str); 5] = [
    ("first-contentful-paint", "First contentful paint"),
    ("largest-contentful-paint", "Largest contentful paint"),
    ("speed-index", "Speed index"),
    ("total-blocking-time", "Total blocking time"),
    ("cumulative-layout-shift", "Cumulative layout shift"),
];

/// Lighthouse and the browser it drives.
pub(crate) struct Lighthouse {
    command: PathBuf,
    chromium: PathBuf,
}

/// What one run saw.
pub(crate) struct Report {
    /// Scores and metrics, always the same ones in the same order.
    pub(crate) metrics: Vec<Metric>,
    /// All that the page asked for.
    pub(crate) requests: Vec<Request>,
}

/// A score or a metric.
pub(crate) struct Metric {
    /// What is measured.
    pub(crate) name: &'static str,
    /// As Lighthouse writes it.
    pub(crate) value: String,
}

/// A file as it came over the wire.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Request {
    /// Bytes, compressed, with headers.
    #[serde(default)]
    pub(crate) transfer_size: u64,
}

impl Lighthouse {
    /// Finds or installs Lighthouse and Chromium.
    pub(crate) fn install(shell: &Shell) -> Result<Lighthouse> {
        system::NPM.require(shell)?;
        let folder = npm::package(shell, "lighthouse")?.context("npm is needed for Lighthouse")?;
        let command = folder.join("node_modules/.bin/lighthouse");
        Ok(Lighthouse { command, chromium: system::CHROMIUM.require(shell)? })
    }

    /// Measures a page with the mobile preset; once more if Chromium lost the trace (`NO_NAVSTART`), as it does when
    /// the machine is busy.
    pub(crate) fn run(&self, shell: &Shell, url: &str) -> Result<Report> {
        self.measure(shell, url).or_else(|_| self.measure(shell, url))
    }

    fn measure(&self, shell: &Shell, url: &str) -> Result<Report> {
        let command = &self.command;
        let categories = CATEGORIES.map(|(id, _)| id).join(",");
        let json = cmd!(
            shell,
            "{command} {url} --output=json --quiet --only-categories={categories} --chrome-flags={CHROME_FLAGS}"
        )
        .env("CHROME_PATH", &self.chromium)
        .quiet()
        .read()?;
        let raw: Raw = serde_json::from_str(&json).context("Lighthouse's report")?;
        raw.report()
    }
}

/// Lighthouse's own format.
#[derive(Deserialize)]
struct Raw {
    categories: HashMap<String, Category>,
    audits: HashMap<String, Audit>,
}

#[derive(Deserialize)]
struct Category {
    score: Option<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Audit {
    display_value: Option<String>,
    details: Option<serde_json::Value>,
}

impl Raw {
    fn report(mut self) -> Result<Report> {
        let network = self.audits.remove("network-requests").and_then(|audit| audit.details);
        let items = network.and_then(|mut details| details.get_mut("items").map(serde_json::Value::take));
        let requests: Vec<Request> =
            serde_json::from_value(items.context("no requests in Lighthouse's report")?)?;
        let scores = CATEGORIES.iter().map(|(id, name)| Metric { name, value: self.score(id) });
        let audits = AUDITS.iter().map(|(id, name)| Metric { name, value: self.value(id) });
        Ok(Report { metrics: scores.chain(audits).collect(), requests })
    }

    fn score(&self, id: &str) -> String {
        let score = self.categories.get(id).and_then(|category| category.score);
        score.map_or_else(|| "none".to_owned(), |score| format!("{:.0}", score * 100.0))
    }

    fn value(&self, id: &str) -> String {
        let value = self.audits.get(id).and_then(|audit| audit.display_value.clone());
        value.unwrap_or_else(|| "none".to_owned())
    }
}

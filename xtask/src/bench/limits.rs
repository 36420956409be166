//! What the figures of a bench are held against: a line for each, and the bench fails once all are told.

use anyhow::{Result, ensure};

/// The lines so far.
#[derive(Debug, Default)]
pub(super) struct Limits {
    short: Vec<String>,
}

impl Limits {
    /// A figure that may be as large as `limit`.
    pub(super) fn at_most(&mut self, what: &str, figure: f64, limit: f64) {
        self.note(what, figure, "at most", limit, figure <= limit);
    }

    /// A figure that must be as large as `limit`.
    pub(super) fn at_least(&mut self, what: &str, figure: f64, limit: f64) {
        self.note(what, figure, "at least", limit, figure >= limit);
    }

    fn note(&mut self, what: &str, figure: f64, bound: &str, limit: f64, holds: bool) {
        let verdict = if holds { "" } else { "  FALLS SHORT" };
        eprintln!("  {what:<52}{figure:>10.2}  {bound} {limit}{verdict}");
        if !holds {
            self.short.push(what.to_owned());
        }
    }

    /// What all lines come to.
    ///
    /// # Errors
    /// When a figure falls short.
    pub(super) fn verdict(self) -> Result<()> {
        ensure!(self.short.is_empty(), "falls short: {}", self.short.join("; "));
        Ok(())
    }
}

/// Bytes as people read them.
pub(super) fn megabytes(bytes: u64) -> f64 {
    u32::try_from(bytes / 1_000_000).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_that_falls_short_is_named_at_the_end() {
        let mut limits = Limits::default();
        limits.at_most("seconds", 35.0, 35.0);
        limits.at_least("families", 32.0, 32.0);
        assert!(limits.verdict().is_ok());
        let mut limits = Limits::default();
        limits.at_most("seconds", 35.1, 35.0);
        limits.at_most("megabytes", 1.0, 2.0);
        limits.at_least("families", f64::NAN, 32.0);
        assert_eq!(limits.verdict().unwrap_err().to_string(), "falls short: seconds; families");
    }
}

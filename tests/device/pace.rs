//! How quickly a page answers whoever uses it: long tasks, and the time from a key to what it changes on the screen (Event
//! Timing, <https://www.w3.org/TR/event-timing/>).

use super::Device;
use serde::Deserialize;

/// What was seen of a page while it was used; times in milliseconds.
#[derive(Debug, Deserialize)]
pub struct Pace {
    /// Tasks of more than 50 ms.
    tasks: Vec<f64>,
    /// Keys and touches.
    interactions: usize,
    /// How long those took to be seen that took 16 ms or more.
    answers: Vec<f64>,
    /// How long the page was at them.
    handlings: Vec<f64>,
}

impl Device {
    /// Watches the page from now on.
    pub fn watch_pace(&self) -> &Self {
        self.script(include_str!("scripts/watch.js"), &[]);
        self
    }

    /// What was seen since.
    pub fn pace(&self) -> Pace {
        serde_json::from_value(self.script(include_str!("scripts/watched.js"), &[])).unwrap()
    }
}

impl Pace {
    /// How long the page was busy without a break at most, in milliseconds; 0 where that was never over 50.
    pub fn longest_task(&self) -> f64 {
        longest(&self.tasks)
    }

    /// In a line: how often the page was busy for long, and how long at most.
    pub fn tasks(&self) -> String {
        format!("{} tasks over 50 ms, the longest {:.0} ms", self.tasks.len(), self.longest_task())
    }

    /// In a line: how long keys and touches waited to be seen.
    pub fn answers(&self) -> String {
        let mut slow = self.answers.clone();
        slow.sort_by(f64::total_cmp);
        // Those that are not in the list were answered within 16 ms.
        let quick = self.interactions.saturating_sub(slow.len());
        let seen_of = |percent: usize| {
            let rank = self.interactions * percent / 100;
            rank.checked_sub(quick).and_then(|rank| slow.get(rank)).copied().unwrap_or(16.0)
        };
        format!(
            "{} keys and touches, half of them seen within {:.0} ms, 98 % within {:.0} ms; the page took {:.0} ms at most",
            self.interactions,
            seen_of(50),
            seen_of(98),
            longest(&self.handlings)
        )
    }
}

fn longest(times: &[f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}

//! Families that wait to be saved.

use phone::FamilyId;

/// Families that have changed and are not kept yet.
#[derive(Debug, Default)]
pub(super) struct Queue {
    changed: Vec<FamilyId>,
    running: bool,
    /// Another tab has changed something meanwhile.
    stale: bool,
}

const AT_ONCE: usize = 25;

impl Queue {
    /// Whether what the store holds is behind what this page holds; then it is to be read later.
    pub(super) fn postpones_reload(&mut self) -> bool {
        self.stale |= self.running;
        self.running || !self.changed.is_empty()
    }

    /// Adds a family; `true` if somebody must start the work.
    pub(super) fn add(&mut self, id: FamilyId) -> bool {
        if !self.changed.contains(&id) {
            self.changed.push(id);
        }
        !std::mem::replace(&mut self.running, true)
    }

    /// Whether a family waits.
    pub(super) fn holds(&self, id: FamilyId) -> bool {
        self.changed.contains(&id)
    }

    /// As many of those that wait as a slow phone seals within a moment, for one transaction.
    pub(super) fn take(&mut self) -> Vec<FamilyId> {
        self.changed.drain(..self.changed.len().min(AT_ONCE)).collect()
    }

    /// Puts back what could not be saved.
    pub(super) fn put_back(&mut self, ids: Vec<FamilyId>) {
        self.changed.extend(ids);
    }

    /// Begins the work again, if there is some and nobody is at it.
    pub(super) fn begin(&mut self) -> bool {
        !self.changed.is_empty() && !std::mem::replace(&mut self.running, true)
    }

    /// Ends the work; `true` if another tab has changed something meanwhile.
    pub(super) fn end(&mut self) -> bool {
        self.running = false;
        std::mem::take(&mut self.stale)
    }
}

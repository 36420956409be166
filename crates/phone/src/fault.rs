//! What can go wrong on a phone, as plain values: the sentences are made at the edge.

use crate::backup::BackupFault;

/// Why nothing was kept, or nothing is there to read. What is on the phone is never erased by that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreFault {
    /// The browser keeps nothing: a private window, or forbidden in its settings.
    Unavailable,
    /// There is no room left on the device.
    Full,
    /// Another tab was quicker: read again.
    Taken,
    /// What is on the phone was written by a later version of the app than this one.
    Outdated,
    /// An older version of the app is open in another tab and has not given way yet.
    Blocked,
    /// Something else failed; trying again may help.
    Failed,
}

/// Why a register did not open, or was not locked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UnlockFault {
    /// Wrong PIN or code.
    Wrong,
    /// Too many wrong PINs: wait so many seconds.
    Wait(u32),
    /// The browser cannot do the work: no signal when it was first needed, or too little memory.
    Device,
    /// The phone did not keep it.
    Store(StoreFault),
}

/// Why a backup was not made, or did not come back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RestoreFault {
    /// The file or its code.
    Backup(BackupFault),
    /// The register is on this phone and locked: open it first, then the two are joined.
    Locked,
    /// The device.
    Device(UnlockFault),
}

/// Why a list was not sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendFault {
    /// The browser cannot do the work: no signal when it was first needed, or too little memory.
    Device,
    /// The list is too large for one envelope.
    TooLarge,
    /// The keys of the enrolment are of no use.
    Enrolment,
    /// The phone did not keep it.
    Store(StoreFault),
}

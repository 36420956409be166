//! Ending a program as a phone ends it whose battery falls out.

use std::collections::BTreeMap;
use std::process::Command;

/// Kills a process and all that it has started, and they, at once: nobody can tidy up.
pub(super) fn kill(process: u32) {
    let parents: BTreeMap<u32, u32> = std::fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| {
            let process = entry.ok()?.file_name().to_str()?.parse().ok()?;
            Some((process, parent(process)?))
        })
        .collect();
    let is_within = |mut within: u32| {
        while within != process {
            match parents.get(&within) {
                Some(parent) => within = *parent,
                None => return false,
            }
        }
        true
    };
    let doomed = parents.keys().filter(|id| is_within(**id)).map(u32::to_string);
    Command::new("kill").arg("-KILL").args(doomed).status().unwrap();
}

/// `4711 (name of it) S 4710 …`
fn parent(process: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

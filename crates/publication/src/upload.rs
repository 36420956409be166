//! A publication in an object store.
//!
//! Only what changed is sent: the records and outcomes first, then what names them, and what is there no more is removed last.
//! Before files are sent the store is told which (`unfinished/`), and afterwards that they are there: so a run that is cut
//! short is completed by the next one, which neither trusts what may be half there nor sends again what has arrived.

use crate::document::{INDEX, json, read_signed, signed_json};
use crate::sink::{FileCounts, Sink, digest_of, locked};
use crate::store::RemoteStore;
use office::fault::{Fault, Result};
use seal::SigningSecret;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Mutex;
use wire::{Manifest, Purpose, Version};

/// A publication on its way.
pub(crate) struct Upload {
    store: RemoteStore,
    key: SigningSecret,
    serial_before: u32,
    /// What lay there at the beginning.
    there: Vec<String>,
    /// The digests of what certainly lies there.
    before: BTreeMap<String, String>,
    /// Whether that is not to be trusted.
    all: bool,
    collected: Mutex<Collected>,
    /// The number of the next note. Who holds it sends.
    next: Mutex<u32>,
}

/// Its path and its bytes.
type File = (String, Vec<u8>);

/// What came so far.
#[derive(Default)]
struct Collected {
    manifest: Manifest,
    delivery: FileCounts,
    /// To be sent together.
    batch: Vec<File>,
    weight: usize,
    /// To be sent at the end: what names the rest.
    last: Vec<File>,
}

impl Collected {
    fn take(&mut self) -> (Manifest, Vec<File>, Vec<File>) {
        (std::mem::take(&mut self.manifest), std::mem::take(&mut self.batch), std::mem::take(&mut self.last))
    }
}

/// What the store is told of a few files: their digests once they are there, and nothing before.
#[derive(Serialize, Deserialize)]
struct Note {
    version: Version<1>,
    files: BTreeMap<String, Option<String>>,
}

/// The folder of the notes.
const NOTES: &str = "unfinished/";
/// The folders whose files are removed where a publication does not name them, whoever put them there.
const OWN: [&str; 3] = ["status/", "outcome/", NOTES];
/// Files that are sent together, and their length: what the memory holds for each thread at most.
const FILES: usize = 256;
const BYTES: usize = 16 << 20;

impl Upload {
    /// Looks at what lies there; with `all`, everything is sent again.
    pub(crate) fn begin(store: RemoteStore, all: bool, key: SigningSecret) -> Result<Self> {
        let there: Vec<String> = store.list()?.into_iter().map(|file| file.path).collect();
        guard(&there)?;
        let manifest = store.get(&[Manifest::FILE]).pop().transpose()?.flatten();
        let manifest = manifest.and_then(|file| read_signed(&key.public(), Purpose::Manifest, &file));
        let Manifest { serial: serial_before, files: mut before, .. } = manifest.unwrap_or_default();
        // Their names are numbers of one length: the list of the store has them in their order.
        let notes: Vec<&str> =
            there.iter().map(String::as_str).filter(|path| path.starts_with(NOTES)).collect();
        let next =
            notes.last().and_then(|path| path.strip_prefix(NOTES)?.strip_suffix(".json")?.parse().ok());
        for (path, digest) in read::<Note>(&store, &notes)?.into_iter().flat_map(|note| note.files) {
            match digest {
                Some(digest) => before.insert(path, digest),
                None => before.remove(&path),
            };
        }
        let next = Mutex::new(next.map_or(1, |last: u32| last.saturating_add(1)));
        Ok(Self { store, key, serial_before, there, before, all, collected: Mutex::default(), next })
    }

    /// The number of the publication that lies there; 0: none of ours.
    pub(crate) fn serial_before(&self) -> u32 {
        self.serial_before
    }

    /// Sends the rest, and removes what is there no more.
    pub(crate) fn finish(self, serial: u32) -> Result<FileCounts> {
        let (mut manifest, batch, last) = locked(&self.collected).take();
        let (index, others): (Vec<_>, Vec<_>) = last.into_iter().partition(|(path, _)| path == INDEX);
        for some in [batch, others, index] {
            self.send(&some)?;
        }
        manifest.serial = serial;
        let signed = signed_json(&self.key, Purpose::Manifest, &manifest)?;
        self.store.put(&[(Manifest::FILE.to_owned(), signed)])?;

        let (notes, files): (Vec<String>, Vec<String>) =
            self.left_over(&manifest)?.into_iter().partition(|path| path.starts_with(NOTES));
        self.store.remove(&files)?;
        self.store.remove(&notes)?;
        let delivery = &locked(&self.collected).delivery;
        Ok(FileCounts { files: manifest.files.len(), removed: files.len(), ..delivery.clone() })
    }

    fn send(&self, files: &[File]) -> Result<()> {
        if files.is_empty() {
            return Ok(());
        }
        let mut next = locked(&self.next);
        let name = format!("{NOTES}{next:010}.json");
        let note = |digest: fn(&[u8]) -> Option<String>| {
            let files = files.iter().map(|(path, bytes)| (path.clone(), digest(bytes))).collect();
            json(&Note { version: Version, files })
        };
        self.store.put(&[(name.clone(), note(|_| None)?)])?;
        self.store.put(files)?;
        self.store.put(&[(name, note(|bytes| Some(digest_of(bytes)))?)])?;
        *next = next.saturating_add(1);
        let delivery = &mut locked(&self.collected).delivery;
        files.iter().for_each(|(_, bytes)| delivery.note_sent(bytes));
        Ok(())
    }

    /// What lies there and is not part of the publication.
    fn left_over(&self, manifest: &Manifest) -> Result<Vec<String>> {
        let notes = self.store.list_below(NOTES)?.into_iter().map(|file| file.path);
        let is_ours =
            |path: &str| self.before.contains_key(path) || OWN.iter().any(|own| path.starts_with(own));
        let files = self.there.iter().filter(|path| {
            is_ours(path) && !path.starts_with(NOTES) && !manifest.files.contains_key(path.as_str())
        });
        Ok(files.cloned().chain(notes).collect())
    }
}

impl Sink for Upload {
    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let digest = digest_of(bytes);
        let is_there = !self.all && self.before.get(path) == Some(&digest);
        let mut collected = locked(&self.collected);
        collected.manifest.files.insert(path.to_owned(), digest);
        if is_there {
            collected.delivery.unchanged += 1;
            return Ok(());
        }
        let file = (path.to_owned(), bytes.to_vec());
        if !OWN.iter().any(|own| path.starts_with(own)) {
            collected.last.push(file);
            return Ok(());
        }
        collected.batch.push(file);
        collected.weight += bytes.len();
        if collected.batch.len() < FILES && collected.weight < BYTES {
            return Ok(());
        }
        collected.weight = 0;
        let batch = std::mem::take(&mut collected.batch);
        drop(collected);
        self.send(&batch)
    }
}

/// A place that holds something else is left alone.
fn guard(there: &[String]) -> Result<()> {
    let is_ours = |path: &String| path == INDEX || path.starts_with(NOTES);
    if there.is_empty() || there.iter().any(is_ours) {
        return Ok(());
    }
    Err(Fault::new(
        "folder-lain",
        "Di alamat itu ada sesuatu yang bukan terbitan tepat.",
        "Pilih alamat baru, kosong, atau berisi terbitan sebelumnya.",
    ))
}

/// Documents of the store, without those that are not there or say nothing.
fn read<T: serde::de::DeserializeOwned>(store: &RemoteStore, paths: &[&str]) -> Result<Vec<T>> {
    let mut documents = Vec::new();
    for bytes in store.get(paths) {
        documents.extend(bytes?.and_then(|bytes| serde_json::from_slice(&bytes).ok()));
    }
    Ok(documents)
}

#[cfg(test)]
mod tests;

//! Envelopes in an object store.

use super::found::{Found, Source, Unreached, is_of_envelope};
use office::fault::{Fault, Result};
use publication::store::RemoteStore;

impl Source for RemoteStore {
    fn list(&self) -> Result<(Vec<Found>, Vec<Unreached>)> {
        let files = Self::list(self)?.into_iter().map(|file| Found {
            name: file.path.clone(),
            path: file.path,
            at: Some(file.at),
            size: Some(file.size),
        });
        Ok((files.filter(|found| is_of_envelope(found.file())).collect(), Vec::new()))
    }

    fn fetch(&self, some: &[&Found]) -> Vec<Result<Vec<u8>>> {
        let paths: Vec<&str> = some.iter().map(|found| found.path.as_str()).collect();
        let gone = || Fault::new("hilang", "Berkas itu tidak ada lagi.", "Jalankan `tepat collect` lagi.");
        self.get(&paths).into_iter().map(|read| read?.ok_or_else(gone)).collect()
    }

    fn remove(&self, some: &[&Found]) -> Result<()> {
        Self::remove(self, &some.iter().map(|found| found.path.clone()).collect::<Vec<_>>())
    }

    fn names_by_digest(&self) -> bool {
        true
    }
}

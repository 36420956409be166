//! Uploads to a store in the memory.

use super::*;
use crate::store::faulty::Faulty;
use object_store::ObjectStore;
use object_store::memory::InMemory;
use object_store::path::Path;
use std::sync::Arc;

fn store(store: Arc<dyn ObjectStore>) -> RemoteStore {
    RemoteStore::of(store, Path::from("api/v1")).unwrap()
}

/// A publication of so many buckets, of which the first `changed` say something else than before.
fn upload(to: Arc<dyn ObjectStore>, buckets: usize, changed: usize) -> Result<FileCounts> {
    let upload = Upload::begin(store(to), false, SigningSecret::from_bytes(&[7; 32]).unwrap())?;
    for bucket in 0..buckets {
        let says = if bucket < changed { "new" } else { "old" };
        upload.put(&format!("status/{bucket:04x}.json"), says.as_bytes())?;
    }
    upload.put("areas.json", b"areas")?;
    upload.put(INDEX, format!("{buckets} {changed}").as_bytes())?;
    upload.finish(1)
}

fn files(memory: &Arc<InMemory>) -> BTreeMap<String, Vec<u8>> {
    let store = store(memory.clone());
    let paths: Vec<String> = store.list().unwrap().into_iter().map(|file| file.path).collect();
    let read = store.get(&paths.iter().map(String::as_str).collect::<Vec<_>>());
    paths.into_iter().zip(read.into_iter().map(|read| read.unwrap().unwrap())).collect()
}

#[test]
fn only_what_changed_is_sent_and_what_is_gone_is_removed() {
    let memory = Arc::new(InMemory::new());
    let check = |buckets, changed, uploaded, unchanged, removed| {
        let sent = upload(memory.clone(), buckets, changed).unwrap();
        let counts = (sent.files, sent.uploaded, sent.unchanged, sent.removed);
        assert_eq!(counts, (buckets + 2, uploaded, unchanged, removed), "{buckets} {changed}");
        assert_eq!(files(&memory).len(), buckets + 3, "with the manifest, without notes");
    };
    check(600, 0, 602, 0, 0);
    check(600, 3, 4, 598, 0);
    check(600, 3, 0, 602, 0);
    check(300, 3, 1, 301, 300);
    check(600, 0, 304, 298, 0);
}

#[test]
fn an_upload_that_is_cut_off_anywhere_is_completed_by_the_next() {
    let undisturbed = Arc::new(InMemory::new());
    upload(undisturbed.clone(), 600, 0).unwrap();
    let undisturbed = files(&undisturbed);
    for writes in (0..640).step_by(37) {
        let memory = Arc::new(InMemory::new());
        upload(memory.clone(), 600, 300).unwrap();
        // Cut off twice, if it takes so long: on the way to something else, and on the way back.
        upload(Faulty::dead_after(&memory, writes), 600, 0).ok();
        upload(Faulty::dead_after(&memory, writes / 2), 600, 600).ok();
        upload(memory.clone(), 600, 0).unwrap();
        assert!(files(&memory) == undisturbed, "after {writes} writes");
    }
}

#[test]
fn what_has_arrived_is_not_sent_again() {
    let memory = Arc::new(InMemory::new());
    upload(Faulty::dead_after(&memory, 300), 600, 0).unwrap_err();
    assert_eq!(upload(memory, 600, 0).unwrap().unchanged, FILES);
}

#[test]
fn a_bad_line_is_no_hindrance() {
    let memory = Arc::new(InMemory::new());
    let sent = upload(Faulty::drops(&memory, 2), 40, 0).unwrap();
    assert_eq!((sent.uploaded, files(&memory).len()), (42, 43));
}

#[test]
fn the_index_comes_after_what_it_names() {
    let memory = Arc::new(InMemory::new());
    for writes in 0..20 {
        if upload(Faulty::dead_after(&memory, writes), 10, 0).is_err() && files(&memory).contains_key(INDEX) {
            assert!(files(&memory).len() >= 10 + 2, "after {writes} writes");
        }
    }
}

#[test]
fn a_place_of_another_kind_stays() {
    let memory = Arc::new(InMemory::new());
    store(memory.clone()).put(&[("thesis.txt".to_owned(), b"years of work".to_vec())]).unwrap();
    assert_eq!(upload(memory.clone(), 1, 0).unwrap_err().code, "folder-lain");
    assert!(files(&memory).contains_key("thesis.txt"));
}

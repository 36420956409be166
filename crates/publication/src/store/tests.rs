//! A store in the memory, and one on a bad line.

use super::faulty::Faulty;
use super::*;
use object_store::memory::InMemory;

fn of(store: Arc<dyn ObjectStore>, root: &str) -> RemoteStore {
    RemoteStore::of(store, Path::from(root)).unwrap()
}

fn paths(store: &RemoteStore) -> Vec<String> {
    store.list().unwrap().into_iter().map(|file| file.path).collect()
}

fn three() -> Vec<(String, Vec<u8>)> {
    ["a.json", "status/0000.json", "status/0001.json"].map(|path| (path.to_owned(), b"{}".to_vec())).to_vec()
}

#[test]
fn files_are_found_below_the_address_only() {
    let memory = Arc::new(InMemory::new());
    for root in ["", "api/v1"] {
        let store = of(memory.clone(), root);
        store.put(&three()).unwrap();
        store.remove(&["a.json".to_owned(), "never.json".to_owned()]).unwrap();
    }
    let store = of(memory, "api/v1");
    assert_eq!(paths(&store), ["status/0000.json", "status/0001.json"]);
    assert_eq!(store.list_below("status/").unwrap().len(), 2);
    let read: Vec<_> = store.get(&["status/0001.json", "a.json"]).into_iter().map(Result::unwrap).collect();
    assert_eq!(read, [Some(b"{}".to_vec()), None]);
}

#[test]
fn files_bear_the_headers_that_nginx_gives_them() {
    let memory = Arc::new(InMemory::new());
    let store = of(memory.clone(), "");
    store.put(&three()).unwrap();
    let got = store.runtime.block_on(memory.get(&Path::from("a.json"))).unwrap().attributes;
    let header = |attribute| got.get(&attribute).map(AsRef::as_ref);
    assert_eq!(header(Attribute::ContentType), Some("application/json"));
    assert_eq!(header(Attribute::CacheControl), Some("no-cache"));
    assert_eq!(header(Attribute::ContentEncoding), Some("gzip"));
}

#[test]
fn files_are_read_as_they_were_whether_they_lie_there_compressed_or_not() {
    let memory = Arc::new(InMemory::new());
    let store = of(memory.clone(), "");
    let whole = "[\"the same again\"]".repeat(1000).into_bytes();
    store.put(&[("packed.json".to_owned(), whole.clone())]).unwrap();
    let lies_there =
        store.runtime.block_on(async { memory.get(&Path::from("packed.json")).await?.bytes().await });
    assert!(lies_there.unwrap().len() < whole.len() / 20);
    // As versions before this one put them there, and phones put envelopes.
    store.runtime.block_on(memory.put(&Path::from("plain.json"), whole.clone().into())).unwrap();
    let read: Vec<_> = store.get(&["packed.json", "plain.json"]).into_iter().map(Result::unwrap).collect();
    assert_eq!(read, [Some(whole.clone()), Some(whole)]);
}

#[test]
fn a_file_that_promises_gigabytes_is_not_unpacked() {
    let size = usize::try_from(LONGEST).unwrap();
    assert_eq!(unpack(&pack(&vec![0; size]).unwrap()).unwrap().len(), size);
    assert_eq!(unpack(&pack(&vec![0; size + 1]).unwrap()).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
}

#[test]
fn a_request_that_fails_is_made_again() {
    for times in 1..3 {
        let store = of(Faulty::drops(&Arc::new(InMemory::new()), times), "api/v1");
        store.put(&three()).unwrap();
        assert!(store.get(&["a.json", "status/0000.json"]).into_iter().all(|read| read.unwrap().is_some()));
        store.remove(&["a.json".to_owned()]).unwrap();
        assert_eq!(paths(&store).len(), 2, "{times} times");
    }
    let store = of(Faulty::drops(&Arc::new(InMemory::new()), WAITS.len() + 1), "api/v1");
    assert_eq!(store.put(&three()).unwrap_err().code, "penyimpanan");
}

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

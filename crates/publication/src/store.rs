//! Object stores (S3, Google, Azure): files by their paths below one address.
//!
//! Credentials come from the environment, under the names that the tools of each store use (`AWS_ACCESS_KEY_ID`, …).

use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};
use futures::future;
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use object_store::path::Path;
use object_store::{Attribute, Attributes, Error, ObjectMeta, ObjectStore, ObjectStoreExt as _, PutOptions};
use office::fault::{During, Fault, Result};
use reqwest::Url;
use std::io::{self, Read as _};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;

/// Everything below one address.
pub struct RemoteStore {
    runtime: Runtime,
    store: Arc<dyn ObjectStore>,
    root: Path,
}

/// A file that lies there.
pub struct StoredFile {
    /// Its path below the address.
    pub path: String,
    /// When it was put there, in seconds since 1970.
    pub at: i64,
    /// Its bytes.
    pub size: u64,
}

/// Requests at once.
const AT_ONCE: usize = 16;
/// Waits before a request is made again.
const WAITS: [Duration; 4] = [
    Duration::from_millis(50),
    Duration::from_millis(200),
    Duration::from_millis(800),
    Duration::from_secs(3),
];
/// Variables of the environment that stores are told of.
const VARIABLES: [&str; 3] = ["AWS_", "AZURE_", "GOOGLE_"];
/// How files are compressed, as HTTP calls it.
const GZIP: &str = "gzip";
/// What is unpacked of one file at most: no file of a publication comes near it, and a few bytes can promise gigabytes.
const LONGEST: u64 = 64 << 20;

impl RemoteStore {
    /// The store at this address.
    pub fn open(url: &Url) -> Result<Self> {
        let options = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .filter(|(name, _)| VARIABLES.iter().any(|known| name.starts_with(known)));
        let (store, root) =
            object_store::parse_url_opts(url, options).map_err(failed("membuka penyimpanan"))?;
        Self::of(Arc::from(store), root)
    }

    /// What lies below `root` in a store.
    pub fn of(store: Arc<dyn ObjectStore>, root: Path) -> Result<Self> {
        let runtime = Runtime::new().during("memulai jaringan")?;
        Ok(Self { runtime, store, root })
    }

    /// Every file, in the order of the paths.
    pub fn list(&self) -> Result<Vec<StoredFile>> {
        self.list_below("")
    }

    /// The files of one folder.
    pub fn list_below(&self, folder: &str) -> Result<Vec<StoredFile>> {
        let folder = self.at(folder)?;
        let stored = |file: ObjectMeta| {
            let parts: Vec<_> = file.location.prefix_match(&self.root)?.collect();
            let path = parts.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join("/");
            Some(StoredFile { path, at: file.last_modified.timestamp(), size: file.size })
        };
        let once = || async {
            let files = self.store.list(Some(&folder)).try_filter_map(|file| future::ok(stored(file)));
            files.try_collect::<Vec<_>>().await
        };
        let mut files = self.runtime.block_on(again(once)).map_err(failed("membaca daftar berkas"))?;
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    /// The bytes of files, several at once; none where there is no such file.
    pub fn get(&self, paths: &[&str]) -> Vec<Result<Option<Vec<u8>>>> {
        let one = |path: &str| {
            let path = self.at(path);
            async move {
                let path = path?;
                let once = || async {
                    let file = self.store.get(&path).await?;
                    let encoding = file.attributes.get(&Attribute::ContentEncoding);
                    let is_packed = encoding.is_some_and(|encoding| encoding.as_ref() == GZIP);
                    Ok((is_packed, Vec::from(file.bytes().await?)))
                };
                match again(once).await {
                    Err(Error::NotFound { .. }) => Ok(None),
                    // One that is damaged is what it is: whoever reads it sees that it is none of ours.
                    Ok((true, packed)) => Ok(Some(unpack(&packed).unwrap_or(packed))),
                    read => {
                        read.map(|(_, bytes)| Some(bytes)).map_err(failed(format_args!("membaca {path}")))
                    }
                }
            }
        };
        let requests: Vec<_> = paths.iter().map(|path| one(path)).collect();
        self.runtime.block_on(stream::iter(requests).buffered(AT_ONCE).collect())
    }

    /// Puts JSON files there, several at once and compressed: no store does that on the way. What was there is overwritten.
    pub fn put(&self, files: &[(String, Vec<u8>)]) -> Result<()> {
        let mut attributes = Attributes::new();
        // As `deploy/nginx.conf` has it.
        attributes.insert(Attribute::ContentType, "application/json".into());
        attributes.insert(Attribute::CacheControl, "no-cache".into());
        attributes.insert(Attribute::ContentEncoding, GZIP.into());
        let options = PutOptions { attributes, ..PutOptions::default() };
        let one = |path: &str, bytes: &[u8]| {
            let (path, packed) = (self.at(path), pack(bytes).during(format_args!("memampatkan {path}")));
            let options = &options;
            async move {
                let (path, payload) = (path?, object_store::PutPayload::from(packed?));
                let once = || self.store.put_opts(&path, payload.clone(), options.clone());
                again(once).await.map(drop).map_err(failed(format_args!("menulis {path}")))
            }
        };
        let requests: Vec<_> = files.iter().map(|(path, bytes)| one(path, bytes)).collect();
        self.runtime.block_on(stream::iter(requests).buffer_unordered(AT_ONCE).try_collect())
    }

    /// Removes files, several at once; one that is gone already is gone.
    pub fn remove(&self, paths: &[String]) -> Result<()> {
        let one = |path: &str| {
            let path = self.at(path);
            async move {
                let path = path?;
                match again(|| self.store.delete(&path)).await {
                    Err(Error::NotFound { .. }) => Ok(()),
                    removed => removed.map_err(failed(format_args!("menghapus {path}"))),
                }
            }
        };
        let requests: Vec<_> = paths.iter().map(|path| one(path)).collect();
        self.runtime.block_on(stream::iter(requests).buffer_unordered(AT_ONCE).try_collect())
    }

    fn at(&self, path: &str) -> Result<Path> {
        Path::parse(format!("{}/{path}", self.root)).map_err(Error::from).map_err(failed("menyebut berkas"))
    }
}

/// The same bytes give the same: no time and no name is in it.
fn pack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    GzEncoder::new(bytes, Compression::default()).read_to_end(&mut packed)?;
    Ok(packed)
}

fn unpack(packed: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).take(LONGEST + 1).read_to_end(&mut bytes)?;
    let is_whole = u64::try_from(bytes.len()).is_ok_and(|length| length <= LONGEST);
    if is_whole { Ok(bytes) } else { Err(io::ErrorKind::FileTooLarge.into()) }
}

/// Makes a request again, a little later each time, where that may help.
async fn again<T, F: Future<Output = object_store::Result<T>>>(
    request: impl Fn() -> F,
) -> object_store::Result<T> {
    for wait in WAITS {
        match request().await {
            Err(Error::Generic { .. }) => tokio::time::sleep(wait).await,
            answer => return answer,
        }
    }
    request().await
}

/// What the store says, with what was being done.
fn failed(doing: impl std::fmt::Display) -> impl FnOnce(Error) -> Fault {
    move |e| {
        Fault::new(
            "penyimpanan",
            format!("Gagal {doing}: {e}."),
            "Periksa alamat, kunci akses, dan jaringan, lalu ulangi: yang sudah sampai tidak dikirim lagi.",
        )
    }
}

#[cfg(test)]
pub mod faulty;

#[cfg(test)]
mod tests;

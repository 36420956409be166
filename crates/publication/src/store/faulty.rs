//! A store on a bad line, for tests.

use async_trait::async_trait;
use futures::stream::BoxStream;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};
use std::sync::{Arc, Mutex};

/// How a line is bad.
#[derive(Debug)]
enum Line {
    /// Each request fails so many times before it succeeds.
    Drops(usize),
    /// Whoever writes is refused after so many writes; reading goes on.
    Dead(usize),
}

/// A store in the memory, behind it.
#[derive(Debug)]
pub struct Faulty {
    inner: Arc<InMemory>,
    line: Line,
    /// Requests, by their paths.
    requests: Mutex<BTreeMap<String, usize>>,
}

impl Faulty {
    /// Over a line on which each request fails so many times first.
    pub fn drops(inner: &Arc<InMemory>, times: usize) -> Arc<Self> {
        Arc::new(Self { inner: Arc::clone(inner), line: Line::Drops(times), requests: Mutex::default() })
    }

    /// As a process sees it that is killed after so many writes.
    pub fn dead_after(inner: &Arc<InMemory>, writes: usize) -> Arc<Self> {
        Arc::new(Self { inner: Arc::clone(inner), line: Line::Dead(writes), requests: Mutex::default() })
    }

    fn read(&self, path: &Path) -> Result<()> {
        match self.line {
            Line::Drops(times) if !self.count(path.as_ref()).is_multiple_of(times + 1) => {
                Err(Error::Generic { store: "faulty", source: "the line dropped".into() })
            }
            _ => Ok(()),
        }
    }

    fn write(&self, path: &Path) -> Result<()> {
        match self.line {
            Line::Dead(after) if self.count("") > after => {
                Err(Error::PermissionDenied { path: path.to_string(), source: "gone".into() })
            }
            _ => self.read(path),
        }
    }

    fn count(&self, path: &str) -> usize {
        let mut requests = self.requests.lock().unwrap();
        let count = requests.entry(path.to_owned()).or_default();
        *count += 1;
        *count
    }
}

impl Display for Faulty {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("Faulty")
    }
}

#[async_trait]
impl ObjectStore for Faulty {
    async fn put_opts(&self, at: &Path, payload: PutPayload, options: PutOptions) -> Result<PutResult> {
        self.write(at)?;
        self.inner.put_opts(at, payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        at: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.inner.put_multipart_opts(at, options).await
    }

    async fn get_opts(&self, at: &Path, options: GetOptions) -> Result<GetResult> {
        self.read(at)?;
        self.inner.get_opts(at, options).await
    }

    fn delete_stream(&self, paths: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        match self.write(&Path::default()) {
            Ok(()) => self.inner.delete_stream(paths),
            Err(fault) => Box::pin(futures::stream::iter([Err(fault)])),
        }
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.inner.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.inner.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.inner.copy_opts(from, to, options).await
    }
}

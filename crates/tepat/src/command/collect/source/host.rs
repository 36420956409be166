//! A drop box on a web server, which lists itself to the office as nginx does (`autoindex_format json`).

use super::found::{Found, Source, Unreached, is_of_envelope};
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use office::fault::{During, Fault, Result};
use office::workspace::{READER, Workspace};
use reqwest::{Client, Response, StatusCode, Url, redirect};
use seal::envelope;
use serde::Deserialize;
use std::time::{Duration, UNIX_EPOCH};
use tokio::runtime::Runtime;

/// The server, and the office's password there.
pub(super) struct Host {
    runtime: Runtime,
    client: Client,
    root: Url,
    password: String,
}

/// A line of a listing.
#[derive(Deserialize)]
struct Entry {
    name: String,
    #[serde(rename = "type")]
    kind: Kind,
    /// An HTTP date.
    mtime: Option<String>,
    size: Option<u64>,
}

#[derive(PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Directory,
    File,
    #[serde(other)]
    Other,
}

/// Requests at once.
const AT_ONCE: usize = 8;
/// Waits before a request is made again.
const WAITS: [Duration; 3] = [Duration::from_millis(100), Duration::from_millis(500), Duration::from_secs(2)];

impl Host {
    /// The drop box at a URL. The office's password goes over the line, so it must be https, or this machine.
    pub(super) fn at(url: &Url, workspace: &Workspace) -> Result<Self> {
        let is_here = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        if url.scheme() != "https" && !is_here {
            return Err(Fault::new(
                "bukan-https",
                "Alamat kotak masuk tidak memakai https: sandi kantor akan terbaca di jalan.",
                "Tulis alamat https://….",
            ));
        }
        let mut root = url.clone();
        if !root.path().ends_with('/') {
            root.set_path(&format!("{}/", url.path()));
        }
        let client = Client::builder()
            .connect_timeout(Duration::from_secs(10))
            .read_timeout(Duration::from_secs(30))
            .redirect(redirect::Policy::none())
            .build()
            .map_err(unreachable)?;
        let runtime = Runtime::new().during("memulai jaringan")?;
        Ok(Self { runtime, client, root, password: workspace.office()?.drop_box_password().to_owned() })
    }

    /// What a path answers with, asked again where the line or the server fails.
    async fn get(&self, path: &str) -> Result<Vec<u8>> {
        let url = self.root.join(path).map_err(|_| not_a_drop_box())?;
        let mut waits = WAITS.iter();
        loop {
            let request = self.client.get(url.clone()).basic_auth(READER, Some(&self.password));
            let answer = match request.send().await {
                Ok(response) if response.status().is_server_error() => Err(refused(response.status())),
                Ok(response) if response.status() == StatusCode::OK => body(response).await,
                Ok(response) => return Err(refused(response.status())),
                Err(fault) => Err(unreachable(fault)),
            };
            match (answer, waits.next()) {
                (Err(_), Some(wait)) => tokio::time::sleep(*wait).await,
                (answer, _) => return answer,
            }
        }
    }

    async fn delete(&self, path: &str) -> Result<()> {
        let url = self.root.join(path).map_err(|_| not_a_drop_box())?;
        let request = self.client.delete(url).basic_auth(READER, Some(&self.password));
        match request.send().await.map_err(unreachable)?.status() {
            status if status.is_success() || status == StatusCode::NOT_FOUND => Ok(()),
            status => Err(refused(status)),
        }
    }

    async fn list_one(&self, path: &str) -> Result<Vec<Entry>> {
        let entries: Vec<Entry> =
            serde_json::from_slice(&self.get(path).await?).map_err(|_| not_a_drop_box())?;
        Ok(entries.into_iter().filter(|entry| is_plain(&entry.name)).collect())
    }
}

impl Source for Host {
    fn list(&self) -> Result<(Vec<Found>, Vec<Unreached>)> {
        self.runtime.block_on(async {
            let (folders, files): (Vec<_>, Vec<_>) =
                self.list_one("").await?.into_iter().partition(|entry| entry.kind == Kind::Directory);
            let mut found: Vec<Found> = files.into_iter().filter_map(|file| file.found("")).collect();
            let mut unreached = Vec::new();
            let listings = stream::iter(folders.into_iter().map(|folder| async move {
                let path = format!("{}/", folder.name);
                let entries = self.list_one(&path).await;
                (path, entries)
            }));
            for (path, entries) in listings.buffered(AT_ONCE).collect::<Vec<_>>().await {
                match entries {
                    Ok(entries) => found.extend(entries.into_iter().filter_map(|entry| entry.found(&path))),
                    Err(problem) => unreached.push(Unreached { file: path, problem }),
                }
            }
            Ok((found, unreached))
        })
    }

    fn fetch(&self, some: &[&Found]) -> Vec<Result<Vec<u8>>> {
        let requests: Vec<_> = some.iter().map(|found| self.get(&found.path)).collect();
        self.runtime.block_on(stream::iter(requests).buffered(AT_ONCE).collect())
    }

    fn remove(&self, some: &[&Found]) -> Result<()> {
        let requests: Vec<_> = some.iter().map(|found| self.delete(&found.path)).collect();
        self.runtime.block_on(stream::iter(requests).buffered(AT_ONCE).try_collect())
    }

    fn names_by_digest(&self) -> bool {
        true
    }
}

impl Entry {
    fn found(self, folder: &str) -> Option<Found> {
        let at = self.mtime.and_then(|mtime| httpdate::parse_http_date(&mtime).ok());
        let at = at.and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let path = format!("{folder}{}", self.name);
        (self.kind == Kind::File && is_of_envelope(&self.name)).then(|| Found {
            name: path.clone(),
            path,
            at: at.and_then(|at| i64::try_from(at.as_secs()).ok()),
            size: self.size,
        })
    }
}

/// A name that leads nowhere else: a listing could name another server, which must not hear the password.
fn is_plain(name: &str) -> bool {
    !name.starts_with('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
}

/// No more of it than shows that it is too large. A listing of a kelurahan is far smaller than an envelope may be.
async fn body(mut response: Response) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(unreachable)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > envelope::LARGEST_FILE {
            break;
        }
    }
    Ok(bytes)
}

fn refused(status: StatusCode) -> Fault {
    let remedy = match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            "Tulis ulang daftar pengguna server dengan `tepat users` dari ruang kerja ini, dan aturannya menurut deploy/nginx.conf."
        }
        StatusCode::METHOD_NOT_ALLOWED => {
            "Server ini tidak menghapus amplop: perbarui aturannya menurut deploy/nginx.conf."
        }
        StatusCode::NOT_FOUND => "Periksa alamatnya: kotak masuk biasanya di /inbox/.",
        _ => "Coba lagi nanti: amplop yang sudah diterima tidak diambil lagi.",
    };
    Fault::new("kotak-masuk", format!("Kotak masuk menjawab {}.", status.as_u16()), remedy)
}

fn unreachable(fault: reqwest::Error) -> Fault {
    Fault::new(
        "jaringan",
        format!("Kotak masuk tidak tercapai: {}.", fault.without_url()),
        "Periksa alamat dan jaringan, lalu ulangi: amplop yang sudah diterima tidak diambil lagi.",
    )
}

fn not_a_drop_box() -> Fault {
    Fault::new(
        "bukan-kotak-masuk",
        "Alamat itu tidak menjawab dengan isi kotak masuk.",
        "Sebut kotak masuk yang menyebut isinya kepada kantor seperti dalam deploy/nginx.conf.",
    )
}

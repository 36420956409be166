//! nginx with `deploy/nginx.conf`, on ports of its own: what an office serves with.

use crate::settings;
use reqwest::Method;
use reqwest::blocking::Client;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tempfile::TempDir;

/// A host until it is stopped.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    address: String,
    unencrypted: String,
    folder: TempDir,
}

/// What the recipe says of this machine.
const CERTIFICATE: &str = "/etc/letsencrypt/live/bst.example.id/fullchain.pem";
const KEY: &str = "/etc/letsencrypt/live/bst.example.id/privkey.pem";
const PLACE: &str = "/srv/tepat";

/// So often its log is looked at: half a minute at least.
const PATIENCE: u32 = 1500;

impl Nginx {
    /// Serves the app in a folder, and the publication in the folder `v1` of another one, as the recipe says; nothing where
    /// there is no nginx.
    pub fn serving(app: &Path, api: &Path) -> Option<Self> {
        let program = settings::nginx()?;
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("srv");
        let [http, https] = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
        let [http, https] = [http, https].map(|free| free.local_addr().unwrap().port());
        for made in ["srv/box", "tls"] {
            fs::create_dir_all(folder.path().join(made)).unwrap();
        }
        fs::write(place.join("users"), "").unwrap();
        std::os::unix::fs::symlink(app, place.join("app")).unwrap();
        std::os::unix::fs::symlink(api, place.join("api")).unwrap();
        make_certificate(&folder.path().join("tls"));
        let mut recipe = fs::read_to_string(settings::in_repository("deploy/nginx.conf")).unwrap();
        for (theirs, ours) in [
            ("listen 80;", format!("listen 127.0.0.1:{http};")),
            ("listen 443 ", format!("listen 127.0.0.1:{https} ")),
            (CERTIFICATE, folder.path().join("tls/certificate.pem").to_str().unwrap().to_owned()),
            (KEY, folder.path().join("tls/key.pem").to_str().unwrap().to_owned()),
            (PLACE, place.to_str().unwrap().to_owned()),
        ] {
            assert!(recipe.contains(theirs), "the recipe says nothing of {theirs}");
            recipe = recipe.replace(theirs, &ours);
        }
        fs::write(folder.path().join("site.conf"), recipe).unwrap();
        let whole = "error_log stderr; pid nginx.pid; daemon off; master_process off; events {}
            http { access_log access.log; error_log error.log; client_body_temp_path t1; proxy_temp_path t2;
            fastcgi_temp_path t3; uwsgi_temp_path t4; scgi_temp_path t5; include site.conf; }";
        fs::write(folder.path().join("nginx.conf"), whole).unwrap();
        let process = Command::new(program)
            // nginx takes a variable of its own name for sockets that it inherits.
            .env_remove("NGINX")
            .arg("-p")
            .arg(folder.path())
            .args(["-e", "stderr", "-c", "nginx.conf"])
            .spawn()
            .unwrap();
        let (address, unencrypted) =
            (format!("https://127.0.0.1:{https}"), format!("http://127.0.0.1:{http}"));
        let mut nginx = Self { process, address, unencrypted, folder };
        while TcpStream::connect(("127.0.0.1", https)).is_err() {
            assert!(nginx.process.try_wait().unwrap().is_none(), "nginx does not like the recipe");
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(nginx)
    }

    /// Its origin, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Lets these users into the drop box.
    pub fn let_in(&self, users: &str) {
        fs::write(self.folder.path().join("srv/users"), users).unwrap();
    }

    /// The status of the answer to a request.
    pub fn ask(&self, method: &str, path: &str, credentials: Option<&str>, body: &[u8]) -> u16 {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let send = || {
            // Nobody signed the certificate.
            let client = Client::builder().tls_danger_accept_invalid_certs(true).build().unwrap();
            let mut request =
                client.request(method.clone(), format!("{}{path}", self.address)).body(body.to_vec());
            if let Some(credentials) = credentials {
                request = request.header("authorization", credentials);
            }
            request.send().ok()
        };
        // What is too large need not be read to the end: then the line breaks, and one tries again.
        (0..20).find_map(|_| send()).unwrap().status().as_u16()
    }

    /// The statuses of the answers to so many requests at once, each when it is there. One that breaks off has none.
    pub fn ask_at_once(&self, requests: usize, method: &Method, path: &str) -> Receiver<u16> {
        let client = || Client::builder().tls_danger_accept_invalid_certs(true).build().unwrap();
        // On one line only so many wait for an answer at a time.
        let lines = [client(), client(), client(), client()];
        let (end, answers) = channel();
        // Whoever has heard enough waits for no more of them: they end with the host.
        for client in lines.iter().cycle().take(requests) {
            let request = client.request(method.clone(), format!("{}{path}", self.address));
            let end = end.clone();
            std::thread::spawn(move || {
                request.send().ok().and_then(|answer| end.send(answer.status().as_u16()).ok())
            });
        }
        answers
    }

    /// Where whoever comes without encryption is sent on.
    pub fn unencrypted(&self) -> &str {
        &self.unencrypted
    }

    /// All that it wrote down of those who came, up to the request that was the last: who asked for what, and what was not
    /// there. It writes a request down after it has answered.
    pub fn logs(&self, last: &str) -> String {
        let mut logs = String::new();
        for _ in 0..PATIENCE {
            logs = ["access.log", "error.log"]
                .map(|log| fs::read_to_string(self.folder.path().join(log)).unwrap())
                .concat();
            if logs.contains(last) {
                return logs;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("{last} is not written down: {logs}")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// A certificate that nobody has signed: who asks must not look at it.
fn make_certificate(folder: &Path) {
    let made = Command::new(settings::openssl())
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
            "-days",
            "1",
        ])
        .args(["-subj", "/CN=bst.example.id", "-keyout", "key.pem", "-out", "certificate.pem"])
        .current_dir(folder)
        .stderr(Stdio::null())
        .status();
    assert!(made.unwrap().success(), "openssl made no certificate");
}

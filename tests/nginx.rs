//! nginx with `deploy/nginx.conf`, on a port of its own: what an office serves with.

use crate::settings;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;
use tempfile::TempDir;

/// A host until it is stopped.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    address: String,
    _folder: TempDir,
}

impl Nginx {
    /// Serves the app in a folder, as the recipe says.
    pub fn serving(app: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        fs::write(folder.path().join("users"), "").unwrap();
        fs::create_dir(folder.path().join("box")).unwrap();
        std::os::unix::fs::symlink(app, folder.path().join("app")).unwrap();
        let recipe = fs::read_to_string(settings::in_repository("deploy/nginx.conf")).unwrap();
        let (listen, place) = ("127.0.0.1:8788", "/srv/tepat");
        assert!(recipe.contains(listen) && recipe.contains(place), "the recipe has other places");
        let recipe = recipe
            .replace(listen, &format!("127.0.0.1:{port}"))
            .replace(place, folder.path().to_str().unwrap());
        fs::write(folder.path().join("site.conf"), recipe).unwrap();
        let whole = "error_log stderr; pid nginx.pid; daemon off; master_process off; events {}
            http { access_log off; client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3; uwsgi_temp_path t4;
            scgi_temp_path t5; include site.conf; }";
        fs::write(folder.path().join("nginx.conf"), whole).unwrap();
        let process = Command::new(settings::nginx())
            .arg("-p")
            .arg(folder.path())
            .args(["-e", "stderr", "-c", "nginx.conf"])
            .spawn()
            .unwrap();
        let mut nginx = Self { process, address: format!("http://127.0.0.1:{port}"), _folder: folder };
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(nginx.process.try_wait().unwrap().is_none(), "nginx does not like the recipe");
            std::thread::sleep(Duration::from_millis(20));
        }
        nginx
    }

    /// Its origin, without a slash at the end.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

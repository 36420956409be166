//! Programs that come from the system's packages: a browser, its driver, node.

use crate::step::step;
use anyhow::{Result, bail};
use std::path::PathBuf;
use xshell::{Shell, cmd};

/// A program that the tests need and that this repository cannot install by itself.
pub(crate) struct Program {
    /// Names it goes by, the likeliest first.
    names: &'static [&'static str],
    /// An environment variable that overrides the search.
    variable: &'static str,
    /// Its package on Debian and Ubuntu.
    package: &'static str,
}

pub(crate) const CHROMIUM: Program = Program {
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    variable: "CHROMIUM",
    package: "chromium",
};
pub(crate) const CHROMEDRIVER: Program =
    Program { names: &["chromedriver"], variable: "CHROMEDRIVER", package: "chromium-driver" };
pub(crate) const NGINX: Program = Program {
    // Where it is for those who have no sbin on their PATH.
    names: &["nginx", "/usr/sbin/nginx"],
    variable: "NGINX",
    package: "nginx-light",
};
/// Makes the certificate of that nginx.
pub(crate) const OPENSSL: Program = Program { names: &["openssl"], variable: "OPENSSL", package: "openssl" };
pub(crate) const NODE: Program = Program { names: &["node", "nodejs"], variable: "NODE", package: "nodejs" };
pub(crate) const NPM: Program = Program { names: &["npm"], variable: "NPM", package: "npm" };

impl Program {
    /// Where the program is; installed from the system's packages where that is possible.
    ///
    /// # Errors
    /// When it is nowhere and cannot be installed: says what to do.
    pub(crate) fn require(&self, shell: &Shell) -> Result<PathBuf> {
        if self.find(shell).is_none() && is_root(shell) && find(shell, "apt-get").is_some() {
            let package = self.package;
            step(&format!("installing {package} (apt-get)"), || {
                cmd!(shell, "apt-get update -qq").run()?;
                Ok(cmd!(shell, "apt-get install -y -qq --no-install-recommends {package}").run()?)
            })?;
        }
        let (Some(name), variable, package) = (self.names.first(), self.variable, self.package) else {
            bail!("a program without a name")
        };
        match self.find(shell) {
            Some(path) => Ok(path),
            None => bail!(
                "{name} is not on the PATH. Install it (on Debian: apt-get install {package}) or name it in {variable}"
            ),
        }
    }

    fn find(&self, shell: &Shell) -> Option<PathBuf> {
        let named = std::env::var_os(self.variable).map(PathBuf::from);
        named.or_else(|| self.names.iter().find_map(|name| find(shell, name)))
    }
}

/// Looks for a program on the PATH.
fn find(shell: &Shell, name: &str) -> Option<PathBuf> {
    let path = shell.var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn is_root(shell: &Shell) -> bool {
    cmd!(shell, "id -u").quiet().read().is_ok_and(|id| id == "0")
}

//! Where envelopes come from and publications go: a path on this machine, or a URL.

use reqwest::Url;
use std::convert::Infallible;
use std::fmt::{Display, Formatter};
use std::path::PathBuf;
use std::str::FromStr;

/// As it is typed on the command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// A file or a folder.
    Path(PathBuf),
    /// A web server (`https://…`) or an object store (`s3://…`, `gs://…`, `az://…`).
    Url(Url),
}

impl FromStr for Location {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = text.contains("://").then(|| Url::parse(text).ok()).flatten();
        Ok(match url {
            Some(url) if url.scheme() == "file" => {
                Self::Path(url.to_file_path().unwrap_or_else(|()| text.into()))
            }
            Some(url) => Self::Url(url),
            None => Self::Path(text.into()),
        })
    }
}

/// Without the user and the password that an address may hold.
impl Display for Location {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Path(path) => path.display().fmt(f),
            Self::Url(url) => {
                let host = url.host_str().unwrap_or_default();
                write!(f, "{}://{host}", url.scheme())?;
                url.port().map_or(Ok(()), |port| write!(f, ":{port}"))?;
                f.write_str(url.path())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Location;

    #[test]
    fn an_address_is_told_from_a_path() {
        let check = |text: &str, is_url: bool, shown: &str| {
            let Ok(place) = text.parse::<Location>();
            assert_eq!(
                (matches!(place, Location::Url(_)), place.to_string().as_str()),
                (is_url, shown),
                "{text}"
            );
        };
        check("inbox", false, "inbox");
        check("/media/flash disk", false, "/media/flash disk");
        check("s3://bst/inbox", true, "s3://bst/inbox");
        check("file:///srv/api%20v1", false, "/srv/api v1");
        check("https://user:word@bst.example.id:8443/inbox/", true, "https://bst.example.id:8443/inbox/");
    }
}

//! Passphrases, which come from a file or a terminal, and never from the command line, where other users of the machine
//! read them.

use office::age_file::Passphrase;
use office::fault::{During, Fault, Result};
use std::fs;
use std::path::Path;

/// The passphrase of something that is there.
pub(crate) fn passphrase(file: Option<&Path>) -> Result<Passphrase> {
    file.map_or_else(|| typed("Kata sandi: "), read).map(|text| Passphrase::of(&text))
}

/// The passphrase of something that is made; what is typed is typed twice.
pub(crate) fn new_passphrase(file: Option<&Path>) -> Result<Passphrase> {
    if let Some(file) = file {
        return Passphrase::new(&read(file)?);
    }
    let text = typed("Kata sandi baru: ")?;
    let passphrase = Passphrase::new(&text)?;
    if typed("Sekali lagi: ")? != text {
        return Err(Fault::new("sandi-berbeda", "Kedua kata sandi itu berbeda.", "Ulangi perintahnya."));
    }
    Ok(passphrase)
}

/// The first line of a file.
fn read(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).during(format_args!("membaca {}", file.display()))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// What is typed, without an echo.
fn typed(question: &str) -> Result<String> {
    rpassword::prompt_password(question).map_err(|_| {
        Fault::new(
            "tanpa-sandi",
            "Kata sandi tidak dapat ditanyakan: tidak ada terminal.",
            "Sebut berkas yang memuatnya dengan --passphrase-file.",
        )
    })
}

//! A question that is answered at a terminal before something goes for good.

use crate::harmless::harmless;
use office::fault::{During, Fault, Result};
use std::io::{IsTerminal as _, Write as _, stderr, stdin};

/// Goes on if somebody types `ya`.
///
/// # Errors
/// Somebody types something else, or there is no terminal.
pub(crate) fn confirm(question: &str) -> Result<()> {
    if !stdin().is_terminal() {
        return Err(Fault::new(
            "tanpa-jawaban",
            "Perintah ini bertanya dulu, dan tidak ada terminal.",
            "Lihat dulu apa yang akan terjadi, lalu jalankan dengan --yes.",
        ));
    }
    let doing = "bertanya";
    let mut typed = String::new();
    write!(stderr(), "{}\nKetik ya: ", harmless(question)).during(doing)?;
    stdin().read_line(&mut typed).during(doing)?;
    if typed.trim().eq_ignore_ascii_case("ya") {
        return Ok(());
    }
    Err(Fault::new("dibatalkan", "Tidak ada yang berubah.", "Jalankan lagi, dan jawab ya."))
}

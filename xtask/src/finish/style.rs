//! The style sheets, joined and made small.

use anyhow::{Result, anyhow};
use lightningcss::{
    bundler::{Bundler, FileProvider},
    stylesheet::{MinifyOptions, ParserOptions, PrinterOptions},
    targets::{Browsers, Targets},
};
use xshell::Shell;

/// The oldest browsers that can run the app at all, see boot.js.
const OLDEST: Browsers = Browsers {
    android: None,
    chrome: Some(96 << 16),
    edge: Some(96 << 16),
    firefox: Some(79 << 16),
    ie: None,
    ios_saf: Some(15 << 16),
    opera: None,
    safari: Some(15 << 16),
    samsung: Some(17 << 16),
};

/// Replaces the folder of style sheets by the one that `style/main.css` imports them into.
pub(crate) fn bundle(shell: &Shell) -> Result<()> {
    let targets = Targets::from(OLDEST);
    let main = shell.current_dir().join("style/main.css");
    let provider = FileProvider::new();
    let mut sheet = Bundler::new(&provider, None, ParserOptions::default())
        .bundle(&main)
        .map_err(|fault| anyhow!("style sheet: {fault}"))?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|fault| anyhow!("style sheet: {fault}"))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|fault| anyhow!("style sheet: {fault}"))?;
    shell.remove_path("style")?;
    Ok(shell.write_file("style/main.css", printed.code)?)
}

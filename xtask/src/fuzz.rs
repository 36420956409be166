//! The fuzzers of `fuzz/`, which make up what strangers may send.

use crate::{root::root, step::step, tools};
use anyhow::{Context, Result};
use xshell::{Shell, cmd};

const TARGETS: [&str; 5] = ["envelope", "csv", "workbook", "bucket", "index"];
/// Seconds for each.
const TIME: &str = "600";
/// Longer inputs find nothing that shorter ones do not.
const LONGEST: &str = "65536";

/// Lets every fuzzer loose for ten minutes. What one finds stays in `fuzz/artifacts/`.
///
/// # Errors
/// When a fuzzer finds something, or when there is no nightly compiler.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    tools::cargo_fuzz(shell)?;
    let time = shell.var("TEPAT_FUZZ_SECONDS").unwrap_or_else(|_| TIME.to_owned());
    for target in TARGETS {
        // The first folder takes what the fuzzer makes up; the second, which belongs to the repository, is only read.
        let (scratch, seeds) =
            (root().join("fuzz/target/corpus").join(target), root().join("fuzz/corpus").join(target));
        shell.create_dir(&scratch)?;
        step(&format!("fuzzer {target}, {time} s"), || {
            cmd!(
                shell,
                "cargo +nightly fuzz run --fuzz-dir fuzz {target} {scratch} {seeds} -- -max_total_time={time} -max_len={LONGEST} -print_final_stats=1"
            )
            .run()
            .with_context(|| format!("the fuzzer {target} has found something: see fuzz/artifacts"))
        })?;
    }
    Ok(())
}

//! How many derivations a second this machine makes when it does nothing else: bare Argon2id on every core, for so many seconds
//! as the argument says. `cargo xtask bench` holds `tepat publish` against it.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a program that measures")]

use argon2::{Algorithm, Argon2, Params, Version};
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let seconds: u64 = std::env::args().nth(1).unwrap_or_default().parse().unwrap_or(10);
    let cores = std::thread::available_parallelism()?.get();
    let cost = Params::new(seal::derivation::LEAST_MEMORY_KIB, seal::derivation::LEAST_PASSES, 1, Some(48))?;
    let start = Instant::now();
    let counted: Vec<u32> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..cores)
            .map(|_| {
                let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost.clone());
                scope.spawn(move || {
                    let (mut count, mut output) = (0u32, [0; 48]);
                    while start.elapsed() < Duration::from_secs(seconds) {
                        let secret = format!("kk+nik/1:{count:032}");
                        if argon
                            .hash_password_into(secret.as_bytes(), b"salt of sixteen.", &mut output)
                            .is_ok()
                        {
                            count += 1;
                        }
                    }
                    count
                })
            })
            .collect();
        threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
    });
    println!("{:.2}", f64::from(counted.iter().sum::<u32>()) / start.elapsed().as_secs_f64());
    Ok(())
}

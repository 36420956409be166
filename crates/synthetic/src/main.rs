//! Writes a made-up city into a folder.

use clap::Parser;
use domain::Date;
use std::path::PathBuf;
use synthetic::City;

/// A made-up city: lists, other aid, Dukcapil and points in the real proportions.
#[derive(Parser)]
struct Args {
    /// Where to
    folder: PathBuf,
    /// How many families
    #[arg(long, default_value_t = synthetic::WHOLE_CITY)]
    families: usize,
    /// What chance begins with
    #[arg(long, default_value_t = 2021)]
    seed: u64,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let town = City { families: args.families, seed: args.seed, today: Date::new(2021, 1, 12)? };
    eprintln!("{:?}", town.write(&args.folder)?);
    Ok(())
}

//! Somebody pulls the plug of the office machine, again and again, in the middle of its work.

use domain::RegistrationCode;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};
use stories::city::{City, report};
use stories::settings::times;
use stories::{Chance, Office};

/// Families of the city: each command takes some tenths of a second, so that a death finds it at work.
const FAMILIES: usize = 3_000;

/// A command, and whether what it leaves is determined to the last byte.
struct Step {
    words: Vec<String>,
    is_determined: bool,
}

#[test]
fn a_command_that_is_killed_ends_the_next_time_as_if_nothing_had_happened() {
    let mut chance = Chance::of("plugs");
    let office = Office::of_2021();
    let city = City::beside(&office, FAMILIES);
    let step = |words: &[&str], is_determined| Step {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        is_determined,
    };
    let rt = office.enrol("31.74.10.1005", "002", "006");
    let names: Vec<String> = (0..300).map(|n| format!("CONTOH AMPLOP {n:03}")).collect();
    let code =
        |n: u16| RegistrationCode::from_random([&[1; 8][..], &n.to_be_bytes()].concat().try_into().unwrap());
    let codes: Vec<String> = (0..300).map(|n| code(n).to_string()).collect();
    for edition in 1..=30_u32 {
        let upto = usize::try_from(edition).unwrap() * 10;
        let families: Vec<(&str, &str)> =
            codes.iter().zip(&names).take(upto).map(|(code, name)| (code.as_str(), name.as_str())).collect();
        let letter = rt.seal(&rt.list(edition, &families));
        let folder = office.workspace().join("inbox/31.74.10.1005");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
    }
    let steps = [
        step(&["import", &city.path("lists")], false),
        step(&["collect"], true),
        step(&["match", "--aid", &city.path("bantuan.csv")], true),
        step(&["verify"], true),
        step(&["approve", "--tahap", "1"], true),
        step(&["allocate"], true),
        step(&["publish", "--made-up-keys"], true),
    ];
    let deaths = times(100).div_ceil(steps.len());
    let mut killed = 0;
    for Step { words, is_determined } in steps {
        let disturbed = office.twin();
        let longest = go(&office, &words) * 11 / 10;
        for _ in 0..deaths {
            let mut process =
                command(&disturbed, &words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            // This delay waits for nothing: it is the moment at which somebody pulls the plug.
            std::thread::sleep(chance.within(longest));
            killed += usize::from(process.try_wait().unwrap().is_none());
            process.kill().unwrap();
            process.wait().unwrap();
        }
        go(&disturbed, &words);
        assert_eq!(report(&disturbed), report(&office), "after {words:?}");
        if is_determined {
            assert_eq!(published(&disturbed), published(&office), "after {words:?}");
        }
    }
    assert!(killed > 0, "no death found a command at work");
    eprintln!("{killed} deaths of commands; each ended as if nothing had happened");
}

/// What the families are told: all of it follows from the register.
fn published(office: &Office) -> stories::Publication {
    let out = office.desk().join("probe/v1");
    let words = ["publish", "--made-up-keys", "--out", out.to_str().unwrap()].map(str::to_owned);
    go(office, &words);
    stories::Publication::read(&out).without_index()
}

fn command(office: &Office, words: &[String]) -> std::process::Command {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    let out = office.api();
    if words == ["publish", "--made-up-keys"] {
        words.extend(["--out", path(&out)]);
    }
    office.tepat(&words).command()
}

#[expect(clippy::disallowed_methods, reason = "never in wasm")]
fn go(office: &Office, words: &[String]) -> Duration {
    let start = Instant::now();
    let output = command(office, words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    start.elapsed()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

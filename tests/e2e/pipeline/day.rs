//! A day of the office, as `docs/sehari.md` tells it: every command is run, and answers what stands below it.

use e2e::settings::{in_repository, tepat};
use std::path::Path;
use std::process::{Command, Stdio};

/// A block of the page.
struct Block {
    /// What stands behind the fence: `sh`, `text`, `csv bank.csv`.
    kind: String,
    lines: Vec<String>,
    /// When, by the heading above: `2021-03-12T08:00`.
    at: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let (mut blocks, mut open, mut at) = (Vec::<Block>::new(), false, String::new());
    for line in page.lines() {
        match (line.strip_prefix("```"), open) {
            (Some(kind), false) => {
                blocks.push(Block { kind: kind.to_owned(), lines: Vec::new(), at: at.clone() });
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => blocks.last_mut().unwrap().lines.push(line.to_owned()),
            (None, false) => at = line.strip_prefix("## ").map_or(at, moment),
        }
    }
    assert!(!open);
    blocks
}

/// `12-03-2021, 08.00: …`
fn moment(heading: &str) -> String {
    let (when, _) = heading.split_once(": ").unwrap();
    let (day, time) = when.split_once(", ").unwrap();
    let parts: Vec<&str> = day.split('-').collect();
    let [day, month, year] = parts[..] else { panic!("{heading}") };
    format!("{year}-{month}-{day}T{}", time.replace('.', ":"))
}

/// The words of a command; what stands in quotes is one.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    });
    words.collect()
}

/// What the commands of a block say, one after the other.
fn say(block: &Block, folder: &Path) -> String {
    let mut said = String::new();
    for line in &block.lines {
        let words = words(line);
        assert_eq!(words[0], "tepat", "{line}");
        let mut command = Command::new(tepat());
        command.args(&words[1..]).args(["--now", &block.at]);
        command.current_dir(folder).env("TEPAT_BY", "Ani").stdin(Stdio::null());
        let output = command.output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{line}: {error}");
        said += &String::from_utf8(output.stdout).unwrap();
    }
    said
}

#[test]
fn the_page_of_a_day_tells_what_happens() {
    let folder = tempfile::tempdir().unwrap();
    for file in ["data/demo/points.csv", "data/samples/kemensos-pkh-bpnt.csv"]
        .into_iter()
        .chain(["data/samples/rt-005-rw-02-ulujami.xlsx", "data/samples/rt-011-rw-004-anggota.csv"])
    {
        let file = in_repository(file);
        std::fs::copy(&file, folder.path().join(file.file_name().unwrap())).unwrap();
    }
    let page = std::fs::read_to_string(in_repository("docs/sehari.md")).unwrap();
    let blocks = blocks(&page);
    for block in &blocks {
        if let Some((_, name)) = block.kind.split_once(' ') {
            std::fs::write(folder.path().join(name), block.lines.join("\n") + "\n").unwrap();
        }
    }
    let (mut said, mut commands) = (String::new(), 0);
    for block in &blocks {
        match block.kind.as_str() {
            "sh" => {
                said = say(block, folder.path());
                commands += block.lines.len();
            }
            "text" => {
                for line in &block.lines {
                    assert!(said.contains(line.as_str()), "{}: {line}\n{said}", block.at);
                }
            }
            _ => {}
        }
    }
    assert!(commands > 20, "{commands}");
}

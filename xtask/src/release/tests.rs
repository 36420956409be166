//! Releases into a folder that is looked at after every single change.

use super::build::Build;
use super::{Change, plan, put};
use anyhow::Result;
use domain::Date;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// An app of one page that names one program.
fn app(letter: char) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (version, program) = (letter.to_string().repeat(16), program(letter));
    let page = format!("<meta name=\"tepat-build\" content=\"{version}\"><script src=\"/{program}\">");
    let files = [
        ("index.html", page.clone()),
        ("index.html.gz", page),
        ("sw.js", format!("const VERSION = '{version}';")),
        ("icons/tepat.svg", format!("icon {letter}")),
        (&program, format!("program {letter}")),
        ("fonts/font-ffffffffffffffff.woff2", "the same in every release".to_owned()),
    ];
    for (file, content) in files {
        put(folder.path(), file, content.as_bytes()).unwrap();
    }
    folder
}

/// Named by a digest, so the letter is one of a to f.
fn program(letter: char) -> String {
    format!("program-{}.js", letter.to_string().repeat(16))
}

fn changes(app: &TempDir, folder: &Path, today: &str) -> Result<Vec<Change>> {
    plan(&Build::read(app.path())?, folder, day(today))
}

fn release(app: &TempDir, folder: &Path, today: &str) {
    for change in changes(app, folder, today).unwrap() {
        change.make(app.path(), folder).unwrap();
    }
}

/// The letter of the app that a visitor gets, of which every file must be there.
fn served(folder: &Path) -> Option<char> {
    let mut pages =
        ["index.html", "index.html.gz"].iter().filter_map(|page| fs::read_to_string(folder.join(page)).ok());
    let served = pages.next()?.split("content=\"").nth(1)?.chars().next()?;
    for page in std::iter::once(served).chain(pages.next()?.split("content=\"").nth(1)?.chars().next()) {
        assert!(folder.join(program(page)).exists(), "a page of {page} without its program");
    }
    Some(served)
}

fn has(folder: &Path, letter: char) -> bool {
    folder.join(program(letter)).exists()
}

#[test]
fn the_files_of_the_release_before_stay() {
    let folder = tempfile::tempdir().unwrap();
    release(&app('a'), folder.path(), "2021-03-01");
    release(&app('b'), folder.path(), "2021-03-02");
    assert_eq!(served(folder.path()), Some('b'));
    assert!(has(folder.path(), 'a'));
    assert_eq!(fs::read_to_string(folder.path().join("icons/tepat.svg")).unwrap(), "icon b");
}

#[test]
fn a_release_goes_thirty_days_after_it_was_replaced_and_not_after_it_was_made() {
    let folder = tempfile::tempdir().unwrap();
    release(&app('a'), folder.path(), "2021-01-01");
    release(&app('b'), folder.path(), "2021-03-01");
    release(&app('c'), folder.path(), "2021-03-31");
    assert!(has(folder.path(), 'a') && has(folder.path(), 'b'));
    release(&app('c'), folder.path(), "2021-04-01");
    assert!(!has(folder.path(), 'a') && has(folder.path(), 'b') && has(folder.path(), 'c'));
    assert!(folder.path().join("fonts/font-ffffffffffffffff.woff2").exists());
}

#[test]
fn a_rollback_is_a_release_like_others() {
    let folder = tempfile::tempdir().unwrap();
    release(&app('a'), folder.path(), "2021-03-01");
    release(&app('b'), folder.path(), "2021-03-02");
    release(&app('a'), folder.path(), "2021-03-03");
    assert_eq!(served(folder.path()), Some('a'));
    release(&app('a'), folder.path(), "2021-06-01");
    assert!(has(folder.path(), 'a') && !has(folder.path(), 'b'));
}

#[test]
fn the_same_release_again_changes_nothing() {
    let (app, folder) = (app('a'), tempfile::tempdir().unwrap());
    release(&app, folder.path(), "2021-03-01");
    let again = changes(&app, folder.path(), "2021-03-01").unwrap();
    assert!(matches!(again.as_slice(), [Change::Note(_)]), "{again:?}");
}

#[test]
fn files_that_came_by_another_way_stay_for_thirty_days_too() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), &program('e'), b"copied by hand").unwrap();
    put(folder.path(), "robots.txt", b"not ours").unwrap();
    release(&app('a'), folder.path(), "2021-03-01");
    release(&app('b'), folder.path(), "2021-03-31");
    assert!(has(folder.path(), 'e'));
    release(&app('b'), folder.path(), "2021-04-01");
    assert!(!has(folder.path(), 'e') && has(folder.path(), 'a'));
    assert!(folder.path().join("robots.txt").exists());
}

#[test]
fn a_compressed_page_of_the_release_before_does_not_stay() {
    let (app, folder) = (app('a'), tempfile::tempdir().unwrap());
    put(folder.path(), "index.html.br", b"a page of before").unwrap();
    release(&app, folder.path(), "2021-03-01");
    assert!(!folder.path().join("index.html.br").exists());
}

/// Stops a release after each of its changes: what visitors get is whole, nothing that they may still ask for is gone,
/// and the next release ends as if nothing had happened.
#[test]
fn a_release_may_be_stopped_at_any_moment() {
    let (a, b, c) = (app('a'), app('b'), app('c'));
    let mut landed = 0;
    for stop in 0.. {
        let folder = tempfile::tempdir().unwrap();
        release(&app('e'), folder.path(), "2021-01-01");
        release(&a, folder.path(), "2021-02-01");
        let changes = changes(&b, folder.path(), "2021-04-01").unwrap();
        if stop == changes.len() {
            break;
        }
        for change in &changes[..stop] {
            change.make(b.path(), folder.path()).unwrap();
            assert!(served(folder.path()).is_some());
        }
        let before = served(folder.path()).unwrap();
        assert!(has(folder.path(), 'a'), "gone after {stop} changes, on the day it was replaced");

        // 31 days later another release comes. What was served until then was served until today.
        release(&c, folder.path(), "2021-05-02");
        assert_eq!(served(folder.path()), Some('c'));
        assert!(
            has(folder.path(), before),
            "{before} is gone after {stop} changes, on the day it was replaced"
        );
        release(&c, folder.path(), "2021-06-02");
        let left: Vec<char> =
            ['e', 'a', 'b', 'c'].into_iter().filter(|letter| has(folder.path(), *letter)).collect();
        assert_eq!(left, ['c'], "after {stop} changes");
        landed += 1;
    }
    assert!(landed > 6, "only {landed} moments to stop at");
}

#[test]
fn a_debug_build_is_not_released() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "index.html", b"<meta name=\"tepat-build\" content=\"build-dev\">").unwrap();
    assert!(Build::read(folder.path()).is_err());
    assert!(Build::read(&folder.path().join("nothing")).is_err());
}

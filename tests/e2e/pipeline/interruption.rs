//! A publication appears whole, whenever one looks and whatever cuts it short.

use e2e::publication::read_signed;
use e2e::sample::{Family, HEADS, MEMBERS};
use e2e::{Office, Publication};
use sha2::{Digest, Sha256};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::mpsc;
use walkdir::WalkDir;
use wire::{Manifest, Purpose};

#[test]
fn a_publication_that_is_killed_leaves_the_one_before() {
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.publish();
    office.import(&MEMBERS);
    let files = office.publication().files().count();
    // At none the new secrets are still being derived; at the last the folder is about to take its place.
    let moments = [0, 1, 2, 3, 5, 8, files / 8, files / 4, files / 2, files - 1];
    let families = HEADS.families();
    let families: Vec<&Family> =
        families.iter().filter(|it| it.head().is_some()).take(moments.len()).collect();
    let mut killed = 0;
    for (family, moment) in families.iter().zip(moments) {
        office.decide(&family.kk, "ditetapkan");
        let before = office.publication();
        if kill_when_made(&office, moment) {
            killed += 1;
            assert!(
                office.publication() == before,
                "killed at {moment} files, it took the place all the same"
            );
        }
        office.publication().assert_whole();
    }
    assert!(killed >= 8, "only {killed} of {} publications were found at work", moments.len());

    office.publish();
    office.publication().assert_whole();
    for family in families {
        let status = office.publication().status_of(&family.kk, family.head().unwrap());
        assert_eq!(status.as_deref(), Some("ditetapkan"));
    }
    assert_eq!(office.import(&HEADS)["refused"], 2, "the register takes lists as before");
}

/// Kills a publication as soon as so many of its files are made; `false` if it was done before that was seen.
fn kill_when_made(office: &Office, files: usize) -> bool {
    let fresh = being_made(office);
    std::fs::remove_dir_all(&fresh).ok();
    let mut process = office.publishing().command().stdout(Stdio::null()).spawn().unwrap();
    while process.try_wait().unwrap().is_none() {
        if fresh.is_dir() && made(&fresh) >= files {
            process.kill().unwrap();
            process.wait().unwrap();
            return fresh.is_dir();
        }
        std::thread::yield_now();
    }
    false
}

/// Where a publication is made: outside what is served.
fn being_made(office: &Office) -> PathBuf {
    office.api().ancestors().nth(2).unwrap().join(".tepat-api-v1/new")
}

fn made(folder: &PathBuf) -> usize {
    WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()).count()
}

#[test]
fn a_reader_never_sees_half() {
    const PUBLICATIONS: usize = 12;
    let mut office = Office::of_2021();
    office.import(&HEADS);
    office.publish();
    let families = HEADS.families();
    std::thread::scope(|scope| {
        let (saw, seen) = mpsc::channel();
        let office = &office;
        let writer = scope.spawn(move || {
            for family in &families[..PUBLICATIONS] {
                // Each publication holds something that the one before does not.
                office.decide(&family.kk, "ditetapkan");
                office.publish();
                let serial = office.publication().index().serial;
                assert!(seen.iter().any(|seen| seen == serial), "the reader sees publication {serial}");
            }
        });
        while !writer.is_finished() {
            let (manifest, files, after) =
                (manifest(office), Publication::try_read(&office.api()), self::manifest(office));
            if manifest != after {
                continue; // Another publication took the place while this one was read.
            }
            let files = files.unwrap();
            assert_fits(&manifest, &files);
            saw.send(files.index().serial).ok();
        }
    });
}

fn manifest(office: &Office) -> Manifest {
    read_signed(Purpose::Manifest, &std::fs::read(office.api().join(Manifest::FILE)).unwrap())
}

/// Each file is the one that the manifest names, and there is no other.
fn assert_fits(manifest: &Manifest, publication: &Publication) {
    let digests = publication
        .files()
        .filter(|(path, _)| *path != Manifest::FILE)
        .map(|(path, bytes)| (path.to_owned(), data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))));
    assert_eq!(manifest.files, digests.collect());
}

//! A workspace that is lost comes back from its backup, and the work goes on as if nothing had happened.

use e2e::sample::HEADS;
use e2e::{Office, Register};
use std::fs;

const KELURAHAN: &str = "31.74.10.1005";
const CODES: [&str; 2] = ["0123-4567-89AB-CDEF-K", "0000-0000-0000-0001-1"];
const WORDS: &str = "empat kata yang acak";

#[test]
fn a_lost_workspace_comes_back_and_the_work_goes_on() {
    let mut office = Office::of_2021();
    let rt = office.enrol(KELURAHAN, "002", "006");
    office.import(&HEADS);
    let family = HEADS.families().into_iter().find(|family| family.head().is_some()).unwrap();
    office.decide(&family.kk, "ditetapkan");
    office.publish();
    office.collect_letter(&rt.seal(&rt.list(1, &[(CODES[0], "Contoh Pertama")])));
    // One waits in the drop box, one in quarantine.
    let stranger = Office::of_2021().enrol(KELURAHAN, "002", "006");
    office.collect_letter(&stranger.seal(&stranger.list(1, &[(CODES[0], "Contoh Asing")])));
    let waiting = rt.seal(&rt.list(2, &[(CODES[0], "Contoh Pertama"), (CODES[1], "Contoh Kedua")]));
    let box_of_kelurahan = office.workspace().join("inbox").join(KELURAHAN);
    fs::create_dir_all(&box_of_kelurahan).unwrap();
    fs::write(box_of_kelurahan.join(&waiting.name), &waiting.bytes).unwrap();

    let [backup, words] = ["backup.age", "words"].map(|name| office.desk().join(name));
    let [backup, words] = [backup.to_str().unwrap(), words.to_str().unwrap()];
    fs::write(words, WORDS).unwrap();
    office.tepat(&["backup", backup, "--passphrase-file", words]).answer();
    // What an office without the loss does next.
    let twin = office.twin();
    let before = Register::of(&office);
    fs::remove_dir_all(office.workspace()).unwrap();

    let workspace = office.workspace();
    let restore = ["restore", backup, workspace.to_str().unwrap(), "--passphrase-file", words];
    let restored = office.tepat(&restore).answer();
    assert_eq!(restored["made_at"], "2021-03-12T06:00");
    Register::of(&office).assert_same(&before, "restored");

    let answers = [&office, &twin].map(|office| office.collect());
    assert_eq!(answers[0]["envelopes"][0]["list"], answers[1]["envelopes"][0]["list"]);
    assert_eq!((&answers[0]["quarantined"], &answers[0]["known"]), (&answers[1]["quarantined"], &0.into()));
    let [own, other] = [&office, &twin].map(|office| {
        office.publish();
        office.publication()
    });
    assert_eq!(own.status_of(&family.kk, family.head().unwrap()).as_deref(), Some("ditetapkan"));
    // The same keys, salt and serial: the same files, byte for byte.
    assert!(own == other, "the publications differ");
    assert_eq!(rt.outcome(&own).unwrap().edition, 2);
    office.tepat(&["report"]).answer();
}

#[test]
fn what_cannot_be_restored_says_why_and_leaves_nothing() {
    let office = Office::of_2021();
    let [backup, words, wrong, to] = ["backup.age", "words", "wrong", "back"]
        .map(|name| office.desk().join(name).to_str().unwrap().to_owned());
    fs::write(&words, WORDS).unwrap();
    fs::write(&wrong, "empat kata yang lain").unwrap();
    office.tepat(&["backup", &backup, "--passphrase-file", &words]).answer();
    let whole = fs::read(&backup).unwrap();
    let refused = |bytes: &[u8], words: &str| {
        fs::write(&backup, bytes).unwrap();
        let complaint = office.tepat(&["restore", &backup, &to, "--passphrase-file", words]).complaint();
        assert!(!std::path::Path::new(&to).exists(), "{complaint}");
        complaint["code"].as_str().unwrap().to_owned()
    };
    assert_eq!(refused(&whole, &wrong), "sandi-salah");
    assert_eq!(refused(&whole[..whole.len() / 2], &words), "berkas-rusak");
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    assert_eq!(refused(&flipped, &words), "berkas-rusak");
    assert_eq!(refused(b"Nama,NIK\n", &words), "bukan-berkas-terkunci");
    // Nobody sits at a terminal, and a short passphrase is guessed.
    let complaint = office.tepat(&["backup", &to]).complaint();
    assert_eq!(complaint["code"], "tanpa-sandi");
    fs::write(&wrong, "rahasia").unwrap();
    let complaint = office.tepat(&["backup", &to, "--passphrase-file", &wrong]).complaint();
    assert_eq!(complaint["code"], "sandi-pendek");
    let workspace = office.workspace();
    let here = ["restore", &backup, workspace.to_str().unwrap(), "--passphrase-file", &words];
    let complaint = office.tepat(&here).complaint();
    assert_eq!(complaint["code"], "sudah-ada");
}

//! Somebody pulls the plug of the office machine, again and again, in the middle of its work.

use domain::RegistrationCode;
use e2e::city::{City, report};
use e2e::settings::times;
use e2e::{Chance, Office, Publication, Register, RtHead, work_sheet};
use std::fmt::Write as _;
use std::process::Stdio;
use std::time::{Duration, Instant};
use wire::Outcome;

/// Families of the city: each command takes some tenths of a second, so that a death finds it at work.
const FAMILIES: usize = 3_000;
/// Envelopes in the drop box.
const LETTERS: u32 = 30;
/// Families of which a person is asked whether they are somebody on a list.
const QUESTIONS: usize = 1_000;
/// So many commands are killed.
const COMMANDS: usize = 10;
/// As often as this, each: those that take in lists and letters, judge and publish a hundred times together.
const DEATHS: usize = 25;
/// How often a command is started for one death at work: most moments find it there.
const TRIES: usize = 5;

#[test]
fn a_command_that_is_killed_ends_the_next_time_as_if_nothing_had_happened() {
    let mut office = Office::of_2021();
    let city = City::beside(&office, FAMILIES);
    // So large a list of one RT would be held.
    office.tepat(&["settings", "--many-new", "1000"]).answer();
    let rt = office.enrol("31.74.10.1005", "002", "006");
    send_letters(&office, &rt);
    let papers = office.desk().join("papers");
    let papers = papers.to_str().unwrap();
    let mut plugs = Plugs { chance: Chance::of("plugs"), each: times(DEATHS), rt, pulled: 0, commands: 0 };

    plugs.pull(&office, &["import", &city.path("lists")]);
    plugs.pull(&office, &["collect"]);
    plugs.pull(&office, &["match", "--aid", &city.path("bantuan.csv")]);
    office.tepat(&["match", "--aid", &look_alikes(&office, &city)]).answer();
    plugs.pull(&office, &["verify"]);
    plugs.pull(&office, &["review", "in", &decided(&office), "--by", "Ani"]);
    plugs.pull(&office, &["approve", "--tahap", "1"]);
    plugs.pull(&office, &["allocate"]);
    office.dummy_keys().answer();
    plugs.pull(&office, &["publish", "--out"]);
    plugs.pull(&office, &["invite", "--call", "1", "--from", "2021-03-15", "--days", "1", "--out", papers]);
    let came = report_of_the_points(&office);
    plugs.pull(office.at("2021-03-20T06:00"), &["attend", &came]);

    assert_eq!((plugs.commands, plugs.pulled), (COMMANDS, plugs.each * COMMANDS));
    report(&office);
    eprintln!("{} deaths of commands at work; each ended as if nothing had happened", plugs.pulled);
}

/// Who pulls them, and how often that has found a command at work.
struct Plugs {
    chance: Chance,
    /// Deaths of each command.
    each: usize,
    /// Who is told what became of its families.
    rt: RtHead,
    pulled: usize,
    commands: usize,
}

impl Plugs {
    /// Lets the office do something undisturbed, and others that are like it before die of it until each of the deaths has
    /// found the command at work. Whoever dies does it once more, and has then written down what the undisturbed one has.
    fn pull(&mut self, office: &Office, words: &[&str]) {
        let before = office.twin();
        let longest = go(office, words);
        let undisturbed = State::after(office, &self.rt, words);
        let (mut pulled, mut tries) = (0, 0);
        while pulled < self.each {
            tries += 1;
            assert!(tries <= self.each * TRIES, "{words:?} is done too soon to be killed");
            let twin = before.twin();
            let mut process =
                command(&twin, words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            // This delay waits for nothing: it is the moment at which somebody pulls the plug.
            std::thread::sleep(self.chance.within(longest));
            if process.try_wait().unwrap().is_some() {
                continue;
            }
            process.kill().unwrap();
            process.wait().unwrap();
            pulled += 1;
            go(&twin, words);
            undisturbed.assert_same(&State::after(&twin, &self.rt, words), words);
        }
        self.pulled += pulled;
        self.commands += 1;
    }
}

/// What a command leaves behind.
struct State {
    register: Register,
    publication: Option<Publication>,
    outcome: Option<Outcome>,
}

impl State {
    fn after(office: &Office, rt: &RtHead, words: &[&str]) -> Self {
        let register = Register::of(office);
        let is_published = words.first() == Some(&"publish");
        let publication = is_published.then(|| office.publication());
        Self {
            register: if words.first() == Some(&"import") { register.without_codes() } else { register },
            // A run that died has used up a number, which the index and the outcomes bear.
            outcome: publication
                .as_ref()
                .map(|publication| Outcome { serial: 0, ..rt.outcome(publication).unwrap() }),
            publication: publication.map(|publication| publication.without_index().without_outcomes()),
        }
    }

    fn assert_same(&self, other: &Self, words: &[&str]) {
        self.register.assert_same(&other.register, &format!("after {words:?}"));
        assert!(self.publication == other.publication, "after {words:?}: another publication");
        assert!(self.outcome == other.outcome, "after {words:?}: another outcome");
    }
}

/// The head of an RT sends edition after edition, each with ten families more.
fn send_letters(office: &Office, rt: &RtHead) {
    let folder = office.workspace().join("inbox/31.74.10.1005");
    std::fs::create_dir_all(&folder).unwrap();
    let code =
        |n: u32| RegistrationCode::from_random([&[1; 6][..], &n.to_be_bytes()].concat().try_into().unwrap());
    let families: Vec<(String, String)> =
        (0..LETTERS * 10).map(|n| (code(n).to_string(), format!("CONTOH AMPLOP {n:03}"))).collect();
    let families: Vec<(&str, &str)> =
        families.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect();
    for (edition, some) in (1..).zip((10..=families.len()).step_by(10)) {
        let letter = rt.seal(&rt.list(edition, &families[..some]));
        std::fs::write(folder.join(&letter.name), &letter.bytes).unwrap();
    }
}

/// A list on which heads of families stand, each with a slip of the pen; the file of it.
fn look_alikes(office: &Office, city: &City) -> String {
    let mut table = "Nama,Tanggal Lahir,Kelurahan,Program\n".to_owned();
    for head in city.families().iter().take(QUESTIONS) {
        writeln!(table, "{}h,{},{},PKH", head.name, head.birth, head.kelurahan).unwrap();
    }
    let file = office.desk().join("mirip.csv");
    std::fs::write(&file, table).unwrap();
    file.to_str().unwrap().to_owned()
}

/// The work sheet, with a decision in each row; the file of it.
fn decided(office: &Office) -> String {
    let file = office.desk().join("tinjauan.xlsx");
    let sheet = work_sheet::take_out(office, &file);
    assert!(sheet.len() > QUESTIONS / 2, "{} questions", sheet.len() - 1);
    let decisions = [("layak", ""), ("ditolak: bantuan lain", "Sudah dicek ke RT")];
    let decisions: Vec<(usize, &str, &str)> = (1..sheet.len())
        .zip(decisions.into_iter().cycle())
        .map(|(row, (decision, note))| (row, decision, note))
        .collect();
    work_sheet::save(&work_sheet::filled(&sheet, &decisions), &file);
    file.to_str().unwrap().to_owned()
}

/// Everybody who was called has come, with a card; the file of it.
fn report_of_the_points(office: &Office) -> String {
    let mut table = "No KK;Kode;Hasil;Tanggal;Kartu\n".to_owned();
    let called = csv::Reader::from_path(office.desk().join("papers/bank.csv")).unwrap().into_records();
    for (number, row) in called.map(Result::unwrap).enumerate() {
        writeln!(table, ";{};datang;{};{:04}", &row[0], &row[10], number % 10_000).unwrap();
    }
    let file = office.desk().join("datang.csv");
    std::fs::write(&file, table).unwrap();
    file.to_str().unwrap().to_owned()
}

fn command(office: &Office, words: &[&str]) -> std::process::Command {
    let api = office.api();
    // A publication goes where each office has its own.
    let out = words.ends_with(&["--out"]).then(|| api.to_str().unwrap());
    let words: Vec<&str> = words.iter().copied().chain(out).collect();
    office.tepat(&words).command()
}

#[expect(clippy::disallowed_methods, reason = "never in wasm")]
fn go(office: &Office, words: &[&str]) -> Duration {
    let start = Instant::now();
    let output = command(office, words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    start.elapsed()
}

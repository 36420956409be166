use super::*;
use crate::lock::code_secret;
use crate::pin::PinKind;
use crate::{Backup, Family, ListVersion, Lock, Opener, OutboxItem, PhoneRegister};
use domain::RegistrationCode;
use seal::RestKey;
use serde_json::{Value, json};
use wire::{Bytes, Outcome};

const DATABASE: &str = include_str!("../../../../tests/fixtures/v1/phone-database.json");
const BACKUP: &str = include_str!("../../../../tests/fixtures/v1/backup.json");
const BACKUP_CODE: &str = include_str!("../../../../tests/fixtures/v1/backup-code.txt");
/// What the first release wrote into the two registers, as it stands in a backup.
const RT_REGISTER: &str = include_str!("../../../../tests/fixtures/v1/backup-register.json");
const RW_REGISTER: &str = include_str!("../../../../tests/fixtures/v1/rw-register.json");

/// The database of a phone of the first release.
struct Database(Value);

impl Database {
    fn read() -> Self {
        Self(serde_json::from_str(DATABASE).unwrap())
    }

    fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap()
    }

    /// The JSON of every value of an object store whose key begins so; a sealed one is opened.
    fn json(&self, store: &str, owner: &str, key: Option<&RestKey>) -> Vec<String> {
        let entries = self.0["stores"][store].as_array().unwrap();
        let ours = entries.iter().filter(|entry| entry[0].as_str().unwrap().starts_with(owner));
        ours.map(|entry| match (entry[1]["text"].as_str(), key) {
            (Some(text), _) => text.to_owned(),
            (None, key) => {
                let place = [store, "/", entry[0].as_str().unwrap()].concat();
                let sealed = Bytes::parse(entry[1]["bytes"].as_str().unwrap()).unwrap();
                String::from_utf8(key.unwrap().open(&place, &sealed.0).unwrap()).unwrap()
            }
        })
        .collect()
    }

    /// Unlocks a register with its PIN, and reads all of it.
    fn register(&self, owner: &str, pin: &str) -> PhoneRegister {
        let lock = read::<Lock>(&self.json("lock", owner, None)).remove(0);
        assert_eq!(lock.owner(), owner);
        let under_pin = lock.stretch.key(&PinKind::Digits.secret(pin)).unwrap();
        let key = lock.open(Opener::Pin, &under_pin).unwrap();
        let all = |store| self.json(store, owner, Some(&key));
        let secret = read::<Secret>(&all("secret")).remove(0);
        let under_code = lock.stretch.key(&code_secret(&secret.code)).unwrap();
        assert_eq!(lock.open(Opener::Code, &under_code), Some(key.clone()));
        let mut list_versions = read::<ListVersion>(&all("edition"));
        for (at, item) in read::<OutboxItem>(&all("parcel")).into_iter().enumerate() {
            assert_eq!((at, item.answer), (0, Some(401)));
            list_versions[1].text = item.text;
        }
        PhoneRegister {
            enrolment: secret.enrolment,
            families: read::<Family>(&all("family")),
            list_versions,
            outcome: read::<Outcome>(&all("outcome")).pop(),
        }
    }
}

/// Reads values, and compares what is written of them today with what was stored.
fn read<T: Stored>(stored: &[String]) -> Vec<T> {
    let read = |json: &String| {
        let value = T::from_json(json).unwrap_or_else(|| panic!("{json}"));
        assert_eq!(value.to_json().as_ref(), Some(json));
        value
    };
    stored.iter().map(read).collect()
}

fn as_json(register: &PhoneRegister) -> Value {
    serde_json::from_str(&register.to_json().unwrap()).unwrap()
}

#[test]
fn reads_and_writes_the_registers_of_the_first_release() {
    let database = Database::read();
    let rt = database.register(database.text("owner"), database.text("pin"));
    assert_eq!(as_json(&rt), serde_json::from_str::<Value>(RT_REGISTER).unwrap());
    let rw = database.register("31.74.10.1005/002/rw", database.text("rw_pin"));
    assert_eq!(as_json(&rw), serde_json::from_str::<Value>(RW_REGISTER).unwrap());
}

#[test]
fn reads_which_register_is_at_hand() {
    let database = Database::read();
    let active = read::<ActiveRegister>(&database.json("setting", "aktif", None));
    assert_eq!(active, [ActiveRegister(database.text("owner").to_owned())]);
}

#[test]
fn reads_a_backup_of_the_first_release() {
    let backup = Backup::read(BACKUP).unwrap();
    assert_eq!(backup.to_json().as_deref(), Some(BACKUP));
    let code = RegistrationCode::parse(BACKUP_CODE.trim()).unwrap();
    let register = backup.open(&backup.stretch.key(&code_secret(&code)).unwrap()).unwrap();
    assert_eq!(as_json(&register), serde_json::from_str::<Value>(RT_REGISTER).unwrap());
}

/// A family of the fixture, changed where it is stored.
fn family_with(change: impl FnOnce(&mut Value)) -> Option<Family> {
    let mut register: Value = serde_json::from_str(RW_REGISTER).unwrap();
    let family = &mut register["families"][0];
    change(family);
    Family::from_json(&family.to_string())
}

/// Puts a field of a later version into a value and all that it holds.
fn add_later_field(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(add_later_field),
        Value::Object(fields) => {
            fields.values_mut().for_each(add_later_field);
            fields.insert("added".to_owned(), json!({ "later": [1] }));
        }
        _ => {}
    }
}

#[test]
fn fields_of_later_versions_are_passed_over() {
    let plain = family_with(|_| {}).unwrap();
    assert_eq!(family_with(add_later_field), Some(plain));
}

#[test]
fn a_value_of_a_later_version_is_not_read() {
    assert!(family_with(|family| family["v"] = json!(1)).is_some());
    assert_eq!(family_with(|family| family["v"] = json!(2)), None);
    assert_eq!(family_with(|family| family["v"] = json!("2")), None);
}

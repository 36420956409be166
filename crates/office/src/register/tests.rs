use super::*;
use domain::RegistrationCode;
use seal::OfficeSecret;

/// A register as the first version left it, with one RT and one family.
fn of_version_1(path: &Path) {
    let db = Connection::open(path).unwrap();
    let (_, step) = STEPS[0];
    db.execute_batch(step).unwrap();
    db.pragma_update(None, "user_version", 1).unwrap();
    let secret = OfficeSecret::from_seed(&[1; 32]);
    db.execute(
        "INSERT INTO office VALUES (?1, ?2, '$5$', '31.74.10.1005', '002', '005', '2021-03-01', 4)",
        (secret.public().id(), secret.public().to_bytes()),
    )
    .unwrap();
    db.execute_batch(
        r#"INSERT INTO family VALUES (7, NULL, '31.74.10.1005', '002', '005',
               '{"head":{"name":"Contoh","relation":"kepala"},"area":"31.74.10.1005","rt":"005","rw":"002","address":"Gg. Contoh"}', NULL);
           INSERT INTO code VALUES ('0123-4567-89AB-CDEF-K', 7);"#,
    )
    .unwrap();
}

#[test]
fn a_register_of_the_first_version_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register.sqlite");
    of_version_1(&path);
    for _ in 0..2 {
        let register = Register::open(&path).unwrap();
        let [office] = &register.offices().unwrap()[..] else { panic!("one RT") };
        assert_eq!((office.edition, office.is_active()), (4, true));
        assert_eq!(office.scope.rt.map(|rt| rt.to_string()).as_deref(), Some("005"));
        let code = RegistrationCode::parse("0123-4567-89AB-CDEF-K").unwrap();
        let family = register.family_with_code(&code).unwrap().unwrap();
        assert_eq!((family.household.head.name.as_str(), family.entered_by), ("Contoh", None));
        assert!(register.is_code_of(&code, &office.scope).unwrap());
    }
}

#[test]
fn a_register_of_another_version_is_left_alone() {
    for version in [0, VERSION + 1] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.sqlite");
        Connection::open(&path).unwrap().pragma_update(None, "user_version", version).unwrap();
        let before = std::fs::read(&path).unwrap();
        assert_eq!(Register::open(&path).map(drop).unwrap_err().code, "versi-register");
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

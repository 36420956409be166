//! The documents of `tests/fixtures/` pass the schemas of today.

use e2e::schema::validator;
use e2e::settings::in_repository;

const FOLDER: &str = "tests/fixtures/v1/documents";

#[test]
fn every_document_passes_the_schema_of_today() {
    for (file, schema) in [
        ("index", "index"),
        ("areas", "areas"),
        ("points", "points"),
        ("stats", "stats"),
        ("manifest", "manifest"),
        ("bucket", "bucket"),
        ("status-record", "status-record"),
        ("outcome", "outcome"),
        ("outcome.envelope", "envelope"),
        ("household-list", "household-list"),
        ("household-list.envelope", "envelope"),
    ] {
        let bytes = std::fs::read(in_repository(FOLDER).join(format!("{file}.json"))).unwrap();
        if let Err(fault) = validator(schema).validate(&serde_json::from_slice(&bytes).unwrap()) {
            panic!("{file} at {}: {fault}", fault.instance_path());
        }
    }
}

//! The documents of `tests/fixtures/` pass the schemas of today.

use e2e::schema::validator;
use e2e::settings::in_repository;
use serde_json::Value;

#[test]
fn every_document_passes_the_schema_of_today() {
    let check = |schema: &str, document: &Value| {
        if let Err(fault) = validator(schema).validate(document) {
            panic!("{schema} at {}: {fault}", fault.instance_path());
        }
    };
    for folder in ["v1", "v2"] {
        for file in std::fs::read_dir(in_repository("tests/fixtures").join(folder).join("documents")).unwrap()
        {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let document: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            match name.as_str() {
                "keys" => {}
                "index" | "manifest" => {
                    check("signed", &document);
                    check(&name, &serde_json::from_str(document["document"].as_str().unwrap()).unwrap());
                }
                name => check(if name.ends_with(".envelope") { "envelope" } else { name }, &document),
            }
        }
    }
}

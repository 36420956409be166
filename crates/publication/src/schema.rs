//! The JSON Schemas of the API, made from the wire types themselves.

use office::fault::{During, Result};
use schemars::{Schema, schema_for};
use std::fs;
use std::path::Path;

/// Every document with its schema, by the name of its file.
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("signed", schema_for!(wire::Signed)),
        ("index", schema_for!(wire::Index)),
        ("manifest", schema_for!(wire::Manifest)),
        ("areas", schema_for!(wire::Areas)),
        ("points", schema_for!(wire::Points)),
        ("bucket", schema_for!(wire::Bucket)),
        ("bucket-group", schema_for!(wire::BucketGroup)),
        ("status-record", schema_for!(wire::StatusRecord)),
        ("envelope", schema_for!(wire::Envelope)),
        ("household-list", schema_for!(wire::HouseholdListDto)),
        ("outcome", schema_for!(wire::Outcome)),
        ("stats", schema_for!(wire::Stats)),
    ]
}

/// Writes them to a folder.
pub fn write(dir: &Path) -> Result<()> {
    fs::create_dir_all(dir).during("membuat folder")?;
    for (name, schema) in schemas() {
        let text = serde_json::to_string_pretty(&schema).during("menulis skema")?;
        fs::write(dir.join(format!("{name}.schema.json")), text + "\n").during("menulis skema")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `tepat schema docs/schema` brings them up to date.
    #[test]
    fn the_documented_schemas_are_those_of_the_code() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema");
        for (name, schema) in schemas() {
            let documented = fs::read_to_string(docs.join(format!("{name}.schema.json"))).unwrap();
            // Compared as values: which other crates are built decides in which order serde_json keeps keys.
            let documented: serde_json::Value = serde_json::from_str(&documented).unwrap();
            assert!(
                documented == serde_json::to_value(schema).unwrap(),
                "docs/schema/{name}.schema.json is out of date"
            );
        }
    }
}

//! The documented schemas of the API.

use crate::settings::in_repository;
use jsonschema::Validator;

/// What a document must be like, by the name of its schema.
pub fn validator(name: &str) -> Validator {
    let file = in_repository("docs/schema").join(format!("{name}.schema.json"));
    jsonschema::validator_for(&serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()).unwrap()
}

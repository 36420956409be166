//! Whoever knows the numbers finds the fate; whoever does not finds nothing.

use crate::town::{Fate, town};

#[test]
fn each_fate_is_found_by_head_by_spouse_and_by_code() {
    let publication = town().office.publication();
    for Fate { status, family } in &town().fates {
        for nik in [family.head().unwrap(), family.spouse().unwrap()] {
            assert_eq!(publication.status_of(&family.kk, nik).as_deref(), Some(*status));
        }
        let code = town().office.code_of(&family.kk);
        assert_eq!(publication.status_by_code(code).as_deref(), Some(*status));
    }
}

#[test]
fn a_family_without_nik_is_found_by_its_code() {
    let code = town().office.code_of(&town().without_nik.kk);
    assert_eq!(town().office.publication().status_by_code(code).as_deref(), Some("diusulkan"));
}

#[test]
fn numbers_of_two_families_find_nothing() {
    let (one, other) = (town().family("cair"), town().family("ditolak"));
    let publication = town().office.publication();
    assert_eq!(publication.status_of(&one.kk, other.head().unwrap()), None);
    assert_eq!(publication.status_of(&other.kk, one.head().unwrap()), None);
}

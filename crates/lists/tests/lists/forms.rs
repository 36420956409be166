//! Forms of labels and values.

use crate::as_people_have_them::list;

const SITI: &str = "2 9001 005/002 Jl. A 1: Siti 9012 kepala";

#[test]
fn a_form_is_a_family() {
    let form = |between: &str| {
        format!(
            "FORMULIR PENDATAAN\nNo KK{between}3174101001099001\nNama Kepala Keluarga{between}Siti\n\
             NIK{between}3174105205809012\nAlamat{between}Jl. A 1\nRT/RW{between}005/002\n"
        )
    };
    for between in [";", " : ", ":;", ";:;", ";: "] {
        list(&form(between), &[SITI], &[]);
    }
    // What is missing is said in the row of the form.
    list(&form(";").replace("3174105205809012", "31741052"), &[], &["2 E nik:panjang-salah"]);
}

#[test]
fn forms_below_each_other_and_persons_within_them() {
    list(
        "DATA KELUARGA RT 005 RW 002\n\
         No. KK : 3174101001099001\nNama : Siti\nNIK : 3174105205809012\nAlamat : Jl. A 1\nAgama : Islam\n\
         \nNo. KK : 3174101001099002\nNama : Budi\nNIK : 3174101203809013\nAlamat : Jl. B\n",
        &[SITI, "8 9002 005/002 Jl. B: Budi 9013 kepala"],
        &[],
    );
    list(
        "FORMULIR\nNo KK;3174101001099001;RT;5;RW;2\nNama KK;Budi\nNIK KK;3174101203809013\n\
         Nama Istri;Siti\nNIK Istri;3174105205809012\nAlamat;Jl. A 1\n",
        &["2 9001 005/002 Jl. A 1: Budi 9013 kepala, Siti 9012 istri"],
        &[],
    );
}

#[test]
fn what_is_no_form_is_none() {
    for text in [
        "3174101001099001;3174105205809012;Siti;Jl. A;5;2\n",
        "Nama : Siti\nAlamat : Jl. A\n",
        "Siti;3174105205809012\nBudi;3174101203809013\n",
    ] {
        assert!(lists::read(text.as_bytes(), &crate::context()).is_err(), "{text}");
    }
}

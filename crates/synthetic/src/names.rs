//! Names that nobody bears: every one begins with a word that says so.

use crate::chance::Chance;

const GIVEN: &[&str] = &[
    "Agus",
    "Bagas",
    "Cahya",
    "Darma",
    "Endang",
    "Fajar",
    "Gilang",
    "Hasan",
    "Indra",
    "Joko",
    "Kartika",
    "Lestari",
    "Mulyono",
    "Nurhayati",
    "Oktavia",
    "Prasetyo",
    "Qori",
    "Ratna",
    "Sulastri",
    "Teguh",
    "Umar",
    "Vina",
    "Wahyu",
    "Yanti",
    "Zulkifli",
    "Aminah",
    "Budi",
    "Citra",
    "Dewi",
    "Eko",
    "Fitri",
    "Gunawan",
    "Hendra",
    "Ika",
    "Jamilah",
    "Kusuma",
    "Laila",
    "Maman",
    "Neneng",
    "Otong",
    "Puspita",
    "Rohimah",
    "Sutrisno",
    "Tuti",
    "Untung",
    "Wulan",
];
const FAMILY: &[&str] = &[
    "Saputra",
    "Wijaya",
    "Hidayat",
    "Siregar",
    "Nasution",
    "Simanjuntak",
    "Santoso",
    "Rahman",
    "Maulana",
    "Kurniawan",
    "Permana",
    "Setiawan",
    "Firmansyah",
    "Hakim",
    "Lubis",
    "Harahap",
    "Susanto",
    "Purnomo",
    "Rahayu",
    "Handayani",
    "Puspitasari",
    "Anggraini",
    "Utami",
    "Safitri",
    "Wahyuni",
    "Sihombing",
    "Ginting",
    "Batubara",
    "Marpaung",
    "Sinaga",
];
const STREETS: &[&str] = &[
    "Mawar",
    "Melati",
    "Kenanga",
    "Anggrek",
    "Dahlia",
    "Cempaka",
    "Flamboyan",
    "Kamboja",
    "Bougenvil",
    "Teratai",
    "Haji Contoh",
    "Masjid",
    "Swadaya",
    "Pancasila",
    "Karya",
    "Damai",
    "Sejahtera",
    "Rukun",
    "Bersama",
    "Makmur",
];

pub(crate) fn person(chance: &mut Chance) -> String {
    let name = [chance.one_of(GIVEN), chance.one_of(GIVEN), chance.one_of(FAMILY)].join(" ");
    format!("Contoh {name}")
}

pub(crate) fn address(chance: &mut Chance) -> String {
    let kind = chance.one_of(&["Jl.", "Gg."]);
    format!("{kind} {} No. {}", chance.one_of(STREETS), 1 + chance.below(180))
}

/// The same name, as somebody else would write it.
pub(crate) fn misspelt(name: &str, chance: &mut Chance) -> String {
    let (from, to) = chance.one_of(&[("y", "j"), ("u", "oe"), ("ah", "a"), ("i", "ie"), ("s", "z")]);
    match name.rsplit_once(from) {
        Some((before, after)) => format!("{before}{to}{after}"),
        None => format!("{name}h"),
    }
}

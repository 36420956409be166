//! An example of each command from a day of the office. A test reads every one of them.

/// Of a command, by what is typed to get to it; none: it only holds others.
pub(super) fn example(path: &str) -> Option<&'static str> {
    EXAMPLES.iter().find(|(of, _)| *of == path).map(|(_, example)| *example)
}

const EXAMPLES: &[(&str, &str)] = &[
    ("init", "tepat init bst-2021 --recovery pemulihan.txt"),
    ("key", "tepat -C bst-2021 key"),
    ("key new", "tepat -C bst-2021 key new"),
    ("key switch", "tepat -C bst-2021 key switch"),
    ("key office", "tepat -C bst-2021 key office"),
    ("key recovery", "tepat -C bst-2021 key recovery /media/usb/pemulihan.txt"),
    ("key recover", "tepat -C bst-2021 key recover /media/usb/pemulihan.txt"),
    ("key lock", "tepat -C bst-2021 key lock"),
    ("key unlock", "tepat -C bst-2021 key unlock"),
    ("backup", "tepat -C bst-2021 backup cadangan.age"),
    ("restore", "tepat restore cadangan.age bst-2021-pulih"),
    ("import", "tepat -C bst-2021 import daftar-rt.xlsx --kelurahan 31.74.10.1005 --rw 002 --rt 005"),
    ("points", "tepat -C bst-2021 points titik.xlsx"),
    ("enrol rt", "tepat -C bst-2021 enrol rt 31.74.10.1005 002 005 --site https://bst.example.id"),
    ("enrol rw", "tepat -C bst-2021 enrol rw 31.74.10.1005 002 --site https://bst.example.id"),
    ("enrol list", "tepat -C bst-2021 enrol list"),
    ("enrol revoke", "tepat -C bst-2021 enrol revoke 4f1c2a90"),
    ("users", "tepat -C bst-2021 users > users.htpasswd"),
    ("collect", "tepat -C bst-2021 collect\ntepat -C bst-2021 collect --quarantine"),
    (
        "match",
        "tepat -C bst-2021 match --aid pkh-maret.xlsx --programme pkh\ntepat -C bst-2021 match --dukcapil dukcapil.parquet",
    ),
    ("verify", "tepat -C bst-2021 verify"),
    ("review out", "tepat -C bst-2021 review out tinjauan.xlsx"),
    ("review in", "tepat -C bst-2021 review in tinjauan.xlsx --by Ani"),
    ("review list", "tepat -C bst-2021 review list"),
    ("approve", "tepat -C bst-2021 approve --tahap 1 --by Ani"),
    ("allocate", "tepat -C bst-2021 allocate --csv pembagian.csv"),
    ("allocate request", "tepat -C bst-2021 allocate request --code ZQX2-691W-M85A-Z7AF-T"),
    (
        "invite",
        "tepat -C bst-2021 invite --call 1 --from 2021-03-15 --out undangan-1\ntepat -C bst-2021 invite --moved --from 2021-03-22 --out undangan-pindah",
    ),
    ("attend", "tepat -C bst-2021 attend laporan/titik-1.csv laporan/titik-2.csv"),
    ("disburse", "tepat -C bst-2021 disburse bank-dki-maret.xlsx --tahap 1"),
    ("accounts", "tepat -C bst-2021 accounts"),
    (
        "accounts settle",
        "tepat -C bst-2021 accounts settle 12 --as dikembalikan --reason \"Surat bank 14 April\" --by Ani",
    ),
    ("accounts report", "tepat -C bst-2021 accounts report --tahap 1"),
    ("resolve", "tepat -C bst-2021 resolve tertunda.xlsx --by Ani"),
    (
        "decide",
        "tepat -C bst-2021 decide --kk 3174102410099096 --status ditolak --reason bantuan-lain --note PKH --by Ani",
    ),
    ("undo", "tepat -C bst-2021 undo\ntepat -C bst-2021 undo 57 --by Ani"),
    ("settings", "tepat -C bst-2021 settings --second-person ya --months 5=2 --by Ani"),
    ("audit", "tepat -C bst-2021 audit"),
    (
        "list",
        "tepat -C bst-2021 list --unpaid 1 --area 31.74.10 --out belum-cair.xlsx\ntepat -C bst-2021 list --to-decide --out putusan.xlsx",
    ),
    (
        "report",
        "tepat -C bst-2021 report\ntepat -C bst-2021 report --per kelurahan --tahap 1 --at 2021-03-31",
    ),
    (
        "history",
        "tepat -C bst-2021 history --code ZQX2-691W-M85A-Z7AF-T --by Ani\ntepat -C bst-2021 history --day 2021-03-12 --by Ani",
    ),
    ("subject export", "tepat -C bst-2021 subject export --kk 3174102410099096 --by Ani > surat.txt"),
    (
        "subject correct",
        "tepat -C bst-2021 subject correct --kk 3174102410099096 --address \"Jl. Contoh No. 3\" --by Ani",
    ),
    ("subject erase", "tepat -C bst-2021 subject erase --kk 3174102410099096 --dry-run --by Ani"),
    ("retention", "tepat -C bst-2021 retention"),
    ("publish", "tepat -C bst-2021 publish --out /srv/tepat/api/v1"),
    ("verify-publication", "tepat verify-publication https://bst.example.id/api/v1 --key signing.pub"),
    ("serve", "tepat -C bst-2021 serve --port 8787"),
    ("demo", "tepat demo contoh"),
    ("completions", "tepat completions bash > ~/.local/share/bash-completion/completions/tepat"),
    ("manual", "tepat manual ~/.local/share/man/man1"),
];

//! What kind of file a table is by the names of its columns: for whoever gave it to the wrong command.

use domain::reading::plain;

/// Names that a table of the kind has, one of each group; what the kind is, and which command reads it.
struct Kind {
    needs: &'static [&'static [&'static str]],
    is: &'static str,
}

const NUMBER: &[&str] = &["kode pendaftaran", "kode", "no kk", "nomor kk", "kk", "nik", "no nik", "no ktp"];
const NAME: &[&str] =
    &["nama", "nama lengkap", "nama kepala keluarga", "nama penerima", "nama kpm", "nama titik"];

/// In this order: the first that fits.
const KINDS: [Kind; 8] = [
    Kind {
        needs: &[&["kunci"], &["pertanyaan"], &["keputusan"]],
        is: "lembar kerja tinjauan: `tepat review in`",
    },
    Kind {
        needs: &[
            NAME,
            &[
                "lat",
                "latitude",
                "lintang",
                "koordinat",
                "titik koordinat",
                "lat lon",
                "google maps",
                "link maps",
            ],
        ],
        is: "daftar titik: `tepat points`",
    },
    Kind { needs: &[NUMBER, &["keputusan"]], is: "keputusan keluarga yang tertunda: `tepat resolve`" },
    Kind {
        needs: &[NUMBER, &["hasil", "kehadiran", "tanggal datang", "tanggal hasil"]],
        is: "laporan titik: `tepat attend`",
    },
    Kind {
        needs: &[
            NUMBER,
            &["program", "bansos", "jenis bansos", "jenis bantuan", "nama program", "program bantuan"],
        ],
        is: "daftar bantuan lain: `tepat match --aid`",
    },
    Kind {
        needs: &[NUMBER, &["keadaan", "status hidup", "status kependudukan", "status penduduk"]],
        is: "data Dukcapil: `tepat match --dukcapil`",
    },
    Kind { needs: &[NUMBER, &["alamat", "alamat lengkap"], NAME], is: "daftar keluarga: `tepat import`" },
    Kind {
        needs: &[
            &[
                "kode pendaftaran",
                "kode",
                "no kk",
                "nomor kk",
                "kk",
                "nik",
                "no kartu",
                "nomor kartu",
                "kartu",
            ],
            &[
                "jumlah",
                "nominal",
                "nilai",
                "jumlah dana",
                "status transaksi",
                "status transfer",
                "status pencairan",
                "status penyaluran",
                "status",
            ],
        ],
        is: "laporan bank: `tepat disburse`",
    },
];

/// What a row of names of columns begins, with the command that reads it.
pub(super) fn file_kind(cells: &[String]) -> Option<&'static str> {
    let names: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let has = |group: &&[&str]| names.iter().any(|name| group.contains(&name.as_str()));
    KINDS.iter().find(|kind| kind.needs.iter().all(has)).map(|kind| kind.is)
}

#[cfg(test)]
mod tests {
    use super::file_kind;

    #[test]
    fn a_file_is_known_by_its_columns() {
        for (header, expect) in [
            ("No KK;Nama;Jumlah;Status Transaksi", Some("laporan bank: `tepat disburse`")),
            ("Kode;Hasil;Tanggal", Some("laporan titik: `tepat attend`")),
            ("No KK;Keputusan;Alasan", Some("keputusan keluarga yang tertunda: `tepat resolve`")),
            ("Nama;Lintang;Bujur", Some("daftar titik: `tepat points`")),
            ("NIK;Nama;Program", Some("daftar bantuan lain: `tepat match --aid`")),
            ("NIK;No KK;Keadaan", Some("data Dukcapil: `tepat match --dukcapil`")),
            ("No;No KK;Nama;Alamat;RT", Some("daftar keluarga: `tepat import`")),
            ("Kunci;Pertanyaan;Keputusan", Some("lembar kerja tinjauan: `tepat review in`")),
            ("No;Barang;Harga", None),
        ] {
            let cells: Vec<String> = header.split(';').map(str::to_owned).collect();
            assert_eq!(file_kind(&cells), expect, "{header}");
        }
    }
}

//! What a column of a list holds.

use serde::{Deserialize, Serialize};

/// Declares the kinds, each with its code and whether the owner of a list may choose it.
macro_rules! column_kinds {
    ($($(#[$doc:meta])* $kind:ident = $code:literal, $choice:ident;)+) => {
        /// What a column holds. What the reader does with each kind is in `lists::kind`, what people call it in the words
        /// of the app.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum ColumnKind { $($(#[$doc])* $kind,)+ }

        impl ColumnKind {
            /// Every kind, in the order in which they are offered.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$kind,)+];

            /// The code of the kind, in the choices of the app.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$kind => $code,)+ }
            }

            /// Whether the owner of a list may choose it.
            pub const fn choice(self) -> Choice {
                match self { $(Self::$kind => Choice::$choice,)+ }
            }
        }
    };
}

/// Whether the owner of a list may choose a kind for a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// For any column.
    Offered,
    /// For a column that the reader took for it.
    WhereFound,
    /// Never: it says why a column is not read, and is shown as [`ColumnKind::Unused`].
    NotRead,
}

column_kinds! {
    /// The KK number.
    Kk = "kk", Offered;
    /// The name of the person of the row.
    Name = "nama", Offered;
    /// The name of the head, where the column says so.
    HeadName = "nama-kepala", Offered;
    /// The NIK of the person of the row.
    Nik = "nik", Offered;
    /// The NIK of the head, where the column says so.
    HeadNik = "nik-kepala", Offered;
    /// The relation of the person to the head.
    Relation = "hubungan", Offered;
    /// The sex.
    Sex = "jenis-kelamin", Offered;
    /// A tick for a man.
    MaleTick = "L", WhereFound;
    /// A tick for a woman.
    FemaleTick = "P", WhereFound;
    /// The date of birth, perhaps after the place of birth.
    Birth = "tanggal-lahir", Offered;
    /// The occupation.
    Occupation = "pekerjaan", Offered;
    /// Other aid, by its name.
    Aid = "bantuan-lain", Offered;
    /// A tick for PKH.
    PkhTick = "pkh", WhereFound;
    /// A tick for BPNT.
    BpntTick = "bpnt", WhereFound;
    /// A tick for Kartu Sembako.
    KartuSembakoTick = "kartu-sembako", WhereFound;
    /// A tick for Paket Sembako.
    PaketSembakoTick = "paket-sembako", WhereFound;
    /// A tick for Kartu Prakerja.
    PrakerjaTick = "prakerja", WhereFound;
    /// The address.
    Address = "alamat", Offered;
    /// A part of the address: street, block, house number.
    AddressPart = "bagian-alamat", WhereFound;
    /// RT and RW in one: `005/02`.
    RtRw = "rt-rw", Offered;
    /// The number of the RT.
    Rt = "rt", Offered;
    /// The number of the RW.
    Rw = "rw", Offered;
    /// The kelurahan, by its name or code: rows of another one do not belong to this list.
    Kelurahan = "kelurahan", WhereFound;
    /// Whether the person lives, has died or has moved away.
    LifeState = "keadaan", WhereFound;
    /// The telephone number.
    Phone = "telepon", Offered;
    /// The number of people in the family.
    Size = "jumlah-jiwa", Offered;
    /// Whether the family was hit by the pandemic.
    Affected = "terdampak", WhereFound;
    /// Whether the family has a fixed income.
    FixedIncome = "penghasilan-tetap", WhereFound;
    /// Whether somebody is disabled.
    Disability = "disabilitas", Offered;
    /// How somebody is: it goes into the note, with the name of the column.
    Condition = "kondisi", WhereFound;
    /// The note.
    Note = "keterangan", Offered;
    /// `Status`: of the marriage, or the relation to the head; the cells decide.
    Status = "status", NotRead;
    /// The running number.
    Counter = "nomor-urut", NotRead;
    /// Known, and not needed.
    Unused = "tidak-dibaca", Offered;
}

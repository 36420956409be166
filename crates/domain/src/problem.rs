//! What is wrong with a draft, named by its place.

use crate::field::Place;
use crate::sixteen::NumberFault;
use serde::{Deserialize, Serialize};

/// What is wrong. Bars keep a draft from becoming a record; warnings go with the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// Bar: nothing where something must be.
    Missing,
    /// Bar: a number that cannot be a NIK or KK.
    Number(NumberFault),
    /// Bar: no date of the calendar, or one in the future.
    Date,
    /// Bar: not a number of an RT or RW.
    Neighbourhood,
    /// Bar: the same NIK as member `0` of this household (0 the head).
    SameNik(usize),
    /// Bar: a list names the members, and none of them as the head.
    NoHead,
    /// Bar: a number that stands where there is none: 9999999999999999, 1234567890123456.
    Placeholder,
    /// Warning: a formula of a spreadsheet that failed: `#N/A`. Where something must be, its absence is the bar.
    Formula,
    /// Bar: a spreadsheet has made a date of an RT and RW.
    NeighbourhoodDate,
    /// Bar: the row names another kelurahan than the one whose list this is.
    OtherKelurahan,
    /// Bar: more members than so many, which no family has.
    TooManyMembers(usize),
    /// Warning: a text of more letters than so many, of which the first are kept.
    TooLong(usize),
    /// Bar: several names stand where one person is named: `Budi / Siti`.
    SeveralNames,
    /// Warning: what stands there may be one name or several: it is wrapped, or cut by a comma.
    PerhapsSeveralNames,
    /// Bar: NIK and KK number of this row stand in the column of the other.
    NumbersExchanged,
    /// Warning: they may, or are one and the same.
    PerhapsNumbersExchanged,
    /// Warning: a title or the address names another kelurahan than the one whose list this is.
    MentionsOtherKelurahan,
    /// Warning: the list says that nobody knows or has found the person.
    SaidNotFound,
    /// Warning: the list says that the conditions of the aid are not met: `TMS`.
    SaidIneligible,
    /// Warning: the list says that the person has died.
    SaidDead,
    /// Warning: the row of a text reaches farther than the names of its columns: a separator within a cell may have moved what
    /// stands behind it.
    TooManyCells,
    /// Warning: the list says that the person has moved away.
    SaidMoved,
    /// Warning: the rows of the family name several addresses.
    SeveralAddresses,
    /// Warning: no NIK, and that is stated.
    WithoutNik,
    /// Warning: no KK number, and that is stated.
    WithoutKk,
    /// Warning: first registered outside Jakarta.
    ForeignRegion,
    /// Warning: the birth date in the NIK differs from the date given, or is impossible.
    NikBirth,
    /// Warning: the sex in the NIK differs from the sex given.
    NikSex,
    /// Warning: serial 0000, which no office gives.
    Serial,
    /// Warning: an RT or RW number that is rare.
    UnusualNeighbourhood,
    /// Warning: an RT or RW other than the one whose list this is.
    OtherNeighbourhood,
    /// Warning: nobody has said yet.
    Unanswered,
    /// Warning: this person receives other aid, so the family cannot get BST.
    OtherAid,
    /// Warning: the place in the KK was not clear.
    Relation,
}

/// A fault and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub fault: Fault,
}

impl Fault {
    /// Whether the draft may become a record all the same.
    pub fn is_warning(self) -> bool {
        !matches!(
            self,
            Self::Missing
                | Self::Number(_)
                | Self::Date
                | Self::Neighbourhood
                | Self::SameNik(_)
                | Self::NoHead
                | Self::Placeholder
                | Self::NeighbourhoodDate
                | Self::OtherKelurahan
                | Self::SeveralNames
                | Self::NumbersExchanged
                | Self::TooManyMembers(_)
        )
    }

    /// The code in reports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "kosong",
            Self::Number(NumberFault::Empty) => "kosong",
            Self::Number(NumberFault::Length(_)) => "panjang-salah",
            Self::Number(NumberFault::NotDigit) => "bukan-angka",
            Self::Number(NumberFault::Rounded) => "dibulatkan",
            Self::Date => "tanggal-salah",
            Self::Neighbourhood => "rt-rw-salah",
            Self::SameNik(_) => "nik-sama-dalam-kk",
            Self::NoHead => "tanpa-kepala",
            Self::Placeholder => "nomor-isian",
            Self::Formula => "galat-rumus",
            Self::NeighbourhoodDate => "rt-rw-jadi-tanggal",
            Self::OtherKelurahan => "kelurahan-lain",
            Self::TooManyMembers(_) => "terlalu-banyak-anggota",
            Self::TooLong(_) => "terlalu-panjang",
            Self::SeveralNames => "beberapa-nama",
            Self::PerhapsSeveralNames => "mungkin-beberapa-nama",
            Self::NumbersExchanged => "nomor-tertukar",
            Self::PerhapsNumbersExchanged => "mungkin-nomor-tertukar",
            Self::MentionsOtherKelurahan => "menyebut-kelurahan-lain",
            Self::SaidNotFound => "disebut-tidak-ditemukan",
            Self::SaidIneligible => "disebut-tidak-memenuhi-syarat",
            Self::SaidDead => "disebut-meninggal",
            Self::TooManyCells => "sel-berlebih",
            Self::SaidMoved => "disebut-pindah",
            Self::SeveralAddresses => "alamat-beda",
            Self::WithoutNik => "tanpa-nik",
            Self::WithoutKk => "tanpa-kk",
            Self::ForeignRegion => "wilayah-luar-jakarta",
            Self::NikBirth => "tanggal-nik-beda",
            Self::NikSex => "jenis-kelamin-nik-beda",
            Self::Serial => "nomor-urut-nol",
            Self::UnusualNeighbourhood => "rt-rw-tidak-lazim",
            Self::OtherNeighbourhood => "rt-rw-beda",
            Self::Unanswered => "belum-dijawab",
            Self::OtherAid => "bantuan-lain",
            Self::Relation => "hubungan-tidak-jelas",
        }
    }
}

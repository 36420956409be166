//! What the name of a column means.

mod names;

use crate::cell::states_none;
use domain::{Aid, Field, Sex};
use names::{NAMES, normalised};
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// A field of the household, or of the member of the row.
    Field(Field),
    /// The name of the head, where the column says so.
    HeadName,
    /// The NIK of the head, where the column says so.
    HeadNik,
    /// RT and RW in one: `005/02`.
    RtRw,
    /// A part of the address: street, block, house number.
    AddressPart,
    /// A tick: this sex.
    SexTick(Sex),
    /// A tick: this aid.
    AidTick(Aid),
    /// Who is disabled, or how somebody is: it goes into the note, with the name of the column.
    Condition,
    /// `Status`: of the marriage, or the place in the KK; its cells tell.
    Status,
    /// The running number.
    Counter,
    /// Known, and not needed.
    Unused,
}

impl Meaning {
    /// What a column of this name holds; `None`: a name that is not known.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let name = normalised(name);
        let fits = |wanted: &&str| match wanted.strip_prefix('=') {
            Some(whole) => name.trim() == whole,
            None => name.contains(&format!(" {wanted} ")),
        };
        let (meaning, _) = NAMES.iter().find(|(_, names)| names.iter().any(fits))?;
        Some(*meaning)
    }

    /// What a column holds whose name stands under a wider one: `NIK` under `KEPALA KELUARGA`.
    pub(crate) fn under(group: &str, name: &str) -> Option<Self> {
        // `belum punya NIK` is what a row says, not what a column is called.
        if states_none(name) {
            return None;
        }
        if name.is_empty() || group.is_empty() {
            return Self::of(if name.is_empty() { group } else { name });
        }
        let wider = Self::of(group);
        let of_head = normalised(group).contains(" kepala ");
        match (wider, Self::of(name), normalised(name).trim()) {
            (Some(Self::Field(Field::Sex)), _, "l") => Some(Self::SexTick(Sex::Male)),
            (Some(Self::Field(Field::Sex)), _, "p") => Some(Self::SexTick(Sex::Female)),
            // Men, women, all.
            (Some(Self::Field(Field::Size)), _, "l" | "p" | "lk" | "pr") => Some(Self::Unused),
            (Some(Self::Field(Field::Address)), Some(Self::Counter), _) => Some(Self::AddressPart),
            (_, Some(Self::Field(Field::Name)), _) if of_head => Some(Self::HeadName),
            (_, Some(Self::Field(Field::Nik)), _) if of_head => Some(Self::HeadNik),
            // Half a name each: NOMOR over KK, NAMA KEPALA over KELUARGA.
            (_, None | Some(Self::Counter | Self::Field(Field::Kk)), _) => {
                Self::of(&format!("{group} {name}"))
            }
            (_, own, _) => own,
        }
    }

    /// Whether a list can hardly be without this column.
    pub(crate) fn is_key(self) -> bool {
        matches!(self, Self::Field(Field::Kk | Field::Nik | Field::Name) | Self::HeadName | Self::HeadNik)
    }

    /// Whether one column holds it, and no second one.
    pub(crate) fn is_single(self) -> bool {
        matches!(self, Self::Field(_) | Self::HeadName | Self::HeadNik | Self::RtRw)
    }

    /// The fields of the household that the column fills.
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::Field(Field::Kk) => &[Field::Kk],
            Self::Field(Field::Name) | Self::HeadName => &[Field::Name],
            Self::Field(Field::Nik) | Self::HeadNik => &[Field::Nik],
            Self::Field(Field::Relation) => &[Field::Relation],
            Self::Field(Field::Sex) | Self::SexTick(_) => &[Field::Sex],
            Self::Field(Field::Birth) => &[Field::Birth],
            Self::Field(Field::Occupation) => &[Field::Occupation],
            Self::Field(Field::Aid) | Self::AidTick(_) => &[Field::Aid],
            Self::Field(Field::Address) | Self::AddressPart => &[Field::Address],
            Self::Field(Field::Rt) => &[Field::Rt],
            Self::Field(Field::Rw) => &[Field::Rw],
            Self::RtRw => &[Field::Rt, Field::Rw],
            Self::Field(Field::Phone) => &[Field::Phone],
            Self::Field(Field::Size) => &[Field::Size],
            Self::Field(Field::Affected) => &[Field::Affected],
            Self::Field(Field::FixedIncome) => &[Field::FixedIncome],
            Self::Field(Field::Note) => &[Field::Note],
            Self::Field(Field::Household) | Self::Condition | Self::Status | Self::Counter | Self::Unused => {
                &[]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(group: &str, names: &[&str], expect: Option<Meaning>) {
        for name in names {
            assert_eq!(Meaning::under(group, name), expect, "{group} / {name}");
        }
    }

    #[test]
    fn single_names() {
        let field = |field| Some(Meaning::Field(field));
        check(
            "",
            &["No KK", "NO. KARTU KELUARGA", "Nomor KK", "NKK", "No. KK", "NO.KK", "K.K.", "no_kk", "NOKK"],
            field(Field::Kk),
        );
        check(
            "",
            &["NIK", "No KTP", "N.I.K", "Nomor Induk Kependudukan", "NO. KTP/NIK", "NIK (16 digit)"],
            field(Field::Nik),
        );
        check("", &["NIK Kepala Keluarga", "NIK KK"], Some(Meaning::HeadNik));
        check(
            "",
            &["Nama", "Nama Lengkap", "NAMA ANGGOTA KELUARGA", "Nama sesuai KTP", "Nama Penerima"],
            field(Field::Name),
        );
        check(
            "",
            &["Nama KK", "Nama Kepala Keluarga", "KEPALA KELUARGA", "Nm. Kep. Klg."],
            Some(Meaning::HeadName),
        );
        check(
            "",
            &["Alamat", "Alamat Domisili", "Alamat (RT/RW)", "ALAMAT SESUAI KTP"],
            field(Field::Address),
        );
        check("", &["RT/RW", "RT / RW", "RT-RW"], Some(Meaning::RtRw));
        check("", &["RT", "No. RT"], field(Field::Rt));
        check(
            "",
            &["Jml Jiwa", "Jumlah Anggota", "JUMLAH JIWA", "Jml. Anggota Keluarga"],
            field(Field::Size),
        );
        check(
            "",
            &["Hubungan", "SHDK", "Status Hubungan", "Hub. dengan Kepala Keluarga", "Hub. KK"],
            field(Field::Relation),
        );
        check("", &["L/P", "JK", "Jenis Kelamin", "Jns Kelamin"], field(Field::Sex));
        check("", &["Tgl Lahir", "TTL", "Tempat, Tanggal Lahir", "Tgl. Lahir"], field(Field::Birth));
        check("", &["Pekerjaan", "Mata pencaharian", "Pekerjaan Kepala Keluarga"], field(Field::Occupation));
        check("", &["Keterangan", "Ket", "KET."], field(Field::Note));
        check("", &["Bansos yang diterima", "Bantuan lain (PKH/BPNT)", "PROGRAM"], field(Field::Aid));
        check("", &["PKH", "Penerima PKH"], Some(Meaning::AidTick(Aid::Pkh)));
        check("", &["No HP", "Telepon", "No. Telp/WA"], field(Field::Phone));
        check("", &["No", "NO.", "No Urut"], Some(Meaning::Counter));
        check(
            "",
            &["Kelurahan", "Tempat Lahir", "Agama", "Nama Ibu Kandung", "Tanda Tangan"],
            Some(Meaning::Unused),
        );
        check(
            "",
            &[
                "Disabilitas",
                "Penyandang Disabilitas",
                "Status Disabilitas",
                "Kondisi",
                "Kondisi Anggota",
                "Kelompok Rentan",
                "Jumlah anggota difabel",
            ],
            Some(Meaning::Condition),
        );
        check("", &["Foo", "Kondisi rumah", "", "Warna rumah"], None);
    }

    #[test]
    fn names_under_names() {
        check("KEPALA KELUARGA", &["NAMA", "Nama Lengkap"], Some(Meaning::HeadName));
        check("KEPALA KELUARGA", &["NIK"], Some(Meaning::HeadNik));
        check("ANGGOTA KELUARGA", &["NAMA"], Some(Meaning::Field(Field::Name)));
        check("ALAMAT", &["NO", "Jalan"], Some(Meaning::AddressPart));
        check("ALAMAT", &["RT"], Some(Meaning::Field(Field::Rt)));
        check("JENIS KELAMIN", &["L"], Some(Meaning::SexTick(Sex::Male)));
        check("NAMA KEPALA", &["KELUARGA"], Some(Meaning::HeadName));
        check("NAMA", &["KK"], Some(Meaning::HeadName));
        check("NOMOR", &["KK"], Some(Meaning::Field(Field::Kk)));
        check("KARTU KELUARGA", &["NO"], Some(Meaning::Field(Field::Kk)));
        check("JUMLAH", &["JIWA"], Some(Meaning::Field(Field::Size)));
        check("JUMLAH JIWA", &["L", "P"], Some(Meaning::Unused));
        check("JUMLAH JIWA", &["JML"], Some(Meaning::Field(Field::Size)));
        check("BANTUAN", &["PKH"], Some(Meaning::AidTick(Aid::Pkh)));
    }
}

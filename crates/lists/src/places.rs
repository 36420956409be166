//! Where the columns of each kind stand. Every row asks for it, so it is worked out once for a section.

use crate::named_column::NamedColumn;
use crate::person_columns::PersonColumns;
use lists_protocol::ColumnKind;

/// Where the columns of each kind stand; those of persons who stand in the row of another are left out.
#[derive(Clone, Debug)]
pub(crate) struct Places {
    /// The column of each kind that there is; of several the one that counts before the others.
    first: Vec<(ColumnKind, usize)>,
    person: PersonColumns,
    head: Option<PersonColumns>,
}

impl Places {
    pub(crate) fn of(columns: &[NamedColumn]) -> Self {
        let mut first: Vec<(ColumnKind, &NamedColumn)> = Vec::new();
        for column in columns.iter().filter(|column| column.slot.is_none()) {
            let Some(kind) = column.kind else { continue };
            match first.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, known)) if column.rank_among(kind) < known.rank_among(kind) => *known = column,
                Some(_) => {}
                None => first.push((kind, column)),
            }
        }
        let first = first.into_iter().map(|(kind, column)| (kind, column.at)).collect();
        let nobody = PersonColumns { name: None, nik: None };
        let mut places = Self { first, person: nobody, head: None };
        places.person = places.find_person();
        places.head = places.find_head();
        places
    }

    /// The column of a kind.
    pub(crate) fn at(&self, kind: ColumnKind) -> Option<usize> {
        self.first.iter().find(|(of, _)| *of == kind).map(|(_, at)| *at)
    }

    /// See [`Columns::person`](crate::columns::Columns::person).
    pub(crate) fn person(&self) -> PersonColumns {
        self.person
    }

    /// See [`Columns::head`](crate::columns::Columns::head).
    pub(crate) fn head(&self) -> Option<PersonColumns> {
        self.head
    }

    fn find_person(&self) -> PersonColumns {
        let (name, nik) = (ColumnKind::Name, ColumnKind::Nik);
        match self.at(name) {
            Some(at) => {
                // Where the head has a column for the name too, the number of the head is not that of the member.
                let of_head =
                    || self.at(ColumnKind::HeadNik).filter(|_| self.at(ColumnKind::HeadName).is_none());
                PersonColumns { name: Some(at), nik: self.at(nik).or_else(of_head) }
            }
            None => PersonColumns {
                name: self.at(ColumnKind::HeadName),
                nik: self.at(ColumnKind::HeadNik).or_else(|| self.at(nik)),
            },
        }
    }

    fn find_head(&self) -> Option<PersonColumns> {
        let name = self.at(ColumnKind::HeadName)?;
        let nik = self.at(ColumnKind::HeadNik).filter(|at| self.person.nik != Some(*at));
        self.at(ColumnKind::Name).map(|_| PersonColumns { name: Some(name), nik })
    }
}

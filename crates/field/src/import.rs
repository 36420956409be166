//! A list on its way into the register: read, shown, mended, taken in. It outlives the page, so that nobody who looks
//! something up elsewhere begins anew.

use crate::field_session::{FieldSession, field_session, today};
use crate::sheets::Sheets;
use domain::{Entry, Place};
use futures::StreamExt;
use leptos::prelude::*;
use leptos::task::spawn_local;
use lists_protocol::{
    Account, Column, ColumnKind, Context, Correction, Progress, ReadJob, ReaderAnswer, SheetFault,
};
use phone::{ImportBatch, ImportTotals, KnownFamilies, PhoneRegister, link};
use ui::browser::file::File;
use ui::release;

/// The list that is brought in. A copy is a handle to the same one.
#[derive(Clone, Copy)]
pub struct Import {
    /// How far it is.
    pub stage: RwSignal<Stage>,
    /// Its families.
    pub batch: RwSignal<ImportBatch>,
    /// Its columns.
    pub columns: RwSignal<Vec<Column>>,
    /// What its columns hold was said the last time, of a list with the same ones.
    pub recalled: RwSignal<bool>,
    /// What became of its rows.
    pub account: RwSignal<Account>,
    /// Whether families of the register are brought up to date.
    pub update: RwSignal<bool>,
    session: FieldSession,
    sheets: StoredValue<Sheets, LocalStorage>,
    file: StoredValue<Option<File>, LocalStorage>,
    corrections: StoredValue<Vec<Correction>>,
    /// It has not been read before: what is remembered of lists like it counts.
    is_new: StoredValue<bool>,
    /// What the register knows already.
    known: StoredValue<KnownFamilies>,
    /// Whose list it is, by [`link::owner`].
    owner: StoredValue<String>,
    /// Counts the readings: what an earlier one still has to say is not heard.
    reading: StoredValue<u32>,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// No list is chosen.
    Choosing,
    /// The reader is at it; `None`: it is only being fetched.
    Reading(Option<Progress>),
    /// The file is no list, unless its owner says what the columns hold.
    NoList(SheetFault),
    /// The reader did not start, or it died over the file.
    Failed,
    /// The families are shown, to be mended and taken in.
    Read,
    /// So many families are in.
    Taking(usize),
    /// They are in.
    Taken(ImportTotals),
}

impl Import {
    /// Sets it up; nothing is fetched before a file is chosen.
    fn new() -> Self {
        let import = Self {
            stage: RwSignal::new(Stage::Choosing),
            batch: RwSignal::new(ImportBatch::default()),
            columns: RwSignal::new(Vec::new()),
            recalled: RwSignal::new(false),
            account: RwSignal::new(Account::default()),
            update: RwSignal::new(false),
            session: field_session(),
            sheets: StoredValue::new_local(Sheets::new()),
            file: StoredValue::new_local(None),
            corrections: StoredValue::new(Vec::new()),
            is_new: StoredValue::new(false),
            known: StoredValue::new(KnownFamilies::default()),
            owner: StoredValue::new(String::new()),
            reading: StoredValue::new(0),
        };
        release::release().waits_while(move |_| {
            !matches!(import.stage.get_untracked(), Stage::Choosing | Stage::Failed | Stage::Taken(_))
        });
        import
    }

    /// The reader and the writer.
    pub fn sheets(self) -> Sheets {
        self.sheets.get_value()
    }

    /// Whether somebody has said what a column holds.
    pub fn is_corrected(self) -> bool {
        self.corrections.with_value(|corrections| !corrections.is_empty())
    }

    /// Comes back to the list, if it is that of the same RT and not over.
    pub fn open(self) {
        let owner = self.session.peek(|register| link::owner(&register.enrolment)).unwrap_or_default();
        let last = self.owner.try_update_value(|last| std::mem::replace(last, owner.clone()));
        if last != Some(owner) || matches!(self.stage.get_untracked(), Stage::Taken(_)) {
            self.forget();
        }
    }

    /// Reads a file.
    pub fn begin(self, file: File) {
        self.forget();
        self.file.set_value(Some(file));
        self.is_new.set_value(true);
        self.read();
    }

    /// Says what a column holds, and reads the file once more.
    pub fn correct(self, column: &Column, kind: ColumnKind) {
        let Column { sheet, name, .. } = column.clone();
        self.corrections.update_value(|corrections| {
            corrections.retain(|other| (&other.sheet, &other.name) != (&sheet, &name));
            corrections.push(Correction { sheet, name, kind });
        });
        self.batch.update(ImportBatch::begin_again);
        self.read();
    }

    /// Reads the file by the names of its columns alone, whatever was said of others like it.
    pub fn read_as_named(self) {
        self.corrections.set_value(Vec::new());
        self.recalled.set(false);
        self.batch.update(ImportBatch::begin_again);
        self.read();
    }

    /// Ends the reading, and leaves the register as it is.
    pub fn forget(self) {
        self.sheets.with_value(Sheets::stop_reading);
        self.reading.update_value(|reading| *reading += 1);
        self.file.set_value(None);
        self.corrections.set_value(Vec::new());
        self.batch.set(ImportBatch::default());
        self.columns.set(Vec::new());
        self.recalled.set(false);
        self.account.set(Account::default());
        self.update.set(false);
        self.stage.set(Stage::Choosing);
    }

    /// Mends a field of a family.
    pub fn mend(self, at: usize, place: Place, mended: Entry) {
        let change = |register: &PhoneRegister| {
            self.known.with_value(|known| {
                self.batch.update(|batch| {
                    batch.mend(at, place, mended, &register.enrolment, today(), known);
                });
            });
        };
        self.session.peek(change);
    }

    /// Takes the families in.
    pub fn take_in(self) {
        let update = self.update.get_untracked();
        self.stage.set(Stage::Taking(0));
        let (columns, corrections) = (self.columns.get_untracked(), self.corrections.get_value());
        let batch = self.batch.try_update(std::mem::take).unwrap_or_default();
        spawn_local(async move {
            let tell = |count| self.stage.set(Stage::Taking(count));
            self.session.remember(&columns, &corrections).await;
            let arrived = self.session.take_in(batch.accepted(update), tell).await;
            self.forget();
            if let Some(arrived) = arrived {
                self.stage.set(Stage::Taken(arrived));
            }
        });
    }

    fn read(self) {
        let job = self.session.peek(|register| {
            self.known.set_value(KnownFamilies::of(register));
            let enrolment = &register.enrolment;
            ReadJob {
                context: Context {
                    area: enrolment.area.clone(),
                    kelurahan: Some(enrolment.area_name.clone()),
                    default_rt: enrolment.rt,
                    default_rw: Some(enrolment.rw),
                    today: today(),
                    corrections: self.corrections.get_value(),
                },
            }
        });
        let (Some(job), Some(file)) = (job, self.file.get_value()) else { return };
        self.stage.set(Stage::Reading(None));
        self.account.set(Account::default());
        let reading = self.reading.try_update_value(|reading| {
            *reading += 1;
            *reading
        });
        let mut answers = self.sheets.with_value(|sheets| sheets.read(&job, file));
        spawn_local(async move {
            while let Some(answer) = answers.next().await {
                if self.reading.try_get_value() == reading && !self.is_corrected_as_before(&answer).await {
                    self.hear(answer);
                }
            }
            let is_silent = matches!(self.stage.try_get_untracked(), Some(Stage::Reading(_)));
            if self.reading.try_get_value() == reading && is_silent {
                self.stage.set(Stage::Failed);
            }
        });
    }

    /// Whether the list is read once more, as its owner has corrected one with the same columns before.
    async fn is_corrected_as_before(self, answer: &ReaderAnswer) -> bool {
        let (ReaderAnswer::Read(columns, _) | ReaderAnswer::NoList(_, columns)) = answer else {
            return false;
        };
        if self.is_new.try_update_value(|is_new| std::mem::replace(is_new, false)) != Some(true) {
            return false;
        }
        let corrections = self.session.recall(columns).await;
        if corrections.is_empty() {
            return false;
        }
        self.corrections.set_value(corrections);
        self.recalled.set(true);
        self.batch.update(ImportBatch::begin_again);
        self.read();
        true
    }

    fn hear(self, answer: ReaderAnswer) {
        match answer {
            ReaderAnswer::Progress(progress) => self.stage.set(Stage::Reading(Some(progress))),
            ReaderAnswer::Families(found) => {
                let take = |register: &PhoneRegister| {
                    self.known.with_value(|known| {
                        self.batch.update(|batch| {
                            batch.take(found, &register.enrolment, today(), known);
                        });
                    });
                };
                self.session.peek(take);
            }
            ReaderAnswer::Aside(rows) => self.account.update(|account| account.aside.extend(rows)),
            ReaderAnswer::Read(columns, account) => {
                self.columns.set(columns);
                self.account.update(|known| known.add(account));
                self.stage.set(Stage::Read);
                self.sheets.with_value(Sheets::stop_reading);
            }
            ReaderAnswer::NoList(fault, columns) => {
                self.columns.set(columns);
                self.stage.set(Stage::NoList(fault));
                self.sheets.with_value(Sheets::stop_reading);
            }
        }
    }
}

/// The list of this app.
pub fn import() -> Import {
    ui::session::session().lasting(Import::new)
}

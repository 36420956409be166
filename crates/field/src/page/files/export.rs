//! The register as a file for a spreadsheet.

use crate::field_session::{field_session, today};
use crate::import::import;
use crate::text::Tables;
use domain::HouseholdDraft;
use leptos::prelude::*;
use leptos::task::spawn_local;
use lists_protocol::{FileKind, List, WriteJob};
use phone::PhoneRegister;
use ui::browser::share;
use ui::part::button::{Button, Weight};
use ui::part::live::said;
use ui::text::Text;

/// How far the writing is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Idle,
    Empty,
    Writing,
    Written,
    Failed,
}

/// Buttons that save the register as a file.
pub fn export(text: &'static Text) -> AnyView {
    let words = text.files();
    let stage = RwSignal::new(Stage::Idle);
    let (session, import) = (field_session(), import());
    let save = move |kind| {
        let job = session.peek(|register| (name(register, kind), WriteJob { kind, list: list(register) }));
        let Some((name, job)) = job.filter(|(_, job)| !job.list.families.is_empty()) else {
            return stage.set(Stage::Empty);
        };
        stage.set(Stage::Writing);
        let sheets = import.sheets();
        spawn_local(async move {
            let file = sheets.write(&job).await;
            let saved = file.is_some_and(|file| share::save(&name, &file).is_ok());
            stage.try_set(if saved { Stage::Written } else { Stage::Failed });
        });
    };
    let state = move || match stage.get() {
        Stage::Idle => "",
        Stage::Empty => words.no_families,
        Stage::Writing => words.writing,
        Stage::Written => words.written,
        Stage::Failed => words.not_written,
    };
    view! {
        <section class="section">
            <h2>{words.take_out}</h2>
            <p>{words.open_file}</p>
            <div class="screen__actions">
                <Button label=words.xlsx weight=Weight::Outlined press=move |()| save(FileKind::Xlsx)/>
                <Button label=words.csv weight=Weight::Outlined press=move |()| save(FileKind::Csv)/>
            </div>
            <p role="status">{said(move || state().to_owned())}</p>
        </section>
    }
    .into_any()
}

/// Every family, by the name of its head, under the titles that the Dinas puts on its lists.
fn list(register: &PhoneRegister) -> List {
    let enrolment = &register.enrolment;
    let rt = enrolment.rt.map(|rt| ["RT ", &rt.to_string(), " / "].concat()).unwrap_or_default();
    let area = enrolment.area_name.to_uppercase();
    List {
        titles: vec![
            "DAFTAR USULAN CALON PENERIMA BANTUAN SOSIAL TUNAI (BST)".to_owned(),
            [&rt, "RW ", &enrolment.rw.to_string(), " KELURAHAN ", &area].concat(),
            ["TAHUN ", &today().year().to_string()].concat(),
        ],
        families: register
            .by_name()
            .into_iter()
            .map(|family| family.draft.clone())
            .collect::<Vec<HouseholdDraft>>(),
    }
}

/// `daftar-rt-005-rw-002.xlsx`
fn name(register: &PhoneRegister, kind: FileKind) -> String {
    let rt = register.enrolment.rt.map(|rt| ["rt-", &rt.to_string(), "-"].concat()).unwrap_or_default();
    ["daftar-", &rt, "rw-", &register.enrolment.rw.to_string(), ".", kind.extension()].concat()
}

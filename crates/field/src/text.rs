//! What this program says beside `ui::text`.

pub mod family;
pub mod fate;
pub mod files;
pub mod finding;
pub mod invitation;
pub mod ledger;
pub mod outbox;
pub mod phone;
pub mod problem;
pub mod progress;
pub mod rt;

ui::tables! {
    rt: rt::Rt,
    family: family::Family,
    finding: finding::Finding,
    files: files::Files,
    outbox: outbox::Outbox,
    phone: phone::Phone,
    ledger: ledger::Ledger,
    fate: fate::Fate,
    progress: progress::Progress,
}

//! What this program says beside `ui::text`.

pub mod about;
pub mod home;
pub mod letter;
pub mod rules;
pub mod surat_kuasa;

ui::tables! {
    home: home::Home,
    rules: rules::Rules,
    letter: letter::Letter,
    about: about::About,
}

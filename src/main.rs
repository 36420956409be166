//! The doors, and the form of the look-up.

fn main() {
    tepat_app::portal();
}

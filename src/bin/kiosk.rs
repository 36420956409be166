//! The counter in the kelurahan office.

fn main() {
    tepat_app::kiosk();
}

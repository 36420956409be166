//! Status and pickup points.

fn main() {
    tepat_app::portal();
}

//! For heads of RT and RW.

fn main() {
    tepat_app::field();
}

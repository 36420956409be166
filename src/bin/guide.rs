//! The rules, the documents, what is stored where.

fn main() {
    tepat_app::guide();
}

//! This program is loaded in parts: what takes it apart needs the relocations that the linker else drops.

fn main() {
    // The linker of a native build, which is for unit tests only, does not know the word.
    if std::env::var("CARGO_CFG_TARGET_FAMILY").as_deref() == Ok("wasm") {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=build.rs");
}

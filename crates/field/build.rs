//! This program is loaded in parts: what takes it apart needs the relocations that the linker else drops.

fn main() {
    println!("cargo::rustc-link-arg-bins=--emit-relocs");
    println!("cargo::rerun-if-changed=build.rs");
}

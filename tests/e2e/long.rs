//! Stories that go on for long, because chance must have its turn: `cargo xtask soak` tells the whole of them, every
//! other run a twentieth.

mod airplane;
mod deaths;
mod plugs;
mod sendings;

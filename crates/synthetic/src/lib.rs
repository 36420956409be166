//! A made-up city in the proportions of Jakarta (`domain.md`, Numbers): 267 kelurahan, 2,742 RW, 30,417 RT, 1,055,216
//! families. The same seed makes the same city, byte for byte. Nobody in it lives: every NIK and KK number has a serial of 9000
//! or more, which no office has given.

mod chance;
mod city;
mod family;
mod names;
mod numbers;
mod place;
mod write;

pub use city::City;
pub use place::{Kelurahan, Place, WHOLE_CITY};
pub use write::Census;

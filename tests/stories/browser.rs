//! In a real browser, on a phone of 360 × 640.

mod manners;
mod papers;
mod rules;

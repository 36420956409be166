//! What there is to see at each [`Route`](crate::route::Route).

pub mod about;
pub mod answer;
pub mod check;
pub mod documents;
pub mod home;
pub mod kiosk;
pub mod not_found;
pub mod points;
pub mod rt;
pub mod rules;

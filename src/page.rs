//! What there is to see at each [`Route`](crate::route::Route).

pub mod about;
pub mod documents;
pub mod home;
pub mod not_found;
pub mod rules;

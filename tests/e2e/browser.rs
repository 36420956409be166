//! In a real browser, on a phone of 360 × 640.

mod barriers;
mod counter;
mod fates;
mod files;
mod form;
mod keeping;
mod later;
mod ledger;
mod lock;
mod manners;
mod notices;
mod offline;
mod outcome;
mod papers;
mod parts;
mod places;
mod releases;
mod rt;
mod rules;
mod rw;
mod scan;
mod trouble;
mod trust;
mod upgrade;

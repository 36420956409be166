//! `/syarat`: the six rules as questions, one at a time, and the verdict with its reasons.

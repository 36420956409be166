//! Secrets in logs: a type that holds one says its name and nothing else.

/// Implements a blank `Debug`.
macro_rules! hidden {
    ($($secret:ident),+) => {
        $(impl std::fmt::Debug for $secret {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($secret))
            }
        })+
    };
}

pub(crate) use hidden;

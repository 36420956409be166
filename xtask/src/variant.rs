//! The two ways in which everything is built: for release, or quickly, to look at and to try out.
//!
//! Both leave nothing out; they differ in how long the compiler and the packers may take.

/// A way to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// As small and as fast as it gets.
    Release,
    /// Ready in minutes: a larger app, a slower `tepat`.
    Quick,
}

/// Tells `finish-build`, which trunk calls, that the build is a quick one.
pub(crate) const QUICK: &str = "TEPAT_QUICK";

impl Variant {
    /// The variant of the build that has called this program.
    pub(crate) fn of_caller() -> Self {
        if std::env::var_os(QUICK).is_some() { Self::Quick } else { Self::Release }
    }

    /// The folder of the finished app.
    pub(crate) fn dist(self) -> &'static str {
        match self {
            Self::Release => "dist",
            Self::Quick => "dist-quick",
        }
    }

    /// The cargo profile of the app.
    pub(crate) fn wasm_profile(self) -> &'static str {
        match self {
            Self::Release => "wasm",
            Self::Quick => "wasm-quick",
        }
    }

    /// The cargo profile of `tepat`, and the folder that cargo puts it into. The quick one is that of the tests: what
    /// either compiles, the other finds.
    pub(crate) fn native_profile(self) -> (&'static str, &'static str) {
        match self {
            Self::Release => ("release", "release"),
            Self::Quick => ("dev", "debug"),
        }
    }

    /// How much wasm-opt does. Not -Oz for release: its file is smaller, but 1.3 KB larger once compressed (90.7 against 92.0).
    pub(crate) fn wasm_opt(self) -> &'static str {
        match self {
            Self::Release => "-Os",
            Self::Quick => "-O1",
        }
    }

    /// The level of Brotli, of 11.
    pub(crate) fn brotli(self) -> u32 {
        match self {
            Self::Release => 11,
            Self::Quick => 5,
        }
    }
}

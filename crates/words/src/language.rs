//! The languages.

/// The language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Bahasa Indonesia: what the app opens in.
    #[default]
    Indonesian,
    /// English.
    English,
}

impl Language {
    /// Reads a language's code; Indonesian unless it is English.
    pub fn from_code(code: Option<&str>) -> Self {
        if code == Some("en") { Self::English } else { Self::Indonesian }
    }

    /// Its code (BCP 47).
    pub fn code(self) -> &'static str {
        self.pick("id", "en")
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Indonesian => Self::English,
            Self::English => Self::Indonesian,
        }
    }

    /// The one of two that is in this language.
    pub fn pick<T>(self, indonesian: T, english: T) -> T {
        match self {
            Self::Indonesian => indonesian,
            Self::English => english,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_language_is_indonesian() {
        for (code, expect) in [
            (None, Language::Indonesian),
            (Some("id"), Language::Indonesian),
            (Some("en"), Language::English),
            (Some("xx"), Language::Indonesian),
        ] {
            assert_eq!(Language::from_code(code), expect, "{code:?}");
        }
    }
}

//! The four colours of a state. None ever stands without a word or an icon.

/// How a state feels to the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good: money or card is there, a rule is met.
    Good,
    /// Waiting, or something is to be done.
    Wait,
    /// Refused, an error.
    Bad,
    /// Neither: information.
    Plain,
}

impl Tone {
    /// The class that colours a part.
    pub fn class(self) -> &'static str {
        match self {
            Self::Good => "tone tone--good",
            Self::Wait => "tone tone--wait",
            Self::Bad => "tone tone--bad",
            Self::Plain => "tone tone--plain",
        }
    }
}

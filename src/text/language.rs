//! The language that a text is written in.

/// A language, by its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(u8)]
#[allow(missing_docs)] // each is what its name says
pub enum Language {
    #[default]
    Dutch,
    English,
}

impl Language {
    /// Every language, in the order of their numbers.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// Its ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language of a tag (`nl`, `nl-BE`, `en_GB`, `English`); `None` if it is not one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        match tag.split(['-', '_']).next().unwrap_or_default() {
            "nl" | "nld" | "dut" | "dutch" | "nederlands" => Some(Self::Dutch),
            "en" | "eng" | "english" | "engels" => Some(Self::English),
            _ => None,
        }
    }
}

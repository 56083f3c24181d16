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

/// Tells the language of a text by the function words it uses; `None` when too few of them decide.
///
/// Looks at the first 400 words. Twice as many words of one language as of the other decide.
pub fn detect(text: &str) -> Option<Language> {
    let (mut nl, mut en) = (0, 0);
    for token in super::tokens(text).take(400) {
        let word = super::fold(&text[token.range]);
        nl += usize::from(super::dutch::FUNCTION_WORDS.binary_search(&word.as_str()).is_ok());
        en += usize::from(super::english::FUNCTION_WORDS.binary_search(&word.as_str()).is_ok());
    }
    if nl >= 2 && nl > 2 * en {
        Some(Language::Dutch)
    } else if en >= 2 && en > 2 * nl {
        Some(Language::English)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_tell() {
        assert_eq!(detect("De stad is door het leger omsingeld en er wordt nog gevochten."), Some(Language::Dutch));
        assert_eq!(
            detect("The city was surrounded by the army, and they said that it will fall."),
            Some(Language::English)
        );
        assert_eq!(detect("1914"), None);
    }

    #[test]
    fn function_words_can_be_searched() {
        assert!(crate::text::dutch::FUNCTION_WORDS.is_sorted());
        assert!(crate::text::english::FUNCTION_WORDS.is_sorted());
    }
}

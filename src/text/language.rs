//! The language that a text is written in.

/// A language, by its ISO 639-1 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(u8)]
#[allow(missing_docs)] // each is what its name says
pub enum Language {
    #[default]
    Dutch,
    English,
    German,
}

impl Language {
    /// Every language that articles are read in, in the order of their numbers.
    pub const ALL: [Self; 3] = [Self::Dutch, Self::English, Self::German];

    /// The languages that the page itself speaks.
    pub const OF_THE_PAGE: [Self; 2] = [Self::Dutch, Self::English];

    /// Its ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language of a tag (`nl`, `nl-BE`, `en_GB`, `English`); `None` if it is not one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().to_ascii_lowercase();
        match tag.split(['-', '_']).next().unwrap_or_default() {
            "nl" | "nld" | "dut" | "dutch" | "nederlands" => Some(Self::Dutch),
            "en" | "eng" | "english" | "engels" => Some(Self::English),
            "de" | "deu" | "ger" | "german" | "deutsch" | "duits" => Some(Self::German),
            _ => None,
        }
    }

    fn function_words(self) -> &'static [&'static str] {
        match self {
            Self::Dutch => super::dutch::FUNCTION_WORDS,
            Self::English => super::english::FUNCTION_WORDS,
            Self::German => super::german::FUNCTION_WORDS,
        }
    }
}

/// Tells the language of a text by the function words it uses; `None` when too few of them decide.
///
/// Looks at the first 400 words. Twice as many words of one language as of each other decide.
pub fn detect(text: &str) -> Option<Language> {
    let mut found = [0; Language::ALL.len()];
    for token in super::tokens(text).take(400) {
        let word = super::fold(&text[token.range]);
        for (count, language) in found.iter_mut().zip(Language::ALL) {
            *count += usize::from(language.function_words().binary_search(&word.as_str()).is_ok());
        }
    }
    let leads = |language: &Language| {
        let of = |language: Language| found[language as usize];
        let others = Language::ALL.into_iter().filter(|other| other != language).map(of).max().unwrap_or_default();
        of(*language) >= 2 && of(*language) > 2 * others
    };
    Language::ALL.into_iter().find(leads)
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
        assert_eq!(
            detect("Die Stadt ist von der Armee eingeschlossen, und es wird noch um sie gekämpft."),
            Some(Language::German)
        );
        assert_eq!(detect("1914"), None);
    }

    #[test]
    fn function_words_can_be_searched() {
        for language in Language::ALL {
            assert!(language.function_words().is_sorted(), "{language:?}");
        }
    }
}

//! The few words that stand in the page before its scripts run.

use std::fmt;

/// A language that the page speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Language {
    /// Nederlands.
    #[value(name = "nl")]
    Dutch,
    /// English.
    #[value(name = "en")]
    English,
}

impl Language {
    /// One sentence that says what the page is.
    pub(crate) fn description(self, documents: usize) -> String {
        match (self, documents) {
            (Self::Dutch, 1) => "Eén artikel om te doorzoeken, in de tijd te zien en te lezen.".to_owned(),
            (Self::Dutch, _) => format!("{documents} artikelen om te doorzoeken, in de tijd te zien en te lezen."),
            (Self::English, 1) => "One article to search, to see in time and to read.".to_owned(),
            (Self::English, _) => format!("{documents} articles to search, to see in time and to read."),
        }
    }

    pub(super) fn without_scripts(self) -> &'static str {
        match self {
            Self::Dutch => {
                "Om te zoeken en te lezen moeten scripts aan staan; ze vragen niets van buiten deze pagina. Dit zijn de \
                 artikelen:"
            }
            Self::English => {
                "To search and to read, scripts must be switched on; they ask for nothing outside this page. These are \
                 the articles:"
            }
        }
    }

    pub(super) fn more(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "En nog 1 artikel.".to_owned(),
            (Self::Dutch, _) => format!("En nog {count} artikelen."),
            (Self::English, 1) => "And 1 article more.".to_owned(),
            (Self::English, _) => format!("And {count} articles more."),
        }
    }

    pub(super) fn months(self) -> [&'static str; 12] {
        match self {
            Self::Dutch => [
                "januari",
                "februari",
                "maart",
                "april",
                "mei",
                "juni",
                "juli",
                "augustus",
                "september",
                "oktober",
                "november",
                "december",
            ],
            Self::English => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dutch => "nl",
            Self::English => "en",
        })
    }
}

//! The few words that stand in the page before its scripts run; English where the page does not speak a language.

use kroniek::text::Language;

/// One sentence that says what the page is.
pub(crate) fn description(language: Language, documents: usize) -> String {
    match (language, documents) {
        (Language::Dutch, 1) => "Eén artikel om te doorzoeken, in de tijd te zien en te lezen.".to_owned(),
        (Language::Dutch, _) => format!("{documents} artikelen om te doorzoeken, in de tijd te zien en te lezen."),
        (_, 1) => "One article to search, to see in time and to read.".to_owned(),
        (_, _) => format!("{documents} articles to search, to see in time and to read."),
    }
}

/// What stands above the list of the articles where scripts are off.
pub(super) fn without_scripts(language: Language) -> &'static str {
    match language {
        Language::Dutch => {
            "Om te zoeken en te lezen moeten scripts aan staan; ze vragen niets van buiten deze pagina. Dit zijn de \
             artikelen:"
        }
        _ => {
            "To search and to read, scripts must be switched on; they ask for nothing outside this page. These are the \
             articles:"
        }
    }
}

/// What stands below a list that leaves some out.
pub(super) fn more(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Dutch, 1) => "En nog 1 artikel.".to_owned(),
        (Language::Dutch, _) => format!("En nog {count} artikelen."),
        (_, 1) => "And 1 article more.".to_owned(),
        (_, _) => format!("And {count} articles more."),
    }
}

/// The names of the months, January first.
pub(super) fn months(language: Language) -> [&'static str; 12] {
    match language {
        Language::Dutch => [
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
        _ => [
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

//! What is English about a text.

/// What an hour may stand ahead of: at 4 p.m. Monday.
pub(super) const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Abbreviations whose full stop does not end a sentence, without it, lower case.
pub(super) const ABBREVIATIONS: &[&str] = &[
    "apr", "aug", "capt", "cf", "col", "dec", "dept", "dr", "e.g", "feb", "fig", "gen", "gov", "i.e", "jan", "jr",
    "lt", "maj", "messrs", "mr", "mrs", "ms", "mt", "nov", "oct", "pp", "pres", "prof", "rep", "rev", "sen", "sept",
    "sgt", "sr", "st", "u.k", "u.n", "u.s", "viz", "vs",
];

/// Words that stand in almost every English text and in hardly any Dutch one.
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "and", "are", "at", "be", "been", "but", "by", "for", "from", "has", "have", "he", "his", "it", "not", "of", "on",
    "said", "that", "the", "their", "they", "this", "to", "was", "were", "which", "who", "will", "with",
];

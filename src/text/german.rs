//! What is German about a text.

/// Abbreviations whose full stop does not end a sentence, without it, lower case. (Duden, Wörterverzeichnis; those that
/// stand before what they belong to.)
pub(super) const ABBREVIATIONS: &[&str] = &[
    "abb", "abs", "apr", "art", "aug", "bd", "betr", "bspw", "bzgl", "bzw", "ca", "d.h", "dez", "dipl", "dr", "etc",
    "evtl", "feb", "febr", "fr", "geb", "gebr", "gem", "gest", "ggf", "hr", "hrsg", "i.d.r", "ing", "inkl", "jan",
    "jh", "jr", "kap", "lt", "max", "min", "mio", "mrd", "nov", "nr", "o.ä", "okt", "prof", "sept", "sog", "st", "str",
    "u.a", "usw", "v.a", "vgl", "z.b", "z.t", "zzgl",
];

/// Words that stand in almost every German text and in hardly any Dutch or English one, folded.
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "auch", "auf", "aus", "bei", "das", "dass", "dem", "den", "der", "des", "durch", "ein", "eine", "einem", "einen",
    "einer", "fur", "hat", "ich", "im", "ist", "mit", "nach", "nicht", "noch", "oder", "sich", "sie", "sind", "um",
    "und", "vom", "von", "war", "wie", "wird", "wurde", "wurden", "zu", "zum", "zur",
];

//! What is Dutch about a text.

/// Abbreviations whose full stop does not end a sentence, without it, lower case. (Onze Taal, Lijst van afkortingen;
/// those that stand before what they belong to.)
pub(super) const ABBREVIATIONS: &[&str] = &[
    "a.s", "afb", "afd", "afl", "apr", "arr", "art", "aug", "bijv", "blz", "bv", "ca", "cf", "d.d", "dec", "dhr", "dr",
    "drs", "e.v", "feb", "febr", "fig", "gebr", "gen", "hfst", "hr", "i.c.m", "i.h.b", "i.p.v", "i.v.m", "incl", "ing",
    "ir", "jan", "jhr", "jkvr", "jl", "jr", "kard", "lt", "luit", "m.b.t", "m.b.v", "m.i.v", "m.n", "m.u.v", "maj",
    "mevr", "mr", "mw", "n.a.v", "nov", "nr", "nrs", "o.a", "o.b.v", "o.l.v", "okt", "p", "pag", "plm", "pres", "prof",
    "resp", "sept", "sgt", "st", "t.a.v", "t.g.v", "t.o.v", "t/m", "tel", "vgl", "vnl", "vs", "zgn",
];

/// Words that stand in almost every Dutch text and in hardly any English one.
pub(super) const FUNCTION_WORDS: &[&str] = &[
    "aan", "als", "bij", "dat", "de", "die", "dit", "door", "een", "en", "er", "ge", "heeft", "het", "hij", "ik", "je",
    "maar", "met", "naar", "niet", "nog", "om", "ook", "op", "te", "tot", "uit", "van", "voor", "werd", "wordt", "ze",
    "zich", "zijn",
];

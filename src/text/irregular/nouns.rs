//! The irregular plurals and degrees of Dutch.
//!
//! E-ANS (Algemene Nederlandse Spraakkunst, <https://e-ans.ivdnt.org>), 3.5 for plurals, 6.4 for degrees; what changes its vowel or takes -eren was
//! compared with its lists word by word, in the edition of 1997. Where the singular has more syllables than one (`oorlog`, `bedrag`), the keys of all words see to the vowel.

/// Short in the singular, long in the plural (3.5.2.3) and some also in the diminutive: words of one syllable, and `gelag`, that looks like a
/// participle.
pub(super) const LENGTHENED: &str = "bad baden|blad bladen blaadje blaadjes|dag dagen|dak daken|dal dalen|gat gaten gaatje gaatjes|\
    gelag gelagen|gen genen|glas glazen glaasje glaasjes|god goden|graf graven|hof hoven|hol holen|kot koten|lot loten|\
    pad paden paadje paadjes|rad raden|rif reven|schot schoten|slag slagen|slot sloten|spel spelen|spit speten|staf staven|tred treden|\
    vat vaten vaatje vaatjes|weg wegen";

/// Other plurals, of these words and of compounds that end in them (3.5.2.3, another vowel; 3.5.4.1, -eren; and -iën, of those in -ie to which
/// OpenTaal's dictionary gives it); and the diminutive of the ship.
pub(super) const CHANGED: &str = "stad steden|lid leden|schip schepen scheepje scheepjes|smid smeden|been beenderen|blad bladeren blaren|ei eieren|\
    gelid gelederen|gemoed gemoederen|goed goederen|hoen hoenderen hoenders|kalf kalveren|kind kinderen kinders|kleed kleren klederen|lam lammeren|\
    lied liederen|rad raderen|rund runderen|volk volkeren|koe koeien|vlo vlooien|rede redenen|zoon zonen zoons|\
    engelsman engelsen|fransman fransen|bacterie bacterien|ceremonie ceremonien|evangelie evangelien|folie folien|\
    kolonie kolonien|lelie lelien|olie olien|porie porien|provincie provincien|specie specien|tralie tralien";

/// A man, and men of that trade.
pub(super) const TRADES: &str = "man lieden lui";

/// Plurals of Latin and Greek, by their ends.
pub(super) const CLASSICAL_ENDINGS: &str = "icus ici|eum ea|ium ia|trum tra|endum enda|ulum ula|icum ica|ogus ogi|igma igmata|\
    amen amina|sis ses|ix ices|ex ices|andus andi";

/// The same, word by word.
pub(super) const CLASSICAL: &str = "alumna alumnae|alumnus alumni|basis bases|bronchus bronchi|cactus cacti|\
    carmen carmina|collega collegae|corpus corpora|datum data|dictum dicta|dogma dogmata|emeritus emeriti|\
    examen examina|factum facta|fenomeen fenomena|forum fora|fungus fungi|genus genera|hypothese hypothesen|\
    lemma lemmata|lexicon lexica|locus loci|modus modi|nomen nomina|nucleus nuclei|numerus numeri|oasis oases|\
    opus opera|papyrus papyri|praeses praesides|radius radii|schema schemata|stadion stadia|stigma stigmata|\
    stimulus stimuli|syllabus syllabi|technicus technici|terminus termini|thema themata|trauma traumata|\
    uterus uteri|visum visa|votum vota";

/// Degrees of another stem.
pub(super) const SUPPLETIVE: &str = "goed goede beter betere best beste|veel vele meer meerdere meest meeste|\
    weinig weinige minder mindere minst minste|graag grage liever liefst|vaak vaker vaakst";

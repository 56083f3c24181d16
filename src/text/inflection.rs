//! The keys that the inflected forms of a Dutch word have in common: the Snowball stem, mended.
//!
//! The algorithm was made to let more be found: it takes off endings that make another word (`overheid` becomes `over`), an s that belongs
//! to the word (`kans` becomes `kan`), and the beginning of `gevolg`; and it leaves endings that are regular (`nieuwe`, `meldt`). Each is mended
//! here as a class, by rules of spelling; what no rule tells (`stad`, `steden`) is in the tables of `irregular`.
//!
//! A page carries this file, so it is small first: tables are texts, and one function reads them all.

/// Endings that make a word of another (E-ANS, chapter 12), each behind the sign `>` with those that inflection makes of it: an inflected
/// form keeps them.
const ENDINGS: &str = ">heid heden heids >ing ingen ings >iteit iteiten >erij erijen >isme >tie ties >ster sters >laar laars laren \
    >naar naars naren >raar raars raren >baar bare >ioneel ionele >atief atieve >tant tanten tants \
    >rijk rijke rijker rijkere rijkst rijkste >lijk lijke lijker lijkere lijkst lijkste \
    >ig ige igen iger igers igere igst igste igt igd igde igden igend igende";

/// Words whose end looks like inflection and is not, in the same way; compounds end in them too.
const WHOLE: &str = ">markt markten >weekend weekends weekenden >duizend duizenden >mens >kans >grens >beurs >koers";

/// Words whose s is their own, where without it they would be another.
const OWN_S: &str = "als alles eens zelfs nieuws tijdens steeds namens volgens wegens tevens diens thans langs soms straks anders links \
    pers vers hals wals pols mars dans wens lens pens bons els trans rots plaats niets spits heks haars paars";

/// Verbs that begin with ge- in all their forms.
const GE_VERBS: &str = "gebeur gebied gebruik geloof gelov geniet genees genez getuig";

/// Other words that begin with ge- and are no participle, so long as no d or t follows.
const GE_WORDS: &str = "gebed gebit gebod geboort gebouw gebrek gedacht gedicht geduld geest geheel geheim gehel \
    gelaat gelid gelijk geluid geluk gemak gemeente gemis genoeg gerecht gering gerucht geschenk geslacht gesprek \
    getal gevar gevecht gevoel gevolg gewas geweer geweld gewere gewete gewicht gewoon gezag gezicht gezin gezond";

/// Ends with the t of the third person, and hardly ever with one of the word's own.
const PRESENT: &str = "gt dt mt lt wt bt eert dert vert tert kent pent fent oont oert aait oeit iest";

/// Under these a participle has no ge-.
const PREFIXES: &str = "be ver ont her over onder voor weer mis";

/// What stands before the d or t of a verb with a prefix: a consonant with a voice.
const VOICED: &str =
    "ld lt rd rt gd gt md mt wd wt vd aand aant eend eent oond oont iend ient oend oent uind uint eund eunt";

/// Before these, the last syllable is of a past (`speelden`, `diende`) or of the word itself (`beelden`, `vriende`).
const EITHER: &str = "lden rden oonde eende iende oende eunde uinde";

/// Gives the keys of a folded word, the first always, a second where its spelling can be read in two ways.
pub(super) fn keys(word: &str, snowball: fn(&str) -> String) -> Vec<String> {
    let mut keys = vec![key(word, snowball)];
    let second = if ends(word, EITHER) {
        cut(word, 2).to_owned()
    } else if ends(word, "lde rde") {
        cut(word, 1).to_owned()
    } else if letter(word, 1) == b's' && (!is_vowel(letter(word, 2)) || letter(word, 2) == b'e') {
        // kaars, kaarsen; verlies, verliezen; proces, processen
        word.to_owned()
    } else if word.starts_with("ge") && letter(word, 1) == b't' && !is_vowel(letter(word, 2)) {
        // gestart, gekost
        snowball(word) + "t"
    } else {
        return keys;
    };
    let second = shortened(second);
    if second != keys[0] {
        keys.push(second);
    }
    keys
}

fn key(word: &str, snowball: fn(&str) -> String) -> String {
    let kept = kept(word);
    if !kept.is_empty() {
        return shortened(kept);
    }
    // jaarlijkse as jaarlijks, wagens as wagen, strategieën as strategie
    if ends(word, "lse nse rse kse dse gse") || word.len() > 5 && ends(word, "ens") && !is_vowel(letter(word, 4)) {
        return key(cut(word, 1), snowball);
    }
    if ends(word, "ieen eeen") {
        return cut(word, 2).to_owned();
    }
    let ge = keeps_ge(word);
    // With a letter that makes no prefix, and that the algorithm takes for a vowel; the key keeps it.
    let mut key = if ge { snowball(&["gy", rest(word, 2)].concat()) } else { snowball(word) };
    // nieuwe, grote, vrije, mooie: as the algorithm does with -en.
    let before = letter(&key, 2);
    if key.len() > 3
        && letter(&key, 1) == b'e'
        && (ends(&key, "ije oie eie aie") || !is_vowel(before) && before != b'j')
    {
        key = snowball(&(key + "n"));
    }
    // Verbs with a prefix: verenigd, verklaart.
    let prefixed = |prefix: &str| {
        key.starts_with(prefix)
            && key.len() > prefix.len() + 3
            && !key.as_bytes().get(prefix.len()).is_some_and(|first| is_vowel(*first))
    };
    if key.len() > 3 && ends(&key, PRESENT)
        || key.len() > 5 && ends(&key, VOICED) && (ge || any(PREFIXES, &mut |it| prefixed(it)))
    {
        key.pop();
    }
    shortened(key)
}

/// The key of a word whose end is its own; empty where it is not.
fn kept(word: &str) -> String {
    if letter(word, 1) == b's' && any(OWN_S, &mut |own| own == word) {
        return word.to_owned();
    }
    for (table, least) in [(ENDINGS, 2), (WHOLE, 0)] {
        let (mut own, mut found) = ("", None);
        any(table, &mut |ending| {
            let first = ending.strip_prefix('>');
            own = first.unwrap_or(own);
            let ending = first.unwrap_or(ending);
            let bare = word.strip_suffix(ending).filter(|bare| bare.len() >= least && (least == 0 || has_vowel(bare)));
            found = bare.filter(|bare| own != "ig" || !is_vowel(letter(bare, 1))).map(|bare| (bare, ending));
            found.is_some()
        });
        if let Some((bare, ending)) = found {
            // gevestigd
            let bare = bare.strip_prefix("ge").filter(|_| ending.starts_with("igd")).unwrap_or(bare);
            return [bare, own].concat();
        }
    }
    // apps; accountants, podcasts, experts; units, tickets
    let double = ends(word, "pps bbs mms lls nns ffs");
    let loan = has_vowel(cut(word, 3))
        && (ends(word, "nts sts rts") || ends(word, "ets its ots") && !is_vowel(letter(word, 4)));
    if double || loan { cut(word, 1).to_owned() } else { String::new() }
}

/// Whether a word begins with a ge- that is no participle's: `gevolgen`, not `gevolgd`.
fn keeps_ge(word: &str) -> bool {
    let begins = |own: &str| word.starts_with(own);
    word.starts_with("ge")
        && (any(GE_VERBS, &mut |own| begins(own))
            || any(GE_WORDS, &mut |own| begins(own) && !matches!(rest(word, own.len()), "d" | "de" | "t" | "te")))
}

/// With a short vowel in the last syllable if it is not the only one. Spelling does not tell there how the singular is written (`oorlogen` of
/// `oorlog`, `problemen` of `probleem`), so that the algorithm makes it long in either.
fn shortened(mut word: String) -> String {
    let vowel = letter(&word, 2);
    if vowel == letter(&word, 3)
        && matches!(vowel, b'a' | b'e' | b'o' | b'u')
        && !is_vowel(letter(&word, 1))
        && has_vowel(cut(&word, 3))
    {
        let last = word.pop();
        word.pop();
        word.extend(last);
    }
    word
}

/// Whether one of the words of a table passes.
#[inline(never)]
fn any<'a>(table: &'a str, passes: &mut dyn FnMut(&'a str) -> bool) -> bool {
    table.split_ascii_whitespace().any(passes)
}

#[inline(never)]
fn ends(word: &str, endings: &str) -> bool {
    any(endings, &mut |ending| word.ends_with(ending))
}

/// A word without its last letters.
#[inline(never)]
fn cut(word: &str, letters: usize) -> &str {
    word.get(..word.len().saturating_sub(letters)).unwrap_or_default()
}

/// A word without its first letters.
#[inline(never)]
fn rest(word: &str, letters: usize) -> &str {
    word.get(letters..).unwrap_or_default()
}

/// A letter counted from the end, the last is 1; 0 before the first.
#[inline(never)]
fn letter(word: &str, from_end: usize) -> u8 {
    word.len().checked_sub(from_end).and_then(|at| word.as_bytes().get(at)).copied().unwrap_or_default()
}

#[inline(never)]
fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

#[inline(never)]
fn has_vowel(word: &str) -> bool {
    word.bytes().any(is_vowel)
}

//! The other forms of a Dutch word that no rule of spelling gives: `steden` of `stad`, `vocht` and `gevochten` of `vechten`; and those that
//! a rule gives only where it is known what the word is: `danst` is of `dansen`, `kunst` of nothing, `groter` of `groot`, `water` of nothing.
//!
//! For building alone: the archive keeps, for each form that a collection has, the spellings under which it may be asked for, so that the page
//! needs none of these tables.

mod conjugation;
mod degrees;
mod nouns;
mod verbs;
mod weak;

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// Gives the other forms of the words that a folded form may be of, sorted; none where no table has it.
///
/// Verbs are known with their prefixes and particles (`aangevallen` of `aanvallen`, `onderzocht` of `onderzoeken`), nouns also at the end
/// of compounds (`hoofdsteden`). A verb that a clause has split (`viel … aan`) is not: which particle belongs to it takes a parser.
pub fn kindred(form: &str) -> Vec<String> {
    // All words here are of ASCII letters.
    if !form.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut kindred = BTreeSet::new();
    conjugation::verbs_of(form, &mut kindred);
    degrees::adjectives_of(form, &mut kindred);
    classes_of(form, &mut kindred);
    kindred.remove(form);
    kindred.into_iter().collect()
}

/// Gives what a form is filed under so that the irregular forms of its word lead to it, sorted, but for those that share a key with it.
///
/// Of a verb, keys, as several of its forms share one. The spelling itself where the key is another word's too: of nouns (`wegen` has that of
/// `weegt`), of auxiliaries (`waren` that of `waar`), where the vowel of the key is another (`spraken` has that of `spraak`), and of what is short.
pub(crate) fn filed_under(form: &str, keys_of: fn(&str) -> Vec<String>) -> Vec<String> {
    let kindred = kindred(form);
    // Of most forms there are none, and keys take long.
    let own = if kindred.is_empty() { Vec::new() } else { keys_of(form) };
    let mut under = BTreeSet::new();
    for other in kindred {
        let keys = keys_of(&other);
        if keys.iter().any(|key| own.contains(key)) {
            continue;
        }
        // hielden has a key as of told, and one as of hield.
        let Some(key) = keys.last() else { continue };
        let bare = other.strip_prefix("ge").unwrap_or(&other);
        let like = |spelling: &str| spelling.starts_with(&key[..key.len() - 1]);
        let verb = !is_noun(&other) && !verbs::AUXILIARIES.split([' ', '\n']).any(|auxiliary| auxiliary == other);
        under.insert(if verb && is_long(key) && (like(&other) || like(bare)) { key.clone() } else { other });
    }
    under.into_iter().collect()
}

/// Whether a key is long enough that hardly any other word shares it by chance.
pub(crate) fn is_long(key: &str) -> bool {
    key.len() > 3
}

fn is_noun(form: &str) -> bool {
    let mut classes =
        [nouns::LENGTHENED, nouns::CLASSICAL, nouns::CHANGED].into_iter().flat_map(|table| table.split('|'));
    classes.any(|class| class.split(' ').any(|member| form.ends_with(member)))
}

/// The classes of nouns and adjectives by their members: those that are whole words, and by their last letter those that words may end in, each
/// with how many letters there have to be before it.
struct Classes {
    words: HashMap<&'static str, Vec<&'static str>>,
    endings: HashMap<u8, Vec<(&'static str, &'static str, usize)>>,
}

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = Classes { words: HashMap::new(), endings: HashMap::new() };
    for class in [nouns::LENGTHENED, nouns::CLASSICAL, nouns::SUPPLETIVE].iter().flat_map(|table| table.split('|')) {
        class.split(' ').for_each(|member| classes.words.entry(member).or_default().push(class));
    }
    for (table, least) in [(nouns::CHANGED, 0), (nouns::CLASSICAL_ENDINGS, 3), (nouns::TRADES, 3)] {
        for class in table.split('|') {
            for member in class.split(' ') {
                let last = member.bytes().last().unwrap_or_default();
                classes.endings.entry(last).or_default().push((member, class, least));
            }
        }
    }
    classes
});

/// Adds the forms of the nouns and adjectives that a form may be of.
fn classes_of(form: &str, kindred: &mut BTreeSet<String>) {
    for class in CLASSES.words.get(form).into_iter().flatten() {
        kindred.extend(class.split(' ').map(str::to_owned));
    }
    let last = form.bytes().last().unwrap_or_default();
    for (member, class, least) in CLASSES.endings.get(&last).into_iter().flatten() {
        let Some(before) = form.strip_suffix(member) else { continue };
        // At the end of a compound; its first part has a syllable.
        if before.len() >= *least && (before.is_empty() || before.len() >= 3 || *least > 0) {
            kindred.extend(class.split(' ').map(|other| format!("{before}{other}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, expected: &str) {
        assert_eq!(kindred(form).join(" "), expected, "{form}");
    }

    #[test]
    fn verbs_have_their_principal_parts() {
        check("gevochten", "vecht vechten vocht vochten");
        check("aanviel", "aangevallen aanvallen aanvalt aanvielen");
        check("aantevallen", "aangevallen aanvallen aanvalt aanviel aanvielen");
        check("onderzocht", "ondergezocht onderzochten onderzoeken onderzoekt");
    }

    #[test]
    fn nouns_have_their_plurals_at_the_end_of_compounds_too() {
        check("hoofdsteden", "hoofdstad");
        check("politici", "politicus");
        check("museum", "musea");
        check("kinderen", "kind kinders");
        check("kooplieden", "kooplui koopman");
    }

    /// The lists of E-ANS 3.5.2.3 and 3.5.4.1.
    #[test]
    fn plurals_that_change_lead_to_their_singulars() {
        let keys = |word: &str| crate::text::keys(word, crate::text::Language::Dutch);
        let found_by = |one: &str, other: &str| {
            let shared = keys(one).iter().any(|key| keys(other).contains(key));
            shared || kindred(one).iter().any(|word| word == other)
        };
        let pairs = "bad baden,bedrag bedragen,blad bladen,blad bladeren,blad blaren,dag dagen,dak daken,dal dalen,gat gaten,\
            gelag gelagen,glas glazen,graf graven,pad paden,slag slagen,staf staven,vat vaten,verdrag verdragen,stad steden,\
            bevel bevelen,gebed gebeden,gebrek gebreken,gen genen,spel spelen,tred treden,weg wegen,bijzonderheid bijzonderheden,\
            lid leden,rif reven,schip schepen,smid smeden,spit speten,gebod geboden,god goden,hertog hertogen,hof hoven,hol holen,\
            kot koten,lot loten,oorlog oorlogen,schot schoten,slot sloten,verbod verboden,verlof verloven,alcohol alcoholen,\
            elektron elektronen,been beenderen,ei eieren,paasei paaseieren,gelid gelederen,gemoed gemoederen,goed goederen,\
            hoen hoenderen,kalf kalveren,kind kinderen,kind kinders,kleed kleren,kleed klederen,lam lammeren,lied liederen,rad raderen,\
            rund runderen,volk volkeren,volk volken";
        let lost: Vec<&str> = pairs
            .split(',')
            .filter(|pair| {
                let (singular, plural) = pair.split_once(' ').unwrap();
                !found_by(singular, plural) || !found_by(plural, singular)
            })
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn verbs_of_two_conjugations_have_the_forms_of_both() {
        check("schrikte", "geschrikt geschrokken schrikken schrikt schrikten schrok schrokken");
        check("afgeprijsd", "afgeprezen afprees afprezen afprijsde afprijsden afprijst afprijzen");
        check("ervoer", "ervaarde ervaarden ervaart ervaren ervoeren");
        check("behingen", "behangde behangden behangen behangt behing");
    }

    #[test]
    fn tables_hold_folded_words() {
        let tables = [verbs::VERBS, verbs::AUXILIARIES, nouns::CHANGED, nouns::CLASSICAL, nouns::LENGTHENED];
        for word in tables.iter().flat_map(|table| table.split([' ', '|', '\n'])) {
            assert!(
                !word.is_empty() && word.trim_start_matches('~').bytes().all(|it| it.is_ascii_lowercase()),
                "{word:?}"
            );
        }
    }
}

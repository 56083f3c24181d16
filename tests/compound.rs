//! What Dutch words are made of. With `KRONIEK_DATA`, also how often that is right.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may fail and say why")]

use std::path::PathBuf;

use kroniek::text::{compound, smallest_parts};
use proptest::prelude::*;

/// What the parts of each word are; the words stand before an arrow.
fn check(cases: &str) {
    for case in cases.lines().map(str::trim).filter(|case| !case.is_empty()) {
        let (word, expected) = case.split_once(" → ").unwrap();
        assert_eq!(shown(word), expected, "{word}");
    }
}

fn shown(word: &str) -> String {
    let parts: Vec<String> = compound(word).into_iter().map(|part| part.word).collect();
    if parts.is_empty() { word.to_owned() } else { parts.join("+") }
}

#[test]
fn linking_letters_are_left_out() {
    check(
        "huurlingenleger → huurling+leger
         legerleiding → leger+leiding
         oorlogsschip → oorlog+schip
         krantenkop → krant+kop
         zonneschijn → zon+schijn
         kinderwagen → kind+wagen
         ideeënbus → idee+bus
         eierdop → ei+dop
         staatsgrens → staat+grens
         dorpsplein → dorp+plein
         rechtsstaat → recht+staat
         scheepsbouw → schip+bouw
         lente-tegenoffensief → lente+tegenoffensief
         hoofdrol-speler → hoofd+rol+speler",
    );
}

#[test]
fn parts_are_words_of_the_dictionary() {
    check(
        "aandachtspunten → aandacht+punt
         loopgravenoorlog → loop+graaf+oorlog
         koopvaardijschepen → koopvaardij+schip
         vakbondsleden → vakbond+lid
         ledental → lid+tal
         wegenbouw → weg+bouw
         snelwegen → snel+weg
         partijgenoten → partij+genoot
         havensteden → haven+stad
         tuinhuisje → tuin+huis
         wereldoorlogveteraan → wereld+oorlog+veteraan
         ziekenhuisopname → ziekenhuis+opname",
    );
}

#[test]
fn the_stem_of_a_verb_is_a_part() {
    check(
        "zoekmachine → zoek+machine
         slaapkamer → slaap+kamer
         tekenles → teken+les",
    );
}

#[test]
fn a_word_of_one_part_stays_whole() {
    check(
        "leger → leger
         steden → steden
         koningin → koningin
         winkels → winkels
         cultuur → cultuur
         architecten → architecten",
    );
}

#[test]
fn derivations_and_particles_make_no_compound() {
    check(
        "gezondheid → gezondheid
         vergelijkbare → vergelijkbare
         verkiezingen → verkiezingen
         betrad → betrad
         onafhankelijke → onafhankelijke
         overstappen → overstappen
         aanvallen → aanvallen
         doorgaan → doorgaan
         waardoor → waardoor
         ex-minister → ex-minister
         e-mail → e-mail",
    );
}

#[test]
fn a_car_and_a_road_are_parts() {
    check(
        "autobom → auto+bom
         auto-ongeluk → auto+ongeluk
         spoorwegen → spoor+weg
         rijkswegen → rijk+weg
         automatisch → automatisch
         omwegen → omwegen",
    );
}

// FIXME: the first is `koning+rijk`, the others are no compounds.
#[test]
fn not_yet() {
    check(
        "koninkrijk → koninkrijk
         kompas → kom+pas
         metropool → metro+pool
         automaat → auto+maat
         kortweg → kort+weg",
    );
}

#[test]
fn the_smallest_parts_are_no_compounds() {
    let parts = |word: &str| smallest_parts(word).into_iter().map(|part| part.word).collect::<Vec<_>>().join("+");
    assert_eq!(parts("wereldoorlogveteraan"), "wereld+oorlog+veteraan");
    assert_eq!(parts("ziekenhuisopname"), "zieke+huis+opname");
}

/// Parts lie side by side and make up the word.
fn cover(word: &str) {
    for parts in [compound(word), smallest_parts(word)] {
        let mut end = 0;
        for part in &parts {
            assert_eq!(part.range.start, end, "{word}");
            end = part.range.end;
            assert!(word.get(part.range.clone()).is_some_and(|stands| !stands.is_empty()), "{word}");
            assert!(!part.word.is_empty(), "{word}");
        }
        assert!(parts.is_empty() || (end == word.len() && parts.len() > 1), "{word}");
    }
}

proptest! {
    #[test]
    fn anything_may_be_asked(word in "\\PC*") {
        cover(&word);
    }

    #[test]
    fn hyphens_may_stand_anywhere(word in "(-|ex|e|huis|bootje|ë){0,7}") {
        cover(&word);
    }

    #[test]
    fn joined_words_come_apart_somehow(word in "((huis|stad|krant|ziekenhuis|oorlog|zee|ei|één|kind)(s|en|er|e|-|ë)?){1,6}") {
        cover(&word);
    }
}

/// How often the head is right, of the compounds of UD Dutch LassySmall and Alpino; wants `KRONIEK_DATA`.
#[test]
fn heads() {
    let folder = std::env::var_os("KRONIEK_DATA").map(PathBuf::from);
    let Some(text) = folder.and_then(|folder| std::fs::read_to_string(folder.join("data/compounds-nl/dev.tsv")).ok())
    else {
        eprintln!("KRONIEK_DATA has no data/compounds-nl/dev.tsv: not measured");
        return;
    };
    let head = |parts: &str| parts.rsplit_once('+').map(|(_, head)| head.to_owned());
    let (mut split, mut compounds, mut right) = (0, 0, 0);
    for (word, parts) in text.lines().filter_map(|line| line.split_once('\t')) {
        let (ours, wanted) = (head(&shown(word)), head(parts));
        split += usize::from(ours.is_some());
        compounds += usize::from(wanted.is_some());
        right += usize::from(ours.is_some() && ours == wanted);
    }
    let share = |of: usize| right as f64 / of as f64;
    eprintln!("compounds: precision {:.3}, recall {:.3}", share(split), share(compounds));
    assert!(share(split) >= 0.95 && share(compounds) >= 0.92);
}

/// Letters without end are no compound, and take no time.
#[test]
fn what_is_too_long_for_a_word_is_not_cut() {
    assert!(!compound(&"wereld".repeat(3)).is_empty());
    assert!(compound(&"wereld".repeat(20_000)).is_empty());
}

//! A query cannot fail, and what it finds hangs together.

use std::collections::HashSet;
use std::sync::LazyLock;

use kroniek::archive::Archive;
use kroniek::document::DocId;
use kroniek::engine::Engine;
use kroniek::engine::answers::{Order, Request, SearchAnswer};
use kroniek::query::parse;
use kroniek::search::{Recent, Scope, find};
use kroniek::text;
use proptest::prelude::*;

use super::{archive, bytes, seeds, slice};

/// The seeds, and every word in them.
struct Corpus {
    bytes: Vec<u8>,
    words: Vec<String>,
}

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let documents = seeds();
    let words: HashSet<String> = documents
        .iter()
        .flat_map(|document| text::tokens(&document.text).map(|token| document.text[token.range].to_owned()))
        .filter(|word| word.chars().all(char::is_alphabetic) && !["OF", "OR", "EN", "AND"].contains(&&word[..]))
        .collect();
    let mut words: Vec<String> = words.into_iter().collect();
    words.sort();
    Corpus { bytes: bytes(&documents), words }
});

thread_local! {
    static ENGINE: Engine = Engine::open(CORPUS.bytes.clone()).unwrap();
    static ARCHIVE: Archive = archive(&seeds());
}

fn ask(request: &Request) -> SearchAnswer {
    ENGINE.with(|engine| engine.search(request).unwrap())
}

fn names(request: &Request) -> Vec<String> {
    ask(request).hits.into_iter().map(|hit| hit.entry.document).collect()
}

fn found(query: &str, typing: bool) -> HashSet<String> {
    let request = Request { query: query.to_owned(), typing, limit: Some(100), ..Request::default() };
    names(&request).into_iter().collect()
}

/// What is found by the letters alone: a word that is being typed may be whole, have inflected forms, be a part of
/// others and a name in another spelling; with a star it is none of these.
fn beginning(query: &str, typing: bool) -> HashSet<String> {
    let off = if typing { ["@inflection", "@compound", "@spelling"].map(str::to_owned).to_vec() } else { Vec::new() };
    let request = Request { query: query.to_owned(), typing, off, limit: Some(100), ..Request::default() };
    names(&request).into_iter().collect()
}

/// A word of the corpus.
fn word() -> impl Strategy<Value = String> {
    (0..CORPUS.words.len()).prop_map(|number| CORPUS.words[number].clone())
}

/// Words and everything that means something, in any order.
fn query() -> impl Strategy<Value = String> {
    let pieces = [
        "\"",
        "(",
        ")",
        "-",
        "|",
        "*",
        "=",
        "~",
        "OF",
        "NIET",
        "NOT ",
        "NABIJ/2 ",
        "NEAR",
        "NEAR/x ",
        "!",
        "mentions:=",
        ":",
        "titel:",
        "datum:",
        "genoemd:2022",
        "datum:2022..",
        "[",
        "]",
        "„",
        "”",
        "🙂",
        "👩‍👩‍👧",
        "\u{202E}",
        "\u{0}",
        "\n",
        " ",
        "  ",
        "+",
        "/5",
        "é",
        "İ",
        "ß",
    ];
    let piece =
        prop_oneof![3 => word(), 4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,3}"];
    prop_oneof![prop::collection::vec(piece, 0..14).prop_map(|parts| parts.concat()), any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_query_fails_and_problems_have_a_place(query in query(), typing: bool, furniture: bool) {
        let request = Request { query: query.clone(), typing, furniture, limit: Some(3), moments: 2, ..Request::default() };
        let answer = ask(&request);
        prop_assert_eq!(&answer.query, &query);
        for problem in &answer.problems {
            prop_assert!(problem.start < problem.end, "{problem:?}");
            prop_assert!(slice(&query, problem.start, problem.end).is_some(), "{problem:?}");
        }
        for hit in &answer.hits {
            prop_assert!(hit.score.is_finite());
            let told: f64 = hit.why.iter().map(|why| why.score).sum();
            prop_assert!((hit.score - told).abs() < 1e-9, "{} is told as {told}", hit.score);
            prop_assert!(hit.why.iter().all(|why| why.title >= 0.0 && why.nearness >= 0.0));
        }
        ENGINE.with(|engine| {
            assert_eq!(engine.timeline(&request).unwrap().documents, answer.total);
            engine.suggest(&request).unwrap();
            let name = answer.hits.first().map(|hit| hit.entry.document.clone()).unwrap_or_default();
            engine.document(&Request { document: name, ..request.clone() }).unwrap();
        });
    }

    #[test]
    fn a_longer_beginning_never_finds_more(word in word()) {
        let letters: Vec<usize> = word.char_indices().map(|(place, _)| place).skip(1).chain([word.len()]).collect();
        for two in letters.windows(2) {
            for (star, typing) in [("*", false), ("", true)] {
                let (shorter, longer) = (format!("{}{star}", &word[..two[0]]), format!("{}{star}", &word[..two[1]]));
                let (more, fewer) = (beginning(&shorter, typing), beginning(&longer, typing));
                prop_assert!(fewer.is_subset(&more), "{longer} finds {:?} more than {shorter}", fewer.difference(&more));
            }
        }
    }

    #[test]
    fn a_word_being_typed_finds_what_it_will_find(word in word()) {
        prop_assert!(found(&word, false).is_subset(&found(&word, true)));
    }

    #[test]
    fn the_word_itself_is_never_lost(word in word()) {
        let exact = found(&format!("={word}"), false);
        for query in [word.clone(), word.to_uppercase(), format!("{word}*")] {
            prop_assert!(exact.is_subset(&found(&query, false)), "{query}");
        }
    }

    #[test]
    fn what_a_minus_leaves_is_the_rest(word in word()) {
        let (with, without) = (found(&word, false), found(&format!("-{word}"), false));
        prop_assert!(with.is_disjoint(&without));
        prop_assert_eq!(with.len() + without.len(), found("", false).len());
    }

    #[test]
    fn words_side_by_side_are_all_there(one in word(), other in word()) {
        let (first, second) = (found(&one, false), found(&other, false));
        let both: HashSet<String> = first.intersection(&second).cloned().collect();
        prop_assert_eq!(found(&format!("{one} {other}"), false), both);
        let either: HashSet<String> = first.union(&second).cloned().collect();
        prop_assert_eq!(found(&format!("{one} OF {other}"), false), either);
    }

    #[test]
    fn near_is_wider_as_more_may_lie_between(one in word(), other in word(), within in 0..30u32) {
        let near = found(&format!("{one} NABIJ/{within} {other}"), false);
        prop_assert_eq!(&near, &found(&format!("{other} NEAR/{within} {one}"), false));
        let wider = found(&format!("{one} NEAR/{} {other}", within + 1), false);
        let anywhere = found(&format!("{one} {other}"), false);
        prop_assert!(near.is_subset(&wider) && wider.is_subset(&anywhere));
        let (phrase, side_by_side) = (format!("\"{one} {other}\""), format!("{one} NEAR/0 {other}"));
        prop_assert!(found(&phrase, false).is_subset(&found(&side_by_side, false)));
    }

    #[test]
    fn pages_are_the_whole_in_parts(word in word(), size in 1..4usize) {
        for order in [Order::Relevance, Order::Date, Order::Newest] {
            let whole = Request { query: word.clone(), order, limit: Some(100), ..Request::default() };
            let all = ask(&whole);
            let mut pages = Vec::new();
            while pages.len() < all.total {
                let page = ask(&Request { offset: pages.len(), limit: Some(size), ..whole.clone() });
                prop_assert_eq!(page.total, all.total);
                prop_assert!(!page.hits.is_empty());
                pages.extend(page.hits);
            }
            prop_assert_eq!(&pages, &all.hits);
            let places: Vec<_> = all.hits.iter().map(|hit| (hit.entry.earliest, hit.entry.latest)).collect();
            match order {
                Order::Relevance => prop_assert!(all.hits.windows(2).all(|two| two[0].score >= two[1].score)),
                Order::Date => prop_assert!(places.is_sorted()),
                _ => prop_assert!(places.windows(2).all(|two| two[0].1 >= two[1].1)),
            }
        }
    }
}

#[test]
fn documents_are_found_in_the_order_of_their_numbers() {
    ARCHIVE.with(|archive| {
        for query in ["", "stad", "-loopgraven", "stad OF leger", "datum:2023", "het -\"niet zo\""] {
            let query = parse(query, false, &[]);
            let scope = Scope::default();
            let documents: Vec<DocId> =
                find(archive, query.node.as_ref(), &scope, None, &mut Recent::default()).unwrap().documents;
            assert!(documents.is_sorted() && !documents.is_empty());
        }
    });
}

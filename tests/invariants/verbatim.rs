//! What is quoted is verbatim, and offsets are UTF-16 code units in it.

use kroniek::engine::Engine;
use kroniek::engine::answers::Request;

use super::{documents, engine, seeds, slice};

/// Letters of one to four bytes, joined ones, and marks of their own.
const TEXT: &str = "date 2023-03-05 👩‍👩‍👧 zag op 3 maart 2023 de 🏙️ stad van e\u{301}e\u{301}n 𝒳 en de 🇳🇱 vlag.\n\n\
    🙂🙂 De stad, 𝒳-stad, viel op 4 maart 2023 voor de 👩‍👩‍👧. Niemand 🙂 zag de stad ooit weer.";

/// Asserts that everything an engine quotes for a query stands in its articles; gives how many marks there were.
fn check(engine: &Engine, texts: &[(String, String)], query: &str) -> usize {
    // Without other forms of the word, which need not contain it: stad, steden.
    let off = vec!["@inflection".to_owned()];
    let request = Request { query: query.to_owned(), off, limit: Some(100), moments: 100, ..Request::default() };
    let text = |name: &str| texts.iter().find(|(known, _)| known == name).map(|(_, text)| text).unwrap();
    let mut marks = 0;
    for hit in engine.search(&request).unwrap().hits {
        for snippet in &hit.snippets {
            assert!(text(&hit.entry.document).contains(&snippet.text), "{query}: {}", snippet.text);
            for (start, end) in &snippet.marks {
                let marked = slice(&snippet.text, *start, *end).unwrap();
                assert!(marked.to_lowercase().contains(query), "{query}: {marked}");
                marks += 1;
            }
        }
        let read = Request { document: hit.entry.document.clone(), ..request.clone() };
        for block in engine.document(&read).unwrap().unwrap().blocks {
            assert!(text(&hit.entry.document).contains(&block.text));
            let parts = block.sentences.iter().chain(&block.marks);
            assert!(parts.clone().all(|(start, end)| slice(&block.text, *start, *end).is_some()));
            for (start, end) in &block.marks {
                assert!(slice(&block.text, *start, *end).unwrap().to_lowercase().contains(query));
            }
            for time in &block.times {
                assert_eq!(slice(&block.text, time.start, time.end).as_deref(), Some(&time.text[..]));
            }
        }
    }
    for moment in engine.timeline(&request).unwrap().moments {
        let told = slice(text(&moment.document), moment.start, moment.end);
        assert_eq!(told.as_deref(), Some(&moment.sentence[..]));
    }
    marks
}

#[test]
fn letters_of_two_units_and_of_several_letters_move_nothing() {
    let documents = documents([("a.txt".to_owned(), TEXT.as_bytes().to_vec())]);
    let texts = [("a".to_owned(), documents[0].text.clone())];
    let engine = engine(&documents);
    assert_eq!(check(&engine, &texts, "stad"), 4);
    assert_eq!(check(&engine, &texts, "vlag"), 1);
    let moments = engine.timeline(&Request { moments: 9, ..Request::default() }).unwrap().moments;
    assert_eq!(moments.len(), 2);
    let told = moments.iter().map(|moment| &moment.sentence);
    assert!(told.into_iter().any(|told| told.starts_with("🙂🙂 De stad") && told.ends_with("👩‍👩‍👧.")));
}

#[test]
fn the_seeds_are_quoted_verbatim() {
    let documents = seeds();
    let texts: Vec<_> = documents.iter().map(|document| (document.name.clone(), document.text.clone())).collect();
    let engine = engine(&documents);
    for query in ["stad", "het", "soldaten", "oorlog"] {
        assert!(check(&engine, &texts, query) > 0, "{query}");
    }
    check(&engine, &texts, "");
}

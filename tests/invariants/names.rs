//! What tells names apart is told by rules, never by a list of the names that these articles happen to have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use kroniek::text;

use super::{files, root, seeds};

/// Words that the seeds capitalise, though they are nobody's name and no place's: common words, and what credits and
/// players are signed with.
const NO_NAMES: [&str; 7] = ["afspelen", "foto", "group", "helaas", "kamer", "reuters", "telegram"];

/// Words of the seeds that are names: always capitalised, also inside sentences.
fn names() -> BTreeSet<String> {
    // How often a word stands inside a sentence capitalised, and how often in lower case.
    let mut cases: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for document in seeds() {
        for block in &document.blocks {
            let part = &document.text[block.range.clone()];
            for sentence in text::sentences(part, document.language) {
                let sentence = &part[sentence];
                for (place, token) in text::tokens(sentence).enumerate() {
                    let word = &sentence[token.range.clone()];
                    let before = sentence[..token.range.start].trim_end_matches(' ');
                    // After a quotation mark or a colon a sentence may begin.
                    let inside =
                        place > 0 && before.ends_with(|letter: char| letter.is_alphanumeric() || letter == ',');
                    let counts = cases.entry(text::fold(word)).or_default();
                    counts.0 += u32::from(inside && word.starts_with(char::is_uppercase));
                    counts.1 += u32::from(word.starts_with(char::is_lowercase));
                }
            }
        }
    }
    let names = cases.into_iter().filter(|(word, (upper, lower))| *upper > 0 && *lower == 0 && word.len() > 3);
    names.map(|(word, _)| word).filter(|word| !NO_NAMES.contains(&&word[..])).collect()
}

/// The words of a file's code, folded: without comments and the tests at its end.
fn words(text: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut rest = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    while let Some(start) = rest.find("/*") {
        let end = rest[start..].find("*/").map_or(rest.len(), |end| start + end + 2);
        rest.replace_range(start..end, " ");
    }
    for line in rest.lines() {
        let code = line.split("//").next().unwrap_or_default();
        words.extend(
            text::tokens(code).flat_map(|token| code[token.range].split('_').map(text::fold).collect::<Vec<_>>()),
        );
    }
    words
}

#[test]
fn no_name_of_the_seeds_stands_in_the_code() {
    let names = names();
    assert!(names.len() > 50, "{names:?}");
    let code =
        files(&root().join("src"), &["rs"]).into_iter().chain(files(&root().join("www"), &["js", "jsx", "html"]));
    let mut found = Vec::new();
    for path in code {
        let words = words(&fs::read_to_string(&path).unwrap());
        let named: Vec<&String> = names.intersection(&words).collect();
        if !named.is_empty() {
            found.push(format!("{}: {named:?}", path.display()));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

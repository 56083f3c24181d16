//! Parts that are fetched: a wrong one is refused, and what is answered with the right ones is what a whole archive answers.

use arbitrary::{Result, Unstructured};
use kroniek::archive::Elsewhere;
use kroniek::engine::Engine;

use super::archives::made_up;
use super::{ARCHIVES, ask, mutate};

/// Rounds of fetching that a question may take. One goes through seven methods, each of some three to six.
const ROUNDS: usize = 60;

/// Bytes of a query, at most: every round asks it anew, by seven methods. Longer ones are for `queries`.
const LONGEST: usize = 1_000;

/// Bytes in place of a part: cut, changed, another part, nothing.
fn wrong(u: &mut Unstructured<'_>, parts: &[Vec<u8>], right: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = match u.int_in_range(0..=3)? {
        0 => Vec::new(),
        1 => u.choose(parts)?.clone(),
        2 => b"<!doctype html><title>Sorry</title>".to_vec(),
        _ => right.to_vec(),
    };
    if u.arbitrary()? {
        mutate::change(u, &mut bytes, &[])?;
    }
    Ok(bytes)
}

/// What is fetched answers as what is there, however late and in whatever order parts come, and no wrong one is taken in.
pub(crate) fn fetched(u: &mut Unstructured<'_>) -> Result<()> {
    let archive = made_up(u)?;
    let parts: Vec<Vec<u8>> = archive.parts().cloned().collect();
    let (bytes, head) = (archive.together(), archive.head());
    let (whole, fetching) = (Engine::open(bytes.clone()), Engine::open(Elsewhere::new(head)));
    let (Ok(whole), Ok(mut engine)) = (whole, fetching) else { return Ok(()) };
    let sound = ARCHIVES.contains(&bytes);
    assert!(engine.parts().len() == parts.len() || bytes.len() == archive.head().len());
    for _ in 0..u.int_in_range(1..=3)? {
        let mut request = ask::request(u)?;
        let length = (0..=LONGEST.min(request.query.len())).rev().find(|end| request.query.is_char_boundary(*end));
        request.query.truncate(length.unwrap_or_default());
        let mut rounds = 0;
        let answer = loop {
            match ask::everything(&engine, &request) {
                Err(error) if !error.lacks().is_empty() => {
                    rounds += 1;
                    assert!(rounds < ROUNDS, "it goes on asking");
                    for part in error.lacks().to_vec() {
                        let right = &parts[part as usize];
                        if u.ratio(1, 8)? {
                            let wrong = wrong(u, &parts, right)?;
                            let alike = wrong == *right;
                            assert_eq!(engine.give(part, wrong), alike);
                        }
                        // Some come late; all of them come where nothing is left to choose by.
                        if u.ratio(15, 16)? {
                            assert!(engine.give(part, right.clone()));
                        }
                    }
                    if u.arbitrary()? {
                        engine.tidy();
                    }
                }
                answer => break answer,
            }
        };
        match (answer, ask::everything(&whole, &request)) {
            // Of what is there twice, as lists of compounds are, one may be damaged: which is read depends on what was read before.
            (Ok(one), Ok(other)) => assert!(!sound || one == other, "{}", request.query),
            (Err(error), _) => assert!(!sound && ask::is_clear(&error), "{error}"),
            // What is damaged is not always read in both.
            (Ok(_), Err(_)) => assert!(!sound),
        }
    }
    Ok(())
}

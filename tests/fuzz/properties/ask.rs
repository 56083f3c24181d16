//! What is asked of an engine: requests of every kind, and all of its methods.

use arbitrary::{Result, Unstructured};
use kroniek::engine::Engine;
use kroniek::engine::answers::{IsoDay, Order, Request};

use super::WORDS;

/// Bytes of a query, at most: some pages of text that were pasted into the box. What a query takes grows with its words, and each case asks up to 28
/// questions; `slow_ones` asks longer ones.
const LONGEST: usize = 6_000;

/// What means something in a query.
const PIECES: [&str; 44] = [
    "\"",
    "(",
    ")",
    "-",
    "|",
    "||",
    "*",
    "=",
    "~",
    "~2",
    "+",
    "!",
    "OF ",
    "OR ",
    "EN ",
    "NIET ",
    "NOT ",
    "NABIJ/5 ",
    "NEAR/",
    "NABIJ/99999999999 ",
    "titel:",
    "title:(",
    "datum:",
    "date:[",
    " TO ",
    "2022-10",
    "..",
    "2023-13-45",
    "genoemd:",
    "genoemd:=",
    "mentions:\"zomer 2022\"",
    "bron:",
    "source:",
    ":",
    " ",
    "  ",
    "“",
    "’",
    "é",
    "e\u{301}",
    "İ",
    "🙂",
    "a*",
    "e",
];

/// A query of words and operators; now and then a very long or a very deep one.
pub(super) fn query(u: &mut Unstructured<'_>) -> Result<String> {
    let mut query = String::new();
    for _ in 0..u.int_in_range(0..=12)? {
        let times = if u.ratio(1, 24)? { 1 << u.int_in_range(0..=12)? } else { 1 };
        let piece = match u.int_in_range(0..=5)? {
            0 | 1 => u.choose(&WORDS)?.clone(),
            2 => u.arbitrary::<char>()?.to_string(),
            3 => {
                let word = u.choose(&WORDS)?;
                word.chars().take(u.int_in_range(1..=5)?).collect()
            }
            _ => (*u.choose(&PIECES)?).to_owned(),
        };
        query.push_str(&piece.repeat(times));
        if u.ratio(2, 3)? {
            query.push(' ');
        }
        if query.len() > LONGEST {
            query = query.chars().take(LONGEST / 4).collect();
        }
    }
    Ok(query)
}

fn day(u: &mut Unstructured<'_>) -> Result<IsoDay> {
    let days = ["0001-01-01", "1000-01-01", "1991-05-03", "1995-12-31", "2022-10-01", "2023-03-05", "9999-12-31"];
    Ok(IsoDay::parse(u.choose(&days)?).unwrap())
}

fn days(u: &mut Unstructured<'_>) -> Result<Option<(IsoDay, IsoDay)>> {
    Ok(if u.ratio(1, 4)? { Some((day(u)?, day(u)?)) } else { None })
}

/// A number as a caller may give it.
fn number(u: &mut Unstructured<'_>) -> Result<usize> {
    Ok(*u.choose(&[0, 1, 3, 20, 200, 5_000, u32::MAX as usize, usize::MAX])?)
}

/// A request of any kind.
pub(super) fn request(u: &mut Unstructured<'_>) -> Result<Request> {
    let orders = [Order::Relevance, Order::Date, Order::Newest, Order::Document, Order::Left, Order::Right];
    let offs = ["@inflection", "@compound", "@spelling", "@typo", "@prefix", "schip", "", "@"];
    let documents = ["n17", "0/a", "c", "nergens", ""];
    let mut request = Request {
        query: query(u)?,
        typing: u.arbitrary()?,
        furniture: u.arbitrary()?,
        brief: u.arbitrary()?,
        ..Request::default()
    };
    request.document = (*u.choose(&documents)?).to_owned();
    request.from = if u.ratio(1, 6)? { Some(day(u)?) } else { None };
    request.until = if u.ratio(1, 6)? { Some(day(u)?) } else { None };
    (request.told, request.view) = (days(u)?, days(u)?);
    if u.ratio(1, 4)? {
        request.off.push((*u.choose(&offs)?).to_owned());
        request.facts.push(("bron".to_owned(), (*u.choose(&["Gazet", "nergens"])?).to_owned()));
    }
    request.order = *u.choose(&orders)?;
    request.offset = if u.ratio(1, 4)? { number(u)? } else { 0 };
    request.limit = if u.ratio(1, 2)? { Some(number(u)?) } else { None };
    request.bins = if u.ratio(1, 2)? { Some(number(u)?) } else { None };
    request.moments = if u.ratio(1, 2)? { number(u)? } else { 0 };
    Ok(request)
}

/// Everything that an engine answers to a request, as JSON.
pub(super) fn everything(engine: &Engine, request: &Request) -> kroniek::Result<String> {
    let mut said = String::new();
    let mut add = |answer: serde_json::Result<String>| said.push_str(&answer.unwrap());
    add(serde_json::to_string(&engine.whole(engine.info())?));
    add(serde_json::to_string(&engine.whole(engine.search(request))?));
    let mut offered = engine.whole(engine.suggest(request))?;
    for completion in &mut offered.suggestions {
        // Of a name whose parts are fetched it is not counted in how many articles it is.
        (completion.documents, completion.exact) = (0, true);
    }
    add(serde_json::to_string(&offered));
    add(serde_json::to_string(&engine.whole(engine.timeline(request))?));
    add(serde_json::to_string(&engine.whole(engine.concordance(request))?));
    add(serde_json::to_string(&engine.whole(engine.chronology(request))?));
    add(serde_json::to_string(&engine.whole(engine.document(request))?));
    // Whether parts are here is no part of an answer.
    Ok(said.replace(&format!("\"parts\":{}", engine.parts().len()), "\"parts\":0"))
}

/// An error says what is wrong with the archive, and the way out.
pub(super) fn is_clear(error: &kroniek::Error) -> bool {
    let said = error.to_string();
    said.starts_with("the archive cannot be read: ") && said.ends_with("build it again with `kroniek build`")
}

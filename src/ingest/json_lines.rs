//! JSON Lines: one document a line.

use serde_json::{Map, Value};
use xxhash_rust::xxh64::xxh64;

use super::MAX_TEXT;
use super::blocks::Style;
use super::date;
use super::decode::{self, Encoding};
use super::draft::{Draft, Title, clean};
use super::intake::Reading;
use super::notice::{Notice, Place};
use super::pieces::Known;
use super::plain;
use crate::text::Language;

/// Longer than a name in an address should be, in bytes.
const LONGEST_ID: usize = 200;

/// Reads lines, of which `before` are in pieces of the file before; each stands by itself, so a bad one is left out and the others stay.
/// Those that are `known` are only named.
pub(super) fn read(
    bytes: &[u8],
    before: usize,
    known: Known<'_>,
    drafts: &mut Vec<Draft>,
    Reading { file, notices, windows_1252, known: named, .. }: &mut Reading,
) {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    for (line, at) in bytes.split(|byte| *byte == b'\n').zip(before..) {
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let digest = xxh64(line, 0);
        if known(digest) {
            named.push((at + 1, digest));
            continue;
        }
        let place = Some(Place::Line(at + 1));
        let found = decode::text(line)
            .map_err(|no_text| format!("byte {} of the line: {}", no_text.byte, no_text.reason))
            .and_then(|(text, encoding)| {
                if encoding == Encoding::Windows1252 {
                    windows_1252.push(at + 1);
                }
                draft(file, at + 1, &text)
            });
        match found {
            Ok((draft, notice)) => {
                drafts.push(Draft { digest, ..draft });
                notices.extend(notice);
            }
            Err(reason) => notices.push(Notice::left_out(file, place, reason)),
        }
    }
}

/// Says which lines of a file were read as Windows-1252.
pub(super) fn windows_1252(file: &str, lines: &[usize]) -> Option<Notice> {
    let (first, others) = lines.split_first()?;
    let others = if others.is_empty() { String::new() } else { format!(", and {} more lines", others.len()) };
    let reason = format!("not UTF-8{others}; read as Windows-1252; save it as UTF-8");
    Some(Notice::kept(file, Some(Place::Line(*first)), reason))
}

fn draft(file: &str, line: usize, text: &str) -> Result<(Draft, Option<Notice>), String> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let column = error.column();
        format!("not JSON at column {column}; write one object a line")
    })?;
    let Value::Object(members) = value else {
        return Err("not an object; write one object a line, with `text` and `date`".to_owned());
    };
    let place = Some(Place::Line(line));
    let (mut published, mut language, mut title, mut body, mut id, mut dated) = (None, None, None, None, None, None);
    let mut facts = Vec::new();
    let known = names_of(&members);
    for (name, value) in members {
        let name = clean(&name).to_lowercase();
        match (name.as_str(), value) {
            ("text", Value::String(text)) => body = Some(text),
            ("id", Value::String(text)) => id = Some(clean(&text)),
            ("id", Value::Number(number)) => id = Some(number.to_string()),
            ("date", Value::Number(number)) => dated = Some(number.to_string()),
            ("date", Value::String(text)) => dated = Some(text).filter(|text| !text.trim().is_empty()),
            ("title", Value::String(text)) => title = Some(text),
            ("language" | "lang", Value::String(tag)) if Language::from_tag(&tag).is_some() => {
                language = Language::from_tag(&tag);
            }
            (_, Value::String(text)) if !name.is_empty() && !text.trim().is_empty() => facts.push((name, clean(&text))),
            _ => {}
        }
    }
    let text = body.ok_or_else(|| format!("no `text` (there is {known}); name the member with the article `text`"))?;
    if text.trim().is_empty() {
        return Err("its `text` is empty".to_owned());
    }
    if text.len() > MAX_TEXT {
        return Err(format!("its text is larger than {} MB; split it", MAX_TEXT >> 20));
    }
    if let Some(written) = &dated {
        published = date::read(written);
    }
    let notice = match (&dated, published) {
        (Some(written), None) => Some(plain::not_a_date(file, place, written)),
        (None, None) => Some(Notice::kept(file, place, "no date; give it a member `date`")),
        _ => None,
    };
    let id = id.filter(|id| !id.is_empty() && id.len() <= LONGEST_ID);
    let draft = Draft {
        file: file.to_owned(),
        line: Some(line),
        id,
        digest: 0,
        published,
        language,
        facts,
        title: title.map(Title::Given),
        body: 0..text.len(),
        style: Style::Plain,
        text,
    };
    Ok((draft, notice))
}

fn names_of(members: &Map<String, Value>) -> String {
    let names: Vec<String> = members.keys().take(8).map(|name| format!("`{}`", clean(name))).collect();
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

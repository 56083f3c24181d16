//! Markdown, with front matter or without.

use std::ops::Range;

use super::blocks::{self, Style};
use super::date;
use super::draft::{Draft, Title, clean};
use super::notice::{Notice, Place};
use super::path::Path;
use super::plain;
use crate::text::Language;

/// A member of the front matter: `name: value`.
struct Member {
    name: String,
    value: String,
    /// Where the value stands, if it stands there as it is.
    verbatim: Option<Range<usize>>,
    line: usize,
    /// Where its line begins.
    at: usize,
}

/// Reads one article.
///
/// The front matter is read as lines of `name: value`, as articles have it: lists, nested members and folded values are
/// passed over.
pub(super) fn read(file: &str, path: &Path<'_>, text: String) -> (Draft, Vec<Notice>) {
    let mut notices = Vec::new();
    let (members, body) = match front_matter(&text) {
        Front::None => {
            let (draft, notice) = plain::read(file, path, text);
            return (Draft { style: Style::Markdown, ..draft }, notice.into_iter().collect());
        }
        Front::Doubtful(members, body, reason) => {
            notices.push(Notice::kept(file, Some(Place::Line(1)), reason));
            (members, body)
        }
        Front::Members(members, body) => (members, body),
    };
    let named = date::in_name(path.file_stem());
    let (mut published, mut language, mut title, mut facts, mut dated) = (None, None, None, Vec::new(), false);
    for member in members {
        let value = clean(&member.value);
        match member.name.as_str() {
            _ if value.is_empty() => {}
            "date" => {
                dated = true;
                published = date::read(&value);
                if published.is_none() {
                    notices.push(plain::not_a_date(file, Some(Place::Line(member.line)), &value));
                }
            }
            "title" => title = Some(member.verbatim.map_or(Title::Given(value), Title::At)),
            "language" | "lang" if Language::from_tag(&value).is_some() => language = Language::from_tag(&value),
            _ => facts.push((member.name, value)),
        }
    }
    if let Some(named) = named {
        title = title.or(named.title.map(Title::Spare));
        published = published.or(named.date.ok());
    }
    if published.is_none() && !dated {
        notices.push(Notice::kept(file, None, "no date; put `date: 2023-03-05` in its front matter"));
    }
    let draft = Draft {
        file: file.to_owned(),
        line: None,
        id: None,
        digest: 0,
        published,
        language,
        facts,
        title,
        body: body..text.len(),
        style: Style::Markdown,
        text,
    };
    (draft, notices)
}

enum Front {
    None,
    /// Its members, and where the text begins.
    Members(Vec<Member>, usize),
    /// The same, and why that is not sure.
    Doubtful(Vec<Member>, usize, &'static str),
}

fn front_matter(text: &str) -> Front {
    let mut lines = blocks::lines(text, 0..text.len());
    let Some(first) = lines.next() else { return Front::None };
    let rest = first.end..text.len();
    match text[first].trim_start_matches('\u{FEFF}').trim_end() {
        "---" => {}
        "+++" => {
            let end = lines.find(|line| text[line.clone()].trim_end() == "+++").map_or(0, |line| line.end);
            return Front::Doubtful(
                Vec::new(),
                end,
                "front matter between `+++` (TOML) is not read; write it as YAML between `---`",
            );
        }
        _ => return Front::None,
    }
    let mut members = Vec::new();
    for (at, range) in lines.enumerate() {
        let line = &text[range.clone()];
        if matches!(line.trim_end(), "---" | "...") {
            return Front::Members(members, range.end);
        }
        members.extend(member(line, range.start, at + 2));
    }
    // Without its end, it ends at the first blank line, if it was front matter at all.
    let blank = blocks::lines(text, rest.clone()).skip(1).find(|line| text[line.clone()].trim().is_empty());
    let end = blank.map_or(rest.start, |line| line.start);
    members.retain(|member| member.at < end);
    if members.is_empty() {
        return Front::None;
    }
    Front::Doubtful(members, end, "front matter that does not end; close it with a line `---`")
}

fn member(line: &str, start: usize, number: usize) -> Option<Member> {
    let (name, rest) = line.split_once(':')?;
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | ' ');
    if !rest.is_empty() && !rest.starts_with([' ', '\t'])
        || name.is_empty()
        || name.starts_with([' ', '\t', '-'])
        || !name.chars().all(plain)
    {
        return None;
    }
    let value = rest.trim();
    let at = start + (line.len() - rest.trim_start().len());
    let (value, verbatim) = match value.chars().next()? {
        quote @ ('"' | '\'') => {
            let end = closing(&value[1..], quote)?;
            let inside = &value[1..=end];
            let escaped = if quote == '"' { inside.contains('\\') } else { inside.contains('\'') };
            (unquote(inside, quote), (!escaped).then(|| at + 1..at + 1 + end))
        }
        '[' | '{' | '|' | '>' | '&' | '*' | '!' | '#' => return None,
        _ => {
            let value = value.find(" #").map_or(value, |comment| value[..comment].trim_end());
            if matches!(value, "null" | "~" | "true" | "false") {
                return None;
            }
            (value.to_owned(), Some(at..at + value.len()))
        }
    };
    Some(Member { name: name.trim().to_lowercase(), value, verbatim, line: number, at: start })
}

/// Where a quoted value ends; `None` if it does not.
fn closing(text: &str, quote: char) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && quote == '"' {
            letters.next();
        } else if letter == quote {
            if quote == '\'' && letters.peek().is_some_and(|next| next.1 == '\'') {
                letters.next();
            } else {
                return Some(at);
            }
        }
    }
    None
}

fn unquote(inside: &str, quote: char) -> String {
    if quote == '\'' {
        return inside.replace("''", "'");
    }
    // A double-quoted scalar without line ends is a JSON string but for a few escapes.
    serde_json::from_str(&format!("\"{inside}\""))
        .unwrap_or_else(|_| inside.replace("\\\"", "\"").replace("\\\\", "\\"))
}

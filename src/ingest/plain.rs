//! Plain text: the seed format (`date 2023-03 Title or first words`), or a date in the file's name.

use super::blocks::Style;
use super::date;
use super::draft::{Draft, Title};
use super::notice::{Notice, Place};
use super::path::Path;

/// The way out for an article without a date.
pub(super) const NO_DATE: &str = "no date; begin its first line with `date 2023-03-05`, or its name with `2023-03-05`";

/// Reads one article; says so where its date is none or missing.
pub(super) fn read(file: &str, path: &Path<'_>, text: String) -> (Draft, Option<Notice>) {
    let named = date::in_name(path.file_stem());
    let (start, written) = date_line(&text);
    let mut published = written.and_then(date::read);
    let wrong = match (&published, written, &named) {
        (None, Some(written), _) => Some(written.to_owned()),
        (None, None, Some(named)) => named.date.as_ref().err().cloned(),
        _ => None,
    };
    let spare = named.as_ref().filter(|_| written.is_none()).and_then(|named| named.title.clone()).map(Title::Spare);
    published = published.or_else(|| named.and_then(|named| named.date.ok()));
    let notice = match (wrong, published) {
        (Some(wrong), _) => Some(not_a_date(file, written.map(|_| Place::Line(1)), &wrong)),
        (None, None) => Some(Notice::kept(file, None, NO_DATE)),
        _ => None,
    };
    let draft = Draft {
        file: file.to_owned(),
        line: None,
        id: None,
        digest: 0,
        published,
        language: None,
        facts: Vec::new(),
        title: spare,
        body: start..text.len(),
        style: Style::Plain,
        text,
    };
    (draft, notice)
}

/// Says that a date is none.
pub(super) fn not_a_date(file: &str, place: Option<Place>, written: &str) -> Notice {
    let shown: String = written.chars().take(40).collect();
    Notice::kept(
        file,
        place,
        format!("`{shown}` is not a date; write it as 2023, 2023-03 or 2023-03-05; without it the article is undated"),
    )
}

/// Where the article begins behind `date …`, and what stands there as a date; `(0, None)` without such a line.
pub(super) fn date_line(text: &str) -> (usize, Option<&str>) {
    let opened = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{FEFF}');
    let line = opened.lines().next().unwrap_or_default();
    let Some(rest) = line.get(..4).filter(|word| word.eq_ignore_ascii_case("date")).map(|_| &line[4..]) else {
        return (0, None);
    };
    let spaced = rest.trim_start_matches([':', ' ', '\t', '\u{A0}']);
    let written = spaced.split_whitespace().next().unwrap_or_default();
    if spaced.len() == rest.len() || !date::is_meant(written) {
        return (0, None);
    }
    let start = text.len() - opened.len() + (line.len() - spaced.len()) + written.len();
    (start, Some(written))
}

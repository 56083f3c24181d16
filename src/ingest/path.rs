//! What a file's name says about it.

use super::MAX_TEXT;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Markdown,
    JsonLines,
}

/// A file's path, taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path<'a> {
    /// The path without the ending.
    pub(super) stem: &'a str,
    /// `None` where the ending is not one that is read.
    pub(super) format: Option<Format>,
    /// Whether it ends in `.gz`.
    pub(super) gzip: bool,
}

impl<'a> Path<'a> {
    pub(super) fn new(path: &'a str) -> Self {
        let (inner, gzip) = strip_ending(path, &["gz"]).map_or((path, false), |stem| (stem, true));
        const ENDINGS: [(Format, &[&str]); 3] = [
            (Format::Plain, &["txt", "text"]),
            (Format::Markdown, &["md", "markdown"]),
            (Format::JsonLines, &["jsonl", "ndjson"]),
        ];
        ENDINGS.iter().find_map(|(format, endings)| Some((*format, strip_ending(inner, endings)?))).map_or(
            Self { stem: inner, format: None, gzip },
            |(format, stem)| Self { stem, format: Some(format), gzip },
        )
    }

    /// The last part of the stem.
    pub(super) fn file_stem(&self) -> &'a str {
        self.stem.rsplit('/').next().unwrap_or(self.stem)
    }
}

/// Whether a file with this path is read: it ends in `.txt`, `.text`, `.md`, `.markdown`, `.jsonl` or `.ndjson`, also
/// with `.gz` behind that, in any case, and neither it nor a folder on its path is hidden (begins with a full stop).
pub fn is_read(path: &str) -> bool {
    !is_hidden(path) && Path::new(path).format.is_some()
}

/// The most bytes that are read of a file with this path, packed or not: [`MAX_TEXT`] for a single article; JSON Lines may have any number.
pub fn largest(path: &str) -> Option<usize> {
    (Path::new(path).format != Some(Format::JsonLines)).then_some(MAX_TEXT)
}

/// Whether the file, or a folder on its path, begins with a full stop.
pub(super) fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') && part != "." && part != "..")
}

/// The ending of a file that is not read, as `*.pdf`.
pub(super) fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() => format!("*.{}", ending.to_lowercase()),
        _ => "files without an ending".to_owned(),
    }
}

/// The path without one of these endings; `None` if it has none of them, or nothing but it.
fn strip_ending<'a>(path: &'a str, endings: &[&str]) -> Option<&'a str> {
    let (stem, ending) = path.rsplit_once('.')?;
    let named = !stem.is_empty() && !stem.ends_with('/');
    (named && endings.iter().any(|known| ending.eq_ignore_ascii_case(known))).then_some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        let check = |path, stem, format, gzip| assert_eq!(Path::new(path), Path { stem, format, gzip });
        check("a/b.txt", "a/b", Some(Format::Plain), false);
        check("b.1.MD", "b.1", Some(Format::Markdown), false);
        check("b.jsonl.gz", "b", Some(Format::JsonLines), true);
        check("b.pdf", "b.pdf", None, false);
        check("a/.txt", "a/.txt", None, false);
        assert!(is_read("a/b.txt") && !is_read(".git/b.txt") && !is_read("a/.b.txt") && !is_read("b"));
        assert_eq!(ending("a/b.PDF"), "*.pdf");
    }
}

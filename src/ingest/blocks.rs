//! An article's text is cut into blocks, and each is told for what it is.

use std::ops::Range;

use super::{caption, furniture, title};
use crate::document::{Block, BlockKind};
use crate::text::Language;

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Markdown,
}

/// A part of a text between blank lines, or less.
#[derive(Debug, Clone)]
struct Chunk {
    range: Range<usize>,
    /// Marked as a heading; with how many marks.
    level: Option<usize>,
}

/// The range without white space and control characters at its ends; `None` if nothing is left.
pub(super) fn trim(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let blank = |letter: char| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '\u{FEFF}' | '\u{200B}' | '\u{2060}')
    };
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start_matches(blank).len());
    let end = start + text[start..range.end].trim_end_matches(blank).len();
    (start < end).then_some(start..end)
}

/// The first line of a part of a text that is not blank.
pub(super) fn first_line(text: &str, body: &Range<usize>) -> Option<Range<usize>> {
    lines(text, body.clone()).find_map(|line| trim(text, line))
}

/// Whether a text brings its own title.
pub(super) fn has_title(text: &str, body: &Range<usize>, language: Language, style: Style) -> bool {
    let found = find(text, body.clone(), language, style, false);
    found.first().is_some_and(|block| block.kind == BlockKind::Title)
}

/// Finds the blocks of a part of a text; with `titled`, the title is known already.
pub(super) fn find(text: &str, body: Range<usize>, language: Language, style: Style, titled: bool) -> Vec<Block> {
    let chunks = match style {
        Style::Plain => plain_chunks(text, body, language),
        Style::Markdown => markdown_chunks(text, body, language),
    };
    let mut blocks: Vec<Block> = Vec::with_capacity(chunks.len() + 1);
    for (at, chunk) in chunks.iter().enumerate() {
        let piece = &text[chunk.range.clone()];
        let mut push = |kind, range: Range<usize>| {
            blocks.push(Block { kind, range: chunk.range.start + range.start..chunk.range.start + range.end });
        };
        if at == 0 && !titled && (chunk.level == Some(1) || chunk.level.is_none() && title::is_title(piece, language)) {
            push(BlockKind::Title, 0..piece.len());
        } else if chunk.level.is_some() {
            push(BlockKind::Heading, 0..piece.len());
        } else {
            for (kind, range) in furniture::split(piece, language) {
                let kind = match kind {
                    BlockKind::Paragraph if caption::is_caption(&piece[range.clone()]) => BlockKind::Caption,
                    kind => kind,
                };
                push(kind, range);
            }
        }
    }
    headings(text, &mut blocks, language);
    blocks
}

/// Tells the headings among the paragraphs: what stands over running text and is none itself.
fn headings(text: &str, blocks: &mut [Block], language: Language) {
    for at in (0..blocks.len().saturating_sub(1)).rev() {
        if blocks[at].kind != BlockKind::Paragraph || !title::is_heading(&text[blocks[at].range.clone()], language) {
            continue;
        }
        let aside = |block: &&Block| matches!(block.kind, BlockKind::Caption | BlockKind::Furniture);
        let before = blocks[..at].iter().rev().find(|block| !aside(block));
        let after = blocks[at + 1..].iter().find(|block| !aside(block));
        let over_text = after.is_some_and(|next| {
            next.kind == BlockKind::Paragraph && title::begins_a_sentence(&text[next.range.clone()])
        });
        let between = before.is_none_or(|block| {
            block.kind != BlockKind::Paragraph
                || title::ends_a_sentence(&text[block.range.clone()])
                || title::is_heading(&text[block.range.clone()], language)
        });
        if over_text && between {
            blocks[at].kind = BlockKind::Heading;
        }
    }
}

/// The lines of a part of a text, without their ends.
pub(super) fn lines(text: &str, body: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = body.start;
    text[body].split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches(['\n', '\r']).len()
    })
}

/// Paragraphs are set apart by blank lines; where lines are longer than any page is wide, also by line ends after a
/// full stop.
fn plain_chunks(text: &str, body: Range<usize>, language: Language) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    for line in lines(text, body.clone()).map(|line| trim(text, line)).chain([None]) {
        match line {
            Some(line) => open.push(line),
            None => close(text, &mut open, &mut chunks, language),
        }
    }
    chunks
}

/// Turns lines without a blank one between them into chunks.
fn close(text: &str, open: &mut Vec<Range<usize>>, chunks: &mut Vec<Chunk>, language: Language) {
    /// Wider than any text that was wrapped for reading.
    const UNWRAPPED: usize = 140;
    let first = chunks.is_empty();
    let width = open.iter().map(ExactSizeIterator::len).max().unwrap_or(0);
    let mut start = None;
    for (at, line) in open.iter().enumerate() {
        let from = *start.get_or_insert(line.start);
        let Some(next) = open.get(at + 1) else {
            chunks.push(Chunk { range: from..line.end, level: None });
            break;
        };
        let (here, there) = (&text[line.clone()], &text[next.clone()]);
        let word = there.split_whitespace().next().map_or(0, str::len);
        // A line that the next word would have fitted was ended by its author.
        let ended = line.len() + 1 + word <= width;
        let parts = if width > UNWRAPPED {
            title::ends_a_sentence(here) && title::begins_a_sentence(there)
                || there.len() > UNWRAPPED
                    && title::begins_a_sentence(there)
                    && (first && at == 0 || from == line.start && title::is_heading(here, language))
        } else {
            first && at == 0 && ended && title::begins_a_sentence(there)
        };
        if parts || furniture::is_line(here) || furniture::is_line(there) {
            chunks.push(Chunk { range: from..line.end, level: None });
            start = None;
        }
    }
    open.clear();
}

/// Headings as Markdown marks them, `# ` before or `===` below; rules and images are no text.
fn markdown_chunks(text: &str, body: Range<usize>, language: Language) -> Vec<Chunk> {
    let mut chunks = Vec::new();
    let mut open: Vec<Range<usize>> = Vec::new();
    let mut fenced = false;
    for line in lines(text, body) {
        let Some(line) = trim(text, line) else {
            close(text, &mut open, &mut chunks, language);
            continue;
        };
        let written = &text[line.clone()];
        fenced ^= written.starts_with("```");
        if fenced {
            open.push(line);
        } else if let Some((level, range)) = marked(text, line.clone()) {
            close(text, &mut open, &mut chunks, language);
            chunks.push(Chunk { range, level: Some(level) });
        } else if written.len() >= 3
            && ["=", "-", "*", "_"].iter().any(|rule| written.replace(rule, "").trim().is_empty())
        {
            let under = if written.starts_with('=') { Some(1) } else { written.starts_with('-').then_some(2) };
            match (under, &open[..]) {
                (Some(level), [over]) => {
                    chunks.push(Chunk { range: over.clone(), level: Some(level) });
                    open.clear();
                }
                _ => close(text, &mut open, &mut chunks, language),
            }
        } else {
            open.push(line);
        }
    }
    close(text, &mut open, &mut chunks, language);
    chunks
}

/// A heading that is marked with `#`: how many, and its words.
fn marked(text: &str, line: Range<usize>) -> Option<(usize, Range<usize>)> {
    let written = &text[line.clone()];
    let level = written.bytes().take_while(|byte| *byte == b'#').count();
    let words = written[level..].trim_end_matches('#');
    let spaced = (1..=6).contains(&level) && words.starts_with([' ', '\t']);
    let start = line.start + level;
    let range = spaced.then(|| trim(text, start..start + words.len())).flatten()?;
    Some((level, range))
}

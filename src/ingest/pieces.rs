//! A file is cut into pieces while its bytes come; each is read by itself, and so on any number of processors.

use super::draft::Draft;
use super::gzip::{self, Unpacker};
use super::intake::{self, Reading};
use super::path::{Format, Path};
use super::{MAX_TEXT, Notice, Place, decode, json_lines};
use crate::text::Language;

/// Bytes of JSON Lines in a piece, up to the end of a line, and as many that the next may begin with.
const PIECE: usize = 1 << 20;

/// A line that is longer is no article: JSON writes each byte of a text as six at most.
const LONGEST_LINE: usize = 6 * MAX_TEXT;

/// A piece of a file: some of its lines, or all of it.
#[derive(Debug)]
pub struct Piece {
    file: String,
    bytes: Vec<u8>,
    /// The lines before it; `None` for a file that is one article.
    before: Option<usize>,
    /// What there is to say already.
    notice: Option<Notice>,
}

/// The articles of lines that need not be read again, by a digest of each line.
pub type Known<'a> = &'a (dyn Fn(u64) -> bool + Sync);

impl Piece {
    /// Reads it; `language` is that of the corpus, where that was said. Lines that are `known` are only named.
    pub fn read(self, language: Option<Language>, known: Known<'_>) -> Reading {
        let mut reading = Reading::of(self.file);
        reading.notices.extend(self.notice);
        let mut drafts: Vec<Draft> = Vec::new();
        match self.before {
            Some(before) => {
                // The last line break of a piece begins no line of it.
                let bytes = self.bytes.strip_suffix(b"\n").unwrap_or(&self.bytes);
                json_lines::read(bytes, before, known, &mut drafts, &mut reading);
            }
            None => intake::read(&reading.file, &self.bytes, &mut drafts, &mut reading.notices),
        }
        reading.articles.extend(drafts.into_iter().map(|draft| draft.article(language)));
        reading
    }

    /// How many bytes it has.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }
}

/// Cuts a file into pieces while its bytes come. Only JSON Lines are cut.
pub struct Cutter {
    file: String,
    packed: Packed,
    held: Vec<u8>,
    /// The first bytes of what is held, in which no line ends.
    within: usize,
    /// Lines in the pieces before.
    before: usize,
    blank: bool,
    /// A line is passed over that is too long.
    passing: bool,
}

/// Whether what comes is packed.
enum Packed {
    /// It is no matter here, or not known yet.
    Article,
    Unknown,
    No,
    Yes(Box<Unpacker>),
}

impl Cutter {
    /// A file by its path in the folder.
    pub fn new(path: &str) -> Self {
        let named = Path::new(path);
        let packed = match named.format {
            Some(Format::JsonLines) if named.gzip => Packed::Yes(Box::default()),
            Some(Format::JsonLines) => Packed::Unknown,
            _ => Packed::Article,
        };
        Self { file: path.to_owned(), packed, held: Vec::new(), within: 0, before: 0, blank: true, passing: false }
    }

    /// Takes in the next bytes of the file as they are, and adds to `ready` the pieces that are whole.
    ///
    /// # Errors
    ///
    /// Why the file is left out, then also with the pieces that were given already.
    pub fn add(&mut self, bytes: &[u8], ready: &mut Vec<Piece>) -> Result<(), Notice> {
        if matches!(self.packed, Packed::Unknown) {
            self.held.extend_from_slice(bytes);
            if self.held.len() < 2 {
                return Ok(());
            }
            let held = std::mem::take(&mut self.held);
            self.packed = if gzip::is_packed(&held) { Packed::Yes(Box::default()) } else { Packed::No };
            return self.add(&held, ready);
        }
        // What is unpacked is a thousand times as much at most.
        for bytes in bytes.chunks(16 << 10) {
            match &mut self.packed {
                Packed::Yes(unpacker) => {
                    let file = &self.file;
                    unpacker.add(bytes, &mut self.held).map_err(|reason| Notice::left_out(file, None, reason))?;
                }
                _ => self.held.extend_from_slice(bytes),
            }
            if !matches!(self.packed, Packed::Article) {
                self.cut(ready)?;
            }
        }
        Ok(())
    }

    /// Gives the lines that are whole, once they are enough.
    fn cut(&mut self, ready: &mut Vec<Piece>) -> Result<(), Notice> {
        if self.before == 0 && decode::is_utf_16(&self.held) {
            return Err(Notice::left_out(&self.file, Some(Place::Byte(0)), decode::UTF_16));
        }
        if self.passing {
            let Some(end) = self.held.iter().position(|byte| *byte == b'\n') else {
                self.held.clear();
                return Ok(());
            };
            self.held.drain(..=end);
            self.before += 1;
            self.passing = false;
        }
        if self.held.len() < PIECE {
            return Ok(());
        }
        let last = self.held[self.within..].iter().rposition(|byte| *byte == b'\n').map(|end| end + self.within);
        self.within = self.held.len();
        if let Some(end) = last {
            let rest = self.held.split_off(end + 1);
            self.within = rest.len();
            let bytes = std::mem::replace(&mut self.held, rest);
            self.give(bytes, ready);
        } else if self.held.len() > LONGEST_LINE {
            (self.held, self.within) = (Vec::new(), 0);
            (self.passing, self.blank) = (true, false);
            let reason = format!("it is larger than {} MB; split it", LONGEST_LINE >> 20);
            self.say(Notice::left_out(&self.file, Some(Place::Line(self.before + 1)), reason), ready);
        }
        Ok(())
    }

    fn give(&mut self, bytes: Vec<u8>, ready: &mut Vec<Piece>) {
        self.blank &= bytes.iter().all(u8::is_ascii_whitespace);
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        ready.push(Piece { file: self.file.clone(), bytes, before: Some(self.before), notice: None });
        self.before += lines;
    }

    fn say(&self, notice: Notice, ready: &mut Vec<Piece>) {
        ready.push(Piece { file: self.file.clone(), bytes: Vec::new(), before: Some(0), notice: Some(notice) });
    }

    /// Ends the file: adds to `ready` what is left of it.
    ///
    /// # Errors
    ///
    /// As [`Cutter::add`].
    pub fn finish(mut self, ready: &mut Vec<Piece>) -> Result<(), Notice> {
        let held = std::mem::take(&mut self.held);
        match std::mem::replace(&mut self.packed, Packed::Article) {
            Packed::Article => {
                ready.push(Piece { file: self.file, bytes: held, before: None, notice: None });
                return Ok(());
            }
            Packed::Yes(unpacker) => {
                unpacker.finish().map_err(|reason| Notice::left_out(&self.file, None, reason))?;
            }
            Packed::Unknown | Packed::No => {}
        }
        if !held.is_empty() {
            self.give(held, ready);
        }
        if self.blank {
            self.say(Notice::left_out(&self.file, None, "it is empty"), ready);
        }
        Ok(())
    }
}

/// The pieces of a file that is there as a whole.
///
/// # Errors
///
/// Why it is left out.
pub fn pieces(path: &str, bytes: &[u8]) -> Result<Vec<Piece>, Notice> {
    let (mut cutter, mut ready) = (Cutter::new(path), Vec::new());
    cutter.add(bytes, &mut ready)?;
    cutter.finish(&mut ready)?;
    Ok(ready)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a file that comes in bits: the lines of its articles, and what is said.
    fn read(path: &str, bits: impl Iterator<Item = Vec<u8>>) -> (Vec<Option<usize>>, Vec<String>) {
        let (mut cutter, mut pieces) = (Cutter::new(path), Vec::new());
        let cut = bits.into_iter().try_for_each(|bit| cutter.add(&bit, &mut pieces));
        if let Err(notice) = cut.and_then(|()| cutter.finish(&mut pieces)) {
            return (Vec::new(), vec![notice.to_string()]);
        }
        let readings: Vec<Reading> = pieces.into_iter().map(|piece| piece.read(None, &|_| false)).collect();
        let articles = readings.iter().flat_map(|reading| reading.articles.iter().map(|article| article.line));
        let notices = readings.iter().flat_map(|reading| reading.notices.iter().map(ToString::to_string));
        (articles.collect(), notices.collect())
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let line = b"{\"date\":\"2023\",\"text\":\"Een zin.\"}\n".to_vec();
        let long = std::iter::repeat_with(|| vec![b'x'; 1 << 20]).take((LONGEST_LINE >> 20) + 3);
        let bits = std::iter::once(line.clone()).chain(long).chain([b"\n".to_vec(), line.clone(), line]);
        let (articles, notices) = read("a.jsonl", bits);
        assert_eq!(articles, [Some(1), Some(3), Some(4)]);
        assert_eq!(notices, ["a.jsonl, line 2: it is larger than 96 MB; split it; left out"]);
    }

    #[test]
    fn little_and_nothing() {
        let bits = |text: &[u8]| text.iter().map(|byte| vec![*byte]).collect::<Vec<_>>().into_iter();
        assert_eq!(read("a.jsonl", bits(b"")), (Vec::new(), vec!["a.jsonl: it is empty; left out".to_owned()]));
        assert_eq!(read("a.jsonl", bits(b" \n\n")).1, ["a.jsonl: it is empty; left out"]);
        assert_eq!(read("a.jsonl", bits(b"x")).1.len(), 1);
        assert_eq!(
            read("a.jsonl", bits(b"\xFF\xFEa\0")).1,
            ["a.jsonl, byte 0: it is UTF-16; save it as UTF-8; left out"]
        );
        assert_eq!(read("a.jsonl", bits(b"{\"date\":\"2023\",\"text\":\"Een\"}")), (vec![Some(1)], Vec::new()));
    }
}

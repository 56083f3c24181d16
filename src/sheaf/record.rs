//! How a leaf is written down.

use super::leaf::Slip;
use crate::annotate::{Annotated, AnnotatedBlock, Position, Told};
use crate::archive::bytes::{Reader, interval, one_of, published, put, put_interval, put_published, put_text};
use crate::document::{Block, BlockKind, Document};
use crate::ingest::recurring::Shareable;
use crate::ingest::twins::Likeness;
use crate::text::Language;
use crate::time::{Extent, Mention, Precision, Relation, Rule};
use crate::{Error, Result};

const LEAF: &str = "leaf";

/// Writes an annotated article.
pub(super) fn body(annotated: &Annotated) -> Vec<u8> {
    let Annotated { document, blocks, told } = annotated;
    let mut out = Vec::with_capacity(document.text.len() * 3 / 2);
    put_published(&mut out, document.published);
    out.push(document.language as u8);
    put_text(&mut out, &document.text);
    put(&mut out, document.ahead as u64);
    put(&mut out, document.facts.len() as u64);
    for (name, value) in &document.facts {
        put_text(&mut out, name);
        put_text(&mut out, value);
    }
    put(&mut out, blocks.len() as u64);
    let mut end = 0;
    for AnnotatedBlock { block, sentences, tokens, .. } in blocks {
        out.push(block.kind as u8);
        let mut within = block.range.start;
        put(&mut out, (block.range.start - end) as u64);
        put(&mut out, block.range.len() as u64);
        for ranges in [sentences, tokens] {
            put(&mut out, ranges.len() as u64);
            for range in ranges {
                put(&mut out, (range.start - within) as u64);
                put(&mut out, range.len() as u64);
                within = range.end;
            }
            within = block.range.start;
        }
        end = block.range.end;
    }
    put(&mut out, told.len() as u64);
    let mut place = 0;
    for Told { sentence, mention } in told {
        put(&mut out, u64::from(*sentence));
        put(&mut out, (mention.range.start - place) as u64);
        put(&mut out, mention.range.len() as u64);
        place = mention.range.end;
        out.extend([mention.extent as u8, mention.precision as u8, mention.relation as u8, mention.rule as u8]);
        put_interval(&mut out, mention.interval);
    }
    out
}

/// Reads its text alone.
pub(super) fn read_text(bytes: &[u8]) -> Result<&str> {
    let mut reader = Reader::new(LEAF, bytes);
    published(&mut reader)?;
    reader.byte()?;
    reader.text()
}

/// Reads one; it has no name yet.
pub(super) fn read_body(bytes: &[u8]) -> Result<Annotated> {
    let mut reader = Reader::new(LEAF, bytes);
    let published = published(&mut reader)?;
    let language = one_of(&mut reader, &Language::ALL)?;
    let text = reader.text()?.to_owned();
    let ahead = reader.size()?;
    let mut facts = Vec::new();
    for _ in 0..reader.count()? {
        facts.push((reader.text()?.to_owned(), reader.text()?.to_owned()));
    }
    let mut blocks = Vec::new();
    let (mut end, mut position, mut first) = (0, 0, 0);
    for _ in 0..reader.count()? {
        let kind = one_of(&mut reader, &BlockKind::ALL)?;
        let start = end + reader.size()?;
        end = start + reader.size()?;
        let mut ranges = || {
            let (mut ranges, mut within) = (Vec::new(), start);
            for _ in 0..reader.count()? {
                let start = within + reader.size()?;
                within = start + reader.size()?;
                ranges.push(start..within);
            }
            Ok::<_, Error>(ranges)
        };
        let (sentences, tokens) = (ranges()?, ranges()?);
        let before = (Position(position), first);
        position += tokens.len() as u32 + 1;
        first += sentences.len() as u32;
        let block = Block { kind, range: start..end };
        blocks.push(AnnotatedBlock { block, position: before.0, first: before.1, sentences, tokens });
    }
    let mut told = Vec::new();
    let mut place = 0;
    for _ in 0..reader.count()? {
        let sentence = reader.u32()?;
        let start = place + reader.size()?;
        place = start + reader.size()?;
        let extent = one_of(&mut reader, &[Extent::Whole, Extent::Within])?;
        let precision = one_of(&mut reader, &Precision::ALL)?;
        let relation = one_of(&mut reader, &Relation::ALL)?;
        let rule = one_of(&mut reader, &Rule::ALL)?;
        let interval = interval(&mut reader)?;
        told.push(Told {
            sentence,
            mention: Mention { range: start..place, interval, extent, precision, relation, rule },
        });
    }
    let of_document = blocks.iter().map(|block| block.block.clone()).collect();
    let document = Document { name: String::new(), published, language, facts, text, ahead, blocks: of_document };
    Ok(Annotated { document, blocks, told })
}

/// Writes a slip, and what may recur.
pub(super) fn head(slip: &Slip, shareable: &Shareable) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, u64::from(slip.file));
    put(&mut out, slip.line.map_or(0, |line| 1 + u64::from(line)));
    out.extend(slip.line_digest.to_le_bytes());
    out.push(u8::from(slip.id.is_some()));
    put_text(&mut out, slip.id.as_deref().unwrap_or_default());
    put_published(&mut out, slip.published);
    let Likeness { text, said, empty, long } = slip.likeness;
    out.extend([slip.language as u8, u8::from(empty) | u8::from(long) << 1]);
    out.extend(text.to_le_bytes());
    out.extend(said.to_le_bytes());
    put(&mut out, u64::from(slip.text));
    out.extend(slip.digest.to_le_bytes());
    put(&mut out, u64::from(slip.size));
    put(&mut out, u64::from(shareable.bytes));
    put(&mut out, shareable.blocks.len() as u64);
    for (key, bytes) in &shareable.blocks {
        out.extend(key.to_le_bytes());
        put(&mut out, u64::from(*bytes));
    }
    out
}

/// Reads a slip, and what may recur.
pub(super) fn read_head(bytes: &[u8]) -> Result<(Slip, Shareable)> {
    let mut reader = Reader::new(LEAF, bytes);
    let file = reader.u32()?;
    let line = reader.u32()?.checked_sub(1);
    let line_digest = number(&mut reader)?;
    let named = reader.byte()? == 1;
    let id = Some(reader.text()?).filter(|_| named).map(Box::from);
    let published = published(&mut reader)?;
    let language = one_of(&mut reader, &Language::ALL)?;
    let flags = reader.byte()?;
    let text = u128::from(number(&mut reader)?) | u128::from(number(&mut reader)?) << 64;
    let said = number(&mut reader)?;
    let likeness = Likeness { text, said, empty: flags & 1 != 0, long: flags & 2 != 0 };
    let text = reader.u32()?;
    let digest = number(&mut reader)?;
    let size = reader.u32()?;
    let mut shareable = Shareable { bytes: reader.u32()?, blocks: Vec::new() };
    for _ in 0..reader.count()? {
        shareable.blocks.push((number(&mut reader)?, reader.u32()?));
    }
    let (place, head) = (0, bytes.len() as u32);
    let slip = Slip { file, line, line_digest, id, published, language, likeness, text, digest, place, head, size };
    Ok((slip, shareable))
}

/// A number of eight bytes.
pub(super) fn number(reader: &mut Reader<'_>) -> Result<u64> {
    Ok(reader.bytes(8)?.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest;

    #[test]
    fn what_is_written_is_read() {
        let texts = [
            (
                "de stad.txt",
                "date 2023-03-05 De slag\n\nDe eerste alinea. Gisteren viel de stad, sinds 2004 van 3 tot 5 mei.\n\nLees ook: meer",
            ),
            ("2023-03 a.md", "---\nsource: De Krant\nurl: x\n---\n\n# Kop\n\nVorige week.\n\n## Één kop\n\nTekst."),
            ("b.txt", "date ? Zonder datum, morgen."),
        ];
        for (path, text) in texts {
            let document = ingest::documents(path, text.as_bytes(), None).0.remove(0);
            let (shareable, likeness) = (Shareable::of(&document), Likeness::of(&document));
            let annotated = Annotated::read(Document { name: String::new(), ..document });
            let bytes = body(&annotated);
            assert_eq!(read_body(&bytes).unwrap(), annotated);
            assert_eq!(read_text(&bytes).unwrap(), annotated.document.text);
            assert!((0..bytes.len()).all(|end| read_body(&bytes[..end]).is_err()));
            for (line, id) in [(None, None), (Some(0), Some("een id")), (Some(u32::MAX - 1), Some(""))] {
                let mut slip = Slip {
                    file: 7,
                    line,
                    line_digest: u64::MAX - 1,
                    id: id.map(Box::from),
                    published: annotated.document.published,
                    language: annotated.document.language,
                    likeness,
                    text: 300,
                    digest: 5,
                    place: 0,
                    head: 0,
                    size: bytes.len() as u32,
                };
                let bytes = head(&slip, &shareable);
                slip.head = bytes.len() as u32;
                assert_eq!(read_head(&bytes).unwrap(), (slip, shareable.clone()));
            }
        }
    }
}

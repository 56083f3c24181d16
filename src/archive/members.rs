//! What the list of a family says of its forms, in a large collection: their spelling, and of compounds all that is known.
//!
//! Of each form its spelling follows, as how much of the last it begins with and the rest; of a compound then a byte (its style, whether it
//! has a capital inside sentences, whether it is left aside), its surface where that is neither, how many documents have it, and how
//! many segments and which.

use super::bytes::{Reader, put, put_key, put_text, read_key};
use super::kin::Said;
use super::words::{Form, Style};
use crate::Result;

/// What is known of a form that was met in a family.
#[derive(Debug, Clone)]
pub(super) struct Member {
    pub(super) spelling: String,
    /// Of a compound. Its homes are segments, each with its rank there among the forms of the family.
    pub(super) form: Option<Form>,
    /// It is no compound after all, but has a rank among them: a segment does not know what is written in the others.
    pub(super) aside: bool,
}

/// What is said of a form while families are sorted: its spelling, and of a compound all that is known.
pub(super) fn said(spelling: &str, form: Option<&Form>, segments: usize) -> Vec<u8> {
    let mut out = Vec::new();
    put_text(&mut out, spelling);
    let Some(form) = form else { return out };
    out.push(form.style.number() | u8::from(form.capital) << 2 | u8::from(!form.compound) << 3);
    if let Style::Other(surface) = &form.style {
        put_text(&mut out, surface);
    }
    put(&mut out, u64::from(form.documents));
    if segments > 1 {
        put(&mut out, form.homes.len() as u64);
        let mut next = 0;
        for (segment, _) in &form.homes {
            put(&mut out, u64::from(segment - next));
            next = segment + 1;
        }
    }
    out
}

/// Writes the list of a family: its forms ascend, each with what is said of it.
pub(super) fn write(forms: &[(u32, Vec<u8>)], out: &mut Vec<u8>) -> Result<()> {
    put(out, forms.len() as u64);
    let (mut last, mut before) = (0, "");
    for (number, said) in forms {
        let mut reader = Reader::new("families", said);
        let spelling = reader.text()?;
        put(out, u64::from(number - last));
        put_key(out, before.as_bytes(), spelling.as_bytes());
        out.extend_from_slice(reader.rest());
        (last, before) = (*number, spelling);
    }
    Ok(())
}

/// The list of a family while it is read.
pub(super) struct Reading {
    said: Said,
    last: Vec<u8>,
    /// How many forms each segment had so far.
    ranks: Vec<u32>,
}

impl Reading {
    pub(super) fn new(said: Said, segments: usize) -> Self {
        let ranks = if said == Said::All { vec![0; segments] } else { Vec::new() };
        Self { said, last: Vec::new(), ranks }
    }

    /// Reads what is said of the next form.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>) -> Result<Option<Member>> {
        if self.said == Said::Nothing {
            return Ok(None);
        }
        self.last = read_key(reader, &self.last)?;
        let spelling = String::from_utf8(self.last.clone()).map_err(|_| reader.error("a form is not UTF-8"))?;
        if self.said == Said::Spelling {
            return Ok(Some(Member { spelling, form: None, aside: false }));
        }
        let flags = reader.byte()?;
        let style = Style::read(flags, || reader.text().ok().map(str::to_owned));
        let style = style.ok_or_else(|| reader.error("a form is not UTF-8"))?;
        let documents = reader.u32()?;
        let mut homes = Vec::new();
        let count = if self.ranks.len() > 1 { reader.count()? } else { 1 };
        let mut segment = 0usize;
        for _ in 0..count {
            segment = segment.saturating_add(if self.ranks.len() > 1 { reader.size()? } else { 0 });
            let rank =
                self.ranks.get_mut(segment).ok_or_else(|| reader.error("it names a segment that is not there"))?;
            homes.push((segment as u32, *rank));
            *rank = rank.saturating_add(1);
            segment += 1;
        }
        let (capital, aside) = (flags & 4 != 0, flags & 8 != 0);
        let form = Form { style, capital, compound: !aside, documents, homes };
        Ok(Some(Member { spelling, form: Some(form), aside }))
    }
}

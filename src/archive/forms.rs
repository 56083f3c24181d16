//! The forms of the vocabulary: how many documents have each, how it is written, and where its lists lie.

use super::bytes::{Reader, put, put_text};
use super::postings::ListPlace;
use crate::Result;

pub(super) const FORMS: &str = "forms";

/// How a form is written most.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Style {
    #[default]
    Lower,
    /// The first letter is a capital of ASCII.
    Capitalised,
    /// All its letters of ASCII are.
    Upper,
    /// Otherwise: `IJsselmeer`.
    Other(String),
}

impl Style {
    /// The style in which a surface writes its lower-case form.
    pub(super) fn of(surface: &str, lowered: &str) -> Self {
        match surface {
            _ if surface == lowered => Self::Lower,
            _ if surface == capitalised(lowered) => Self::Capitalised,
            _ if surface == lowered.to_ascii_uppercase() => Self::Upper,
            _ => Self::Other(surface.to_owned()),
        }
    }

    pub(super) fn apply(&self, lowered: &str) -> String {
        match self {
            Self::Lower => lowered.to_owned(),
            Self::Capitalised => capitalised(lowered),
            Self::Upper => lowered.to_ascii_uppercase(),
            Self::Other(surface) => surface.clone(),
        }
    }
}

/// With a first letter in upper case, if it is of ASCII: others are kept as they are written.
fn capitalised(word: &str) -> String {
    let mut capitalised = word.to_owned();
    if let Some(first) = capitalised.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    capitalised
}

/// What is known of a form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct FormRecord {
    pub(super) style: Style,
    /// Occurrences with a capital inside sentences.
    pub(super) capitals: u32,
    /// The list in the articles' own text, and that in page furniture.
    pub(super) lists: [ListPlace; 2],
}

/// The sizes of a form's lists in bytes, as they were written one after another: postings and positions of each.
pub(super) type ListSizes = [(u32, u32); 2];

pub(super) fn write(forms: &[(FormRecord, ListSizes)]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, forms.len() as u64);
    for (form, sizes) in forms {
        let style = match form.style {
            Style::Lower => 0,
            Style::Capitalised => 1,
            Style::Upper => 2,
            Style::Other(_) => 3,
        };
        let [text, furniture] = form.lists.map(|list| u64::from(list.documents));
        put(&mut out, text << 3 | u64::from(furniture > 0) << 2 | style);
        if let Style::Other(surface) = &form.style {
            put_text(&mut out, surface);
        }
        put(&mut out, u64::from(form.capitals));
        if furniture > 0 {
            put(&mut out, furniture);
        }
        for (list, (postings, positions)) in form.lists.iter().zip(sizes) {
            if list.documents > 0 {
                put(&mut out, u64::from(*postings));
                put(&mut out, u64::from(*positions));
            }
        }
    }
    out
}

pub(super) fn read(bytes: &[u8]) -> Result<Vec<FormRecord>> {
    let mut reader = Reader::new(FORMS, bytes);
    let count = reader.count()?;
    let mut forms = Vec::with_capacity(count);
    let (mut postings, mut positions) = (0u32, 0u32);
    for _ in 0..count {
        let code = reader.number()?;
        let style = match code & 3 {
            0 => Style::Lower,
            1 => Style::Capitalised,
            2 => Style::Upper,
            _ => Style::Other(reader.text()?.to_owned()),
        };
        let text = u32::try_from(code >> 3).map_err(|_| reader.error("a number is too large"))?;
        let capitals = reader.u32()?;
        let furniture = if code & 4 != 0 { reader.u32()? } else { 0 };
        let mut lists = [ListPlace::default(); 2];
        for (list, documents) in lists.iter_mut().zip([text, furniture]) {
            *list = ListPlace { documents, postings, positions };
            if documents > 0 {
                postings = postings.checked_add(reader.u32()?).ok_or_else(|| reader.error("its lists are too long"))?;
                positions =
                    positions.checked_add(reader.u32()?).ok_or_else(|| reader.error("its lists are too long"))?;
            }
        }
        forms.push(FormRecord { style, capitals, lists });
    }
    if reader.left() > 0 {
        return Err(reader.error("more follows than was announced"));
    }
    Ok(forms)
}

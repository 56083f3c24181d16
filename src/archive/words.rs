//! The vocabulary: every word form once, found by its folded spelling or a beginning of it.
//!
//! A form is a word in lower case with its diacritics. Its key is its folded spelling; where the two differ, the form follows
//! after a zero byte, so that all the forms that fold alike stand together. A form's number is its rank among the keys. Forms that follow
//! one another make a part: an automaton from keys to ranks in the part, and in groups of 64 what is known of each form.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use fst::{IntoStreamer, Map, MapBuilder, Streamer};

use super::bits::{BitReader, BitWriter};
use super::bytes::records::{self, Records};
use super::bytes::{Reader, put};
use super::container::{Container, Kind};
use super::packed::Unpacked;
use super::{automaton, slips};
use crate::error::Lacks;
use crate::text;
use crate::{Error, Result};

/// A form's number: its rank in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormId(pub u32);

pub(super) const WORDS: &str = "words";

/// Forms in a part: about 8 kB, of old spellings 10. A question reads a part for each of its words; larger ones are fewer files.
pub(super) const PART: usize = 1024;

/// Forms in a group: more would cost time where only one is asked for, fewer would cost bytes.
pub(super) const GROUP: usize = 64;

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

impl Style {
    /// Its number, below 4; of [`Style::Other`] the surface is written too.
    pub(super) fn number(&self) -> u8 {
        match self {
            Self::Lower => 0,
            Self::Capitalised => 1,
            Self::Upper => 2,
            Self::Other(_) => 3,
        }
    }

    /// The style of a number; `other` reads the surface.
    pub(super) fn read(number: u8, other: impl FnOnce() -> Option<String>) -> Option<Self> {
        Some(match number % 4 {
            0 => Self::Lower,
            1 => Self::Capitalised,
            2 => Self::Upper,
            _ => Self::Other(other()?),
        })
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

/// What is known of a form in the whole collection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Form {
    pub(super) style: Style,
    /// It is written with a capital inside sentences too.
    pub(super) capital: bool,
    /// It is made of words that other forms are made of too.
    pub(super) compound: bool,
    /// The documents that have it in their own text.
    pub(super) documents: u32,
    /// The segments that have it, each with its number there: its rank among the segment's own forms.
    pub(super) homes: Vec<(u32, u32)>,
}

/// The key of a form.
pub(super) fn key(form: &str) -> Vec<u8> {
    let folded = text::fold(form);
    let mut key = folded.as_bytes().to_vec();
    if folded != form {
        key.push(0);
        key.extend_from_slice(form.as_bytes());
    }
    key
}

/// The folded spelling in a key.
pub(super) fn folded(key: &[u8]) -> &[u8] {
    key.iter().position(|byte| *byte == 0).map_or(key, |zero| &key[..zero])
}

/// The form of a key, as a text.
pub(super) fn form_of(key: &[u8]) -> Result<&str> {
    std::str::from_utf8(form(key)).map_err(|_| Error::archive(WORDS, "a form is not UTF-8"))
}

/// The form of a key.
fn form(key: &[u8]) -> &[u8] {
    key.iter().position(|byte| *byte == 0).map_or(key, |zero| &key[zero + 1..])
}

/// Writes a part: sorted, unique keys with their forms. `before` is how many forms each segment has before.
pub(super) fn write(forms: &[(Vec<u8>, Form)], before: &[u32]) -> Result<Vec<u8>> {
    let automaton = build(WORDS, forms.iter().zip(0..).map(|((key, _), rank)| (key.as_slice(), rank)))?;
    let mut out = Vec::new();
    put(&mut out, automaton.len() as u64);
    out.extend(automaton);
    if before.len() > 1 {
        before.iter().for_each(|count| put(&mut out, u64::from(*count)));
        for group in forms.chunks(GROUP) {
            for segment in 0..before.len() {
                let here = |(_, form): &&(Vec<u8>, Form)| form.homes.iter().any(|home| home.0 as usize == segment);
                out.push(group.iter().filter(here).count() as u8);
            }
        }
    }
    let group = |group: &[(Vec<u8>, Form)]| {
        let mut bits = BitWriter::default();
        group.iter().for_each(|(_, form)| write_form(form, before.len(), &mut bits));
        bits.finish()
    };
    out.extend(records::write(&forms.chunks(GROUP).map(group).collect::<Vec<_>>()));
    Ok(out)
}

fn write_form(form: &Form, segments: usize, out: &mut BitWriter) {
    let style = form.style.number();
    // What is written with a capital mostly has one within sentences too, and other forms have none. Most are no compounds.
    let turned = form.capital == (style == 0);
    out.put_gamma(1 + u64::from(style) + 4 * u64::from(turned) + 8 * u64::from(form.compound));
    if let Style::Other(surface) = &form.style {
        out.put_gamma(1 + surface.len() as u64);
        surface.bytes().for_each(|byte| out.put(u64::from(byte), 8));
    }
    out.put_gamma(1 + u64::from(form.documents));
    if segments > 1 {
        let homes: Vec<u64> = form.homes.iter().map(|(segment, _)| u64::from(*segment)).collect();
        out.put_gamma(homes.len() as u64);
        out.put_ascending(&homes, 0, segments as u64);
    }
}

/// An automaton of sorted, unique keys.
pub(super) fn build<'a>(section: &'static str, entries: impl Iterator<Item = (&'a [u8], u64)>) -> Result<Vec<u8>> {
    let mut builder = MapBuilder::memory();
    for (key, value) in entries {
        builder.insert(key, value).map_err(|error| Error::archive(section, error.to_string()))?;
    }
    builder.into_inner().map_err(|error| Error::archive(section, error.to_string()))
}

/// An automaton, looked through before its first walk unless it is known to be sound.
pub(super) fn automaton<'a>(section: &'static str, bytes: &'a [u8], most: u64, known: bool) -> Result<Map<&'a [u8]>> {
    let broken = || Error::archive(section, "its automaton cannot be walked");
    if !known && !automaton::is_sound(bytes, most) {
        return Err(broken());
    }
    Map::new(bytes).map_err(|_| broken())
}

/// The vocabulary of an archive; its parts are opened when they are asked for.
pub(super) struct Vocabulary {
    /// The first key of each part.
    keys: Vec<Vec<u8>>,
    /// The number of the first form of each part, and how many there are in all.
    starts: Vec<u32>,
    /// The bytes of each part, where parts are deflated.
    unpacked: Vec<Unpacked>,
    parts: Vec<OnceCell<Opened>>,
}

/// A part that was opened.
struct Opened {
    automaton: Range<usize>,
    /// How many forms each segment has before each group; empty where there is one segment.
    before: Vec<u32>,
    records: Records,
    place: usize,
    groups: Vec<OnceCell<Vec<Rc<Form>>>>,
}

/// A part that can be walked: its automaton, what was read of it, and its bytes.
type Walkable<'a> = (Map<&'a [u8]>, &'a Opened, &'a [u8]);

impl Vocabulary {
    /// The vocabulary with these parts: the first key of each, and how many forms it has. `packed` says that they are deflated.
    pub(super) fn new(parts: &[(Vec<u8>, u32)], packed: bool) -> Result<Self> {
        let mut starts = vec![0u32];
        for (_, forms) in parts {
            let next = starts.last().copied().unwrap_or_default().checked_add(*forms);
            starts.push(next.ok_or_else(|| Error::archive(WORDS, "it has too many forms"))?);
        }
        let keys = parts.iter().map(|(key, _)| key.clone()).collect();
        let unpacked = parts.iter().filter(|_| packed).map(|_| Unpacked::default()).collect();
        Ok(Self { keys, starts, unpacked, parts: parts.iter().map(|_| OnceCell::new()).collect() })
    }

    /// How many forms there are.
    pub(super) fn forms(&self) -> u32 {
        self.starts.last().copied().unwrap_or_default()
    }

    /// How many parts hold what begins as given.
    pub(super) fn parts_beginning_with(&self, folded: &str) -> usize {
        self.beginning(folded).len()
    }

    /// How many groups of forms are open.
    pub(super) fn groups(&self) -> usize {
        let opened = self.parts.iter().filter_map(OnceCell::get);
        opened.map(|part| part.groups.iter().filter(|group| group.get().is_some()).count()).sum()
    }

    /// Forgets what was opened.
    pub(super) fn forget(&mut self) {
        self.parts.iter_mut().for_each(|part| drop(part.take()));
        self.unpacked.iter_mut().for_each(|part| *part = Unpacked::default());
    }

    fn open<'a>(&'a self, container: &'a Container, number: usize) -> Result<Walkable<'a>> {
        let part = container.part(Kind::Words, 0, number)?;
        let bytes = self.unpacked.get(number).map_or(Ok(part), |unpacked| unpacked.of(WORDS, part))?;
        let cell = self.parts.get(number).ok_or_else(|| Error::archive(WORDS, "a part is missing"))?;
        let forms = self.starts[number + 1] - self.starts[number];
        let walk = |opened: &Opened, known| automaton(WORDS, &bytes[opened.automaton.clone()], u64::from(forms), known);
        let opened = super::init(cell, || {
            let opened = Opened::new(bytes, forms as usize, container.segments())?;
            walk(&opened, false).map(|_| opened)
        })?;
        let map = walk(opened, true)?;
        Ok((map, opened, bytes))
    }

    /// The part that a key is in, if it is in any.
    fn part_of(&self, key: &[u8]) -> Option<usize> {
        self.keys.partition_point(|first| first.as_slice() <= key).checked_sub(1)
    }

    /// The parts that may hold what begins as given.
    fn beginning(&self, folded: &str) -> Range<usize> {
        let first = self.part_of(folded.as_bytes()).unwrap_or_default();
        let end =
            self.keys.partition_point(|key| key.as_slice() < folded.as_bytes() || key.starts_with(folded.as_bytes()));
        first..end.max(first)
    }

    /// The forms that fold as given, with their spelling, in the order of their keys.
    pub(super) fn folding_as(&self, container: &Container, folded: &str) -> Result<Vec<(FormId, String)>> {
        // Those that fold alike are in one part.
        let Some(number) = self.part_of(folded.as_bytes()) else { return Ok(Vec::new()) };
        let (map, ..) = self.open(container, number)?;
        let mut found = Vec::new();
        if let Some(value) = map.get(folded) {
            found.push((self.id(number, value)?, spelling(folded.as_bytes())?));
        }
        let mut key = folded.as_bytes().to_vec();
        key.push(0);
        let end = [folded.as_bytes(), &[1]].concat();
        let mut stream = map.range().ge(&key).lt(&end).into_stream();
        while let Some((key, value)) = stream.next() {
            found.push((self.id(number, value)?, spelling(key)?));
        }
        Ok(found)
    }

    /// The forms whose folded spelling begins as given.
    pub(super) fn beginning_with(&self, container: &Container, folded: &str) -> Result<Vec<FormId>> {
        let (mut found, mut lacks) = (Vec::new(), Lacks::default());
        // No key has this byte: it is in no UTF-8.
        let end = [folded.as_bytes(), &[0xFF]].concat();
        for number in self.beginning(folded) {
            let Some((map, ..)) = lacks.pass(self.open(container, number))? else { continue };
            let mut stream = map.range().ge(folded).lt(&end).into_stream();
            while let Some((_, value)) = stream.next() {
                found.push(self.id(number, value)?);
            }
        }
        lacks.end()?;
        Ok(found)
    }

    /// The forms within `most` slips of a folded word, each with how many that are. Where the vocabulary has several parts, only those are
    /// looked in that have words with the first letter or the second of this one: fewer than one slip in twenty is elsewhere in the first
    /// letter (Pollock and Zamora, "Automatic spelling correction in scientific and scholarly text", 1984).
    pub(super) fn resembling(&self, container: &Container, folded: &str, most: u8) -> Result<Vec<(FormId, u8)>> {
        let (mut found, mut lacks) = (Vec::new(), Lacks::default());
        let mut numbers: Vec<usize> = Vec::new();
        if self.keys.len() < 2 {
            numbers.extend(0..self.keys.len());
        } else {
            let mut letter = [0; 4];
            for first in folded.chars().take(2) {
                numbers.extend(self.beginning(first.encode_utf8(&mut letter)));
            }
        }
        crate::order::sort_unique(&mut numbers);
        for number in numbers {
            let Some((map, ..)) = lacks.pass(self.open(container, number))? else { continue };
            for (near, distance) in slips::within(&map, folded, most) {
                let alike = self.folding_as(container, &near)?;
                found.extend(alike.into_iter().map(|(form, _)| (form, distance)));
            }
        }
        lacks.end()?;
        Ok(found)
    }

    /// The spelling of a form: lower case, with its diacritics.
    pub(super) fn spelling(&self, container: &Container, id: FormId) -> Result<String> {
        let (number, rank) = self.place(id)?;
        let (map, ..) = self.open(container, number)?;
        spelling(&map.as_fst().get_key(u64::from(rank)).unwrap_or_default())
    }

    /// What is known of a form.
    pub(super) fn form<'a>(&'a self, container: &'a Container, id: FormId) -> Result<&'a Rc<Form>> {
        let (number, rank) = self.place(id)?;
        let (_, opened, bytes) = self.open(container, number)?;
        let missing = || Error::archive(WORDS, "a form is missing");
        let (group, within) = (rank as usize / GROUP, rank as usize % GROUP);
        let cell = opened.groups.get(group).ok_or_else(missing)?;
        let forms = (self.starts[number + 1] - self.starts[number]) as usize;
        let read = || {
            let bits = opened.records.get(&bytes[opened.place..], group)?.rest();
            let size = GROUP.min(forms - group * GROUP);
            let segments = container.segments();
            let before = if segments > 1 { &opened.before[group * segments..][..segments] } else { &[] };
            let first = self.starts[number] + (group * GROUP) as u32;
            read_group(bits, size, before, first).ok_or_else(|| Error::archive(WORDS, "a group does not fit"))
        };
        super::init(cell, read)?.get(within).ok_or_else(missing)
    }

    /// The part of a form, and its rank there.
    fn place(&self, id: FormId) -> Result<(usize, u32)> {
        if id.0 >= self.forms() {
            return Err(Error::archive(WORDS, "it names a form that is not there"));
        }
        let number = self.starts.partition_point(|start| *start <= id.0) - 1;
        Ok((number, id.0 - self.starts[number]))
    }

    fn id(&self, number: usize, rank: u64) -> Result<FormId> {
        let forms = u64::from(self.starts[number + 1] - self.starts[number]);
        if rank >= forms {
            return Err(Error::archive(WORDS, "it names a form that is not there"));
        }
        Ok(FormId(self.starts[number] + rank as u32))
    }
}

impl Opened {
    fn new(bytes: &[u8], forms: usize, segments: usize) -> Result<Self> {
        let mut reader = Reader::new(WORDS, bytes);
        let size = reader.count()?;
        let automaton = reader.place()..reader.place() + size;
        reader.bytes(size)?;
        let groups = forms.div_ceil(GROUP);
        let mut before = Vec::new();
        if segments > 1 {
            for _ in 0..segments {
                before.push(reader.u32()?);
            }
            for place in 0..groups * segments {
                let count = u32::from(reader.byte()?);
                before.push(before[place].saturating_add(count));
            }
        }
        let place = reader.place();
        let records = Records::open(WORDS, &bytes[place..])?;
        if records.count != groups {
            return Err(reader.error("it does not have the forms that are announced"));
        }
        Ok(Self { automaton, before, records, place, groups: (0..groups).map(|_| OnceCell::new()).collect() })
    }
}

/// `None` where the bits are none of a group. `first` is the number of its first form.
fn read_group(bytes: &[u8], size: usize, before: &[u32], first: u32) -> Option<Vec<Rc<Form>>> {
    let mut reader = BitReader::at(bytes, 0);
    let mut before = before.to_vec();
    let mut forms = Vec::with_capacity(size);
    for number in 0..size {
        let code = reader.gamma() - 1;
        let style = Style::read(code as u8, || {
            let length = usize::try_from(reader.gamma() - 1).ok().filter(|length| *length <= bytes.len())?;
            String::from_utf8((0..length).map(|_| reader.number(8) as u8).collect()).ok()
        })?;
        let turned = code / 4 % 2 == 1;
        let compound = *[false, true].get(usize::try_from(code / 8).ok()?)?;
        let capital = (style == Style::Lower) == turned;
        let documents = u32::try_from(reader.gamma() - 1).ok()?;
        let mut homes = vec![(0, first + number as u32)];
        if !before.is_empty() {
            let count = usize::try_from(reader.gamma()).ok().filter(|count| *count <= before.len())?;
            let mut segments = vec![0; count];
            reader.ascending(&mut segments, 0, before.len() as u64)?;
            homes.clear();
            for segment in segments {
                let next = before.get_mut(segment as usize)?;
                homes.push((segment as u32, *next));
                *next = next.checked_add(1)?;
            }
        }
        forms.push(Rc::new(Form { style, capital, compound, documents, homes }));
    }
    (!reader.passed()).then_some(forms)
}

fn spelling(key: &[u8]) -> Result<String> {
    let form = std::str::from_utf8(form(key)).map_err(|_| Error::archive(WORDS, "a form is not UTF-8"))?;
    Ok(form.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn style() -> impl Strategy<Value = Style> {
        prop_oneof![
            Just(Style::Lower),
            Just(Style::Capitalised),
            Just(Style::Upper),
            "[A-Zé]{1,4}".prop_map(Style::Other),
        ]
    }

    proptest! {
        #[test]
        fn groups_are_read_as_written(
            forms in prop::collection::vec((style(), any::<[bool; 2]>(), 0u32..400, 1u32..8), 0..GROUP), segments in 1u32..4,
        ) {
            let before: Vec<u32> = (0..segments).map(|segment| segment * 7).collect();
            let mut next = before.clone();
            let mut bits = BitWriter::default();
            let forms: Vec<Rc<Form>> = forms.into_iter().zip(5..).map(|((style, [capital, compound], documents, bits), number)| {
                let mut homes = vec![(0, number)];
                if segments > 1 {
                    homes.clear();
                    for segment in (0..segments).filter(|segment| bits & (1 << segment) != 0) {
                        homes.push((segment, next[segment as usize]));
                        next[segment as usize] += 1;
                    }
                    if homes.is_empty() {
                        homes.push((0, next[0]));
                        next[0] += 1;
                    }
                }
                Rc::new(Form { style, capital, compound, documents, homes })
            }).collect();
            forms.iter().for_each(|form| write_form(form, segments as usize, &mut bits));
            let bytes = bits.finish();
            let before = if segments > 1 { &before[..] } else { &[] };
            prop_assert_eq!(read_group(&bytes, forms.len(), before, 5), Some(forms));
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300), count in 0usize..70) {
            if let Some(forms) = read_group(&bytes, count, &[3, 4], 9) {
                prop_assert_eq!(forms.len(), count);
            }
        }
    }
}

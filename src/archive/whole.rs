//! What is of the whole collection, made of what came of its segments: its forms, their families, facts, names, and the head.

use super::Card;
use super::bytes::Reader;
use super::container::{Kind, Written, digest, hexadecimal};
use super::facts::{self, Gathered as Facts};
use super::families::{Families, Keys};
use super::head::{FEW_VALUES, FactHead, Head};
use super::index::Known;
use super::outcome::Outcome;
use super::packed::pack;
use super::parts::{self, Shared};
use super::runs::Merge;
use super::words::{self, Form, Style};
use super::write::{Keep, Model, Part, too_many};
use super::{kin, names};
use crate::document::DocId;
use crate::spool::NewSpool;
use crate::text::Language;
use crate::{Error, Result};

/// An archive being made of the outcomes of its segments.
pub struct Builder<'a> {
    outcomes: &'a [Outcome],
    written: Written,
    head: Head,
    languages: u8,
    documents: u32,
    families: Families<'a>,
}

impl<'a> Builder<'a> {
    /// Begins, with the outcomes of all segments in their order.
    ///
    /// # Errors
    ///
    /// Here and below: when there are more than the format holds, and those of `keep` and of spools.
    pub fn new(
        card: &Card,
        outcomes: &'a [Outcome],
        together: bool,
        model: &Model,
        new: NewSpool<'a>,
        keep: Keep<'_>,
    ) -> Result<Self> {
        let mut head = Head {
            card: card.clone(),
            languages: Vec::new(),
            words: 0,
            mentions: 0,
            mentioned: None,
            together,
            facts: Vec::new(),
            names: Vec::new(),
            forms: Vec::new(),
            families: Vec::new(),
            segments: Vec::new(),
        };
        let mut written = Written::new(outcomes.len());
        let (mut languages, mut documents) = (0, 0u32);
        for (segment, outcome) in outcomes.iter().enumerate() {
            let sum = &outcome.sum;
            languages |= sum.languages;
            head.words += sum.words;
            head.mentions += sum.mentions;
            head.mentioned = match (head.mentioned, sum.mentioned) {
                (Some(one), Some(other)) => Some(one.hull(other)),
                (one, other) => one.or(other),
            };
            let all = documents.checked_add(sum.documents).filter(|all| *all < 1 << 31);
            documents = all.ok_or_else(|| too_many("documents"))?;
            for (kind, size, digest) in &sum.parts {
                written.add(*kind, segment, *size, *digest);
            }
        }
        head.languages = Language::ALL.into_iter().filter(|language| languages & 1 << *language as u8 != 0).collect();
        let mut builder = Self { outcomes, written, head, languages, documents, families: Families::new(new) };
        if !model.bytes().is_empty() {
            builder.keep(Kind::Model, model.bytes().to_vec(), keep)?;
        }
        Ok(builder)
    }

    fn keep(&mut self, kind: Kind, bytes: Vec<u8>, keep: Keep<'_>) -> Result<()> {
        let digest = digest(&bytes);
        self.written.add(kind, 0, bytes.len(), digest);
        keep(Part { group: (kind, 0), name: hexadecimal(&digest), bytes })
    }

    /// The forms of all segments, in the order of their keys.
    pub fn stretches(&self) -> Result<Stretches<'a>> {
        let merge = Merge::of(self.outcomes.iter().map(|outcome| (&*outcome.spool, outcome.forms.clone())))?;
        let counts = vec![0; self.outcomes.len()];
        let is_dutch = |outcome: &Outcome| outcome.sum.languages & 1 << Language::Dutch as u8 != 0;
        let ranked = self.outcomes.iter().map(|outcome| self.head.together && is_dutch(outcome)).collect();
        let (mixed, together) = (self.languages.count_ones() > 1, self.head.together);
        Ok(Stretches { merge, number: 0, counts, mixed, ranked, together })
    }

    /// Takes in the next stretch of forms.
    pub fn add(&mut self, woven: Woven, keep: Keep<'_>) -> Result<()> {
        self.head.forms.push((woven.first, woven.forms));
        self.keep(Kind::Words, woven.words, keep)?;
        self.families.add(&woven.keys)
    }

    /// Ends the archive; gives the head, which names all parts.
    pub fn finish(mut self, keep: Keep<'_>) -> Result<Vec<u8>> {
        let families = std::mem::replace(&mut self.families, Families::new(&|| Box::new(Vec::new())));
        let mut filling = kin::Filling::default();
        families.finish(&mut |key, forms| {
            filling.add(key, forms)?;
            if filling.is_full() {
                self.end_families(std::mem::take(&mut filling), keep)?;
            }
            Ok(())
        })?;
        self.end_families(filling, keep)?;
        let (facts, names) = self.known()?;
        for (name, values) in facts.finish() {
            let bytes = facts::write(&values, self.documents);
            let few = if values.len() <= FEW_VALUES { &values[..] } else { &[] };
            let few = few.iter().map(|(value, documents)| (value.clone(), documents.len() as u32)).collect();
            self.head.facts.push(FactHead { name, values: values.len() as u32, few });
            self.keep(Kind::Facts, bytes, keep)?;
        }
        for (first, bytes) in names::write(names) {
            self.head.names.push(first);
            self.keep(Kind::Names, bytes, keep)?;
        }
        self.head.segments = self.outcomes.iter().map(|outcome| outcome.sum.head.clone()).collect();
        self.written.head(&self.head.write())
    }

    fn end_families(&mut self, filling: kin::Filling, keep: Keep<'_>) -> Result<()> {
        let Some((first, mut bytes)) = filling.finish()? else { return Ok(()) };
        if self.head.together {
            bytes = pack(&bytes);
        }
        self.head.families.push(first);
        self.keep(Kind::Families, bytes, keep)
    }

    /// The facts of all documents, and the hashes of their names.
    fn known(&self) -> Result<(Facts, Vec<(u32, DocId)>)> {
        let (mut facts, mut names) = (Facts::default(), Vec::new());
        let mut document = DocId(0);
        for outcome in self.outcomes {
            let mut merge = Merge::of(std::iter::once((&*outcome.spool, outcome.documents.clone())))?;
            merge.values(&[], &mut |_, known| {
                let mut reader = Reader::new("documents", known);
                let name = reader.bytes(4)?.iter().rev().fold(0, |name, byte| name << 8 | u32::from(*byte));
                names.push((name, document));
                while reader.left() > 0 {
                    facts.add(document, reader.text()?, reader.text()?);
                }
                document.0 += 1;
                Ok(())
            })?;
        }
        Ok((facts, names))
    }
}

/// The forms of a collection, cut into stretches.
pub struct Stretches<'a> {
    merge: Merge<'a>,
    /// How many forms there were before, and how many of each segment.
    number: u32,
    counts: Vec<u32>,
    mixed: bool,
    /// Whether each segment says what its forms share with compounds.
    ranked: Vec<bool>,
    together: bool,
}

/// Forms that follow one another, with all that is known of them.
pub struct Stretch {
    first: u32,
    /// How many forms each segment has before.
    before: Vec<u32>,
    forms: Vec<(Vec<u8>, Form)>,
    /// The languages of the documents that have each, as bits.
    languages: Vec<u8>,
    /// What each shares with compounds, where a segment says so.
    shared: Vec<Option<Shared>>,
    mixed: bool,
    together: bool,
}

/// A stretch that is written.
pub struct Woven {
    first: Vec<u8>,
    forms: u32,
    words: Vec<u8>,
    keys: [Vec<u8>; 2],
}

impl Iterator for Stretches<'_> {
    type Item = Result<Stretch>;

    fn next(&mut self) -> Option<Self::Item> {
        self.merge.key().is_some().then(|| self.stretch())
    }
}

impl Stretches<'_> {
    fn stretch(&mut self) -> Result<Stretch> {
        let mut stretch = Stretch {
            first: self.number,
            before: self.counts.clone(),
            forms: Vec::new(),
            languages: Vec::new(),
            shared: Vec::new(),
            mixed: self.mixed,
            together: self.together,
        };
        while let Some(key) = self.merge.key().map(<[u8]>::to_vec) {
            let spelling = words::form_of(&key)?;
            let (mut known, mut form) = (Known::default(), Form::default());
            let (counts, ranked, mut shared) = (&mut self.counts, &self.ranked, None);
            self.merge.values(&key, &mut |segment, value| {
                let mut reader = Reader::new("words", value);
                known.merge(Known::read(spelling, &mut reader)?);
                form.documents += reader.u32()?;
                if ranked[segment] && shared.is_none() {
                    shared = Some(Shared::read(&mut reader)?);
                }
                form.homes.push((segment as u32, counts[segment]));
                counts[segment] += 1;
                Ok(())
            })?;
            form.style = known.surface().map_or(Style::Lower, |surface| Style::of(surface, spelling));
            form.capital = known.capitals > 0;
            stretch.languages.push(known.languages);
            stretch.shared.push(shared);
            self.number = self.number.checked_add(1).ok_or_else(|| Error::archive("words", "it has too many forms"))?;
            // Those that fold alike stay together.
            let ends = self.merge.key().is_none_or(|next| words::folded(next) != words::folded(&key));
            stretch.forms.push((key, form));
            if ends && stretch.forms.len() >= words::PART {
                break;
            }
        }
        Ok(stretch)
    }
}

impl Stretch {
    /// Writes the part of its forms, and finds the families that they belong to.
    ///
    /// # Errors
    ///
    /// When a form is too long for the format.
    pub fn write(mut self) -> Result<Woven> {
        let mut keys = Keys::new(self.mixed, self.together.then_some(self.before.len()));
        let known = self.languages.iter().zip(self.shared);
        for (((key, form), (languages, shared)), number) in self.forms.iter_mut().zip(known).zip(self.first..) {
            let spelling = words::form_of(key)?;
            let dutch = languages & 1 << Language::Dutch as u8 != 0;
            let shared = match shared {
                None if dutch => parts::shared(spelling),
                known => known.unwrap_or_default(),
            };
            let name = form.style != Style::Lower && form.capital;
            form.compound = dutch && !shared.keys.is_empty() && !(name && shared.short);
            keys.add(number, spelling, form, *languages, &shared);
        }
        let mut words = words::write(&self.forms, &self.before)?;
        if self.together {
            words = pack(&words);
        }
        let first = self.forms.first().map(|(key, _)| key.clone()).unwrap_or_default();
        Ok(Woven { first, forms: self.forms.len() as u32, words, keys: keys.finish() })
    }
}

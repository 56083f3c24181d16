//! Sheaves together become a collection: its articles named, each there once, in their order, in segments.

use std::collections::{BTreeMap, HashSet};

use xxhash_rust::xxh64::Xxh64;

use super::binding::Sheaf;
use super::leaf::Slip;
use crate::Result;
use crate::annotate::Annotated;
use crate::archive::{Model, Sample, segments};
use crate::document::Document;
use crate::ingest::twins::{self, Claim};
use crate::ingest::{Notice, Remarks, place, recurring};
use crate::text::Language;

/// A collection that is not in memory.
pub struct Gathering {
    sheaves: Vec<Sheaf>,
    /// Its segments, in the order of time.
    pub segments: Vec<Segment>,
    /// Whether it is so large that the lists of compounds lie together in its archive.
    pub together: bool,
    /// What there is to say about its files, in the order of their names.
    pub notices: Vec<Notice>,
}

/// The articles of a segment.
#[derive(Debug, Default)]
pub struct Segment {
    /// In their order.
    pub articles: Vec<Placed>,
    /// What recurs in them; see [`Gathering::begin`].
    recurring: HashSet<u64>,
}

/// An article that has its name and its place.
#[derive(Debug)]
pub struct Placed {
    sheaf: u32,
    slip: u32,
    /// Its name.
    pub name: Box<str>,
    /// The bytes of its text.
    pub text: u32,
}

impl Gathering {
    /// Takes sheaves together, in segments of no more than `limit` bytes of text; the order of the sheaves does not matter.
    ///
    /// A text that is there twice, with the same title, date and facts, is left out once. Of two files with one name the second is named
    /// with its ending.
    ///
    /// # Errors
    ///
    /// Here and below: when a sheaf cannot be read, or was changed.
    pub fn new(mut sheaves: Vec<Sheaf>, limit: u64) -> Result<Self> {
        let mut remarks = Remarks::default();
        sheaves.iter_mut().for_each(|sheaf| remarks.join(std::mem::take(&mut sheaf.remarks)));
        let mut notices = remarks.begin();
        let order = in_order_of_files(&sheaves)?;
        let names = twins::named(order.iter().map(|(sheaf, slip)| claim(&sheaves, *sheaf, *slip)), &mut notices);
        let mut placed: Vec<Placed> = Vec::new();
        for ((sheaf, slip), name) in order.into_iter().zip(names) {
            if let Some(name) = name {
                let text = sheaves[sheaf as usize].slips[slip as usize].text;
                placed.push(Placed { sheaf, slip, name, text });
            }
        }
        let slip = |placed: &Placed| &sheaves[placed.sheaf as usize].slips[placed.slip as usize];
        let published = |placed: &Placed| slip(placed).published;
        placed.sort_unstable_by(|one, other| {
            let key = |placed| place(published(placed));
            key(one).cmp(&key(other)).then_with(|| one.name.cmp(&other.name))
        });
        let together = segments::together(placed.iter().map(|placed| u64::from(placed.text)).sum(), limit);
        let starts = segments::of(placed.iter().map(|placed| (published(placed), placed.text as usize)), limit);
        let mut segments: Vec<Segment> = starts.iter().map(|_| Segment::default()).collect();
        for placed in placed {
            let segment = segments::segment_of(&starts, segments::month(published(&placed)));
            segments[segment].articles.push(placed);
        }
        Ok(Self { sheaves, segments, together, notices: remarks.finish(notices) })
    }

    /// How many articles there are.
    pub fn articles(&self) -> usize {
        self.segments.iter().map(|segment| segment.articles.len()).sum()
    }

    /// The language of the page that most articles are in; of two with as many, the first.
    pub fn most_used(&self) -> Language {
        let mut articles: BTreeMap<Language, usize> = BTreeMap::new();
        for placed in self.segments.iter().flat_map(|segment| &segment.articles) {
            *articles.entry(self.slip(placed).language).or_default() += 1;
        }
        let count = |language: &Language| articles.get(language).copied().unwrap_or_default();
        Language::OF_THE_PAGE.into_iter().rev().max_by_key(count).unwrap_or_default()
    }

    /// A digest of all that a segment is made of, by its number, with a model; 32 letters.
    pub fn key(&self, segment: usize, model: &Model) -> String {
        let mut digest = Digest::new();
        digest.add(model.bytes());
        digest.add(&[u8::from(self.together)]);
        for placed in &self.segments[segment].articles {
            digest.add(placed.name.as_bytes());
            digest.add(&self.slip(placed).digest.to_le_bytes());
        }
        digest.finish()
    }

    /// A digest of the texts from which the model is chosen; see [`Gathering::sample`].
    pub fn sample_key(&self) -> String {
        let mut digest = Digest::new();
        self.sampled().for_each(|placed| digest.add(&self.slip(placed).digest.to_le_bytes()));
        digest.finish()
    }

    /// The texts from which the model is chosen.
    pub fn sample(&self) -> Result<Sample> {
        let mut sample = Sample::default();
        for placed in self.sampled() {
            sample.add(&self.sheaves[placed.sheaf as usize].text(self.slip(placed))?);
        }
        Ok(sample)
    }

    /// The first articles whose texts are enough to choose a model from, segment by segment.
    fn sampled(&self) -> impl Iterator<Item = &Placed> {
        let articles = self.segments.iter().flat_map(|segment| &segment.articles);
        articles.scan(0, |before: &mut usize, placed| {
            let wanted = *before < Sample::ENOUGH;
            *before += placed.text as usize;
            wanted.then_some(placed)
        })
    }

    /// Finds what recurs in the articles of a segment, by its number, before any of them is read.
    pub fn begin(&mut self, segment: usize) -> Result<()> {
        let shareable = |placed: &Placed| self.sheaves[placed.sheaf as usize].shareable(self.slip(placed));
        let all = self.segments[segment].articles.iter().map(shareable).collect::<Result<Vec<_>>>()?;
        self.segments[segment].recurring = recurring::judge(&all);
        Ok(())
    }

    /// Reads an article of a segment. What recurs is furniture; the times in such an article are read anew.
    pub fn read(&self, segment: &Segment, placed: &Placed) -> Result<Annotated> {
        let annotated = self.sheaves[placed.sheaf as usize].annotated(self.slip(placed))?;
        let Annotated { document, blocks, told } = annotated;
        let mut document = Document { name: placed.name.to_string(), ..document };
        if recurring::mark(&mut document, &segment.recurring) {
            return Ok(Annotated::read(document));
        }
        Ok(Annotated { document, blocks, told })
    }

    fn slip(&self, placed: &Placed) -> &Slip {
        &self.sheaves[placed.sheaf as usize].slips[placed.slip as usize]
    }
}

/// A digest of several things, of 128 bits.
struct Digest([Xxh64; 2]);

impl Digest {
    /// What another program made of the same may be something else.
    fn new() -> Self {
        let mut digest = Self([Xxh64::new(0), Xxh64::new(1)]);
        digest.add(env!("KRONIEK_STAMP").as_bytes());
        digest
    }

    fn add(&mut self, bytes: &[u8]) {
        for half in &mut self.0 {
            half.update(&(bytes.len() as u64).to_le_bytes());
            half.update(bytes);
        }
    }

    fn finish(&self) -> String {
        let [one, other] = &self.0;
        format!("{:016x}{:016x}", one.digest(), other.digest())
    }
}

fn claim(sheaves: &[Sheaf], sheaf: u32, slip: u32) -> Claim<'_> {
    let sheaf = &sheaves[sheaf as usize];
    let slip = &sheaf.slips[slip as usize];
    Claim {
        file: &sheaf.origins[slip.file as usize].path,
        line: slip.line.map(|line| line as usize),
        id: slip.id.as_deref(),
        likeness: slip.likeness,
    }
}

/// All leaves in the order of their files and lines; where two have one, in that of their texts, and last of all that is kept of them.
fn in_order_of_files(sheaves: &[Sheaf]) -> Result<Vec<(u32, u32)>> {
    let mut paths: Vec<&str> = Vec::new();
    for sheaf in sheaves {
        paths.extend(sheaf.origins.iter().map(|origin| origin.path.as_str()));
    }
    paths.sort_unstable();
    paths.dedup();
    let rank = |path: &str| paths.binary_search(&path).unwrap_or_default();
    let ranks: Vec<Vec<usize>> =
        sheaves.iter().map(|sheaf| sheaf.origins.iter().map(|origin| rank(&origin.path)).collect()).collect();
    let key = |(sheaf, slip): &(u32, u32)| {
        let found = &sheaves[*sheaf as usize].slips[*slip as usize];
        (ranks[*sheaf as usize][found.file as usize], found.line)
    };
    let mut order: Vec<(u32, u32)> = Vec::new();
    for (number, sheaf) in (0..).zip(sheaves) {
        order.extend((0..sheaf.slips.len() as u32).map(|slip| (number, slip)));
    }
    order.sort_by_key(key);
    // Two folders may have files of one name.
    let mut start = 0;
    while start < order.len() {
        let end = start + order[start..].iter().take_while(|other| key(other) == key(&order[start])).count();
        if end - start > 1 {
            let read = |at: &(u32, u32)| {
                let sheaf = &sheaves[at.0 as usize];
                let body = sheaf.body(&sheaf.slips[at.1 as usize])?;
                let text = sheaf.text(&sheaf.slips[at.1 as usize])?;
                Ok(((text, body), *at))
            };
            let mut alike = order[start..end].iter().map(read).collect::<Result<Vec<_>>>()?;
            alike.sort();
            order.splice(start..end, alike.into_iter().map(|(_, at)| at));
        }
        start = end;
    }
    Ok(order)
}

//! Leaves are bound into a sheaf: a file that says at its end what is in it, and whether it is whole.
//!
//! Layout: magic, stamp of the program; the leaves, each the size of its head, the head, the body; the colophon: shard, files, what there is to
//! say about them, number of leaves, digest of all heads (which have the digests of the bodies); last where the colophon begins, and its digest.

use std::collections::BTreeSet;

use xxhash_rust::xxh64::xxh64;

use super::leaf::{Leaf, Slip};
use super::record;
use crate::annotate::Annotated;
use crate::archive::bytes::{Reader, put, put_text};
use crate::ingest::recurring::Shareable;
use crate::ingest::{Notice, Outcome, Place, Reading, Remarks};
use crate::spool::{self, Spool};
use crate::{Error, Result};

/// Leaves of another program may have been read by other rules.
const MAGIC: &str = concat!("KRONIEK SHEAF ", env!("KRONIEK_STAMP"), "\n");

/// Bytes after the colophon.
const END: u64 = 16;

/// A file that leaves come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Its path in the folder, with its ending.
    pub path: String,
    /// Its bytes.
    pub size: u64,
    /// When it was last changed, in whatever unit the program has.
    pub modified: u64,
}

/// Which share of a collection a sheaf is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shard {
    /// Its number, from 1 on.
    pub number: u32,
    /// How many there are.
    pub of: u32,
    /// The title that the collection has if none is given.
    pub title: String,
}

/// A sheaf being made.
pub struct Binding {
    spool: Box<dyn Spool>,
    origins: Vec<Origin>,
    /// The files that were left out after some of their leaves were there.
    dropped: BTreeSet<u32>,
    remarks: Remarks,
    /// How many notices there were before the file that is being read.
    before: usize,
    slips: Vec<Slip>,
    digest: u64,
}

/// A sheaf that is whole.
pub struct Sheaf {
    spool: Box<dyn Spool>,
    /// Which share of a collection it is, if that was said.
    pub shard: Option<Shard>,
    pub(super) origins: Vec<Origin>,
    /// The files that were left out after all.
    pub(super) dropped: BTreeSet<u32>,
    pub(super) remarks: Remarks,
    pub(super) slips: Vec<Slip>,
}

impl Binding {
    /// Begins a sheaf in an empty spool.
    ///
    /// # Errors
    ///
    /// Here and below: when the spool cannot be written or read.
    pub fn new(mut spool: Box<dyn Spool>) -> Result<Self> {
        spool.add(MAGIC.as_bytes())?;
        let (origins, dropped, slips) = (Vec::new(), BTreeSet::new(), Vec::new());
        Ok(Self { spool, origins, dropped, remarks: Remarks::default(), before: 0, slips, digest: 0 })
    }

    /// Takes in the next file, and gives its number.
    pub fn begin(&mut self, origin: Origin) -> u32 {
        self.origins.push(origin);
        self.before = self.remarks.notices.len();
        self.origins.len() as u32 - 1
    }

    /// Takes in some leaves of a file, and what is said besides.
    pub fn add(&mut self, file: u32, leaves: Vec<Leaf>, reading: Reading) -> Result<()> {
        self.remarks.take(reading);
        leaves.into_iter().try_for_each(|leaf| {
            let slip = Slip { file, ..leaf.slip };
            self.bind(slip, &leaf.shareable, &leaf.body)
        })
    }

    pub(super) fn bind(&mut self, mut slip: Slip, shareable: &Shareable, body: &[u8]) -> Result<()> {
        let head = record::head(&slip, shareable);
        self.digest = xxh64(&head, self.digest);
        slip.place = self.spool.size();
        slip.head = head.len() as u32;
        self.spool.add(&slip.head.to_le_bytes())?;
        self.spool.add(&head)?;
        self.spool.add(body)?;
        self.slips.push(slip);
        Ok(())
    }

    /// Leaves out the file that is being read, with the leaves that it has already.
    pub fn drop(&mut self, file: u32, notice: Notice) {
        self.dropped.insert(file);
        self.remarks.notices.truncate(self.before);
        if let Some(origin) = self.origins.get(file as usize) {
            self.remarks.windows_1252.remove(&origin.path);
        }
        self.remarks.notices.push(notice);
    }

    /// What there is to say about files.
    pub fn remarks(&mut self) -> &mut Remarks {
        &mut self.remarks
    }

    /// Ends it.
    pub fn finish(mut self, shard: Option<Shard>) -> Result<Sheaf> {
        let place = self.spool.size();
        let colophon = self.colophon(shard.clone());
        self.spool.add(&colophon)?;
        self.spool.add(&place.to_le_bytes())?;
        self.spool.add(&xxh64(&colophon, 0).to_le_bytes())?;
        self.spool.end()?;
        let Self { spool, origins, dropped, remarks, mut slips, .. } = self;
        slips.retain(|slip| !dropped.contains(&slip.file));
        Ok(Sheaf { spool, shard, origins, dropped, remarks, slips })
    }

    fn colophon(&self, shard: Option<Shard>) -> Vec<u8> {
        let mut out = Vec::new();
        let Shard { number, of, title } = shard.unwrap_or_default();
        put(&mut out, u64::from(number));
        put(&mut out, u64::from(of));
        put_text(&mut out, &title);
        put(&mut out, self.origins.len() as u64);
        for (number, Origin { path, size, modified }) in (0..).zip(&self.origins) {
            put_text(&mut out, path);
            put(&mut out, *size);
            put(&mut out, *modified);
            out.push(u8::from(self.dropped.contains(&number)));
        }
        let Remarks { notices, windows_1252, passed } = &self.remarks;
        put(&mut out, notices.len() as u64);
        for Notice { file, place, outcome, reason } in notices {
            put_text(&mut out, file);
            let (kind, number) = match place {
                None => (0, 0),
                Some(Place::Line(line)) => (1, *line),
                Some(Place::Byte(byte)) => (2, *byte),
            };
            out.extend([kind, u8::from(*outcome == Outcome::Kept)]);
            put(&mut out, number as u64);
            put_text(&mut out, reason);
        }
        put(&mut out, windows_1252.len() as u64);
        for (file, lines) in windows_1252 {
            put_text(&mut out, file);
            put(&mut out, lines.len() as u64);
            lines.iter().for_each(|line| put(&mut out, *line as u64));
        }
        put(&mut out, passed.len() as u64);
        for (ending, count) in passed {
            put_text(&mut out, ending);
            put(&mut out, *count as u64);
        }
        put(&mut out, self.slips.len() as u64);
        out.extend(self.digest.to_le_bytes());
        out
    }
}

impl Sheaf {
    /// Opens a sheaf that was made before, and looks it through up to the bodies, which are looked at when they are read.
    ///
    /// # Errors
    ///
    /// Where it is none, one of another program, cut short or changed.
    pub fn open(spool: Box<dyn Spool>) -> Result<Self> {
        let start = spool::bytes(&*spool, 0, MAGIC.len()).unwrap_or_default();
        if start != MAGIC.as_bytes() {
            let known = start.starts_with(b"KRONIEK SHEAF ");
            return Err(Error::kept(if known {
                "it was made by another version of the program; make it again with this one"
            } else {
                "it is no file that `kroniek index` made"
            }));
        }
        let size = spool.size();
        let end = spool::bytes(&*spool, size.saturating_sub(END), END as usize)?;
        let mut end = Reader::new("sheaf", &end);
        let (place, digest) = (record::number(&mut end)?, record::number(&mut end)?);
        let colophon_size = size.saturating_sub(END).checked_sub(place).ok_or_else(spool::cut_short)?;
        let colophon = spool::bytes(&*spool, place, colophon_size as usize)?;
        if xxh64(&colophon, 0) != digest {
            return Err(spool::cut_short());
        }
        let (origins, dropped, remarks) = (Vec::new(), BTreeSet::new(), Remarks::default());
        let mut sheaf = Self { spool, shard: None, origins, dropped, remarks, slips: Vec::new() };
        let (count, digest) = sheaf.read_colophon(&colophon).map_err(|_| changed())?;
        sheaf.read_slips(place, count, digest)?;
        Ok(sheaf)
    }

    fn read_colophon(&mut self, colophon: &[u8]) -> Result<(usize, u64)> {
        let mut reader = Reader::new("sheaf", colophon);
        let shard = Shard { number: reader.u32()?, of: reader.u32()?, title: reader.text()?.to_owned() };
        self.shard = Some(shard).filter(|shard| shard.of > 0);
        for file in 0..reader.count()? as u32 {
            let (path, size, modified) = (reader.text()?.to_owned(), reader.number()?, reader.number()?);
            self.origins.push(Origin { path, size, modified });
            if reader.byte()? == 1 {
                self.dropped.insert(file);
            }
        }
        for _ in 0..reader.count()? {
            let (file, kind, outcome) = (reader.text()?.to_owned(), reader.byte()?, reader.byte()?);
            let (number, reason) = (reader.size()?, reader.text()?.to_owned());
            let place = match kind {
                0 => None,
                1 => Some(Place::Line(number)),
                _ => Some(Place::Byte(number)),
            };
            let outcome = if outcome == 1 { Outcome::Kept } else { Outcome::LeftOut };
            self.remarks.notices.push(Notice { file, place, outcome, reason });
        }
        for _ in 0..reader.count()? {
            let file = reader.text()?.to_owned();
            let lines = (0..reader.count()?).map(|_| reader.size()).collect::<Result<_>>()?;
            self.remarks.windows_1252.insert(file, lines);
        }
        for _ in 0..reader.count()? {
            self.remarks.passed.insert(reader.text()?.to_owned(), reader.size()?);
        }
        Ok((reader.size()?, record::number(&mut reader)?))
    }

    fn read_slips(&mut self, end: u64, count: usize, digest: u64) -> Result<()> {
        let (mut place, mut found) = (MAGIC.len() as u64, 0);
        for _ in 0..count {
            let size = spool::bytes(&*self.spool, place, 4)?;
            let size = size.iter().rev().fold(0, |size, byte| size << 8 | u32::from(*byte));
            let head = spool::bytes(&*self.spool, place + 4, size as usize)?;
            found = xxh64(&head, found);
            let (slip, _) = record::read_head(&head).map_err(|_| changed())?;
            let next = place + 4 + u64::from(size) + u64::from(slip.size);
            if next > end || slip.file as usize >= self.origins.len() {
                return Err(changed());
            }
            if !self.dropped.contains(&slip.file) {
                self.slips.push(Slip { place, ..slip });
            }
            place = next;
        }
        if place == end && found == digest { Ok(()) } else { Err(changed()) }
    }

    /// How many articles it has.
    pub fn articles(&self) -> usize {
        self.slips.len()
    }

    /// What of an article may recur in others.
    pub(super) fn shareable(&self, slip: &Slip) -> Result<Shareable> {
        let head = spool::bytes(&*self.spool, slip.place + 4, slip.head as usize)?;
        Ok(record::read_head(&head).map_err(|_| changed())?.1)
    }

    /// The body of a leaf.
    pub(super) fn body(&self, slip: &Slip) -> Result<Vec<u8>> {
        let body = spool::bytes(&*self.spool, slip.place + 4 + u64::from(slip.head), slip.size as usize)?;
        if xxh64(&body, 0) == slip.digest { Ok(body) } else { Err(changed()) }
    }

    /// The text of an article.
    pub(super) fn text(&self, slip: &Slip) -> Result<String> {
        Ok(record::read_text(&self.body(slip)?).map_err(|_| changed())?.to_owned())
    }

    /// An article, without its name.
    pub(super) fn annotated(&self, slip: &Slip) -> Result<Annotated> {
        record::read_body(&self.body(slip)?).map_err(|_| changed())
    }
}

fn changed() -> Error {
    Error::kept("it was changed or damaged; make it again")
}

//! What is kept of a build, beside what it made, so that the next one reads only what has changed.
//!
//! `DIR/.kroniek/articles` is the sheaf of all articles, `DIR/.kroniek/segments/` has what came of each segment, named after a digest of all that it
//! was made of, `DIR/.kroniek/model` the model likewise. The parts of a segment are taken from `DIR/site/parts/`. Whatever is damaged, or of
//! another version of the program, is made anew: what comes out is the same.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use kroniek::archive::{self, Model, Outcome};
use kroniek::sheaf::{Former, Sheaf};
use kroniek::spool::Spool;

use crate::{page, spool};

/// The folder in DIR.
const KEPT: &str = ".kroniek";

/// What is kept of the last build, and what this one keeps.
pub(crate) struct Kept {
    old: PathBuf,
    old_parts: PathBuf,
    new: PathBuf,
    new_parts: PathBuf,
}

impl Kept {
    /// What is kept in DIR, and is made in `making`.
    ///
    /// # Errors
    ///
    /// Nothing can be written there.
    pub(crate) fn begin(out: &Path, making: &page::Making) -> Result<Self> {
        let new = making.folder().join(KEPT);
        let segments = new.join("segments");
        fs::create_dir_all(&segments).with_context(|| format!("{}: cannot be written", segments.display()))?;
        let old_parts = out.join("site").join(page::PARTS);
        Ok(Self { old: out.join(KEPT), old_parts, new, new_parts: making.parts() })
    }

    /// What is kept in one folder, whose parts are there too, and what will be in another.
    #[cfg(test)]
    pub(crate) fn between(old: &Path, new: &Path) -> Self {
        let (old_parts, new_parts) = (old.to_owned(), new.to_owned());
        Self { old: old.to_owned(), old_parts, new: new.to_owned(), new_parts }
    }

    /// The articles of the last build; none where they are not to be used, which is said.
    pub(crate) fn former(&self) -> Option<Former> {
        let path = self.old.join("articles");
        if !path.exists() {
            return None;
        }
        match spool::open(&path).and_then(Sheaf::open) {
            Ok(sheaf) => Some(Former::new(sheaf)),
            Err(error) => {
                eprintln!("{}: {error}; everything is read anew", path.display());
                None
            }
        }
    }

    /// An empty spool for the articles of this build.
    pub(crate) fn articles(&self) -> Result<Box<dyn Spool>> {
        Ok(spool::create(&self.new.join("articles"))?)
    }

    /// What came of a segment that was made of the same, with its parts in their place.
    pub(crate) fn outcome(&self, key: &str) -> Option<Outcome> {
        let path = self.old.join("segments").join(key);
        let outcome = Outcome::open(spool::open(&path).ok()?).ok()?;
        for part in outcome.parts() {
            let file = page::part_file(&part);
            let (old, new) = (self.old_parts.join(&file), self.new_parts.join(&file));
            if archive::part_name(&fs::read(&old).ok()?) != part {
                return None;
            }
            link(&old, &new).ok()?;
        }
        link(&path, &self.new.join("segments").join(key)).ok()?;
        Some(outcome)
    }

    /// An empty spool for what comes of a segment.
    pub(crate) fn segment(&self, key: &str) -> kroniek::Result<Box<dyn Spool>> {
        spool::create(&self.new.join("segments").join(key))
    }

    /// The model that is chosen from texts with a key, if that was chosen last time.
    pub(crate) fn model(&self, key: &str) -> Option<Model> {
        let bytes = fs::read(self.old.join("model")).ok()?;
        let (known, bytes) = bytes.split_at_checked(key.len())?;
        let (digest, bytes) = bytes.split_at_checked(archive::part_name(&[]).len())?;
        let whole = known == key.as_bytes() && digest == archive::part_name(bytes).as_bytes();
        if whole { Model::kept(bytes).ok() } else { None }
    }

    /// Keeps the model that was chosen from texts with a key.
    pub(crate) fn keep_model(&self, key: &str, model: &Model) -> Result<()> {
        let bytes = model.bytes();
        let path = self.new.join("model");
        let all = [key.as_bytes(), archive::part_name(bytes).as_bytes(), bytes].concat();
        fs::write(&path, all).with_context(|| format!("{}: cannot be written", path.display()))
    }
}

/// Puts what is kept where the next build finds it; nothing where it is not worth it.
///
/// # Errors
///
/// It cannot be moved there.
pub(crate) fn replace(out: &Path, making: &Path, worth: bool) -> Result<()> {
    let (old, new) = (out.join(KEPT), making.join(KEPT));
    let _ = fs::remove_dir_all(&old);
    if worth && new.exists() {
        fs::rename(&new, &old).with_context(|| format!("{}: cannot be written", old.display()))?;
    }
    Ok(())
}

/// Gives a file a second name, or a copy where there are no second names.
fn link(old: &Path, new: &Path) -> std::io::Result<()> {
    match fs::hard_link(old, new) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => fs::copy(old, new).map(|_| ()),
        _ => Ok(()),
    }
}

//! Where bytes wait while an archive is made: in memory here, in a file of the program where they are many.

use crate::{Error, Result};

/// Bytes that are added at the end and read anywhere.
pub trait Spool: Send + Sync {
    /// How many there are.
    fn size(&self) -> u64;

    /// Adds some at the end.
    ///
    /// # Errors
    ///
    /// When there is no room for them.
    fn add(&mut self, bytes: &[u8]) -> Result<()>;

    /// Fills `bytes` with those from a place on.
    ///
    /// # Errors
    ///
    /// When there are not so many, or they cannot be read.
    fn read(&self, place: u64, bytes: &mut [u8]) -> Result<()>;

    /// Puts all of them where they stay.
    ///
    /// # Errors
    ///
    /// When there is no room for them.
    fn end(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Makes an empty spool.
pub type NewSpool<'a> = &'a (dyn Fn() -> Box<dyn Spool> + Sync);

impl Spool for Vec<u8> {
    fn size(&self) -> u64 {
        self.len() as u64
    }

    fn add(&mut self, bytes: &[u8]) -> Result<()> {
        self.extend_from_slice(bytes);
        Ok(())
    }

    fn read(&self, place: u64, bytes: &mut [u8]) -> Result<()> {
        let start = usize::try_from(place).unwrap_or(usize::MAX);
        let found = start.checked_add(bytes.len()).and_then(|end| self.get(start..end)).ok_or_else(cut_short)?;
        bytes.copy_from_slice(found);
        Ok(())
    }
}

/// The bytes of a spool from a place on.
pub(crate) fn bytes(spool: &dyn Spool, place: u64, size: usize) -> Result<Vec<u8>> {
    if place.checked_add(size as u64).is_none_or(|end| end > spool.size()) {
        return Err(cut_short());
    }
    let mut bytes = vec![0; size];
    spool.read(place, &mut bytes)?;
    Ok(bytes)
}

pub(crate) fn cut_short() -> Error {
    Error::kept("it was cut short; make it again")
}

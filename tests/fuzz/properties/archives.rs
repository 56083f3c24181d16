//! Archives that were damaged or made up: reading ends in an answer or a clear error.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use kroniek::engine::Engine;

use super::taken_apart::TakenApart;
use super::{ARCHIVES, ask, mutate};

static TAKEN_APART: LazyLock<Vec<TakenApart>> = LazyLock::new(|| {
    let apart: Vec<TakenApart> = ARCHIVES.iter().map(|bytes| TakenApart::new(bytes)).collect();
    assert!(apart.iter().zip(ARCHIVES.iter()).all(|(apart, bytes)| apart.together() == *bytes));
    apart
});

/// An archive whose head or parts were changed, with all digests made right.
pub(super) fn made_up(u: &mut Unstructured<'_>) -> Result<TakenApart> {
    let mut archive = u.choose(&TAKEN_APART)?.clone();
    for _ in 0..u.int_in_range(0..=4)? {
        if u.ratio(1, 3)? {
            mutate::change(u, &mut archive.rest, &[])?;
            continue;
        }
        let group = u.int_in_range(0..=archive.groups.len() - 1)?;
        let other = u.choose(&TAKEN_APART)?;
        let parts = &mut archive.groups[group];
        if parts.is_empty() {
            continue;
        }
        let part = u.int_in_range(0..=parts.len() - 1)?;
        match u.int_in_range(0..=7)? {
            0 => drop(parts.remove(part)),
            1 => parts.insert(part, parts[part].clone()),
            2 => {
                // A part of another archive, mostly of the same kind.
                let group = if u.ratio(3, 4)? {
                    group.min(other.groups.len() - 1)
                } else {
                    u.int_in_range(0..=other.groups.len() - 1)?
                };
                if let Ok(another) = u.choose(&other.groups[group]) {
                    parts[part] = another.clone();
                }
            }
            _ => mutate::change(u, &mut parts[part], &[])?,
        }
    }
    if u.ratio(1, 24)? {
        archive.segments = u.int_in_range(0..=4)?;
    }
    Ok(archive)
}

/// Whatever an archive is made of, every method ends in an answer or a clear error.
pub(crate) fn archives(u: &mut Unstructured<'_>) -> Result<()> {
    let sealed = u.ratio(7, 8)?;
    let mut bytes = if sealed { made_up(u)?.together() } else { u.choose(&ARCHIVES)?.clone() };
    if !sealed {
        mutate::change(u, &mut bytes, &[])?;
    }
    let engine = match Engine::open(bytes) {
        Ok(engine) => engine,
        Err(error) => {
            assert!(ask::is_clear(&error), "{error}");
            return Ok(());
        }
    };
    for _ in 0..u.int_in_range(1..=4)? {
        let request = ask::request(u)?;
        if let Err(error) = ask::everything(&engine, &request) {
            // Cut after the head, it is one whose parts live elsewhere.
            assert!(ask::is_clear(&error) || !error.lacks().is_empty(), "{error}");
        }
    }
    Ok(())
}

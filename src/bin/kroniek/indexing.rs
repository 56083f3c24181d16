//! A gathering becomes an archive, on all processors.

use std::collections::VecDeque;
use std::ops::Range;
use std::thread;

use anyhow::{Context as _, Result};
use kroniek::archive::{Batch, Builder, Card, Keep, Model, Outcome, SegmentWriter, batches};
use kroniek::sheaf::Gathering;

use crate::kept::Kept;
use crate::parallel::{in_order, processors};
use crate::spool::Spools;

/// Makes an archive segment by segment; gives its head. Whatever the number of processors, its bytes are the same.
///
/// `keep` is given the parts as they are made, `progress` the number of articles done. What is `kept` of the last time, and was made of the same,
/// is not made again.
///
/// # Errors
///
/// When the collection is larger than the format holds, and those of `keep`, sheaves and spools.
pub(crate) fn write(
    card: &Card,
    gathering: &mut Gathering,
    spools: &Spools,
    kept: Option<&Kept>,
    keep: Keep<'_>,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Vec<u8>> {
    let model = model(gathering, kept)?;
    let outcomes = segments(gathering, &model, spools, kept, keep, progress)?;
    let new = || spools.spool();
    let mut builder = Builder::new(card, &outcomes, gathering.together, &model, &new, keep)?;
    let stretches = builder.stretches()?;
    in_order(stretches, &|stretch| stretch.and_then(kroniek::archive::Stretch::write), &mut |woven| {
        Ok(builder.add(woven?, keep)?)
    })?;
    Ok(builder.finish(keep)?)
}

/// The model of the texts.
fn model(gathering: &Gathering, kept: Option<&Kept>) -> Result<Model> {
    let key = gathering.sample_key();
    let known = kept.and_then(|kept| kept.model(&key));
    let model = known.map_or_else(|| Ok::<_, anyhow::Error>(gathering.sample()?.choose()), Ok)?;
    if let Some(kept) = kept {
        kept.keep_model(&key, &model)?;
    }
    Ok(model)
}

/// Some articles that follow one another, by the number of their segment and which they are there.
type Stretch = (usize, Range<usize>);

/// What comes of each segment.
fn segments(
    gathering: &mut Gathering,
    model: &Model,
    spools: &Spools,
    kept: Option<&Kept>,
    keep: Keep<'_>,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Vec<Outcome>> {
    let mut work: Vec<Stretch> = Vec::new();
    let mut last: Vec<usize> = Vec::new();
    let mut done = 0;
    let keys: Vec<String> = (0..gathering.segments.len()).map(|number| gathering.key(number, model)).collect();
    let mut outcomes: Vec<Option<Outcome>> = Vec::new();
    for (number, key) in keys.iter().enumerate() {
        outcomes.push(kept.and_then(|kept| kept.outcome(key)));
        if outcomes[number].is_some() {
            done += gathering.segments[number].articles.len() as u64;
            progress(done);
            last.push(0);
            continue;
        }
        gathering.begin(number)?;
        let sizes: Vec<usize> = gathering.segments[number].articles.iter().map(|placed| placed.text as usize).collect();
        work.extend(batches(&sizes).into_iter().map(|range| (number, range)));
        last.push(sizes.len());
    }
    let gathering = &*gathering;
    let read = |(number, range): Stretch| {
        let segment = &gathering.segments[number];
        let articles = segment.articles[range.clone()].iter().map(|placed| gathering.read(segment, placed));
        let batch = Batch::read(range.start as u32, articles, model);
        (number, range, batch)
    };
    let new = || spools.spool();
    let outcome = |number: usize| kept.map_or_else(|| Ok(spools.spool()), |kept| kept.segment(&keys[number]));
    thread::scope(|scope| {
        // Segments that have all their articles end on threads of their own, while the next is read.
        let mut ending = VecDeque::new();
        let mut writer: Option<SegmentWriter<'_>> = None;
        in_order(work.into_iter(), &read, &mut |(number, range, batch)| {
            let mut open = writer.take().unwrap_or_else(|| SegmentWriter::new(number, gathering.together, &new));
            open.add(batch?, keep)?;
            done += range.len() as u64;
            progress(done);
            if range.end < last[number] {
                writer = Some(open);
                return Ok(());
            }
            if ending.len() >= processors() {
                end(&mut ending, &mut outcomes)?;
            }
            let outcome = &outcome;
            ending.push_back((number, scope.spawn(move || open.finish(outcome(number)?, keep))));
            Ok(())
        })?;
        while !ending.is_empty() {
            end(&mut ending, &mut outcomes)?;
        }
        Ok::<_, anyhow::Error>(())
    })?;
    outcomes.into_iter().collect::<Option<_>>().context("a segment was not made")
}

/// A segment that is ending, and its number.
type Ending<'a> = (usize, thread::ScopedJoinHandle<'a, kroniek::Result<Outcome>>);

/// Waits for the first of the segments that are ending.
fn end(ending: &mut VecDeque<Ending<'_>>, outcomes: &mut [Option<Outcome>]) -> Result<()> {
    if let Some((number, thread)) = ending.pop_front() {
        outcomes[number] = Some(thread.join().ok().context("a thread has stopped")??);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;
    use std::fmt::Write as _;
    use std::path::Path;
    use std::sync::{Mutex, PoisonError};

    use kroniek::archive::{self, Archive};
    use kroniek::ingest::{Intake, pieces};
    use kroniek::sheaf::{Binding, Leaf, Origin, Sheaf};
    use kroniek::text::Language;

    use super::*;

    /// Articles over some years in files of lines, with twins, names that are there twice, and what recurs.
    fn files() -> Vec<(String, Vec<u8>)> {
        let line = |number: usize| {
            let date = match number % 9 {
                0 => String::new(),
                1 => format!("{}-{:02}", 1990 + number % 8, 1 + number % 12),
                day => format!("{}-{:02}-{:02}", 1990 + number * 7 % 8, 1 + number % 12, day),
            };
            let mut text = format!("Het schip nummer {} ligt in de haven.\n\n", number % 140);
            for sentence in 0..number % 7 {
                write!(
                    text,
                    "In mei {} viel een stad{sentence}, zei de Schipper van het huurlingenleger. ",
                    1990 + number % 5
                )
                .unwrap();
            }
            if number.is_multiple_of(3) {
                text += "\n\nDeel dit bericht met wie het nog niet kent.\n\n";
            }
            let id = format!("n{}", number % 130);
            serde_json::json!({ "id": id, "date": date, "text": text, "bron": if number.is_multiple_of(2) { "Courant" } else { "Gazet" } })
        };
        let file = |file: usize| {
            let lines: String = (0..50).map(|at| format!("{}\n", line(file * 50 + at))).collect();
            (format!("{}/{file}.jsonl", file % 2), lines.into_bytes())
        };
        (0..4)
            .map(file)
            .chain([("bad.jsonl".to_owned(), b"no json\n{\"text\":\"Oud \xE9\xE9n.\"}\n".to_vec())])
            .collect()
    }

    fn sheaf(files: &[(String, Vec<u8>)], spools: &Spools) -> Sheaf {
        let mut binding = Binding::new(spools.spool()).unwrap();
        for (path, bytes) in files {
            let file = binding.begin(Origin { path: path.clone(), size: 0, modified: 0 });
            for piece in pieces(path, bytes).unwrap() {
                let mut reading = piece.read(None, &|_| false);
                binding.add(file, Leaf::all_of(&mut reading), reading).unwrap();
            }
        }
        binding.finish(None).unwrap()
    }

    fn card() -> Card {
        Card { title: "Proef".to_owned(), language: Language::Dutch }
    }

    /// The archive of a gathering, as one file.
    fn archive(gathering: &mut Gathering, spools: &Spools) -> Vec<u8> {
        let parts = Mutex::new(HashMap::new());
        let keep = |part: kroniek::archive::Part| {
            parts.lock().unwrap_or_else(PoisonError::into_inner).insert(part.name, part.bytes);
            Ok(())
        };
        let head = write(&card(), gathering, spools, None, &keep, &|_| ()).unwrap();
        let names = Archive::open(Box::new(head.clone())).unwrap().part_names();
        let parts = parts.into_inner().unwrap();
        names.iter().fold(head, |all, part| [all, parts[&part.name].clone()].concat())
    }

    fn check(limit: u64) {
        let files = files();
        let mut intake = Intake::new(None);
        files.iter().for_each(|(path, bytes)| intake.add(path, bytes));
        let (documents, notices) = intake.finish_in(limit);
        let expected = archive::write_in(&card(), &documents, limit, &mut |_| ()).unwrap();
        assert!(notices.iter().any(|notice| notice.reason.contains("the same text as")));
        assert!(notices.iter().any(|notice| notice.reason.contains("is named")));
        let (one, three) = ([0..5, 5..5], [2..5, 0..2]);
        for (held, cuts) in [(1 << 20, &one), (16, &one), (16, &three)] {
            let spools = Spools::in_folder(&std::env::temp_dir()).holding(held);
            let sheaves = cuts.iter().map(|cut| sheaf(&files[cut.clone()], &spools)).collect();
            let mut gathering = Gathering::new(sheaves, limit).unwrap();
            assert_eq!(gathering.notices, notices);
            assert!(archive(&mut gathering, &spools) == expected, "{limit} {held}");
        }
    }

    #[test]
    fn streamed_as_from_memory() {
        check(archive::SEGMENT);
    }

    #[test]
    fn in_segments_too() {
        check(8_000);
    }

    /// With an article more, only its own segment is made anew, and the archive is that of a build from nothing.
    #[test]
    fn segments_are_taken_over() {
        let top = std::env::temp_dir().join(format!("kroniek-indexing-{}", std::process::id()));
        let folders = ["none", "old", "new"].map(|name| top.join(name));
        folders.iter().for_each(|folder| std::fs::create_dir_all(folder.join("segments")).unwrap());
        let spools = Spools::in_folder(&std::env::temp_dir());
        let made = |files: &[(String, Vec<u8>)], kept: Option<(&Path, &Path)>| {
            let mut gathering = Gathering::new(vec![sheaf(files, &spools)], 8_000).unwrap();
            let parts = Mutex::new(0);
            let keep = |part: kroniek::archive::Part| {
                *parts.lock().unwrap() += 1;
                std::fs::write(kept.unwrap().1.join(crate::page::part_file(&part.name)), part.bytes).unwrap();
                Ok(())
            };
            let Some((old, new)) = kept else { return (archive(&mut gathering, &spools), 0) };
            let known = Kept::between(old, new);
            let head = write(&card(), &mut gathering, &spools, Some(&known), &keep, &|_| ()).unwrap();
            let names = Archive::open(Box::new(head.clone())).unwrap().part_names();
            let read = |part: &archive::PartName| std::fs::read(new.join(crate::page::part_file(&part.name))).unwrap();
            let all = names.iter().fold(head, |all, part| [all, read(part)].concat());
            (all, parts.into_inner().unwrap())
        };
        let mut files = files();
        let (first, all) = made(&files, Some((&folders[0], &folders[1])));
        assert!(first == made(&files, None).0);
        files.push(("nieuw.txt".to_owned(), b"date 1997-12-01 Een nieuw bericht.".to_vec()));
        let (second, some) = made(&files, Some((&folders[1], &folders[2])));
        assert!(second == made(&files, None).0 && second != first);
        assert!(some * 2 < all, "{some} of {all}");
        std::fs::remove_dir_all(&top).unwrap();
    }
}

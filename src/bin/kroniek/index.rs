//! Documents become the parts of an archive, on all processors.

use std::ops::Range;

use anyhow::Result;
use kroniek::archive::{self, Batch, Builder, Card, Part};
use kroniek::document::Document;

use crate::parallel::in_order;

/// Makes an archive segment by segment; gives its head. Whatever the number of processors, its bytes are the same.
///
/// `keep` is given the parts as they are made, `progress` the number of documents done.
///
/// # Errors
///
/// When the collection is larger than the format holds, and those of `keep`.
pub(crate) fn write(
    card: &Card,
    segments: impl ExactSizeIterator<Item = Result<Vec<Document>>>,
    together: bool,
    keep: &mut dyn FnMut(Part) -> Result<()>,
    progress: &dyn Fn(u64),
) -> Result<Vec<u8>> {
    let mut builder = Builder::new(card.clone(), segments.len(), together);
    let mut made = Vec::new();
    let mut done = 0;
    for segment in segments {
        let documents = segment?;
        builder.choose_dictionary(documents.iter().map(|document| document.text.as_str()), &mut made);
        let batches = archive::batches(documents.iter().map(|document| document.text.len()));
        let dictionary = builder.dictionary().clone();
        let read = |batch: &Range<usize>| {
            let documents: Vec<&Document> = documents[batch.clone()].iter().collect();
            Batch::read(&documents, &dictionary)
        };
        in_order(&batches, &read, &mut |batch, range| {
            builder.add(batch, &mut made)?;
            done += range.len() as u64;
            progress(done);
            made.drain(..).try_for_each(&mut *keep)
        })?;
        builder.end_segment(&mut made)?;
        made.drain(..).try_for_each(&mut *keep)?;
    }
    let head = builder.finish(&mut made)?;
    made.drain(..).try_for_each(keep)?;
    Ok(head)
}

#[cfg(test)]
mod tests {
    use kroniek::archive::Archive;
    use kroniek::ingest::Intake;
    use kroniek::text::Language;

    use super::*;

    #[test]
    fn on_all_processors_the_bytes_are_the_same() {
        let mut intake = Intake::new(Some(Language::Dutch));
        for number in 0..90 {
            let text = format!("date 2023-03-{:02} De stad nummer {number} viel. ", 1 + number % 28);
            intake.add(&format!("{number}.txt"), (text + &"Er was een storm op zee. ".repeat(number * 7)).as_bytes());
        }
        let documents = intake.finish().0;
        let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
        let one = archive::write(&card, &documents, &mut |_| ()).unwrap();
        let mut parts = std::collections::HashMap::new();
        let segments = vec![Ok(documents)].into_iter();
        let mut keep = |part: Part| {
            parts.insert(part.name, part.bytes);
            Ok(())
        };
        let head = write(&card, segments, false, &mut keep, &|_| ()).unwrap();
        let names = Archive::open(Box::new(one.clone())).unwrap().part_names();
        assert!(names.len() > 8);
        let all: Vec<u8> = names.iter().fold(head, |all, part| [all, parts[&part.name].clone()].concat());
        assert!(all == one);
    }
}

//! A document's number is a place in time.

use kroniek::document::DocId;
use kroniek::time::{Interval, Precision};
use proptest::prelude::*;

use super::{archive, documents, seeds};

/// The rank of a precision among documents: day, month, year, other, undated.
fn rank(precision: Option<Precision>) -> u8 {
    match precision {
        Some(Precision::Day) => 0,
        Some(Precision::Month) => 1,
        Some(Precision::Year) => 2,
        Some(_) => 3,
        None => 4,
    }
}

fn check(documents: &[kroniek::document::Document]) {
    let archive = archive(documents);
    assert_eq!(archive.documents() as usize, documents.len());
    let keys: Vec<(u8, Option<Interval>, String)> = (0..archive.documents())
        .map(|id| {
            let published = archive.published(DocId(id));
            let name = archive.entry(DocId(id)).unwrap().name;
            (rank(published.map(|date| date.precision)), published.map(|date| date.interval), name)
        })
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
    for date in keys.iter().filter_map(|key| key.1) {
        // A range of dates is one range of numbers in each precision.
        for precision in 0..4 {
            let ids: Vec<usize> = (0..keys.len())
                .filter(|id| keys[*id].0 == precision && keys[*id].1.is_some_and(|other| other.overlaps(date)))
                .collect();
            assert!(ids.windows(2).all(|two| two[0] + 1 == two[1]), "{ids:?}");
        }
    }
}

#[test]
fn those_of_the_seeds_are() {
    check(&seeds());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn those_of_any_collection_are(
        dates in prop::collection::vec((1990..1994i32, prop::option::of((1..=12u8, prop::option::of(1..=28u8))), any::<bool>()), 1..24)
    ) {
        let files = dates.iter().enumerate().map(|(number, (year, month, dated))| {
            let date = match month {
                None => format!("{year}"),
                Some((month, None)) => format!("{year}-{month:02}"),
                Some((month, Some(day))) => format!("{year}-{month:02}-{day:02}"),
            };
            let date = if *dated { format!("date {date} ") } else { String::new() };
            // The same text twice would be left out.
            (format!("{}.txt", number * 7 % 24), format!("{date}De stad nummer {number} viel.").into_bytes())
        });
        check(&documents(files));
    }
}

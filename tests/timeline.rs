//! Bins.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout, reason = "a test may fail and say why")]

use expect_test::{Expect, expect};
use kroniek::time::{Day, Interval, publications};
use kroniek::timeline::{Bins, Lane, Timeline, Unit, unit_for};
use proptest::prelude::*;

fn days(text: &str) -> Interval {
    publications(text).unwrap().interval
}

/// A bin a line, after what lies before them and before what lies after.
fn shown(timeline: &Timeline) -> String {
    let bin = |bin: &kroniek::timeline::Bin| {
        format!("{}..{} {:.3}\n", bin.interval.earliest, bin.interval.latest, bin.mentioned)
    };
    let bins: String = timeline.bins.iter().map(bin).collect();
    format!("{:.3} before\n{bins}{:.3} after\n", timeline.before[1], timeline.after[1])
}

fn check(view: &str, unit: Unit, told: &[&str], expected: Expect) {
    let mut bins = Bins::new(days(view), unit);
    for interval in told {
        bins.add(Lane::Mentioned, days(interval), 1);
    }
    expected.assert_eq(&shown(&bins.finish()));
}

#[test]
fn what_is_open_at_an_end_is_told_at_that_end() {
    let ends = |view: &str, later: bool, told: &str| {
        let mut bins = Bins::new(days(view), Unit::Month);
        bins.add_open(later, days(told), 1);
        let bins = bins.finish().bins;
        bins.iter().map(|bin| format!("{:.2}/{:.2}", bin.earlier, bin.later)).collect::<Vec<_>>().join(" ")
    };
    let view = "2023-01..2023-03";
    expect!["0.00/0.00 0.00/1.00 0.00/0.00"].assert_eq(&ends(view, true, "2023-02-10"));
    expect!["0.00/0.00 1.00/0.00 0.00/0.00"].assert_eq(&ends(view, false, "2023-02-10"));
    // What a year adds to its last month, and to its first.
    expect!["0.00/0.00 0.00/0.00 0.00/0.00"].assert_eq(&ends(view, true, "2023"));
    expect!["0.08/0.00 0.00/0.00 0.00/0.00"].assert_eq(&ends(view, false, "2023"));
    expect!["0.00/0.00 0.00/0.50 0.00/0.00"].assert_eq(&ends(view, true, "2023-01-31..2023-02-01"));
    expect!["0.00/0.00 0.00/0.00 0.00/0.00"].assert_eq(&ends(view, true, "2022"));
}

#[test]
fn what_a_damaged_archive_counts_has_an_end() {
    let mut bins = Bins::new(days("2023-01..2023-02"), Unit::Month);
    assert_eq!(bins.add(Lane::Mentioned, days("2023-01"), (1 << 27) - 1), (1 << 27) - 1);
    assert_eq!(bins.add(Lane::Mentioned, days("1000..3000"), u64::MAX), 1);
    assert_eq!(bins.add(Lane::Mentioned, days("2023-02"), 1), 0);
    assert_eq!(bins.add(Lane::Words, days("2023-02"), u64::MAX), 1 << 39);
    let bins = bins.finish().bins;
    assert!((bins[0].mentioned - f64::from((1 << 27) - 1)).abs() < 1.0);
    assert!(bins[1].mentioned < 1.0);
}

#[test]
fn an_interval_counts_by_its_share() {
    check(
        "2022-12..2023-02",
        Unit::Month,
        &["2023-01-05", "2023-01"],
        expect![[r#"
        0.000 before
        2022-12-01..2022-12-31 0.000
        2023-01-01..2023-01-31 2.000
        2023-02-01..2023-02-28 0.000
        0.000 after
    "#]],
    );
    check(
        "2022-12..2023-02",
        Unit::Month,
        &["2022"],
        expect![[r#"
        0.915 before
        2022-12-01..2022-12-31 0.085
        2023-01-01..2023-01-31 0.000
        2023-02-01..2023-02-28 0.000
        0.000 after
    "#]],
    );
    check(
        "2022-12..2023-02",
        Unit::Month,
        &["2022-12-31..2023-01-01", "2024", "1900"],
        expect![[r#"
        1.000 before
        2022-12-01..2022-12-31 0.500
        2023-01-01..2023-01-31 0.500
        2023-02-01..2023-02-28 0.000
        1.000 after
    "#]],
    );
    check(
        "2022-11..2023-02",
        Unit::Month,
        &["2022-11-30..2023-02-01"],
        expect![[r#"
        0.000 before
        2022-11-01..2022-11-30 0.016
        2022-12-01..2022-12-31 0.484
        2023-01-01..2023-01-31 0.484
        2023-02-01..2023-02-28 0.016
        0.000 after
    "#]],
    );
}

#[test]
fn words_are_shared_like_the_articles_they_stand_in() {
    let mut bins = Bins::new(days("2023-01..2023-02"), Unit::Month);
    bins.add(Lane::Words, days("2023-01-15"), 600);
    bins.add(Lane::Words, days("2023-01-31..2023-02-01"), 1000);
    bins.add(Lane::Words, days("2022"), u32::MAX.into());
    let timeline = bins.finish();
    let words: Vec<f64> = timeline.bins.iter().map(|bin| bin.words).collect();
    assert_eq!(words, [1100.0, 500.0]);
    assert_eq!(timeline.before, [0.0, 0.0, 0.0, f64::from(u32::MAX)]);
}

#[test]
fn bins_keep_to_the_calendar() {
    check(
        "2024-02-28..2024-03-01",
        Unit::Day,
        &["2024-02"],
        expect![[r#"
        0.931 before
        2024-02-28..2024-02-28 0.034
        2024-02-29..2024-02-29 0.034
        2024-03-01..2024-03-01 0.000
        0.000 after
    "#]],
    );
    check(
        "2020-12-30..2021-01-05",
        Unit::Week,
        &["2021"],
        expect![[r#"
        0.000 before
        2020-12-28..2021-01-03 0.008
        2021-01-04..2021-01-10 0.019
        0.973 after
    "#]],
    );
    check(
        "2022-11..2023-02",
        Unit::Quarter,
        &[],
        expect![[r#"
        0.000 before
        2022-10-01..2022-12-31 0.000
        2023-01-01..2023-03-31 0.000
        0.000 after
    "#]],
    );
    check(
        "1995..2001",
        Unit::Decade,
        &["1991..2010"],
        expect![[r#"
        0.000 before
        1990-01-01..1999-12-31 0.450
        2000-01-01..2009-12-31 0.500
        0.050 after
    "#]],
    );
    check(
        "1899-12-31..1900-01-01",
        Unit::Century,
        &[],
        expect![[r#"
        0.000 before
        1800-01-01..1899-12-31 0.000
        1900-01-01..1999-12-31 0.000
        0.000 after
    "#]],
    );
    check(
        "0001..0002",
        Unit::Century,
        &["0001"],
        expect![[r#"
        0.000 before
        0001-01-01..0099-12-31 1.000
        0.000 after
    "#]],
    );
    check(
        "9999",
        Unit::Century,
        &["9999-12-31"],
        expect![[r#"
        0.000 before
        9900-01-01..9999-12-31 1.000
        0.000 after
    "#]],
    );
}

#[test]
fn the_unit_is_the_finest_that_fits() {
    let unit = |span: &str, most| unit_for(days(span), most).name();
    assert_eq!(unit("2022-10..2023-03", 200), "day");
    assert_eq!(unit("2022-10..2023-03", 100), "week");
    assert_eq!(unit("2014..2023", 200), "month");
    assert_eq!(unit("2000..2023", 200), "quarter");
    assert_eq!(unit("1900..2023", 200), "year");
    assert_eq!(unit("1568..2023", 200), "decade");
    assert_eq!(unit("0001..9999", 200), "century");
    assert_eq!(unit("0001..9999", 1), "century");
}

prop_compose! {
    fn interval()(from in -720_000i32..2_930_000, length in prop_oneof![Just(0), 0..40i32, 0..800, 0..400_000]) -> Interval {
        let last = Day::from_ymd(9999, 12, 31).unwrap();
        let first = Day::from_ymd(1, 1, 1).unwrap();
        let from = Day(from).max(first).min(last);
        Interval::new(from, Day(from.0 + length).min(last))
    }
}

proptest! {
    #[test]
    fn bins_are_contiguous_and_cover_the_view(view in interval(), most in 1usize..300) {
        let unit = unit_for(view, most);
        let bins = Bins::new(view, unit).finish().bins;
        prop_assert!(bins[0].interval.earliest <= view.earliest && view.latest <= bins[bins.len() - 1].interval.latest);
        prop_assert!(bins.len() <= most || unit == Unit::Century);
        for pair in bins.windows(2) {
            prop_assert_eq!(pair[0].interval.latest.0 + 1, pair[1].interval.earliest.0);
        }
    }

    #[test]
    fn shares_add_up(view in interval(), told in prop::collection::vec((interval(), 1u32..5), 0..50)) {
        let mut bins = Bins::new(view, unit_for(view, 200));
        for &(interval, times) in &told {
            bins.add(Lane::Mentioned, interval, times.into());
        }
        let timeline = bins.finish();
        let sum: f64 = timeline.bins.iter().map(|bin| bin.mentioned).sum::<f64>() + timeline.before[1] + timeline.after[1];
        let all: u32 = told.iter().map(|(_, times)| times).sum();
        prop_assert!((sum - f64::from(all)).abs() < 1e-9);
    }

    #[test]
    fn a_bin_holds_the_share_of_its_days(view in interval(), told in interval()) {
        let mut bins = Bins::new(view, unit_for(view, 50));
        bins.add(Lane::Published, told, 1);
        for bin in bins.finish().bins {
            let days = bin.interval.intersection(told).map_or(0, Interval::days);
            prop_assert!((bin.published - f64::from(days) / f64::from(told.days())).abs() < 1e-5);
        }
    }
}

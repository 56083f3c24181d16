//! The dates that matter, and the sentences that tell them.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout, reason = "a test may fail and say why")]

use expect_test::{Expect, expect};
use kroniek::archive::{Card, write};
use kroniek::document::Publication;
use kroniek::engine::Engine;
use kroniek::engine::answers::{IsoDay, Request};
use kroniek::ingest::Intake;
use kroniek::text::Language;
use kroniek::time::{Extent, Relation, publications};
use kroniek::timeline::{Told, moments};

/// Ranks the dates of some documents, one a line: `published: date sentence relation, date …`. Sentences are counted from 0, the
/// title, and may be left out (1), relations too (in).
fn check(documents: &str, expected: Expect) {
    let mut published: Vec<Publication> = Vec::new();
    let mut told: Vec<Told> = Vec::new();
    for (document, line) in documents.trim().lines().enumerate() {
        let (when, mentions) = line.split_once(':').unwrap();
        let when = publications(when.trim());
        published.extend(when);
        for mention in mentions.split(',').filter(|mention| !mention.trim().is_empty()) {
            let parts: Vec<&str> = mention.split_whitespace().collect();
            let date = publications(parts[0]).unwrap();
            let named = |relation: &Relation| parts[1..].contains(&relation.name());
            let sentence = parts[1..].iter().find_map(|part| part.parse().ok()).unwrap_or(1);
            told.push(Told {
                document: document as u32,
                published: when.map(|date| date.interval),
                sentence,
                own: sentence == 0 && when.map(|date| date.interval) == Some(date.interval),
                interval: date.interval,
                extent: Extent::Whole,
                precision: date.precision,
                relation: Relation::ALL.into_iter().find(named).unwrap_or(Relation::In),
            });
        }
    }
    let view = publications("2000..2020").unwrap().interval;
    let lines: Vec<String> = moments(&told, &published, view, 5)
        .iter()
        .map(|date| format!("{} told {} times", date.interval.edtf(), date.told.len()))
        .collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn two_articles_outdo_one_that_repeats() {
    check(
        "2011-02-20: 2011-02-11 3, 2011-02-11 4, 2011-02-11 5
         2011-02-21: 2011-02-12
         2011-02-22: 2011-02-12",
        expect![[r#"
            2011-02-12 told 2 times
            2011-02-11 told 3 times"#]],
    );
}

#[test]
fn looking_back_counts_more_than_reporting() {
    check(
        "2011-02-09: 2011-02-09
         2011-02-09: 2011-02-09
         2011-03-20: 2011-02-11
         2011-04-20: 2011-02-11",
        expect![[r#"
            2011-02-11 told 2 times
            2011-02-09 told 2 times"#]],
    );
}

#[test]
fn months_later_counts_more_than_weeks_and_than_one_loud_day() {
    check(
        "2011-02-01:
         2011-02-10: 2011-02-09
         2011-02-10: 2011-02-09
         2011-02-10: 2011-02-09
         2011-02-10: 2011-02-09
         2011-02-10: 2011-02-09
         2011-02-25: 2011-02-05
         2011-05-01: 2011-02-07",
        expect![[r#"
            2011-02-07 told 1 times
            2011-02-09 told 5 times
            2011-02-05 told 1 times"#]],
    );
}

#[test]
fn background_of_all_that_was_published_is_looked_back_on_in_vain() {
    let later = "2011-05-01: 2010-11-01, 2011-02-09
                 2011-06-01: 2010-11-01";
    let dates = expect![[r#"
        2011-02-09 told 1 times
        2010-11-01 told 2 times"#]];
    check(&format!("2011-02-01:\n{later}"), dates);
    let dates = expect![[r#"
        2010-11-01 told 2 times
        2011-02-09 told 1 times"#]];
    check(&format!("2010-11-20:\n{later}"), dates);
}

#[test]
fn one_loud_day_does_not_outdo_many_that_look_back() {
    check(
        "2011-02-10: 2011-02-09
         2011-02-10: 2011-02-09
         2011-02-10: 2011-02-09
         2011-02-10: 2011-02-09
         2011-02-20: 2011-02-11
         2011-02-24: 2011-02-11
         2011-03-01: 2011-02-11",
        expect![[r#"
            2011-02-11 told 3 times
            2011-02-09 told 4 times"#]],
    );
}

#[test]
fn what_happened_then_counts_more_than_since_and_until() {
    check(
        "2011-03-01: 2011-02-01 until, 2011-02-02 since, 2011-02-03",
        expect![[r#"
        2011-02-03 told 1 times
        2011-02-02 told 1 times
        2011-02-01 told 1 times"#]],
    );
}

#[test]
fn the_date_in_a_title_is_not_told_of() {
    check(
        "2011-02-10: 2011-02-10 0
         2011-02-10: 2011-02-10 0
         2011-02-10: 2011-02-10 0, 2011-02-05",
        expect![[r#"
            2011-02-05 told 1 times
            2011-02-10 told 3 times"#]],
    );
}

#[test]
fn publications_of_the_day_and_the_next_support_it() {
    check(
        "2011-02-05:
         2011-02-06:
         2011-03-01: 2011-02-03, 2011-02-05",
        expect![[r#"
            2011-02-05 told 1 times
            2011-02-03 told 1 times"#]],
    );
}

#[test]
fn an_interval_of_a_month_adds_little_and_a_year_nothing() {
    check(
        "2011-05-01: 2011-02-01..2011-02-02, 2011-02, 2011-02-02, 2011-02-03, 2011-03-03
         2011-05-01: 2010, 2010-12-31",
        expect![[r#"
            2011-02-02 told 1 times
            2011-02-03 told 1 times
            2010-12-31 told 1 times
            2011-03-03 told 1 times
            2010 told 1 times"#]],
    );
}

#[test]
fn days_come_before_anything_coarser_and_all_lie_in_view() {
    check(
        "2011-05-01: 2011-02, 2010, 2011-02-03, 1999-12-31
         2011-05-02: 2011-02
         2011-05: 2011-02-04
         : 2011-02-05 0",
        expect![[r#"
            2011-02-03 told 1 times
            2011-02-04 told 1 times
            2011-02-05 told 1 times
            2011-02 told 2 times
            2010 told 1 times"#]],
    );
}

/// Asks a collection of articles for its dates: each date with its sentence on a line.
fn ask(articles: impl Iterator<Item = (String, String)>, query: &str, most: usize) -> Vec<String> {
    ask_within(articles, query, most, None)
}

/// The same, of a view.
fn ask_within(
    articles: impl Iterator<Item = (String, String)>,
    query: &str,
    most: usize,
    view: Option<(IsoDay, IsoDay)>,
) -> Vec<String> {
    let lines = articles.enumerate().map(|(number, (date, text))| {
        let article = serde_json::json!({ "id": format!("{number:03}"), "date": date, "text": text });
        format!("{article}\n")
    });
    let mut intake = Intake::new(Some(Language::English));
    intake.add("news.jsonl", lines.collect::<String>().as_bytes());
    let card = Card { title: String::new(), language: Language::English };
    let engine = Engine::open(write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap();
    let request = Request { query: query.to_owned(), moments: most, view, ..Request::default() };
    let moments = engine.timeline(&request).unwrap().moments;
    assert!(moments.iter().all(|moment| moment.documents.contains(&moment.document) && moment.mentions > 0));
    moments.iter().map(|moment| format!("{} {}", moment.edtf, moment.sentence)).collect()
}

/// Four things happened: a dam broke on 11 February, an emergency was declared on the 14th, an inquiry opened on 1 March and
/// reported on 20 May.
const NEWS: &str = "
2011-02-10 | Market report. Wheat prices rose on Thursday. Shares in the port company fell slightly in early trading.
2011-02-11 | Dam breaks above Harrow. The Harrow dam has burst and water is pouring into the valley. Hundreds of people are missing, the police said.
2011-02-12 | Hundreds missing after dam disaster. The Harrow dam burst on Friday, sending a wall of water through the valley and killing at least 90 people. Rescue workers searched the mud all night.
2011-02-12 | Valley mourns. At least 90 people were killed when the Harrow dam burst on Friday. The owners of the dam said nothing.
2011-02-13 | Rescue goes on. Rescue workers found a child alive on Saturday. Two villages below the Harrow dam are gone since Friday.
2011-02-15 | State of emergency. The government declared a state of emergency in the Harrow valley on Monday and sent the army. Schools stay closed.
2011-02-15 | Army arrives. Soldiers arrived in the Harrow valley after the government declared a state of emergency on Monday.
2011-02-20 | What we know. The dam above Harrow broke on 11 February. It was built in 1962. The state of emergency declared on 14 February lasts a month.
2011-03-02 | Inquiry opens. A public inquiry into the Harrow dam opened on Tuesday under a retired judge. Families of those killed on 11 February filled the room.
2011-03-02 | Owners questioned. The inquiry into the disaster, which opened on Tuesday, began with the owners of the Harrow dam.
2011-03-20 | Football. The home team won on Saturday. Tickets for the match on 2 April are sold out.
2011-04-11 | Two months later. Villagers gathered in silence to remember those who died when the dam burst on 11 February. Many still live in tents.
2011-05-21 | Owners knew. The owners of the Harrow dam knew of cracks in the wall, said the report of the inquiry that was published on Friday.
2011-05-21 | Report blames owners. The report of the inquiry, published on Friday, blames the owners for the disaster of 11 February, when the dam broke.
2011-06-01 | Arrests. Since the inquiry published its report on 20 May three directors were arrested. The inquiry had opened on 1 March.
";

fn news() -> impl Iterator<Item = (String, String)> {
    let article =
        |line: &str| line.split_once(" | ").map(|(date, text)| (date.to_owned(), text.replacen(". ", "\n\n", 1)));
    NEWS.lines().filter_map(article)
}

fn check_news(query: &str, most: usize, expected: Expect) {
    expected.assert_eq(&ask(news(), query, most).join("\n"));
}

#[test]
fn what_happened_is_found_and_told() {
    check_news(
        "",
        4,
        expect![[r#"
            2011-02-11 At least 90 people were killed when the Harrow dam burst on Friday.
            2011-03-01 The inquiry into the disaster, which opened on Tuesday, began with the owners of the Harrow dam.
            2011-05-20 The report of the inquiry, published on Friday, blames the owners for the disaster of 11 February, when the dam broke.
            2011-02-14 The government declared a state of emergency in the Harrow valley on Monday and sent the army."#]],
    );
}

#[test]
fn a_query_chooses_dates_and_sentences() {
    check_news(
        "owners",
        3,
        expect![[r#"
            2011-02-11 The report of the inquiry, published on Friday, blames the owners for the disaster of 11 February, when the dam broke.
            2011-05-20 The owners of the Harrow dam knew of cracks in the wall, said the report of the inquiry that was published on Friday.
            2011-03-01 The inquiry into the disaster, which opened on Tuesday, began with the owners of the Harrow dam."#]],
    );
    check_news(
        "football",
        3,
        expect![[r#"
        2011-03-19 The home team won on Saturday.
        2011-04-02 Tickets for the match on 2 April are sold out."#]],
    );
}

#[test]
fn no_sentence_is_told_twice() {
    let copies = "
2011-02-12 | Dam. The Harrow dam burst on Friday 11 February and killed ninety people in the valley below. The bridge at the mill was lost on 11 February as well.
2011-02-13 | Dam. The Harrow dam burst and killed ninety people in the valley below on Saturday 12 February.
2011-02-14 | Dam. Soldiers arrived on Saturday 12 February.
2011-02-15 | Dam. On Sunday 13 February the Harrow dam burst and killed ninety people in the valley below.
";
    let article = |line: &str| line.split_once(" | ").map(|(date, text)| (date.to_owned(), text.to_owned()));
    expect![[r#"
        2011-02-12 The Harrow dam burst and killed ninety people in the valley below on Saturday 12 February.
        2011-02-11 The bridge at the mill was lost on 11 February as well."#]]
    .assert_eq(&ask(copies.lines().filter_map(article), "", 3).join("\n"));
}

#[test]
fn neither_titles_nor_furniture_tell_where_a_sentence_does() {
    let articles = [
        ("2011-02-12", "Harrow dam bursts on Friday 11 February\n\nNinety people were killed in the valley on Friday."),
        (
            "2011-02-12",
            "Harrow dam bursts on Friday 11 February\n\nRead more about the dam that burst on Friday\n\nPeople fled on Friday.",
        ),
    ];
    let articles = articles.into_iter().map(|(date, text)| (date.to_owned(), text.to_owned()));
    expect!["2011-02-11 Ninety people were killed in the valley on Friday."]
        .assert_eq(&ask(articles, "", 1).join("\n"));
}

/// The days on which something happened in the made collection, counted from its first.
const KNOWN: [usize; 8] = [9, 31, 47, 66, 90, 101, 133, 150];

/// A day of the made collection, whose months have 28 days.
fn made_date(day: usize) -> String {
    format!("2011-{:02}-{:02}", day / 28 + 1, day % 28 + 1)
}

/// A made collection: every day of half a year has articles that speak of today, yesterday and this month, more of them on some days;
/// eight dates are reported on the day after and looked back on now and then.
fn made() -> Vec<(String, String)> {
    const MONTHS: [&str; 6] = ["January", "February", "March", "April", "May", "June"];
    let mut seed = 7u32;
    let mut chance = move |one_in: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8).is_multiple_of(one_in)
    };
    let mut articles = Vec::new();
    for day in 0..6 * 28 {
        let busy = if chance(9) { 9 } else { 3 };
        for number in 0..busy {
            let mut text = format!("Paper {number}. The council met today in room {}.", day * 7 % 31);
            if chance(2) {
                text.push_str(" Its chairman spoke yesterday.");
            }
            if chance(3) {
                text.push_str(" More was spent this month than last year.");
            }
            for event in KNOWN.into_iter().filter(|event| *event < day) {
                if day - event == 1 && chance(2) || chance(12) {
                    let (day, month) = (event % 28 + 1, MONTHS[event / 28]);
                    text.push_str(&format!(" Much has changed after what happened on {day} {month} in hall {event}."));
                }
            }
            articles.push((made_date(day), text));
        }
    }
    articles
}

/// How well the days found for a part of the made collection are those on which something happened then: F1.
fn f1(from: usize, until: usize) -> f64 {
    let known: Vec<String> = KNOWN.into_iter().filter(|day| (from..=until).contains(day)).map(made_date).collect();
    let view = publications(&format!("{}..{}", made_date(from), made_date(until))).unwrap().interval;
    let found = ask_within(made().into_iter(), "", known.len(), Some((IsoDay(view.earliest), IsoDay(view.latest))));
    let right = found.iter().filter(|line| known.iter().any(|date| line.starts_with(date.as_str()))).count();
    2.0 * right as f64 / (known.len() + found.len()) as f64
}

#[test]
fn dates_that_are_looked_back_on_stand_out_from_the_noise() {
    assert!(f1(0, 167) > 0.99);
}

#[test]
fn a_view_holds_the_dates_that_matter_within_it() {
    assert!(f1(0, 60) > 0.99 && f1(40, 110) > 0.99 && f1(95, 167) > 0.99);
}

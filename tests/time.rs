//! The times that a text speaks of: cases as data, then what holds for any text. `time_measures.rs` measures.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout, reason = "a test may fail and say why")]

use std::path::Path;

use expect_test::{Expect, expect};
use kroniek::document::Publication;
use kroniek::text::{Language, sentences};
use kroniek::time::{Day, Extent, Interval, Mention, Precision, Rule, Telling, mentions, publication, publications};
use proptest::prelude::*;

fn told(text: &str, mentions: &[Mention]) -> String {
    let line = |mention: &Mention| {
        let days = mention.interval.map_or("?".into(), |days| format!("{}..{}", days.earliest, days.latest));
        format!("{}: {days} {} {}", &text[mention.range.clone()], mention.precision.name(), mention.relation.name())
    };
    mentions.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// In Dutch.
fn nl(text: &str, published: &str, expected: Expect) {
    expected.assert_eq(&told(text, &mentions(text, publication(published), Language::Dutch)));
}

/// In English.
fn en(text: &str, published: &str, expected: Expect) {
    expected.assert_eq(&told(text, &mentions(text, publication(published), Language::English)));
}

#[test]
fn a_date_in_every_usual_writing() {
    nl("Op 24 februari 2022 begon de oorlog.", "2023-03", expect!["24 februari 2022: 2022-02-24..2022-02-24 day in"]);
    nl("geboren op 3 mei 2010", "2023-03", expect!["3 mei 2010: 2010-05-03..2010-05-03 day in"]);
    nl("per 1 okt. 2022", "2023-03", expect!["1 okt. 2022: 2022-10-01..2022-10-01 day since"]);
    nl("op maandag 3 mei 2010", "2023-03", expect!["maandag 3 mei 2010: 2010-05-03..2010-05-03 day in"]);
    nl("Amsterdam, 3-5-2010", "2023-03", expect!["3-5-2010: 2010-05-03..2010-05-03 day in"]);
    nl("Amsterdam, 3/5/2010", "2023-03", expect!["3/5/2010: 2010-05-03..2010-05-03 day in"]);
    nl("Amsterdam, 2010-05-03", "2023-03", expect!["2010-05-03: 2010-05-03..2010-05-03 day in"]);
    nl("Amsterdam, 05.03.2023.", "2023-03", expect!["05.03.2023: 2023-03-05..2023-03-05 day in"]);
    nl("mei '10", "2023-03", expect!["mei '10: 2010-05-01..2010-05-31 month in"]);
    nl("mei ’98", "2023-03", expect!["mei ’98: 1998-05-01..1998-05-31 month in"]);
    nl("in juli 2022 viel de stad", "2023-03", expect!["juli 2022: 2022-07-01..2022-07-31 month in"]);
    nl("in juli van 2022 viel de stad", "2023-03", expect!["juli van 2022: 2022-07-01..2022-07-31 month in"]);
    nl("de eerste januari 2000", "2023-03", expect!["eerste januari 2000: 2000-01-01..2000-01-01 day in"]);
    nl("4e jan 2019", "2023-03", expect!["4e jan 2019: 2019-01-04..2019-01-04 day in"]);
    nl("05-aug-2016", "2023-03", expect!["05-aug-2016: 2016-08-05..2016-08-05 day in"]);
    nl("de negenentwintigste mei", "2016-11-07", expect!["negenentwintigste mei: 2016-05-29..2016-05-29 day in"]);
    nl(
        "29 februari 2023 bestaat niet, 29 februari 2024 wel",
        "2023-03",
        expect!["29 februari 2024: 2024-02-29..2024-02-29 day in"],
    );
    en("On February 24, 2022 the war began.", "2023-03", expect!["February 24, 2022: 2022-02-24..2022-02-24 day in"]);
    en("On 24 February 2022 the war began.", "2023-03", expect!["24 February 2022: 2022-02-24..2022-02-24 day in"]);
    en("on Feb. 24 it began", "2022-03", expect!["Feb. 24: 2022-02-24..2022-02-24 day in"]);
    en("Monday, May 3, 2010", "2023-03", expect!["Monday, May 3, 2010: 2010-05-03..2010-05-03 day in"]);
    en("the 3rd of May 2010", "2023-03", expect!["3rd of May 2010: 2010-05-03..2010-05-03 day in"]);
    en("the Fourth of July", "2023-07-01", expect!["Fourth of July: 2023-07-04..2023-07-04 day in"]);
    en("on 5/3/2010", "2023-03", expect!["5/3/2010: 2010-05-03..2010-05-03 day in"]);
    en("on 13/3/2010", "2023-03", expect!["13/3/2010: 2010-03-13..2010-03-13 day in"]);
    en("on 2010-05-03", "2023-03", expect!["2010-05-03: 2010-05-03..2010-05-03 day in"]);
    en("in July 2022", "2023-03", expect!["July 2022: 2022-07-01..2022-07-31 month in"]);
    en("in July of 2022", "2023-03", expect!["July of 2022: 2022-07-01..2022-07-31 month in"]);
}

#[test]
fn without_its_year_it_is_the_nearest() {
    nl(
        "Daarna duurde het tot januari tot de Russen wonnen.",
        "2023-03",
        expect!["januari: 2023-01-01..2023-01-31 month until"],
    );
    nl(
        "Kiev, dat begin maart van plan leek te zijn",
        "2023-03",
        expect!["begin maart: 2023-03-01..2023-03-10 part in"],
    );
    nl("sinds begin maart", "2023-03", expect!["begin maart: 2023-03-01..2023-03-10 part since"]);
    nl(
        "sinds half november grotendeels in de verdediging",
        "2023-03",
        expect!["half november: 2022-11-11..2022-11-20 part since"],
    );
    nl(
        "sinds dergelijke aanvallen in oktober begonnen",
        "2023-03",
        expect!["oktober: 2022-10-01..2022-10-31 month in"],
    );
    nl(
        "Sinds mei proberen de bezetters Bachmoet te breken",
        "2022-12",
        expect!["mei: 2022-05-01..2022-05-31 month since"],
    );
    nl("Vanaf juli zal het anders gaan.", "2011-06-07", expect!["juli: 2011-07-01..2011-07-31 month since"]);
    nl("Op 30 december was het oorlog.", "2019-07-04", expect!["30 december: 2018-12-30..2018-12-30 day in"]);
    nl("op dinsdag 9 mei", "2018-01-07", expect!["dinsdag 9 mei: 2017-05-09..2017-05-09 day in"]);
    nl("29 feb", "2017-03-22", expect!["29 feb: 2016-02-29..2016-02-29 day in"]);
    nl("in juli", "", expect!["juli: ? month in"]);
    nl("in juli 2022", "", expect!["juli 2022: 2022-07-01..2022-07-31 month in"]);
    en("since mid-November", "2023-03", expect!["mid-November: 2022-11-11..2022-11-20 part since"]);
    en("in early March", "2023-03", expect!["early March: 2023-03-01..2023-03-10 part in"]);
    en("It will open in October.", "2022-12", expect!["October: 2022-10-01..2022-10-31 month in"]);
    en("They attacked in October.", "2022-12", expect!["October: 2022-10-01..2022-10-31 month in"]);
}

#[test]
fn years_and_what_only_looks_like_one() {
    nl("Al sinds de oorlog in 2014 is het een punt", "2022-10", expect!["2014: 2014-01-01..2014-12-31 year in"]);
    nl("de omwenteling van 1991", "2022-10", expect!["1991: 1991-01-01..1991-12-31 year in"]);
    nl(
        "In 2014 werden 2000 soldaten en 4500 burgers geteld.",
        "2022-10",
        expect!["2014: 2014-01-01..2014-12-31 year in"],
    );
    nl("2000 euro, 1500 man, 1998 exemplaren, 2010 km", "2022-10", expect![]);
    nl("Windows 2000 en resolutie 1973", "2022-10", expect![]);
    nl("70.000 zielen, 2.010 stuks, 1.998", "2022-10", expect![]);
    nl("Tel: +86 138-2010-2015, 000 111 82-2100", "2022-10", expect![]);
    nl("De code is 133-03-03-2020 en ABC-12345-A1B2C3.", "2022-10", expect![]);
    nl("2015-1-32 is een incorrecte datum", "2022-10", expect![""]);
    nl("een 105 mm houwitser, 700 km van het slagveld", "2022-10", expect![]);
    nl("0:45 Afspelen", "2022-10", expect![]);
    nl("Zij wonnen met 3-1 en stonden op 2-1.", "2022-10", expect![]);
    nl("van 1500 tot 2000 soldaten", "2022-10", expect![""]);
    nl("in het jaar 800", "2022-10", expect!["jaar 800: 0800-01-01..0800-12-31 year in"]);
    nl("Steve Jobs (1955 - 2011)", "2022-10", expect!["1955 - 2011: 1955-01-01..2011-12-31 range in"]);
    en("In 2014, 2000 soldiers and 1998 pieces", "2022-10", expect!["2014: 2014-01-01..2014-12-31 year in"]);
    en("the 2014 election", "2022-10", expect!["2014: 2014-01-01..2014-12-31 year in"]);
    en("a price of $2000 or €1999", "2022-10", expect![]);
    en("Windows 2000, Resolution 1973, Boeing 1976", "2022-10", expect![]);
    en("between 1500 and 2000 people", "2022-10", expect![""]);
}

#[test]
fn months_and_what_only_looks_like_one() {
    nl("Mei Li sprak met Theresa Mei.", "2022-10", expect![]);
    nl("In Mei was het zover.", "2022-10", expect!["Mei: 2022-05-01..2022-05-31 month in"]);
    nl("Hij is van de meibeweging, de mei-dagen.", "2022-10", expect![]);
    en("They may march on Monday 3 May.", "2022-10", expect!["Monday 3 May: 2022-05-03..2022-05-03 day in"]);
    en("Theresa May said so. May I?", "2022-10", expect![]);
    en(
        "in May and June",
        "2022-10",
        expect![[r#"
        May: 2022-05-01..2022-05-31 month in
        June: 2022-06-01..2022-06-30 month in"#]],
    );
    en("April Jones and August Wilson", "2022-10", expect![]);
    en("from March to May 2020", "2022-10", expect!["March to May 2020: 2020-03-01..2020-05-31 range in"]);
}

#[test]
fn parts_quarters_halves_and_seasons() {
    nl(
        "het tweede kwartaal van 2022",
        "2023-03",
        expect!["het tweede kwartaal van 2022: 2022-04-01..2022-06-30 quarter in"],
    );
    nl("Q3 2022", "2023-03", expect!["Q3 2022: 2022-07-01..2022-09-30 quarter in"]);
    nl(
        "Na winst in de tweede helft van 2022, zijn",
        "2023-03",
        expect!["de tweede helft van 2022: 2022-07-01..2022-12-31 half in"],
    );
    nl(
        "medio 2022 en eind 2007",
        "2023-03",
        expect![[r#"
        medio 2022: 2022-05-01..2022-08-31 part in
        eind 2007: 2007-09-01..2007-12-31 part in"#]],
    );
    nl("eind februari 2024", "2023-03", expect!["eind februari 2024: 2024-02-21..2024-02-29 part in"]);
    nl("de zomer van 2022", "2023-03", expect!["de zomer van 2022: 2022-06-01..2022-08-31 season in"]);
    nl("winter 2022-2023", "2023-03", expect!["winter 2022-2023: 2022-12-01..2023-02-28 season in"]);
    nl("eind vorig jaar", "2023-03", expect!["eind vorig jaar: 2022-09-01..2022-12-31 part in"]);
    nl(
        "het begin van de jaren negentig",
        "2023-03",
        expect!["het begin van de jaren negentig: 1990-01-01..1993-12-31 part in"],
    );
    en(
        "the second quarter of 2022",
        "2023-03",
        expect!["the second quarter of 2022: 2022-04-01..2022-06-30 quarter in"],
    );
    en("the second half of 2022", "2023-03", expect!["the second half of 2022: 2022-07-01..2022-12-31 half in"]);
    en(
        "in late 2007 and early March",
        "2023-03",
        expect![[r#"
        late 2007: 2007-09-01..2007-12-31 part in
        early March: 2023-03-01..2023-03-10 part in"#]],
    );
    en("the end of 2007", "2023-03", expect!["the end of 2007: 2007-09-01..2007-12-31 part in"]);
    en(
        "the summer of 2022, the fall of Rome",
        "2023-03",
        expect!["the summer of 2022: 2022-06-01..2022-08-31 season in"],
    );
    en("the late 1990s", "2023-03", expect!["the late 1990s: 1997-01-01..1999-12-31 part in"]);
}

#[test]
fn decades_and_centuries() {
    nl("de jaren negentig", "2023-03", expect!["de jaren negentig: 1990-01-01..1999-12-31 decade in"]);
    nl(
        "de jaren '20 en de jaren 80",
        "2023-03",
        expect![[r#"
        de jaren '20: 1920-01-01..1929-12-31 decade in
        de jaren 80: 1980-01-01..1989-12-31 decade in"#]],
    );
    nl("in de tachtiger jaren", "2023-03", expect!["de tachtiger jaren: 1980-01-01..1989-12-31 decade in"]);
    nl(
        "de 17e eeuw en de zeventiende eeuw",
        "2023-03",
        expect![[r#"
        de 17e eeuw: 1600-01-01..1699-12-31 century in
        de zeventiende eeuw: 1600-01-01..1699-12-31 century in"#]],
    );
    en(
        "the 1990s, the 1990's, the '90s and the nineties",
        "2023-03",
        expect![[r#"
        the 1990s: 1990-01-01..1999-12-31 decade in
        the 1990's: 1990-01-01..1999-12-31 decade in
        the '90s: 1990-01-01..1999-12-31 decade in
        the nineties: 1990-01-01..1999-12-31 decade in"#]],
    );
    en("the 17th century", "2023-03", expect!["the 17th century: 1600-01-01..1699-12-31 century in"]);
}

#[test]
fn ranges() {
    nl("van 3 tot 5 mei 2010", "2023-03", expect!["3 tot 5 mei 2010: 2010-05-03..2010-05-05 range in"]);
    nl("3–5 mei", "2023-03", expect!["3–5 mei: 2023-05-03..2023-05-05 range in"]);
    nl("van 3 tot en met 5 mei", "2023-03", expect!["3 tot en met 5 mei: 2023-05-03..2023-05-05 range in"]);
    nl(
        "2007–2008 en 2007-08",
        "2023-03",
        expect![[r#"
        2007–2008: 2007-01-01..2008-12-31 range in
        2007-08: 2007-01-01..2008-12-31 range in"#]],
    );
    nl("tussen 1991 en 1998", "2023-03", expect!["tussen 1991 en 1998: 1991-01-01..1998-12-31 range in"]);
    nl("van juli tot oktober 2022", "2023-03", expect!["juli tot oktober 2022: 2022-07-01..2022-10-31 range in"]);
    nl("van november tot maart 2023", "2023-03", expect!["november tot maart 2023: 2022-11-01..2023-03-31 range in"]);
    nl("tussen 3 en 12 sept", "2016-11-07", expect!["tussen 3 en 12 sept: 2016-09-03..2016-09-12 range in"]);
    nl("18 nov-19 dec, 2015", "2018-10-24", expect!["18 nov-19 dec, 2015: 2015-11-18..2015-12-19 range in"]);
    nl(
        "op 3 en 5 mei",
        "2010-06",
        expect![[r#"
        3: 2010-05-03..2010-05-03 day in
        5 mei: 2010-05-05..2010-05-05 day in"#]],
    );
    nl(
        "maart en april 2022",
        "2023-03",
        expect![[r#"
        maart: 2022-03-01..2022-03-31 month in
        april 2022: 2022-04-01..2022-04-30 month in"#]],
    );
    nl("van 1-10-2018-7-10-2018", "2018-10-24", expect!["1-10-2018-7-10-2018: 2018-10-01..2018-10-07 range in"]);
    nl("van 1-10 tot 7-11", "2018-10-24", expect!["1-10 tot 7-11: 2018-10-01..2018-11-07 range in"]);
    en("from 3 to 5 May 2010", "2023-03", expect!["3 to 5 May 2010: 2010-05-03..2010-05-05 range in"]);
    en("May 3–5, 2010", "2023-03", expect!["May 3–5, 2010: 2010-05-03..2010-05-05 range in"]);
    en("between 1991 and 1998", "2023-03", expect!["between 1991 and 1998: 1991-01-01..1998-12-31 range in"]);
    en(
        "between July and October 2022",
        "2023-03",
        expect!["between July and October 2022: 2022-07-01..2022-10-31 range in"],
    );
    en("1914-1918", "2023-03", expect!["1914-1918: 1914-01-01..1918-12-31 range in"]);
}

#[test]
fn relations() {
    nl(
        "sinds 2004, vanaf mei 2005, tot 2006, tot en met juni 2007, t/m 2008",
        "2023-03",
        expect![[r#"
        2004: 2004-01-01..2004-12-31 year since
        mei 2005: 2005-05-01..2005-05-31 month since
        2006: 2006-01-01..2006-12-31 year until
        juni 2007: 2007-06-01..2007-06-30 month until
        2008: 2008-01-01..2008-12-31 year until"#]],
    );
    nl(
        "voor 1 juli, vóór 2022, voor 2023, na 2021",
        "2023-03",
        expect![[r#"
        1 juli: 2023-07-01..2023-07-01 day before
        2022: 2022-01-01..2022-12-31 year before
        2023: 2023-01-01..2023-12-31 year in
        2021: 2021-01-01..2021-12-31 year after"#]],
    );
    en(
        "since 2004, until 2006, till 2007, before 2008, by June 2009, after 2010, from 2011",
        "2023-03",
        expect![[r#"
        2004: 2004-01-01..2004-12-31 year since
        2006: 2006-01-01..2006-12-31 year until
        2007: 2007-01-01..2007-12-31 year until
        2008: 2008-01-01..2008-12-31 year before
        June 2009: 2009-06-01..2009-06-30 month before
        2010: 2010-01-01..2010-12-31 year after
        2011: 2011-01-01..2011-12-31 year since"#]],
    );
}

#[test]
fn from_the_day_of_speaking() {
    nl("Gisteren zei hij", "2023-03", expect!["Gisteren: 2023-02-28..2023-03-30 day in"]);
    nl("Gisteren zei hij", "2023-03-05", expect!["Gisteren: 2023-03-04..2023-03-04 day in"]);
    nl(
        "Sinds donderdag zouden 800 soldaten zijn gesneuveld",
        "2023-03-05",
        expect!["donderdag: 2023-03-02..2023-03-02 day since"],
    );
    nl(
        "Sinds donderdag zouden 800 soldaten zijn gesneuveld",
        "2023-03",
        expect!["donderdag: 2023-02-23..2023-03-30 day since"],
    );
    nl("zei vrijdagochtend dat", "2023-03-05", expect!["vrijdagochtend: 2023-03-03..2023-03-03 day in"]);
    nl(
        "vorige week en vorige maand",
        "2023-03-05",
        expect![[r#"
        vorige week: 2023-02-20..2023-02-26 week in
        vorige maand: 2023-02-01..2023-02-28 month in"#]],
    );
    nl(
        "vorige week en vorige maand",
        "2023-03",
        expect![[r#"
        vorige week: 2023-02-20..2023-03-26 week in
        vorige maand: 2023-02-01..2023-02-28 month in"#]],
    );
    nl(
        "drie weken geleden, een jaar geleden",
        "2023-03-05",
        expect![[r#"
        drie weken geleden: 2023-02-09..2023-02-15 week in
        een jaar geleden: 2022-01-01..2022-12-31 year in"#]],
    );
    nl(
        "de afgelopen drie maanden",
        "2023-03-05",
        expect!["de afgelopen drie maanden: 2022-12-05..2023-03-05 range in"],
    );
    nl(
        "afgelopen zomer, volgende zomer",
        "2010-10-23",
        expect![[r#"
        afgelopen zomer: 2010-06-01..2010-08-31 season in
        volgende zomer: 2011-06-01..2011-08-31 season in"#]],
    );
    nl("elke maandag, drie dagen lang", "2023-03-05", expect![]);
    nl("morgen", "", expect!["morgen: ? day in"]);
    nl(
        "volgende week maandag of dinsdag van vorige week",
        "2017-12-04",
        expect![[r#"
        volgende week maandag: 2017-12-11..2017-12-11 day in
        dinsdag van vorige week: 2017-11-28..2017-11-28 day in"#]],
    );
    en(
        "yesterday, last week, three weeks ago, last Friday, every Monday",
        "2023-03-05",
        expect![[r#"
        yesterday: 2023-03-04..2023-03-04 day in
        last week: 2023-02-20..2023-02-26 week in
        three weeks ago: 2023-02-09..2023-02-15 week in
        last Friday: 2023-03-03..2023-03-03 day in"#]],
    );
}

#[test]
fn words_that_share_their_year() {
    nl(
        "in augustus of september vorig jaar",
        "2023-03",
        expect![[r#"
        augustus: 2022-08-01..2022-08-31 month in
        september vorig jaar: 2022-09-01..2022-09-30 month in"#]],
    );
    nl("okt/nov 2020", "2023-03", expect!["okt/nov 2020: 2020-10-01..2020-11-30 range in"]);
    nl(
        "volgend jaar mei, vorig jaar in januari",
        "2023-03",
        expect![[r#"
        volgend jaar mei: 2024-05-01..2024-05-31 month in
        vorig jaar in januari: 2022-01-01..2022-01-31 month in"#]],
    );
    en(
        "Nov. and Dec. 2020",
        "2023-03",
        expect![[r#"
        Nov: 2020-11-01..2020-11-30 month in
        Dec. 2020: 2020-12-01..2020-12-31 month in"#]],
    );
    en("the summer of '69", "2023-03", expect!["the summer of '69: 1969-06-01..1969-08-31 season in"]);
}

#[test]
fn what_is_close_to_a_time() {
    nl("op 11 december - vier jaar te laat", "2009-12-16", expect!["11 december: 2009-12-11..2009-12-11 day in"]);
    nl("de afgelopen weken, elk jaar in mei", "2023-03", expect![]);
    nl("versie 2.10.2010 van 300 v. Chr.", "2023-03", expect![]);
    nl(
        "gepland voor begin maart, voor eind mei",
        "2023-03",
        expect![[r#"
        begin maart: 2023-03-01..2023-03-10 part in
        eind mei: 2023-05-21..2023-05-31 part before"#]],
    );
    en(
        "the last week of May, on 9/11, version 2.10.2010",
        "2023-03",
        expect!["the last week of May: 2023-05-22..2023-05-28 week in"],
    );
    en("In 1990 prices rose. It cost 1999. € 1999", "2023-03", expect!["1990: 1990-01-01..1990-12-31 year in"]);
    en("in 300 BC, in 2000 BC", "2023-03", expect![]);
}

/// What each time of a text is read as: `mei: 2010-05 month in calendar`.
fn read(text: &str, published: &str, language: Language) -> String {
    let mut telling = Telling::new(publication(published), language);
    let mut out = Vec::new();
    for sentence in sentences(text, language) {
        let sentence = &text[sentence];
        out.extend(telling.sentence(sentence).iter().map(|mention| {
            let edtf = mention.edtf().unwrap_or("?".into());
            let (expression, relation) = (&sentence[mention.range.clone()], mention.relation.name());
            format!("{expression}: {edtf} {} {relation} {}", mention.precision.name(), mention.rule.name())
        }));
    }
    if out.is_empty() { "-".into() } else { out.join("; ") }
}

/// The cases of a file: a date and a text, a tab between them, and below what the times in it are read as.
/// `UPDATE_EXPECT=1` writes that anew.
fn cases(name: &str, language: Language) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    let old = std::fs::read_to_string(&path).unwrap();
    let mut new = String::new();
    for line in old.lines().filter(|line| !line.starts_with("  ")) {
        new += &format!("{line}\n");
        if let Some((published, text)) = line.split_once('\t') {
            new += &format!("  {}\n", read(text, published, language));
        }
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(path, new).unwrap();
    } else {
        let differ = old.lines().zip(new.lines()).filter(|(old, new)| old != new);
        let differ: Vec<String> = differ.map(|(old, new)| format!("- {old}\n+ {new}")).collect();
        assert!(old == new, "{name}:\n{}", differ.join("\n"));
    }
}

#[test]
fn dutch_cases() {
    cases("times.nl.tsv", Language::Dutch);
    cases("times.news.nl.tsv", Language::Dutch);
}

#[test]
fn english_cases() {
    cases("times.en.tsv", Language::English);
    cases("times.news.en.tsv", Language::English);
}

#[test]
fn german_cases() {
    cases("times.de.tsv", Language::German);
}

/// Each time in EDTF.
fn edtf(text: &str, published: &str, expected: Expect) {
    let told = mentions(text, publication(published), Language::Dutch);
    let lines: Vec<String> = told.iter().map(|mention| mention.edtf().unwrap_or("?".into())).collect();
    expected.assert_eq(&lines.join(" "));
}

#[test]
fn times_in_edtf() {
    edtf("3 mei 2010, mei 2010, 2010", "2023-03", expect!["2010-05-03 2010-05 2010"]);
    edtf(
        "de tweede helft van 2022, het tweede kwartaal van 2022, begin maart",
        "2023-03",
        expect!["2022-07/2022-12 2022-04/2022-06 2023-03-01/2023-03-10"],
    );
    edtf("de zomer van 2022, de winter van 2022", "2023-03", expect!["2022-06/2022-08 2022-12/2023-02"]);
    edtf("de jaren negentig, begin jaren negentig, de 17e eeuw", "2023-03", expect!["199X 1990/1993 16XX"]);
    edtf(
        "van 3 tot 5 mei 2010, 2007–2008, van juli tot oktober 2022",
        "2023-03",
        expect!["2010-05-03/2010-05-05 2007/2008 2022-07/2022-10"],
    );
    edtf("gisteren, vorige maand, vorig jaar", "2023-03", expect!["[2023-02-28..2023-03-30] 2023-02 2022"]);
    edtf("gisteren", "", expect!["?"]);
}

#[test]
fn dates_of_documents_and_queries() {
    let read =
        |text: &str| publications(text).map(|date| format!("{} {}", date.interval.edtf(), date.precision.name()));
    assert_eq!(read("2023").as_deref(), Some("2023 year"));
    assert_eq!(read("2023-03").as_deref(), Some("2023-03 month"));
    assert_eq!(read("2023-03-05").as_deref(), Some("2023-03-05 day"));
    assert_eq!(read("2022-10..2023-03").as_deref(), Some("2022-10/2023-03 range"));
    for none in ["", "23", "2023-13", "2023-02-29", "0000", "2023-3", "2023-03-5", "20230305", "mei 2023", "2023..2022"]
    {
        assert_eq!(read(none), None, "{none}");
    }
}

/// Words that times are made of, in any order, between anything else.
fn timely() -> impl Strategy<Value = String> {
    let words = "de het van tot en met tussen in sinds voor vóór na begin half eind tweede 2e helft kwartaal jaren '90 1990s \
                 negentig eeuw 17e zomer winter maandag ma mei maart jan okt. 3 12 31 99 2010 2022 2000 0 10000 - – / . , ' \
                 vorige volgende deze afgelopen week maand jaar dag dagen geleden drie gisteren Q3 H2 3-5-2010 1/5 1/5- \
                 anderhalf paar later daarna ervoor dat die volgende laatste eerste Kerst Pasen Oud en Nieuw weekend over binnen \
                 ultimo passato deser 3en jl. two thousand ninety five a few dozen half that same night Easter Monday before \
                 from now within less than fiscal 2010-05 05.03.2023 2007-08 t/m 9999 65535 32767 June of the last May early mid- late end ago İ ß é 9 elke \
                 vor Wochen 3. Jahrhundert neunziger Jahren 1990er letzten Ende des und auf Nacht vom Sommer";
    let words: Vec<&'static str> = words.split_whitespace().collect();
    let word = prop_oneof![8 => prop::sample::select(words).prop_map(String::from), 1 => any::<String>()];
    prop::collection::vec((word, prop::sample::select(vec![" ", " ", " ", "", "\u{a0}", "\n"])), 0..12)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_string()]).collect())
}

fn date() -> impl Strategy<Value = Option<Publication>> {
    let day = (1..=9999i32, 1..=12u8, 1..=28u8)
        .prop_filter_map("a date", |(year, month, day)| Day::from_ymd(year, month, day));
    prop_oneof![
        Just(None),
        day.clone().prop_map(|day| Some(Publication { interval: Interval::day(day), precision: Precision::Day })),
        day.prop_map(|day| Interval::month(day.ymd().0, day.ymd().1))
            .prop_map(|month| month.map(|interval| Publication { interval, precision: Precision::Month })),
    ]
}

fn bounds(edtf: &str) -> (String, String) {
    let day = |bound| match bound {
        edtf_core::Bound::Date(date) => date.to_string(),
        other => format!("{other:?}"),
    };
    let bounds = edtf_core::Edtf::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {error}")).bounds();
    (day(bounds.earliest), day(bounds.latest))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    /// Anaphora and the order of dates in digits look back only.
    #[test]
    fn the_first_sentences_tell_what_they_tell_in_the_whole(
        text in prop::collection::vec(timely(), 1..6),
        published in date(),
        language in prop::sample::select(&Language::ALL[..]),
        count in 0usize..6,
    ) {
        let tell = |sentences: &[String]| {
            let mut telling = Telling::new(published, language);
            sentences.iter().map(|sentence| telling.sentence(sentence)).collect::<Vec<_>>()
        };
        let count = count.min(text.len());
        prop_assert_eq!(&tell(&text)[..count], &tell(&text[..count])[..]);
    }

    #[test]
    fn no_text_breaks_it(text in any::<String>(), published in date()) {
        for language in Language::ALL {
            for mention in mentions(&text, published, language) {
                prop_assert!(text.get(mention.range.clone()).is_some_and(|text| !text.is_empty()));
                prop_assert!(mention.interval.is_none_or(|interval| interval.earliest <= interval.latest));
            }
        }
    }

    #[test]
    fn mentions_are_in_the_text_in_order_and_edtf_says_the_same(text in timely(), published in date(), language in prop::sample::select(&Language::ALL[..])) {
        let mut end = 0;
        for mention in mentions(&text, published, language) {
            prop_assert!(mention.range.start >= end && !text[mention.range.clone()].trim().is_empty());
            end = mention.range.end;
            let Some(interval) = mention.interval else {
                prop_assert!(published.is_none() || mention.rule == Rule::TimeToldBefore);
                continue;
            };
            prop_assert!(interval.earliest <= interval.latest);
            prop_assert!(mention.extent == Extent::Whole || published.is_some());
            let edtf = mention.edtf().unwrap();
            prop_assert_eq!(bounds(&edtf), (interval.earliest.to_string(), interval.latest.to_string()), "{}", edtf);
        }
    }
}

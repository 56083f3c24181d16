//! What is found in the five articles of `seeds/`, by which forms, and what is quoted.

#![allow(clippy::unwrap_used, reason = "a test may fail and say why")]

use expect_test::{Expect, expect};
use kroniek::archive::{self, Card};
use kroniek::engine::Engine;
use kroniek::engine::answers::{Choice, Facet, Hit, Request, SearchAnswer, Understood};
use kroniek::ingest::Intake;
use kroniek::text::Language;

fn engine() -> Engine {
    let mut intake = Intake::new(None);
    for file in std::fs::read_dir("seeds").unwrap().map(Result::unwrap) {
        intake.add(&file.file_name().to_string_lossy(), &std::fs::read(file.path()).unwrap());
    }
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    Engine::open(archive::write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap()
}

fn asked(request: Request) -> SearchAnswer {
    engine().search(&request).unwrap()
}

fn query(query: &str) -> Request {
    Request { query: query.to_owned(), ..Request::default() }
}

fn number(hit: &Hit) -> &str {
    &hit.entry.document[..3]
}

/// The numbers of the articles found, in the order of their names, and the forms that answered with their reasons.
fn check(request: Request, expected: Expect) {
    let answer = asked(request);
    let mut found: Vec<&str> = answer.hits.iter().map(number).collect();
    let mut forms: Vec<String> =
        answer.hits.iter().flat_map(|hit| &hit.why).map(|why| format!("{}={}", why.form, why.reason)).collect();
    found.sort_unstable();
    forms.sort_unstable();
    forms.dedup();
    expected.assert_eq(&format!("{}: {}", found.join(" "), forms.join(" ")));
}

#[test]
fn inflection_and_folding() {
    check(query("verlies"), expect!["000 001 002 003 004: verlies=exact verliezen=inflection verloren=inflection"]);
    check(query("verliezen"), expect!["000 001 002 003 004: verlies=inflection verliezen=exact verloren=inflection"]);
    check(query("OEKRAINE"), expect!["000 001 002 003 004: Oekraïne=fold"]);
    check(query("=verlies"), expect!["002: verlies=exact"]);
    check(query("huurlingen"), expect!["000 001 002 003 004: huurlingen=exact huurlingenleger=compound"]);
    check(
        Request { off: vec!["verliezen".to_owned()], ..query("verlies") },
        expect!["002 004: verlies=exact verloren=inflection"],
    );
    check(Request { off: vec!["@inflection".to_owned()], ..query("verlies") }, expect!["002: verlies=exact"]);
}

#[test]
fn a_word_finds_the_compounds_it_is_in() {
    check(
        query("leger"),
        expect!["000 001 002 003 004: huurlingenleger=compound leger=exact legerartsen=compound legerleiding=compound"],
    );
    check(
        query("oorlog"),
        expect![
            "000 001 002 003 004: Wereldoorlog=compound loopgravenoorlog=compound oorlog=exact oorlogspropaganda=compound"
        ],
    );
    check(query("tegenoffensief"), expect!["002 003: tegenoffensief=exact"]);
    check(query("loopgraaf"), expect!["000 002 003: loopgraven=inflection loopgravenoorlog=compound"]);
    check(query("golven"), expect!["000 001 003: aanvalsgolf=compound golf=inflection golven=exact"]);
    check(query("=leger"), expect!["000 002 003 004: leger=exact"]);
    check(Request { off: vec!["@compound".to_owned()], ..query("leger") }, expect!["000 002 003 004: leger=exact"]);
    check(Request { off: vec!["legerartsen".to_owned()], ..query("legerarts") }, expect![": "]);
}

#[test]
fn a_compound_finds_its_words_near_each_other() {
    check(
        query("huurlingenleger"),
        expect![
            "000 001 002 004: huurlingenleger=exact leger breekt, alsook de huurlingen=compound leger of huurlingen=compound"
        ],
    );
    let ranked = asked(query("huurlingenleger")).hits;
    expect!["002 001 004 000"].assert_eq(&ranked.iter().map(number).collect::<Vec<_>>().join(" "));
    // No compound of the articles, but both words are words of theirs.
    check(
        query("stadsverdedigers"),
        expect!["000 001: verdedigen van de stad=compound verdedigers van de stad=compound"],
    );
    check(query("=huurlingenleger"), expect!["001 002: huurlingenleger=exact"]);
    for off in ["@compound", "huurlingen + leger"] {
        let request = Request { off: vec![off.to_owned()], ..query("huurlingenleger") };
        check(request, expect!["001 002: huurlingenleger=exact"]);
    }
}

#[test]
fn operators() {
    check(query("kremlin munitie"), expect!["001: Kremlin=exact munitie=exact"]);
    check(query("munitie OF medailles"), expect!["001 004: medailles=exact munitie=exact"]);
    check(query("kremlin -munitie"), expect!["000: Kremlin=exact"]);
    check(query("\"val van de stad\""), expect!["000: de=exact stad=exact val=exact van=exact"]);
    check(query("\"stad de van val\""), expect![": "]);
    check(query("huurlingenl*"), expect!["001 002: huurlingenleger=prefix"]);
    check(query("lente-tegenoffensief"), expect!["003: lente=exact tegenoffensief=exact"]);
    check(query("titel:strategische"), expect!["001: strategische=exact"]);
    check(query("datum:2022"), expect!["002 004: "]);
    check(query("genoemd:2014"), expect!["002: "]);
}

/// Whatever spelling a reader knows, every article with the name is found, and none with another.
#[test]
fn names_in_any_spelling() {
    let all = "000 001 002 003 004";
    for (words, expected) in [
        ("Bakhmut Bachmut Bakhmout Bachmoet bakhmut Бахмут Bakhmuts", all),
        ("Zelenskyy Selenskyj Zelens'kyj Зеленський", all),
        ("Prigoschin Prigojine", "000 001 002"),
        ("Kharkov Charkiv Харків", "002 003"),
        ("Izium Izjum", "002 004"),
        ("Mariupol Marioupol", "000"),
        ("Luhansk Lugansk", "002"),
        ("Lukashenko Loukachenko", "004"),
        ("Putin Poutine putins Путин", "000 001 002 004"),
        ("Slovjansk Slavjansk", "001 004"),
        ("Tsjasiv", "000 003"),
        ("Volodymyr", "000 001 003"),
        ("Vladimir Wladimir", "000 001 004"),
        ("Zelinsky Vladislav Patin Pavlov", ""),
    ] {
        for word in words.split(' ') {
            let mut found: Vec<String> = asked(query(word)).hits.iter().map(|hit| number(hit).to_owned()).collect();
            found.sort_unstable();
            assert_eq!(found.join(" "), expected, "{word}");
        }
    }
    check(query("\"Tsjasiv Jar\""), expect!["000 003: Chasiv=spelling Yar=spelling"]);
    check(query("tsjasiv jar"), expect!["000 003: Chasiv=spelling Yar=spelling"]);
    check(query("putin"), expect!["000 001 002 004: Poetin=spelling Poetins=spelling"]);
    check(query("=Putin"), expect![": "]);
    check(Request { off: vec!["Bachmoet".to_lowercase()], ..query("Bakhmut") }, expect!["001 003: Bakhmut=exact"]);
    check(Request { off: vec!["@spelling".to_owned()], ..query("Bakhmut") }, expect!["001 003: Bakhmut=exact"]);
}

/// What the articles write in lower case is no name, and no name is found for it.
#[test]
fn words_have_one_spelling() {
    let engine = |text: &str| {
        let mut intake = Intake::new(None);
        intake.add("2023-01-01.txt", text.as_bytes());
        let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
        Engine::open(archive::write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap()
    };
    let engine = engine(
        "Het leger trok zich in maart terug. Gisteren zag men Karel Legger en mevrouw Lager bij het leger staan, zei Pater \
         Damiaan, met een legger onder de arm. Daar stond ook de heer Cijfer, en niemand kende het cijfer.",
    );
    let forms = |word: &str| {
        let answer = engine.search(&query(word)).unwrap();
        answer.hits.iter().flat_map(|hit| &hit.why).map(|why| why.form.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(forms("leger"), "leger");
    assert_eq!(forms("lager"), "Lager");
    assert_eq!(forms("Peter"), "");
    assert_eq!(forms("Damian"), "Damiaan");
    assert_eq!(forms("damjan"), "Damiaan");
}

#[test]
fn what_stands_near() {
    check(query("\"aanvalsgolf na aanvalsgolf\""), expect!["000: aanvalsgolf=exact na=exact"]);
    check(query("aanvalsgolf NABIJ/1 na"), expect!["000: aanvalsgolf=exact na=exact"]);
    check(query("aanvalsgolf NABIJ/1 aanvalsgolf"), expect!["000: aanvalsgolf=exact"]);
    check(query("aanvalsgolf NABIJ/0 aanvalsgolf"), expect![": "]);
    check(query("stad NEAR/3 val"), expect!["000 001: stad=exact val=exact valt=inflection"]);
    check(query("stad NEAR/1 val"), expect!["001: stad=exact valt=inflection"]);
    check(
        query("\"de stad\" NEAR/2 (val OF leger)"),
        expect!["000 001: de=exact stad=exact val=exact valt=inflection"],
    );
    check(
        query("stad leger -(stad NEAR leger)"),
        expect![
            "000 002 003 004: havenstad=compound huurlingenleger=compound leger=exact legerartsen=compound stad=exact steden=inflection"
        ],
    );
    check(query("titel:(strategische OF oekraïne)"), expect!["001: Oekraïne=exact strategische=exact"]);
    let marked = |text: &str| {
        let answer = asked(query(text));
        let marks = answer.hits.iter().flat_map(|hit| &hit.snippets).flat_map(|it| {
            it.marks.iter().map(|mark| {
                let units: Vec<u16> = it.text.encode_utf16().take(mark.1).skip(mark.0).collect();
                String::from_utf16(&units).unwrap()
            })
        });
        marks.collect::<Vec<_>>().join(" / ")
    };
    expect!["val / stad / stad valt"].assert_eq(&marked("val NEAR/3 stad"));
    expect!["val / de stad / de stad valt"].assert_eq(&marked("val NEAR/3 \"de stad\""));
}

/// A small collection: what stands between the titles and the texts is what differs.
fn ranked(query: &str) -> String {
    let mut intake = Intake::new(None);
    let rest = "De regen viel op het land en de boeren bleven binnen, want de wegen waren week geworden.";
    for (name, title, text) in [
        ("apart", "Van het land", format!("Een molen stond daar. {rest} {rest} Toen kwam er brand.")),
        ("near", "Van het land", format!("Er kwam brand in een molen. {rest} {rest} Toen was er stilte.")),
        ("title", "De molen in brand", format!("Een molen stond daar. {rest} {rest} Toen kwam er brand.")),
        ("neither", "Van het land", format!("Een schuur stond daar. {rest} {rest} Toen kwam er onweer.")),
    ] {
        let text = format!("---\ntitle: {title}\ndate: 2020\n---\n\n{text}\n");
        intake.add(&format!("{name}.md"), text.as_bytes());
    }
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    let engine = Engine::open(archive::write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap();
    let answer = engine.search(&Request { query: query.to_owned(), ..Request::default() }).unwrap();
    let line = |hit: &Hit| {
        let parts = hit.why.iter().map(|why| {
            format!("{} {:.2}+{:.2}+{:.2}", why.word, why.score - why.title - why.nearness, why.title, why.nearness)
        });
        format!("{} {:.2}: {}", hit.entry.document, hit.score, parts.collect::<Vec<_>>().join(", "))
    };
    answer.hits.iter().map(line).collect::<Vec<_>>().join("; ")
}

#[test]
fn what_stands_in_the_title_or_near_each_other_comes_first() {
    expect!["title 1.46: molen 0.49+0.16+0.08, brand 0.49+0.16+0.08; near 0.77: molen 0.36+0.00+0.03, brand 0.36+0.00+0.03; apart 0.72: molen 0.36+0.00+0.00, brand 0.36+0.00+0.00"].assert_eq(&ranked("molen brand"));
    expect!["title 0.66: molen 0.49+0.16+0.00; apart 0.36: molen 0.36+0.00+0.00; near 0.36: molen 0.36+0.00+0.00"]
        .assert_eq(&ranked("molen"));
    expect!["neither 1.21: onweer 1.21+0.00+0.00; title 0.66: molen 0.49+0.16+0.00; apart 0.36: molen 0.36+0.00+0.00; near 0.36: molen 0.36+0.00+0.00"].assert_eq(&ranked("molen OF onweer"));
}

#[test]
fn sentences_tell_different_words_and_those_together_first() {
    let mut intake = Intake::new(None);
    let long = "en zo ging het voort van dag tot dag ".repeat(12);
    let text = format!(
        "De molen stond stil. De molen stond er nog. De molens bleven. Er was brand. Toen de molen vlam vatte, was er brand.\n\n\
        De stad was rustig, {long}tot er brand kwam in de haven, {long}en de haven lag vol.\n"
    );
    intake.add("a.txt", format!("date 2020 Over een molen\n\n{text}").as_bytes());
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    let engine = Engine::open(archive::write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap();
    let quoted = |query: &str| {
        let answer = engine.search(&Request { query: query.to_owned(), ..Request::default() }).unwrap();
        let snippets = answer.hits.iter().flat_map(|hit| &hit.snippets);
        snippets
            .map(|it| format!("{}{} {:?}", it.text, if it.cut[1] { "…" } else { "" }, it.marks))
            .collect::<Vec<_>>()
            .join("\n")
    };
    expect![[r#"
        De molen stond stil. [(3, 8)]
        De molen stond er nog. [(3, 8)]
        De molens bleven. [(3, 9)]"#]]
    .assert_eq(&quoted("molen"));
    expect![[r#"
        De molens bleven. [(3, 9)]
        Er was brand. [(7, 12)]
        Toen de molen vlam vatte, was er brand. [(8, 13), (33, 38)]"#]]
    .assert_eq(&quoted("molen brand"));
    expect![[r#"
        Er was brand. [(7, 12)]
        Toen de molen vlam vatte, was er brand. [(33, 38)]
        tot dag en zo ging het voort van dag tot dag en zo ging het voort van dag tot dag tot er brand kwam in de haven, en zo ging het voort van dag tot dag en zo ging het voort van dag tot dag en zo ging het voort van dag tot dag en zo ging het voort van dag tot dag en zo ging het voort van dag tot dag en zo ging het voort… [(89, 94), (106, 111)]"#]].assert_eq(&quoted("brand haven"));
    expect!["Over een molen [(0, 4)]"].assert_eq(&quoted("over"));
}

#[test]
fn the_last_word_is_a_prefix_while_typing() {
    check(query("loopgr"), expect![": "]);
    check(
        Request { typing: true, ..query("loopgr") },
        expect!["000 002 003: loopgraven=prefix loopgravenoorlog=prefix"],
    );
}

#[test]
fn furniture_is_found_when_asked_for() {
    check(query("afspelen"), expect![": "]);
    check(query("cookies"), expect![": "]);
    check(Request { furniture: true, ..query("cookies") }, expect!["000: cookies=exact"]);
    let answer = asked(query("stad"));
    let quoted: Vec<&str> = answer.hits.iter().flat_map(|hit| &hit.snippets).map(|it| it.text.as_str()).collect();
    assert!(quoted.len() > 5 && quoted.iter().all(|text| !text.contains("Afspelen") && !text.contains("excuses")));
}

#[test]
fn a_range_keeps_what_may_lie_in_it() {
    let day = |text: &str| serde_json::from_str(&format!("{text:?}")).unwrap();
    let within = |from: &str, until: &str| Request { from: Some(day(from)), until: Some(day(until)), ..query("") };
    check(within("2022-12-31", "2023-03-01"), expect!["000 001 003 004: "]);
    check(within("2022-11-01", "2022-11-30"), expect![": "]);
}

#[test]
fn nothing_found_says_what_would_be() {
    let offered = |request: Request| {
        let ways = asked(request).suggestions;
        ways.iter().map(|way| format!("{} {} {}", way.kind, way.text, way.documents)).collect::<Vec<_>>().join("; ")
    };
    expect!["fewer stad leger 5; fewer stad 5; fewer leger 5"].assert_eq(&offered(query("xyzzy stad leger")));
    expect!["fewer stad de van val 2"].assert_eq(&offered(query("\"stad de van val\"")));
    expect![""].assert_eq(&offered(query("munitie NEAR/2 medailles OF munitie NEAR/2 de NEAR/2 huurlingen")));
    expect!["fewer stad leger 5"].assert_eq(&offered(query("stad NEAR/0 leger")));
    let off = vec!["stad".to_owned(), "@compound".to_owned(), "@inflection".to_owned()];
    expect!["forms stad 5"].assert_eq(&offered(Request { off, ..query("stad") }));
    let day = |text: &str| Some(serde_json::from_str(&format!("{text:?}")).unwrap());
    expect!["without stad 5"].assert_eq(&offered(Request { until: day("2021-01-01"), ..query("stad") }));
    expect![""].assert_eq(&offered(query("xyzzy")));
}

/// What there is to choose from of articles with facts, after some choices.
fn facets(query: &str, chosen: &[(&str, &str)]) -> String {
    let mut intake = Intake::new(None);
    for (number, (source, author, date)) in [
        ("Krant", "A", "2020-01-01"),
        ("Krant", "B", "2020-02"),
        ("Blad", "A", "2021-03-01"),
        ("Blad", "C", "2020..2021"),
        ("Omroep", "A", ""),
    ]
    .into_iter()
    .enumerate()
    {
        let text = ["De molen.", "De molen draait."][number % 2];
        let line = format!(
            "{{\"id\":\"{number}\",\"date\":\"{date}\",\"source\":\"{source}\",\"author\":\"{author}\",\"medium\":\"tekst\",\"text\":\"{text}\"}}"
        );
        intake.add(&format!("{number}.jsonl"), line.as_bytes());
    }
    let card = Card { title: "Proef".to_owned(), language: Language::Dutch };
    let engine = Engine::open(archive::write(&card, &intake.finish().0, &mut |_| ()).unwrap()).unwrap();
    let facts = chosen.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let request = Request { query: query.to_owned(), facts, ..Request::default() };
    let answer = engine.search(&request).unwrap();
    assert_eq!(engine.timeline(&request).unwrap().documents, answer.total);
    let facet = |facet: &Facet| {
        let value = |it: &Choice| format!("{}{} {}", if it.chosen { "+" } else { "" }, it.value, it.documents);
        format!("{}: {}", facet.name, facet.values.iter().map(value).collect::<Vec<_>>().join(", "))
    };
    let ways: String = answer.suggestions.iter().map(|way| format!("; {} {}", way.kind, way.documents)).collect();
    format!("{}; {}{ways}", answer.total, answer.facts.iter().map(facet).collect::<Vec<_>>().join("; "))
}

#[test]
fn facts_are_choices() {
    expect!["5; author: A 3, B 1, C 1; source: Blad 2, Krant 2, Omroep 1; year: 2020 2, 2021 1"]
        .assert_eq(&facets("", &[]));
    expect!["2; author: B 1, C 1; source: Blad 1, Krant 1; year: 2020 1"].assert_eq(&facets("draait", &[]));
    expect!["2; author: A 1, B 1; source: Blad 2, +Krant 2, Omroep 1; year: 2020 2"]
        .assert_eq(&facets("", &[("source", "Krant")]));
    expect!["4; author: A 2, B 1, C 1; source: +Blad 2, +Krant 2, Omroep 1; year: 2020 2, 2021 1"]
        .assert_eq(&facets("", &[("source", "Krant"), ("source", "Blad")]));
    expect!["1; author: +A 1, B 1; source: Blad 1, +Krant 1, Omroep 1; year: 2020 1"]
        .assert_eq(&facets("", &[("source", "Krant"), ("author", "A")]));
    expect!["2; author: A 1, B 1; source: Krant 2; year: +2020 2, 2021 1"].assert_eq(&facets("", &[("year", "2020")]));
    expect!["0; author: A 1, +B 0; source: Krant 1, +Omroep 0; without 5"]
        .assert_eq(&facets("", &[("source", "Omroep"), ("author", "B")]));
    expect!["5; medium: +tekst 5; author: A 3, B 1, C 1; source: Blad 2, Krant 2, Omroep 1; year: 2020 2, 2021 1"]
        .assert_eq(&facets("", &[("medium", "tekst")]));
    expect!["0; source: Blad 2, Krant 2, Omroep 1; without 5"].assert_eq(&facets("", &[("source", "Dagblad")]));
    expect!["0; ; without 5"].assert_eq(&facets("", &[("kleur", "rood")]));
}

#[test]
fn slips_of_the_keyboard() {
    check(query("~verkeizing"), expect![": "]);
    check(query("~huurlignen"), expect!["000 001 002 003 004: huurlingen=typo"]);
    check(query("huurlignen~1"), expect!["000 001 002 003 004: huurlingen=typo"]);
    check(query("huurlignen~0"), expect![": "]);
    check(query("huurlignen"), expect![": "]);
    check(query("~\"de satd\""), expect!["000 001 002 003 004: de=exact stad=typo"]);
    check(Request { off: vec!["@typo".to_owned()], ..query("~huurlignen") }, expect![": "]);
    check(Request { off: vec!["huurlingen".to_owned()], ..query("~huurlignen") }, expect![": "]);
    let offered = |text: &str| {
        let ways = asked(query(text)).suggestions;
        ways.iter().map(|way| format!("{} {} {}", way.kind, way.text, way.documents)).collect::<Vec<_>>().join("; ")
    };
    expect!["typo huurlingen 5"].assert_eq(&offered("huurlignen"));
    expect!["typo stad OF huurlingen 5"].assert_eq(&offered("stad OF huurlignen"));
    expect!["typo stad -huurlignen 5; fewer -huurlignen 5"].assert_eq(&offered("satd -huurlignen"));
    expect![[r#"typo "de stad" huurlingen 5"#]].assert_eq(&offered("\"de satd\" huurlignen"));
    expect!["typo titel:Oekraïne 1"].assert_eq(&offered("titel:oekriane"));
    expect!["typo Bachmoet 5"].assert_eq(&offered("bachmeot"));
    expect![""].assert_eq(&offered("~huurlignen"));
    expect![""].assert_eq(&offered("xq"));
}

/// Words of the articles with a slip in each, made by a fixed rule: the first correction offered is the word, or another
/// word of the articles stands there by chance.
#[test]
fn a_slip_is_corrected() {
    let engine = engine();
    let mut words: Vec<String> = Vec::new();
    for file in std::fs::read_dir("seeds").unwrap().map(Result::unwrap) {
        let text = std::fs::read_to_string(file.path()).unwrap();
        words.extend(kroniek::text::tokens(&text).map(|token| text[token.range].to_lowercase()));
    }
    words.retain(|word| word.chars().all(char::is_alphabetic));
    words.sort();
    words.dedup();
    // By letters: words, those whose first correction is the word, forms that `~` adds.
    let mut counts = [[0usize; 3]; 4];
    for (number, word) in words.iter().enumerate() {
        let letters: Vec<char> = word.chars().collect();
        let class = match letters.len() {
            0..=2 => continue,
            3..=4 => 0,
            5..=8 => 1,
            9..=12 => 2,
            _ => 3,
        };
        let place = number % (letters.len() - 1);
        let mut wrong = letters.clone();
        match number % 4 {
            0 => wrong.swap(place, place + 1),
            1 => drop(wrong.remove(place)),
            2 => wrong.insert(place, wrong[place]),
            _ => wrong[place] = if wrong[place] == 'e' { 'r' } else { 'e' },
        }
        let wrong: String = wrong.into_iter().collect();
        if words.contains(&wrong) {
            continue;
        }
        let answer = engine.search(&Request { limit: Some(0), ..query(&wrong) }).unwrap();
        let first = answer.suggestions.first().map(|way| way.text.to_lowercase());
        counts[class][0] += 1;
        counts[class][1] += usize::from(first.as_ref() == Some(word));
        let loose = engine.search(&Request { limit: Some(0), ..query(&format!("~{wrong}")) }).unwrap();
        if let Some(Understood::Word { forms, more, .. }) = loose.understood {
            counts[class][2] += forms.len() + more;
        }
    }
    let line = |(letters, [all, right, forms]): (&str, [usize; 3])| {
        format!("{letters}: {right} of {all}, {:.1} forms a word", forms as f64 / all as f64)
    };
    let lines: Vec<String> = ["3–4", "5–8", "9–12", "13 and more"].into_iter().zip(counts).map(line).collect();
    expect!["3–4: 75 of 154, 1.9 forms a word; 5–8: 402 of 505, 1.2 forms a word; 9–12: 207 of 236, 1.2 forms a word; 13 and more: 38 of 42, 1.1 forms a word"].assert_eq(&lines.join("; "));
}

#[test]
fn words_of_the_collection_complete_what_is_typed() {
    let words = |text: &str| {
        let answer = engine().suggest(&query(text)).unwrap();
        answer
            .suggestions
            .iter()
            .map(|it| {
                assert!(it.exact, "{text}");
                let others: String = it.others.iter().map(|other| format!(" · {other}")).collect();
                format!("{} {}{others} {}", it.kind, it.text, it.documents)
            })
            .collect::<Vec<_>>()
            .join("; ")
    };
    expect!["name de Kremlin 2"].assert_eq(&words("de krem"));
    expect![""].assert_eq(&words("de "));
    expect!["word verloren 2; word veroveren 2; word verovering 2; word versterken 2; word verwoeste 2; word verdedigers 3; word verdediging 3; word verder 3"].assert_eq(&words("ver"));
    expect![""].assert_eq(&words("verliezen"));
    expect!["name Bachmoet · Bakhmut 5; word baas 2"].assert_eq(&words("ba"));
    expect!["name Defensie 2; word deze 2; word deel 3; word deed 1; word denk 1; word der 1; word dergelijk 1; word destijds 1"].assert_eq(&words("de"));
    expect!["name Oekraïense 5; name Oekraïne 5; name Oekraïners 2"].assert_eq(&words("oe"));
    expect![""].assert_eq(&words("k"));
    // Names that begin so in another spelling.
    expect!["name Bakhmut · Bachmoet 5"].assert_eq(&words("Bakhm"));
    expect!["name Bakhmut · Bachmoet 5"].assert_eq(&words("bakh"));
    expect!["name Zelensky · Zelenski 5"].assert_eq(&words("Zelenskyy"));
    expect!["name Zelensky · Zelenski 5"].assert_eq(&words("Selens"));
    expect!["name Prigozjin · Prigozhin 3"].assert_eq(&words("Prigoz"));
    expect!["name Prigozjin · Prigozhin 3"].assert_eq(&words("Prigosch"));
    expect!["name Charkov · Kharkiv 2"].assert_eq(&words("Chark"));
    expect!["name Kharkiv · Charkov 2"].assert_eq(&words("Khark"));
    expect!["name Bachmoet · Bakhmut 5"].assert_eq(&words("Бахм"));
    expect!["word legerartsen 1; word legerleiding 1; word leger 4"].assert_eq(&words("lege"));
    expect!["word verloren 2; word verlies 1; word verliet 1; word verloopt 1"].assert_eq(&words("verl"));
    expect!["word aanval 2; word aanvaller 1; word aanvalsgolf 1"].assert_eq(&words("aanv"));
    expect!["name Vladimir 3"].assert_eq(&words("Vladi"));
    expect!["name Volodymyr · Volodimir 3"].assert_eq(&words("Volod"));
}

/// What is remembered of the last query changes no answer: each is that of an engine that was asked nothing before.
#[test]
fn an_answer_does_not_depend_on_what_was_asked_before() {
    let long_lived = engine();
    let off = vec!["verliezen".to_owned()];
    let requests = [
        query("verlies"),
        query("verlies leger"),
        Request { typing: true, ..query("verlies leg") },
        query("verlies leger"),
        Request { off: off.clone(), ..query("verlies leger") },
        Request { furniture: true, off, ..query("verlies leger") },
        Request { furniture: true, ..query("verlies leger") },
        query("titel:verlies leger"),
        query("titel:leger verlies"),
        query("leger verlies"),
        query(""),
        query("verlies leger datum:2023"),
        query("verlies niets"),
        query("verlies leger"),
    ];
    for request in requests {
        let answer = serde_json::to_string(&long_lived.search(&request).unwrap()).unwrap();
        assert_eq!(answer, serde_json::to_string(&asked(request)).unwrap());
    }
}

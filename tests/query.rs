//! The query language: what is typed, and what it is understood as.

#![allow(clippy::unwrap_used, reason = "a test may fail and say why")]

use expect_test::{Expect, expect};
use kroniek::query::{Field, Node, Word, parse};

/// A query as a line: `all(…)`, `any(…)`, `not(…)`, phrases in quotes, `*` and `=` at their words; problems after it.
fn check(query: &str, expected: Expect) {
    check_typed(query, false, expected);
}

fn check_typed(query: &str, typing: bool, expected: Expect) {
    let parsed = parse(query, typing, &["source", "author", "krant"]);
    let mut line = parsed.node.as_ref().map_or_else(|| "nothing".to_owned(), shown);
    for problem in &parsed.problems {
        line += &format!("; {} at `{}`", problem.kind.name(), &query[problem.range.clone()]);
    }
    expected.assert_eq(&line);
}

fn shown(node: &Node) -> String {
    let list = |parts: &[Node]| parts.iter().map(shown).collect::<Vec<_>>().join(" ");
    match node {
        Node::All(parts) => format!("all({})", list(parts)),
        Node::Any(parts) => format!("any({})", list(parts)),
        Node::Not(part) => format!("not({})", shown(part)),
        Node::Word(one) => word(one),
        Node::Phrase(words, _) => phrase(words),
        Node::Near(parts, within, _) => format!("near/{within}({})", list(parts)),
        Node::Field(Field::Title(words), _) => format!("title:{}", phrase(words)),
        Node::Field(Field::Date(interval), _) => format!("date:{}", interval.edtf()),
        Node::Field(Field::Mentions(meant), _) => {
            format!("mentions:{}{}", if meant.wholly { "=" } else { "" }, meant.interval.edtf())
        }
        Node::Field(Field::Fact(name, words), _) => format!("{name}:{words:?}"),
    }
}

fn phrase(words: &[Word]) -> String {
    format!("\"{}\"", words.iter().map(word).collect::<Vec<_>>().join(" "))
}

fn word(word: &Word) -> String {
    let slips = if word.slips > 0 { format!("~{}", word.slips) } else { String::new() };
    format!("{}{}{}{slips}", if word.exact { "=" } else { "" }, word.text, if word.prefix { "*" } else { "" })
}

#[test]
fn words_side_by_side_are_all_wanted() {
    check("", expect!["nothing"]);
    check("  ", expect!["nothing"]);
    check("stad", expect!["stad"]);
    check("stad leger", expect!["all(stad leger)"]);
    check("stad EN leger AND vrede", expect!["all(stad leger vrede)"]);
    check("+stad +leger", expect!["all(stad leger)"]);
}

#[test]
fn minus_binds_closest_then_words_then_or() {
    check("stad OF dorp", expect!["any(stad dorp)"]);
    check("stad OR dorp | veld", expect!["any(stad dorp veld)"]);
    check("oude stad OF dorp", expect!["any(all(oude stad) dorp)"]);
    check("oude (stad OF dorp)", expect!["all(oude any(stad dorp))"]);
    check("stad -leger", expect!["all(stad not(leger))"]);
    check("stad NIET leger", expect!["all(stad not(leger))"]);
    check("-(stad OF dorp) leger", expect!["all(not(any(stad dorp)) leger)"]);
    check("-\"de stad\"", expect!["not(\"de stad\")"]);
    check("stad of dorp", expect!["all(stad of dorp)"]);
}

#[test]
fn what_is_typed_as_one_word_stays_together() {
    check("lente-offensief", expect!["\"lente offensief\""]);
    check("70.000", expect!["70.000"]);
    check("foto's", expect!["foto's"]);
    check("stad!", expect!["stad"]);
    check("- stad", expect!["stad"]);
}

#[test]
fn phrases_in_any_quotation_marks() {
    check("\"val van de stad\"", expect!["\"val van de stad\""]);
    check("„val van de stad”", expect!["\"val van de stad\""]);
    check("“stad”", expect!["stad"]);
}

#[test]
fn marks_at_a_word() {
    check("stad* =leger", expect!["all(stad* =leger)"]);
    check("=\"de stad\"", expect!["\"=de =stad\""]);
    check_typed("val van de st", true, expect!["all(val van de st*)"]);
    check_typed("\"val van de st", true, expect![[r#""val van de st*"; unclosed-quote at `"`"#]]);
    check_typed("st ", true, expect!["st"]);
    check_typed("=st", true, expect!["=st"]);
}

#[test]
fn words_that_may_have_slips() {
    check("~de ~stad ~vergadering", expect!["all(de stad~1 vergadering~2)"]);
    check("stad~ stad~0 stad~1 stad~2 stad~9 stad~0.8", expect!["all(stad~1 stad stad~1 stad~2 stad~2 stad~1)"]);
    check("~2 ~~ ij~ ij~2 a~2", expect![["all(2 ij ij~1 a)"]]);
    check("stad~* stad*~", expect!["all(stad~1 stad*~1)"]);
    check("~\"de stad\" ~\"de stad\"~3", expect![[r#"all("de stad~1" near/3(de stad))"#]]);
    check("titel:~stad -~stad =~stad ~ ~~", expect![[r#"all(title:"stad~1" not(stad~1) =stad~1)"#]]);
    check("~stad NEAR ~leger", expect!["near/10(stad~1 leger~1)"]);
}

#[test]
fn what_stands_near() {
    check("stad NABIJ/5 leger", expect!["near/5(stad leger)"]);
    check("stad NEAR leger vrede", expect!["all(near/10(stad leger) vrede)"]);
    check("stad NABIJ leger NABIJ vrede NEAR/3 dorp", expect!["near/3(near/10(stad leger vrede) dorp)"]);
    check("\"de stad\" NEAR/5 (leger OF tank)", expect![[r#"near/5("de stad" any(leger tank))"#]]);
    check("(oude stad) NEAR/5 leger*", expect!["near/5(all(oude stad) leger*)"]);
    check("\"stad leger\"~5 \"stad leger\"~", expect!["all(near/5(stad leger) near/10(stad leger))"]);
    check("-(stad NABIJ/5 leger)", expect!["not(near/5(stad leger))"]);
    check("stad nabij leger", expect!["all(stad nabij leger)"]);
    check("stad NABIJ/vijf leger", expect!["near/10(stad leger); bad-near at `NABIJ/vijf`"]);
    check("NABIJ/5 leger", expect!["leger; lone-operator at `NABIJ/5`"]);
    check("stad NEAR/5", expect!["stad; lone-operator at `NEAR/5`"]);
    check("stad NEAR NEAR/5 leger", expect!["near/5(stad leger); lone-operator at `NEAR`"]);
    check("stad NEAR -leger", expect!["all(stad not(leger)); lone-operator at `NEAR`"]);
    check("-stad NEAR leger", expect!["all(not(stad) leger); lone-operator at `NEAR`"]);
    check("stad NEAR datum:2022", expect!["all(stad date:2022); bad-near at `NEAR`"]);
}

#[test]
fn what_hands_have_learnt_elsewhere() {
    check("+stad !leger || dorp && veld", expect!["any(all(stad not(leger)) all(dorp veld))"]);
    check("titel:(stad OF \"het dorp\") leger", expect![[r#"all(any(title:"stad" title:"het dorp") leger)"#]]);
    check("title:(stad -leger)", expect![[r#"all(title:"stad" not(title:"leger"))"#]]);
    check("datum:(2022 OF 2023-03)", expect!["any(date:2022 date:2023-03)"]);
    check("bron:(nos OR nrc)", expect![[r#"any(source:["nos"] source:["nrc"])"#]]);
    check("kleur:(rood blauw)", expect!["all(rood blauw); unknown-field at `kleur`"]);
    check("titel:(stad NEAR leger)", expect![[r#"all(title:"stad" title:"leger"); bad-near at `stad NEAR leger`"#]]);
    check("titel:()", expect!["nothing"]);
}

#[test]
fn fields_by_their_dutch_and_english_names() {
    check("titel:stad", expect!["title:\"stad\""]);
    check("title:\"de stad\" leger", expect!["all(title:\"de stad\" leger)"]);
    check("datum:2022", expect!["date:2022"]);
    check("date:2022-10..2023-03", expect!["date:2022-10/2023-03"]);
    check("datum:..2022", expect!["date:0001/2022"]);
    check("datum:[2022-10 TO 2023]", expect!["date:2022-10/2023-12"]);
    check("genoemd:juli-2022", expect!["mentions:2022-07"]);
    check("mentions:24-februari-2022", expect!["mentions:2022-02-24"]);
    check("genoemd:=juli-2022 mentions:=\"juli 2022\"", expect!["all(mentions:=2022-07 mentions:=2022-07)"]);
    check("genoemd:\"juli 2022\"", expect!["mentions:2022-07"]);
    check("bron:nos auteur:\"De Vries\"", expect![[r#"all(source:["nos"] author:["de", "vries"])"#]]);
    check("Krant:stad", expect![[r#"krant:["stad"]"#]]);
    check("om 12:30", expect![[r#"all(om "12 30")"#]]);
    check("http://krant", expect![[r#""http krant""#]]);
}

#[test]
fn what_is_wrong_is_said_and_the_rest_is_asked() {
    check("\"val van", expect![[r#""val van"; unclosed-quote at `"`"#]]);
    check("“val van", expect!["\"val van\"; unclosed-quote at `“`"]);
    check("(stad OF dorp", expect!["any(stad dorp); unclosed-group at `(`"]);
    check("stad) leger", expect!["all(stad leger); stray-parenthesis at `)`"]);
    check("stad OF", expect!["stad; lone-operator at `OF`"]);
    check("OF stad", expect!["stad; lone-operator at `OF`"]);
    check("stad NIET", expect!["stad; lone-operator at `NIET`"]);
    check("\"\" stad", expect![[r#"stad; empty-phrase at `""`"#]]);
    check("kleur:rood", expect!["rood; unknown-field at `kleur`"]);
    check("datum:2022-13 stad", expect!["stad; bad-date at `2022-13`"]);
    check("datum:2023..2022", expect!["nothing; bad-date at `2023..2022`"]);
    check("datum:\" stad", expect!["nothing; unclosed-quote at `\"`; bad-date at ` stad`"]);
    check("datum:\"\" stad", expect!["stad; bad-date at `datum:\"\"`"]);
    check("datum:gisteren", expect!["nothing; bad-date at `gisteren`"]);
}

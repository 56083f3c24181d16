//! `kroniek spelling`.

use super::kroniek;

#[test]
fn two_spellings_are_judged_and_set_side_by_side() {
    let run = kroniek(&["spelling", "Bachmoet", "Bakhmut"], "");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    let lines: Vec<Vec<&str>> = run.out.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[0][..4], ["same", "Bachmoet", "|", "Bakhmut"]);
    assert_eq!(lines[3][..2], ["ch", "kh"]);
    assert_eq!(lines[5][..2], ["oe", "u"]);
    assert!(kroniek(&["spelling", "Zelensky", "Zelinsky"], "").out.starts_with("other "));
}

#[test]
fn lines_are_judged_one_by_one() {
    let run = kroniek(&["spelling", "--tsv"], "Бахмут\tBachmoet\r\nniets\nVolodymyr\tVladimir\t1\n\tx\n");
    assert_eq!(run.status, 0);
    assert_eq!(run.err, "line 2: there is no tab between two spellings\n");
    let lines: Vec<Vec<&str>> = run.out.lines().map(|line| line.split('\t').collect()).collect();
    let verdicts: Vec<_> = lines.iter().map(|fields| [fields[0], fields[1], fields[2]]).collect();
    assert_eq!(verdicts, [["Бахмут", "Bachmoet", "same"], ["Volodymyr", "Vladimir", "other"], ["", "x", "other"]]);
    assert!(lines.iter().all(|fields| fields.len() == 4 && fields[3].parse::<u8>().unwrap() <= 100));
}

#[test]
fn it_wants_two_spellings_or_lines() {
    assert_eq!(kroniek(&["spelling", "Bachmoet"], "").status, 2);
    assert_eq!(kroniek(&["spelling"], "").status, 2);
    assert_eq!(kroniek(&["spelling", "a", "b", "--tsv"], "").status, 2);
}

//! `kroniek compound`.

use super::kroniek;

#[test]
fn words_come_apart() {
    let run = kroniek(&["compound", "huurlingenleger", "Leger", "lente-tegenoffensief"], "");
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    assert_eq!(
        run.out,
        "huurlingenleger → huurling(en)+leger\nLeger → Leger\nlente-tegenoffensief → lente(-)+tegenoffensief\n"
    );
}

#[test]
fn lines_come_apart() {
    let run = kroniek(&["compound", "--tsv"], "huurlingenleger\nsteden\n\nAandachtspunten\r\n");
    assert_eq!(
        (run.status, run.out.as_str()),
        (0, "huurlingenleger\thuurling+leger\nsteden\tsteden\n\t\nAandachtspunten\taandacht+punt\n")
    );
}

#[test]
fn without_words_it_says_what_it_wants() {
    assert_eq!(kroniek(&["compound"], "").status, 2);
    assert_eq!(kroniek(&["compound", "leger", "--tsv"], "").status, 2);
}

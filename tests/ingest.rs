//! Bytes become documents: formats, dates, blocks, furniture, bad input.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout, reason = "a test may fail and say why")]

use expect_test::{Expect, expect};
use kroniek::document::Document;
use kroniek::ingest::{Cutter, Intake, document, documents, pieces};
use proptest::prelude::*;
use sound::{pack, sound};

#[path = "ingest/furniture.rs"]
mod furniture;
#[path = "fuzz/properties/sound.rs"]
mod sound;

/// A document as a test shows it: name, date, facts, then its blocks.
fn show(document: &Document) -> String {
    let date = document.published.map_or("undated".to_owned(), |published| published.interval.edtf());
    let mut shown = format!("{} [{date}] {}", document.name, document.language.code());
    for (name, value) in &document.facts {
        shown += &format!(" {name}={value}");
    }
    if document.ahead > 0 {
        shown += &format!(" ahead={}", document.ahead);
    }
    for block in &document.blocks {
        shown += &format!("\n  {}: {}", block.kind.name(), &document.text[block.range.clone()]);
    }
    shown
}

fn corpus(files: &[(&str, &[u8])]) -> String {
    let mut intake = Intake::new(None);
    for (path, bytes) in files {
        intake.add(path, bytes);
    }
    let (documents, notices) = intake.finish();
    let mut lines: Vec<String> = documents.iter().map(show).collect();
    lines.extend(notices.iter().map(|notice| format!("! {notice}")));
    lines.join("\n")
}

fn check(files: &[(&str, &[u8])], expected: Expect) {
    let shown = corpus(files);
    expected.assert_eq(&shown);
    let backwards: Vec<_> = files.iter().rev().copied().collect();
    assert_eq!(corpus(&backwards), shown, "the order of files matters");
}

#[test]
fn the_seeds() {
    let mut shown = String::new();
    let mut files: Vec<_> = std::fs::read_dir("seeds").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for file in files {
        let name = file.file_name().unwrap().to_str().unwrap();
        let (found, notices) = documents(name, &std::fs::read(&file).unwrap(), None);
        assert_eq!((found.len(), notices), (1, vec![]));
        shown += &format!("{}\n", &name[..3]);
        for block in &found[0].blocks {
            let text: String = found[0].text[block.range.clone()].chars().take(48).collect();
            shown += &format!("{} {text}\n", block.kind.name());
        }
    }
    expect![[r#"
        000
        paragraph Rusland zou momenteel alles op alles zetten om d
        paragraph Volgens journalisten van het Franse persbureau A
        paragraph De Oekraïense president Volodimir Zelenski prees
        paragraph Sinds donderdag zouden 800 Russische soldaten zi
        furniture Volledig scherm
        caption Oekraïense gewonden worden behandeld in een veld
        furniture Tekst gaat verder onder kaartje
        furniture Onze excuses Helaas kunnen wij deze social post,
        paragraph Net als destijds de zwaarbevochten zuidelijke ha
        paragraph Oekraïne wil de wereld tonen hoe vastberaden de 
        furniture Tekst gaat verder onder tweet
        furniture Onze excuses Helaas kunnen wij deze social post,
        heading In puin
        paragraph Bachmoet is geen Marioepol, waar de Oekraïners o
        paragraph Gisteren zei Jevgeni Prigozjin, de baas van Wagn
        furniture Kijk onze video's over de oorlog in Oekraine in 
        001
        title Hoe Rusland en Oekraïne vechten om een stad met 
        paragraph De strijd om de Oost-Oekraïense stad Bakhmut lij
        heading Waarom is Bakhmut zo belangrijk?
        paragraph Dat is nou net het opvallende: er is geen groot 
        paragraph Qua ligging zijn er voor de Russen kleine voorde
        paragraph Die steden moeten vooral oppassen als de Russen 
        furniture 0:45 Afspelen knop Drone filmt Oekraïense 'spook
        heading Welke andere reden heeft Rusland om Bakhmut in t
        paragraph De Russen snakken naar een overwinning in de oor
        paragraph Daarna duurde het tot januari tot de Russen opni
        paragraph Voor de strijd bij Bakhmut zet het Kremlin de Wa
        paragraph Het inlossen van die belofte verloopt moeizaam. 
        furniture 1:41 Afspelen knop Wie zijn de Russische Wagner-
        heading Wat heeft Oekraïne nog te zoeken in een omsingel
        paragraph Voor Oekraïne is de situatie in Bakhmut slechter
        paragraph Toch zag een journalist van Reuters deze week da
        paragraph De Oekraïners hebben maar één doel: Rusland zove
        paragraph Dat wil niet zeggen dat Oekraïne geen verliezen 
        paragraph De Oekraïense president Volodymyr Zelensky riske
        paragraph Hij zal het belangrijker vinden dat de verdedigi
        furniture 1:10 Afspelen knop Zelensky bezoekt troepen in z
        heading Is de val van Bakhmut nabij?
        paragraph Militaire analisten noemen de strijd om Bakhmut 
        002
        paragraph "Bachmoet heeft niet meer de strategische beteke
        paragraph Er is één plek waar Rusland koste wat het kost e
        paragraph Door Oekraïense offensieven in het noorden en he
        paragraph Dat Russische eenheden de afgelopen weken het to
        paragraph 'Poetins kok' - zoals Prigozjin genoemd wordt va
        paragraph Maar het is niet eenvoudig Bachmoet in te nemen.
        paragraph Wat een opmars voor Rusland extra lastig maakt, 
        furniture Bekijk door de NOS geverifieerde beelden van gev
        003
        paragraph Oekraïne en Russische troepen zijn verwikkeld in
        paragraph De Oekraïense strijdkrachten bleven vechten om d
        paragraph Rusland bombardeerde Oekraïne met raketaanvallen
        paragraph Oekraïne heeft besloten om door te vechten in de
        paragraph De opmerkingen van Mykhailo Podolyak waren het l
        paragraph “Rusland is van tactiek veranderd”, zei Podolyak
        paragraph “Het is samengekomen in Bakhmut met een groot de
        paragraph “We hebben daarom twee doelstellingen: hun bekwa
        paragraph Rusland heeft Bakhmut tot het belangrijkste doel
        caption Oekraïense militairen schieten met een 105 mm ho
        paragraph Het is erin geslaagd het oostelijke deel van de 
        paragraph Kiev, dat begin maart van plan leek te zijn zich
        paragraph In een ochtendupdate meldde de Oekraïense genera
        paragraph Moskou zegt dat het veroveren van Bakhmut een st
        paragraph De Russische minister van Defensie Sergei Shoigu
        paragraph De intense loopgravenoorlog, door beide partijen
        paragraph Na winst te hebben gemaakt in de tweede helft va
        paragraph Maar behalve rond Bakhmut is het Russische winte
        paragraph Ondertussen wacht Kiev op een golf van westerse 
        paragraph Kiev en het Westen zagen ook tekenen van uitputt
        caption Oekraïense soldaten rijden in een infanteriegeve
        paragraph Rusland heeft donderdag voor honderden miljoenen
        paragraph Er wordt aangenomen dat het slechts een paar doz
        paragraph Het spervuur doodde burgers, waaronder een gezin
        paragraph De grootste schade lijkt te zijn opgetreden in d
        paragraph Het was drie weken geleden sinds de laatste soor
        paragraph Voorheen had Moskou ongeveer elke week dergelijk
        paragraph Het Britse ministerie van defensie zei vrijdag d
        paragraph “Het interval tussen golven van aanvallen wordt 
        004
        paragraph Maandenlang is Bachmoet al een belangrijk doelwi
        paragraph In videobeelden die op het kanaal Freedom TV op 
        paragraph “Ik zou hen graag licht toewensen, maar het is z
        heading Weinig burgers over
        paragraph Zelenski verliet de stad nog voor de aankondigin
        paragraph Bachmoet innemen zou namelijk de weg kunnen open
        paragraph Beide partijen hebben zware verliezen geleden, w
    "#]]
    .assert_eq(&shown);
}

#[test]
fn a_title_or_the_first_words() {
    check(
        &[
            ("a.txt", b" date 2023-03 Een titel\n\nDe eerste zin. De tweede."),
            ("b.txt", "\u{FEFF}date 2023 De eerste zin.\r\n\r\nDe tweede zin.\r\n".as_bytes()),
            ("c.txt", b"date 2023-03-05\n\nEen titel!\n\nDe eerste zin."),
            ("d/e.txt", b"date 2023-03-04 Een titel\nDe eerste zin staat op de volgende regel.\nEen tweede."),
            ("f.txt", b"date 2022-10 \"Het is niet meer wat het was\", zegt de man. \"Nooit meer.\"\n\nZo gaat dat."),
            ("g.txt", b"date 2023-03 De minister zei gisteren dat hij zou\naftreden als de Kamer dat wil. Dat bleek toen\nniet zo te zijn.\n\nTweede alinea."),
        ],
        expect![[r#"
            d/e [2023-03-04] nl
              title: Een titel
              paragraph: De eerste zin staat op de volgende regel.
            Een tweede.
            c [2023-03-05] nl
              title: Een titel!
              paragraph: De eerste zin.
            f [2022-10] nl
              paragraph: "Het is niet meer wat het was", zegt de man. "Nooit meer."
              paragraph: Zo gaat dat.
            a [2023-03] nl
              title: Een titel
              paragraph: De eerste zin. De tweede.
            g [2023-03] nl
              paragraph: De minister zei gisteren dat hij zou
            aftreden als de Kamer dat wil. Dat bleek toen
            niet zo te zijn.
              paragraph: Tweede alinea.
            b [2023] nl
              paragraph: De eerste zin.
              paragraph: De tweede zin."#]],
    );
}

#[test]
fn a_line_is_a_paragraph_where_lines_are_long() {
    let long = "Dit is een lange zin die verder loopt dan enige bladzijde breed is, zodat de regel niet is afgebroken om haar te kunnen lezen, maar omdat zij uit is.";
    let text = format!("date 2023-03 Een titel\n{long}\nIn puin\n{long}\nAdvertentie\n{long}");
    let found = document("a", &text, None);
    let kinds: Vec<_> = found.blocks.iter().map(|block| block.kind.name()).collect();
    assert_eq!(kinds, ["title", "paragraph", "heading", "paragraph", "furniture", "paragraph"]);
}

#[test]
fn dates_in_names() {
    check(
        &[
            ("2023-03-05 Een titel.txt", b"De eerste zin. De tweede zin."),
            ("2023-03 Wat de naam zegt.txt", b"Wat de tekst zegt\n\nDe eerste zin. De tweede zin."),
            ("20230306_een_titel.txt", b"De eerste zin. Nog een zin."),
            ("2023-03-07-een-titel.md", b"# Een kop\n\nDe derde zin. Nog een zin."),
            ("2023-02-30 Geen dag.txt", b"De eerste zin. Een andere zin."),
            ("2023-03-08.txt", b"date 2023-03-09 De eerste zin. Weer een andere zin."),
        ],
        expect![[r#"
            2023-03-05 Een titel [2023-03-05] nl ahead=11
              title: Een titel
              paragraph: De eerste zin. De tweede zin.
            20230306_een_titel [2023-03-06] nl ahead=11
              title: een titel
              paragraph: De eerste zin. Nog een zin.
            2023-03-07-een-titel [2023-03-07] nl
              title: Een kop
              paragraph: De derde zin. Nog een zin.
            2023-03-08 [2023-03-09] nl
              paragraph: De eerste zin. Weer een andere zin.
            2023-03 Wat de naam zegt [2023-03] nl
              title: Wat de tekst zegt
              paragraph: De eerste zin. De tweede zin.
            2023-02-30 Geen dag [undated] nl ahead=10
              title: Geen dag
              paragraph: De eerste zin. Een andere zin.
            ! 2023-02-30 Geen dag.txt: `2023-02-30` is not a date; write it as 2023, 2023-03 or 2023-03-05; without it the article is undated; kept"#]],
    );
}

#[test]
fn markdown() {
    check(
        &[
            (
                "a.md",
                b"---\ntitle: \"Een \\\"titel\\\"\"\ndate: 2023-03-05 # zondag\nsource: De Krant\nlang: nl\ntags: [a, b]\nauthor: 'Jan'\n---\n\nDe eerste zin.\n\n## Een kop\n\nDe tweede zin.\n\nNog een kop\n---\n\nDe derde.\n\n***\n\n![Een foto](a.jpg)\n",
            ),
            ("b.md", b"---\ndate: 2023-03\ntitle: Gewoon een titel\nlanguage: en\n---\nThe first sentence."),
            ("c.md", b"# Titel\n\nDe eerste zin van c."),
            ("d.md", b"+++\ndate = 2023-03-05\n+++\n\nDe eerste zin van d."),
            ("e.md", b"---\ndate: maart 2023\n---\nDe eerste zin van e."),
            ("f.md", b"---\ntitle: Zonder einde\n\nDe eerste zin van f."),
        ],
        expect![[r#"
            a [2023-03-05] nl source=De Krant author=Jan ahead=13
              title: Een "titel"
              paragraph: De eerste zin.
              heading: Een kop
              paragraph: De tweede zin.
              heading: Nog een kop
              paragraph: De derde.
              caption: ![Een foto](a.jpg)
            b [2023-03] en
              title: Gewoon een titel
              paragraph: The first sentence.
            c [undated] nl
              title: Titel
              paragraph: De eerste zin van c.
            d [undated] nl
              paragraph: De eerste zin van d.
            e [undated] nl
              paragraph: De eerste zin van e.
            f [undated] nl
              title: Zonder einde
              paragraph: De eerste zin van f.
            ! c.md: no date; begin its first line with `date 2023-03-05`, or its name with `2023-03-05`; kept
            ! d.md: no date; put `date: 2023-03-05` in its front matter; kept
            ! d.md, line 1: front matter between `+++` (TOML) is not read; write it as YAML between `---`; kept
            ! e.md, line 2: `maart 2023` is not a date; write it as 2023, 2023-03 or 2023-03-05; without it the article is undated; kept
            ! f.md: no date; put `date: 2023-03-05` in its front matter; kept
            ! f.md, line 1: front matter that does not end; close it with a line `---`; kept"#]],
    );
}

#[test]
fn json_lines() {
    check(
        &[
            (
                "a.jsonl",
                "{\"id\": 7, \"date\": \"2023-03-05\", \"title\": \"Een titel\", \"text\": \"De eerste zin.\\n\\nDe tweede.\", \"Author\": \"Jan\", \"url\": \"https://x.nl\", \"n\": 3}\n\
                {\"id\": \"b\", \"text\": \"Een titel\\n\\nDe eerste zin van b.\", \"title\": \"Een titel\", \"date\": 2023}\n\
                {\"id\": \"c\", \"text\": \n\n\
                {\"id\": \"d\", \"body\": \"x\"}\n\
                [1]\n\
                {\"id\": \"e\", \"text\": \"Zin van e.\", \"date\": \"2023-13\"}\n\
                {\"text\": \"Zin zonder naam.\", \"date\": \"2023-01\"}\n\
                {\"id\": \"b\", \"text\": \"Nog een b.\"}\n\
                {\"id\": \"f\", \"text\": \" \"}\n"
                    .as_bytes(),
            ),
            ("b.txt", b"date 2023 Zin van b. Nog een."),
            ("c.ndjson", b"{\"id\": \"w\", \"date\": \"1999\", \"text\": \"Caf\xE9 gesloten.\"}\n{\"id\": \"v\", \"text\": \"Caf\x81\"}"),
        ],
        expect![[r#"
            7 [2023-03-05] nl author=Jan url=https://x.nl ahead=11
              title: Een titel
              paragraph: De eerste zin.
              paragraph: De tweede.
            a/8 [2023-01] nl
              paragraph: Zin zonder naam.
            w [1999] nl
              paragraph: Café gesloten.
            b [2023] nl
              title: Een titel
              paragraph: De eerste zin van b.
            b.txt [2023] nl
              paragraph: Zin van b. Nog een.
            a/b [undated] nl
              paragraph: Nog een b.
            e [undated] nl
              paragraph: Zin van e.
            ! a.jsonl, line 3: not JSON at column 20; write one object a line; left out
            ! a.jsonl, line 5: no `text` (there is `id`, `body`); name the member with the article `text`; left out
            ! a.jsonl, line 6: not an object; write one object a line, with `text` and `date`; left out
            ! a.jsonl, line 7: `2023-13` is not a date; write it as 2023, 2023-03 or 2023-03-05; without it the article is undated; kept
            ! a.jsonl, line 9: another document is named `b` too; this one is named `a/b`; kept
            ! a.jsonl, line 9: no date; give it a member `date`; kept
            ! a.jsonl, line 10: its `text` is empty; left out
            ! b.txt: another document is named `b` too; this one is named `b.txt`; kept
            ! c.ndjson, line 1: not UTF-8; read as Windows-1252; save it as UTF-8; kept
            ! c.ndjson, line 2: byte 24 of the line: 0x81 is neither UTF-8 nor Windows-1252 there; save it as UTF-8; left out"#]],
    );
}

#[test]
fn bad_files() {
    let packed = pack(b"date 2023-03-03 Ingepakt. Ja.");
    let mut damaged = packed.clone();
    damaged[12] ^= 0x55;
    let bomb = pack(&vec![b' '; (16 << 20) + 1]);
    check(
        &[
            ("1252.txt", b"date 2023-03 Caf\xE9 \x93De Zon\x94 dicht.\n\nHet is dicht."),
            ("noise.txt", b"date 2023-03 Caf\xE9 \x81."),
            ("utf16.txt", b"\xFF\xFEd\0a\0"),
            ("nul.txt", b"date 2023-03 a\0b"),
            ("empty.txt", b""),
            ("blank.txt", b" \n\xEF\xBB\xBF\r\n\t"),
            ("only.txt", b"date 2023-03\n"),
            ("undated.txt", b"Zonder datum. Twee zinnen."),
            ("month.txt", b"date 2023-13 Geen maand. Twee zinnen."),
            ("a.txt", b"date 2023-03-01 Van a. Twee zinnen."),
            ("a.md", b"date 2023-03-02 Van a, maar anders. Twee zinnen."),
            ("twice.txt", b"date 2023-03-01 Van a. Twee zinnen."),
            ("packed.txt.gz", &packed),
            ("damaged.txt.gz", &damaged),
            ("short.txt.gz", &packed[..packed.len() - 2]),
            ("plain.txt.gz", b"date 2023-03 Niet ingepakt."),
            ("bomb.txt.gz", &bomb),
            ("scan.pdf", b"%PDF"),
            ("b.PDF", b"%PDF"),
            ("README", b"x"),
            (".hidden.txt", b"date 2023-03 Verborgen."),
            ("control.txt", b"date 2023-03-04 Met \x07 bel.\n\n\x01\n\nEn \x1b[0m meer."),
        ],
        expect![[r#"
            a.txt [2023-03-01] nl
              paragraph: Van a. Twee zinnen.
            a [2023-03-02] nl
              paragraph: Van a, maar anders. Twee zinnen.
            packed [2023-03-03] nl
              paragraph: Ingepakt. Ja.
            control [2023-03-04] nl
              paragraph: Met  bel.
              paragraph: En [0m meer.
            1252 [2023-03] nl
              paragraph: Café “De Zon” dicht.
              paragraph: Het is dicht.
            month [undated] nl
              paragraph: Geen maand. Twee zinnen.
            undated [undated] nl
              paragraph: Zonder datum. Twee zinnen.
            ! *.pdf: 2 files not read for the ending; .txt, .md and .jsonl are, also .gz; left out
            ! 1252.txt: not UTF-8; read as Windows-1252; save it as UTF-8; kept
            ! a.txt: another document is named `a` too; this one is named `a.txt`; kept
            ! blank.txt: it is empty; left out
            ! bomb.txt.gz: it unpacks to more than 16 MB; split it; left out
            ! damaged.txt.gz: it does not agree with its own checksum; copy or download it again; left out
            ! empty.txt: it is empty; left out
            ! files without an ending: 1 file not read for the ending; .txt, .md and .jsonl are, also .gz; left out
            ! month.txt, line 1: `2023-13` is not a date; write it as 2023, 2023-03 or 2023-03-05; without it the article is undated; kept
            ! noise.txt, byte 18: 0x81 is neither UTF-8 nor Windows-1252 there; save it as UTF-8; left out
            ! nul.txt, byte 14: a NUL byte: it is not text; save it as UTF-8 text; left out
            ! only.txt: it has a date and nothing else; left out
            ! plain.txt.gz: it ends in .gz and is not compressed; rename it or compress it; left out
            ! short.txt.gz: it is cut short; copy or download it again; left out
            ! twice.txt: the same text as `a.txt`; delete one; left out
            ! undated.txt: no date; begin its first line with `date 2023-03-05`, or its name with `2023-03-05`; kept
            ! utf16.txt, byte 0: it is UTF-16; save it as UTF-8; left out"#]],
    );
}

#[test]
fn what_recurs_is_furniture() {
    let article = |day: u8, town: &str| {
        format!(
            "date 2023-03-{day:02} In {town} is brand uitgebroken in een schuur. Niemand raakte gewond.\n\nOnze verslaggevers zijn dag en nacht bereikbaar\n\n\
             De brandweer van {town} was er snel bij, zegt een woordvoerder. Het vuur was om elf uur uit.\n\nDe eigenaar uit {town} is geschrokken maar blij dat het vee is gered.\n\nVragen over dit artikel? De redactie is bereikbaar op werkdagen."
        )
    };
    let files: Vec<_> = ["Assen", "Breda", "Delft"]
        .iter()
        .zip(1..)
        .map(|(town, day)| (format!("{day}.txt"), article(day, town)))
        .collect();
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    check(
        &files,
        expect![[r#"
            1 [2023-03-01] nl
              paragraph: In Assen is brand uitgebroken in een schuur. Niemand raakte gewond.
              furniture: Onze verslaggevers zijn dag en nacht bereikbaar
              paragraph: De brandweer van Assen was er snel bij, zegt een woordvoerder. Het vuur was om elf uur uit.
              paragraph: De eigenaar uit Assen is geschrokken maar blij dat het vee is gered.
              furniture: Vragen over dit artikel? De redactie is bereikbaar op werkdagen.
            2 [2023-03-02] nl
              paragraph: In Breda is brand uitgebroken in een schuur. Niemand raakte gewond.
              furniture: Onze verslaggevers zijn dag en nacht bereikbaar
              paragraph: De brandweer van Breda was er snel bij, zegt een woordvoerder. Het vuur was om elf uur uit.
              paragraph: De eigenaar uit Breda is geschrokken maar blij dat het vee is gered.
              furniture: Vragen over dit artikel? De redactie is bereikbaar op werkdagen.
            3 [2023-03-03] nl
              paragraph: In Delft is brand uitgebroken in een schuur. Niemand raakte gewond.
              furniture: Onze verslaggevers zijn dag en nacht bereikbaar
              paragraph: De brandweer van Delft was er snel bij, zegt een woordvoerder. Het vuur was om elf uur uit.
              paragraph: De eigenaar uit Delft is geschrokken maar blij dat het vee is gered.
              furniture: Vragen over dit artikel? De redactie is bereikbaar op werkdagen."#]],
    );
}

#[test]
fn printings_of_one_article_are_no_furniture() {
    let article = |day: u8| {
        format!(
            "date 2023-03-{day:02} De eerste zin van het bericht.\n\nDe tweede alinea van het bericht.\n\nDe derde alinea van het bericht."
        )
    };
    let files: Vec<_> = (1..=4).map(|day| (format!("{day}.txt"), article(day))).collect();
    let mut intake = Intake::new(None);
    files.iter().for_each(|(name, text)| intake.add(name, text.as_bytes()));
    let (documents, _) = intake.finish();
    assert_eq!(documents.len(), 4);
    assert!(documents.iter().flat_map(|document| &document.blocks).all(|block| block.kind.name() == "paragraph"));
}

#[test]
fn documents_come_in_the_order_of_their_ids() {
    let mut intake = Intake::new(None);
    for (name, date) in
        [("e", "2021"), ("d", "2023-01"), ("c", "2022-12-31"), ("b", "1999-01-01"), ("a", "2022-12-31"), ("f", "?")]
    {
        intake.add(&format!("{name}.txt"), format!("date {date} Dit is de zin van {name}. Nog een.").as_bytes());
    }
    let names: Vec<String> = intake.finish().0.into_iter().map(|document| document.name).collect();
    assert_eq!(names, ["b", "a", "c", "d", "e", "f"]);
}

proptest! {
    #[test]
    fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..400), format in 0..6usize) {
        let path = ["a.txt", "a.md", "a.jsonl", "a.txt.gz", "2023-03-05 é.txt", "a"][format];
        let (found, _) = documents(path, &bytes, None);
        found.iter().for_each(sound);
        let mut intake = Intake::new(None);
        intake.add(path, &bytes);
        intake.finish().0.iter().for_each(sound);
    }

    #[test]
    fn no_text_breaks_it(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "date ", "2023-03", "2023-13", " ", "\n", "\n\n", "\r\n", "---", "title: ", "# ", "===", "Lees ook", ": ", "Een titel", "Advertentie ",
                "De minister zei het.", "0:45 Afspelen knop ", "©", "(Foto: ", ")", "é", "\u{A0}", "\u{FEFF}", "\u{200B}", "?", "\"", "'", "“", "Kijk", "video's", "cookies", "\u{7}", "🙂",
                "Tekst gaat verder onder de foto", "Volledig scherm ", "```", "![", "](", "x",
            ]),
            0..24,
        ),
        markdown: bool,
    ) {
        let text = parts.concat();
        sound(&document("a", &text, None));
        documents(if markdown { "a.md" } else { "a.txt" }, text.as_bytes(), None).0.iter().for_each(sound);
    }

    #[test]
    fn no_archive_breaks_it(text in "\\PC{0,200}", at in 0..400usize, byte: u8) {
        let mut packed = pack(text.as_bytes());
        let at = at % packed.len();
        packed[at] = byte;
        documents("a.txt.gz", &packed, None).0.iter().for_each(sound);
    }
}

/// A packed file is read whatever its size: a small one whole, a large one in pieces.
#[test]
fn packed_lines_are_read_in_pieces_too() {
    // Numbers like these are not packed to less than a third.
    let hash =
        |number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let line = |number: u64| {
        let words: String = (0..60).map(|word| format!(" {:x}", hash(number * 60 + word))).collect();
        format!("{{\"date\":\"2023-03-05\",\"text\":\"Zin {number}.{words}\"}}\n")
    };
    for (lines, cut) in [(1, false), (3_000, true)] {
        let packed = pack((0..lines).map(line).collect::<String>().as_bytes());
        let pieces = pieces("krant.jsonl.gz", &packed).unwrap();
        assert_eq!(pieces.len() > 1, cut);
        let mut intake = Intake::new(None);
        pieces.into_iter().for_each(|piece| intake.take(piece.read(None, &|_| false)));
        let (documents, notices) = intake.finish();
        assert_eq!((documents.len() as u64, notices.len()), (lines, 0), "{notices:?}");
    }
}

/// A file of JSON Lines that is read in pieces gives what it gives as a whole, with every line's number.
#[test]
fn in_pieces_as_in_one() {
    let mut bytes = Vec::new();
    for number in 0..9000 {
        let line = match number % 1000 {
            7 => "no json\n".to_owned(),
            8 => "\n".to_owned(),
            _ => format!(
                "{{\"id\":\"n{number}\",\"date\":\"2023-03-05\",\"text\":\"{}Zin {number}.\"}}\n",
                "Een zin van niets. ".repeat(number % 23)
            ),
        };
        bytes.extend_from_slice(line.as_bytes());
    }
    bytes.extend_from_slice(b"{\"id\":\"caf\xE9\",\"text\":\"Windows.\"}");
    let (mut cutter, mut pieces) = (Cutter::new("krant.jsonl"), Vec::new());
    bytes.chunks(1000).for_each(|bytes| cutter.add(bytes, &mut pieces).unwrap());
    cutter.finish(&mut pieces).unwrap();
    assert!(pieces.len() > 1);
    let mut cut = Intake::new(None);
    pieces.into_iter().rev().for_each(|piece| cut.take(piece.read(None, &|_| false)));
    let mut whole = Intake::new(None);
    whole.add("krant.jsonl", &bytes);
    let (cut, whole) = (cut.finish(), whole.finish());
    assert_eq!(whole.0.len(), 8983);
    assert!(whole.1.iter().any(|notice| notice.to_string().contains("line 8008")), "{:?}", whole.1);
    assert_eq!(cut, whole);
}

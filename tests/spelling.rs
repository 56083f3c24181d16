//! Whether two spellings are of one name: as cases, as what always holds, and on pairs from elsewhere.

#![allow(clippy::unwrap_used, clippy::print_stderr, clippy::print_stdout, reason = "a test may fail and say why")]

use kroniek::spelling::compare;
use proptest::prelude::*;

#[track_caller]
fn same(spellings: &str) {
    let spellings: Vec<&str> = spellings.split(' ').collect();
    for one in &spellings {
        for other in &spellings {
            let verdict = compare(one, other);
            assert!(verdict.same, "{one} and {other} are one name: {verdict:?}");
        }
    }
}

#[track_caller]
fn other(spellings: &str) {
    let (one, other) = spellings.split_once(' ').unwrap();
    let verdict = compare(one, other);
    assert!(!verdict.same, "{one} and {other} are two names: {verdict:?}");
}

#[test]
fn systems_of_transliteration() {
    same("Bachmoet Bakhmut Bachmut Bakhmout Бахмут");
    same("Zelenski Zelensky Zelenskyy Zelenskyj Selenskyj Zelens'kyj Зеленський");
    same("Prigozjin Prigozhin Prigoschin Prigojine Prigožin Пригожин");
    same("Charkov Kharkov Kharkiv Charkiv Харків Харьков");
    same("Izjoem Izium Izjum Isjum Izyum Ізюм");
    same("Marioepol Mariupol Marioupol Маріуполь");
    same("Loegansk Luhansk Lugansk Луганськ");
    same("Loekasjenko Lukashenko Lukaschenko Loukachenko Лукашенко");
    same("Poetin Putin Poutine Путин");
    same("Slovjansk Sloviansk Slavjansk Slov'jansk Славянск");
    same("Tsjasiv Chasiv Časiv Czasiw Часів");
    same("Jar Yar Яр");
    same("Sjevtsjenko Shevchenko Schewtschenko Chevtchenko Ševčenko Szewczenko Шевченко");
    same("Chroesjtsjov Khrushchev Chruschtschow Chruščëv Хрущёв");
    same("Sjojgoe Shoigu Schoigu Choïgou Šojgu Шойгу");
    same("Kiev Kyiv Kiew Київ");
    same("Koeweit Kuwait");
}

#[test]
fn how_a_letter_is_encoded() {
    same("Ševčenko S\u{30C}evc\u{30C}enko");
    same("Zelens’kyj Zelens'kyj ZELENSKYJ zelenskyj");
    same("Iwano-Frankiwsk Ivano-Frankivsk");
}

#[test]
fn forms_for_men_and_women_are_one_name() {
    same("Drozdov Drozdova");
    same("Zelenskij Zelenskaja Zelenska");
    same("Tsjernysjev Chernysheva");
}

#[test]
fn names_that_are_not_one() {
    other("Volodymyr Vladimir");
    other("Wolodymyr Wladimir");
    other("Volodymyr Vladimír");
    other("Володимир Владимир");
    other("Zelensky Zelinsky");
    other("Zelenskyj Zelinskij");
    other("Зеленский Зелинский");
    other("Bachmoet Bachmetjev");
    other("Soledar Salvador");
    other("Donetsk Dnipro");
    other("Kiev Kees");
    other("Savonin Savosin");
    other("Radin Rafin");
}

#[test]
fn one_vowel_tells_names_of_one_system_apart() {
    for pair in [
        "Merkel Markel",
        "Peter Pater",
        "Obama Obema",
        "Rossi Russi",
        "Müller Möller",
        "Utrecht Otrecht",
        "Wagner Wegner",
        // As many names are told apart that men and women have.
        "Maria Mario",
        "Julia Julio",
        "Antonio Antonia",
        "Roberto Roberta",
        "Carlo Carla",
        "Paul Paula",
        "Denis Denise",
        "Niger Nigeria",
        "Virgin Virginia",
        "George Georgië",
        "Georg Georgia",
        "Batavi Batavia",
    ] {
        other(pair);
    }
    // What languages change themselves.
    same("Slobidka Slobodka");
    same("Kozliv Kozlov");
    same("Kowalski Kowalska");
    same("Sobakin Sobakina");
    same("Poetin Poutine Putina");
    same("Ivanenko Ivanenka");
    same("Georgi Georgij");
    same("Australia Australië");
}

#[test]
fn names_in_the_systems_of_other_countries() {
    for names in [
        "Gorbatsjov Gorbachev Gorbatschow Gorbatchev Gorbaczow Gorbačov",
        "Jeltsin Yeltsin Jelzin Eltsine Jelcyn",
        "Medvedev Medwedew Miedwiediew Medvěděv",
        "Loekasjenko Lukašenko Łukaszenka Loukachenko",
        "Porosjenko Poroschenko Poroszenko Porochenko",
        "Janoekovytsj Yanukovych Janukowytsch Janukowycz Ianoukovitch Janukovyč",
        "Joesjtsjenko Yushchenko Juschtschenko Juszczenko",
        "Zaporizja Saporischschja Zaporijia",
        "Tsjernobyl Tschernobyl Tchernobyl Czarnobyl Černobyl",
        "Tsjetsjenië Tschetschenien",
        "Kalasjnikov Kalaschnikow Kałasznikow",
        "Tsjaikovski Tchaikovsky Tschaikowski Czajkowski",
        "Dostojevski Dostoevsky Dostojewski Dostoïevski",
        "Poesjkin Puschkin Pouchkine Puszkin Puškin",
        "Brezjnev Breschnew Brejnev Breżniew Brežněv",
        "Sjostakovitsj Schostakowitsch Chostakovitch Szostakowicz Šostakovič",
        "Solzjenitsyn Solschenizyn Soljenitsyne",
        "Jevgeni Yevgeny Jewgeni Evgueni",
        "Zjoekov Schukow Joukov Żukow Žukov",
    ] {
        same(names);
    }
}

/// FIXME: a vowel that no system changes should keep two names apart, but where more than one vowel differs, or where
/// languages change it elsewhere, the pairs that the costs are learnt from do not tell that.
#[test]
fn not_yet() {
    same("Kim Kom");
    same("Jan Jon");
    same("Jan Jana");
    same("Martin Martina");
    same("Poetin Patin");
    same("Rusland Roland");
}

#[test]
fn what_cannot_be_read_is_like_nothing_else() {
    assert!(compare("東京", "東京").same);
    other("東京 大阪");
    other("F16 F35");
    other(" a");
    other("Αθήνα Athene");
    assert!(compare("", "").same);
}

#[test]
fn a_verdict_says_why() {
    let verdict = compare("Bachmoet", "Бахмут");
    let steps: Vec<_> = verdict.why.iter().map(|step| (&"Bachmoet"[step.one.clone()], step.other.clone())).collect();
    assert_eq!(steps, [("B", 0..2), ("a", 2..4), ("ch", 4..6), ("m", 6..8), ("oe", 8..10), ("t", 10..12)]);
}

/// What a name is written with.
const LETTERS: &str = "[a-zšžčćëéïşł' -]{0,12}";
const CYRILLIC: &str = "[а-яієїґё]{0,10}";

proptest! {
    #[test]
    fn it_makes_no_difference_which_comes_first(one in LETTERS, other in LETTERS, third in CYRILLIC) {
        for (one, other) in [(&one, &other), (&one, &third)] {
            let (there, back) = (compare(one, other), compare(other, one));
            prop_assert_eq!((there.same, there.score), (back.same, back.score));
        }
    }

    #[test]
    fn a_spelling_is_like_itself(name in "\\PC{0,20}") {
        prop_assert!(compare(&name, &name).same);
        prop_assert!(compare(&name, &name.to_uppercase()).score <= 100);
    }

    #[test]
    fn no_text_breaks_it(one in "\\PC*", other in "\\PC*") {
        let verdict = compare(&one, &other);
        prop_assert_eq!(verdict.same, verdict.score >= 50);
        let mut ends = (0, 0);
        for step in verdict.why {
            prop_assert!(one.get(step.one.clone()).is_some() && other.get(step.other.clone()).is_some());
            prop_assert!((step.one.start, step.other.start) >= ends);
            ends = (step.one.start, step.other.start);
        }
    }
}

/// On pairs of spellings of places (GeoNames) and persons (Wikidata), that are also what the costs were learnt from.
///
/// Some labels are wrong: what stands as two names though it is one (Stankiewicz and Stankevitch, Gumenchuk and Gumenjuk,
/// Fedorovytsj and Fedorovitch, Makarevyč and Makaryevich, Zavadskij and Zawadzki, Machmutov and Makhmudow, Hadzhyew and
/// Hadschijew, Biłeńkyi and Bilenki, Haivoron and Hajvoronas, Zaporijja and Zaporizhzhja, makʼiivkʼa and Makiyevka,
/// Luganskae and Luhanskas), and what stands as one though it is another name (Mirka and Mirosława,
/// Vyshneve and Kuibysheve, Horodkivka and Mjastkivka, Zavodske and
/// Chervonozavods'ke, Shabo and Khabag).
#[test]
fn pairs_of_places_and_persons() {
    let Some(folder) = std::env::var_os("KRONIEK_DATA").map(|data| std::path::PathBuf::from(data).join("data/names"))
    else {
        eprintln!("KRONIEK_DATA is not set: spellings of names are not measured");
        return;
    };
    for file in ["place_pairs.tsv", "person_pairs.tsv"] {
        let (mut right, mut wrong, mut missed) = (0.0, 0.0, 0.0);
        for line in std::fs::read_to_string(folder.join(file)).unwrap().lines() {
            let [one, other, label] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            match (compare(one, other).same, label == "1") {
                (true, true) => right += 1.0,
                (true, false) => wrong += 1.0,
                (false, true) => missed += 1.0,
                (false, false) => {}
            }
        }
        let (precision, recall) = (right / (right + wrong), right / (right + missed));
        let f1 = 2.0 * precision * recall / (precision + recall);
        println!("{file}: F1 {f1:.3}, precision {precision:.3}, recall {recall:.3}");
        assert!(f1 >= 0.95 && precision >= 0.96, "{file}: F1 {f1}, precision {precision}");
    }
}

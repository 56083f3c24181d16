//! One article: a date, a title, facts, and sentences of the source with some of their words changed.

use crate::calendar::Day;
use crate::random::Random;
use crate::source::{BETWEEN, Source, is_milestone};
use crate::vocabulary::{Growth, Vocabulary, capitalise};

/// Words of an article: log-normal, median 300 and mean 400 (`exp(σ²/2) = 4/3`), as news has many short pieces and few long ones.
const MEDIAN: f64 = 300.0;
const SIGMA: f64 = 0.758_5;
const LENGTHS: std::ops::RangeInclusive<usize> = 40..=4000;
/// Sentences that stand together in the source stay together, so many at most.
const TOGETHER: usize = 4;
/// How many words are changed for another of the source: no two articles should have a sentence wholly in common.
const CHANGED: f64 = 0.06;
/// How many sentences tell when.
const DATED: f64 = 0.10;
/// Shorter words stay: they are what holds a sentence together.
const CHANGEABLE: usize = 5;

/// Words before the first that is made: so far the source's own words are new ones often enough.
const BEGIN: u64 = 250_000;
/// How many words are new at most.
const NEW: f64 = 0.03;

const PAPERS: [(&str, u32); 12] = [
    ("De Morgenpost", 22),
    ("Het Avondblad", 17),
    ("Nieuwe Courant", 13),
    ("De Koopman", 10),
    ("Het Vaderhuis", 9),
    ("Noorderlicht", 8),
    ("De Zuidwester", 6),
    ("Rijnbode", 5),
    ("De Maasgalm", 4),
    ("Het Weekjournaal", 3),
    ("Zeewind", 2),
    ("De Opmerker", 1),
];
const FIRST: [&str; 12] = ["A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.", "J.", "K.", "L.", "M."];
const LAST: [&str; 10] = ["Akker", "Bos", "Dijk", "Heuvel", "Kamp", "Meer", "Polder", "Veld", "Vliet", "Woud"];

/// All that is carried from one article to the next.
pub(crate) struct Writer<'a> {
    source: &'a Source,
    growth: Growth,
    vocabulary: Vocabulary,
    random: Random,
    /// Which forms of the source have been used.
    seen: Vec<bool>,
    /// How many forms of the source have been used.
    distinct: u64,
    words: u64,
    /// Distinct forms after so many words.
    pub(crate) points: Vec<(u64, u64)>,
    new: f64,
}

/// What is written, each part used again for the next article.
#[derive(Default)]
pub(crate) struct Article {
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) source: &'static str,
    pub(crate) author: String,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(source: &'a Source, growth: Growth, seed: u64) -> Self {
        let vocabulary = Vocabulary::new(source);
        let (seen, random) = (vec![false; source.forms.len()], Random::new(seed));
        Self { source, growth, vocabulary, random, seen, distinct: 0, words: 0, points: Vec::new(), new: 0.0 }
    }

    /// Words written so far, and how many of them are distinct.
    pub(crate) fn so_far(&self) -> (u64, u64) {
        (self.words, self.distinct + self.vocabulary.len() as u64)
    }

    /// Writes the next article over the one before.
    pub(crate) fn write(&mut self, day: Day, article: &mut Article) {
        self.vocabulary.begin();
        let wanted = (MEDIAN * libm::exp(SIGMA * self.random.normal())) as usize;
        let wanted = wanted.clamp(*LENGTHS.start(), *LENGTHS.end());
        let (words, distinct) = self.so_far();
        let missing = self.growth.at(words + wanted as u64) - distinct as f64;
        // Some four in ten words are long enough to be changed. A shortfall is made up over many articles, not in one.
        self.new = if words < BEGIN { 0.0 } else { (missing / (wanted as f64 * 0.4)).clamp(0.0, NEW) };

        article.source = self.random.weighed(&PAPERS);
        article.author.clear();
        article.author.push_str(self.random.one_of(&FIRST));
        article.author.push(' ');
        article.author.push_str(self.random.one_of(&LAST));
        article.title.clear();
        let (sentence, length) = (self.random.below(self.source.sentences.len()), 4 + self.random.below(6));
        self.sentence(sentence, length, day, &mut article.title);
        article.text.clear();
        let (begun, mut paragraph) = (self.words, 0);
        while ((self.words - begun) as usize) < wanted {
            let first = self.random.below(self.source.sentences.len());
            for at in first..(first + 1 + self.random.below(TOGETHER)).min(self.source.sentences.len()) {
                if (self.words - begun) as usize >= wanted {
                    break;
                }
                if !article.text.is_empty() {
                    article.text.push_str(if paragraph == 0 { "\n\n" } else { " " });
                }
                self.sentence(at, usize::MAX, day, &mut article.text);
                if self.random.share() < DATED {
                    self.when(day, &mut article.text);
                }
                article.text.push('.');
                paragraph = if self.random.below(4) == 0 { 0 } else { paragraph + 1 };
            }
        }
    }

    fn sentence(&mut self, at: usize, length: usize, day: Day, out: &mut String) {
        let range = self.source.sentences[at].clone();
        let end = (range.start as usize).saturating_add(length).min(range.end as usize);
        for place in range.start as usize..end {
            let begun = out.len();
            self.word(place, day, out);
            if place == range.start as usize {
                capitalise(begun, out);
            }
            if place + 1 < end {
                out.push_str(BETWEEN[usize::from(self.source.after[place])]);
            }
            self.counted();
        }
    }

    fn word(&mut self, place: usize, day: Day, out: &mut String) {
        let mut written = &self.source.written[self.source.words[place] as usize];
        if written.text.len() >= CHANGEABLE && written.text.bytes().all(|it| !it.is_ascii_digit()) {
            let chance = self.random.share();
            let again = self.new * (1.0 + self.vocabulary.again());
            if chance < self.new {
                return self.vocabulary.new_word(self.source, out);
            } else if chance < again && self.vocabulary.known_word(self.source, &mut self.random, out) {
                return;
            } else if chance < again + CHANGED {
                written = &self.source.written[self.random.one_of(&self.source.words) as usize];
            }
        }
        // The years of the source are centuries ago.
        if written.text.len() == 4 && matches!(written.text.parse(), Ok(1500..1800)) {
            // They count as words that were there: a few dozen do not bend a curve.
            let before = (self.random.below(9) * self.random.below(5)) as i32;
            return out.push_str(&(day.year - before).to_string());
        }
        if !std::mem::replace(&mut self.seen[written.form as usize], true) {
            self.distinct += 1;
        }
        out.push_str(&written.text);
    }

    fn when(&mut self, day: Day, out: &mut String) {
        let (date, month, year) = (1 + self.random.below(28), day.month_name(), day.year);
        let told = match self.random.below(8) {
            0 => " gisteren".to_owned(),
            1 => " vorige week".to_owned(),
            2 => format!(" sinds {month}"),
            3 => format!(" in {}", year - 1 - self.random.below(20) as i32),
            4 => format!(" in {month} {}", year - 1),
            5 => format!(" op {date} {month}"),
            6 => format!(" op {date} {month} {year}"),
            _ => format!(" in de zomer van {}", year - self.random.below(3) as i32),
        };
        for _ in told.split_whitespace() {
            self.counted();
        }
        out.push_str(&told);
    }

    fn counted(&mut self) {
        self.words += 1;
        if is_milestone(self.words) {
            self.points.push(self.so_far());
        }
    }
}

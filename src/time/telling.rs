//! The times that a text tells, sentence by sentence.

use super::grammar::Reader;
use super::phrase::{Base, Count, Phrase, Time, Year};
use super::pieces::{Gap, Piece, pieces};
use super::resolve::{Dated, Frame, Tense, of_story, precision, resolve, resolve_range, rule, told_like};
use super::tense::Verbs;
use super::words::{Digits, Meaning, Part, Span, Words, role};
use super::{Extent, Interval, Mention, Precision, Relation, Rule, dutch, english, german};
use crate::document::Publication;
use crate::text::Language;

/// How many times told before are kept.
const KEPT: usize = 8;

/// A text whose sentences are read in their order: what one of them leaves open, an earlier one may settle (`a year
/// later`, `3/5/2010`). A later one never does.
pub struct Telling {
    published: Option<Publication>,
    /// Those of its language.
    words: &'static Words,
    /// The times told last, in their order.
    told: Vec<Interval>,
    /// Those of them that told their year.
    dated: Vec<Dated>,
    /// How many sentences have been read.
    sentences: usize,
    /// Whether dates in digits begin with the month, where one has shown it.
    month_first: Option<bool>,
    /// Where the pieces of one sentence after another are kept.
    room: Vec<Piece>,
}

impl Telling {
    /// A text of which no sentence is read yet. `published` places what counts from the day of speaking, and what does
    /// not tell its year.
    pub fn new(published: Option<Publication>, language: Language) -> Self {
        let words = match language {
            Language::Dutch => &dutch::WORDS,
            Language::English => &english::WORDS,
            Language::German => &german::WORDS,
        };
        Self {
            published,
            words,
            told: Vec::new(),
            dated: Vec::new(),
            sentences: 0,
            month_first: None,
            room: Vec::new(),
        }
    }

    /// The times that the next sentence speaks of, in its order, none overlapping; their ranges are in the sentence.
    ///
    /// Durations, recurrences, ages, counts and numbers in names are not times.
    pub fn sentence(&mut self, sentence: &str) -> Vec<Mention> {
        let words = self.words;
        self.sentences += 1;
        let mut room = std::mem::take(&mut self.room);
        let mentions = if pieces(sentence, words, &mut room) { self.read(sentence, &room, words) } else { Vec::new() };
        self.room = room;
        mentions
    }

    fn read(&mut self, sentence: &str, pieces: &[Piece], words: &'static Words) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut reader = Reader { sentence, pieces, words, month_first: words.month_first };
        self.month_first = reader.shown_order().or(self.month_first);
        reader.month_first = self.month_first.unwrap_or(words.month_first);
        let mut verbs = None;
        let mut at = 0;
        // The time read last, and the piece after it.
        let mut last: Option<(Time, usize)> = None;
        while at < pieces.len() {
            if matches!(reader.meaning(at), Meaning::Other | Meaning::Role(role::NO_NOUN)) {
                at += 1;
                continue;
            }
            if let Some((Meaning::Trap, end)) = reader.set_phrase(at) {
                at = end;
                continue;
            }
            let read = last.and_then(|last| reader.goes_on_from(last, at)).or_else(|| reader.phrase(at));
            let Some((mut phrase, mut end)) = read else {
                at += 1;
                continue;
            };
            if let Phrase::One(time) = &mut phrase {
                if let Some(year) = last.and_then(|last| reader.year_before(last, *time, at)) {
                    time.year = year;
                }
                if let Some(year) = reader.year_named(*time, end, self.published) {
                    *time = Time::new(Base::Year, Year::At(year));
                    end += 1;
                }
            }
            let tense = reader.tense(phrase, at, end, &mut verbs);
            let (time, end_read, mention) = self.resolved(&reader, phrase, at, end, tense);
            if let Some(mention) = mention {
                // Freed on Saturday, after they had been buried since April 25: it is Saturday that the story goes on from.
                let aside = mention.relation == Relation::Since
                    && mentions
                        .iter()
                        .any(|other: &Mention| other.relation == Relation::In && other.interval.is_some());
                if !aside {
                    self.remember(time, &mention);
                }
                mentions.push(mention);
            }
            last = Some((time, end_read));
            at = end_read;
        }
        mentions
    }

    /// The time that is told at `at`, the piece after it, and the mention that it is; none where it is no time after all.
    fn resolved(
        &self,
        reader: &Reader<'_>,
        phrase: Phrase,
        at: usize,
        mut end: usize,
        (tense, tense_is_sure): (Tense, bool),
    ) -> (Time, usize, Option<Mention>) {
        let (Phrase::One(mut time) | Phrase::Range(mut time, _)) = phrase;
        let mut frame = Frame {
            published: self.published,
            tense,
            tense_is_sure,
            relation: Relation::In,
            weekdays_by_week: self.words.weekdays_by_week,
            told: &self.told,
            dated: &self.dated,
            sentence: self.sentences,
        };
        if let Phrase::One(one) = phrase
            && frame.tense == Tense::Past
            && let Some(on) = reader.goes_on_to(one, at, end)
            && let Some(told) = self.told.last()
            && self.published.is_some_and(|published| told.latest < published.interval.earliest)
            && resolve(on, &frame).is_some_and(|(days, _)| days.earliest > told.earliest)
        {
            time = on;
        }
        // `dezelfde periode vorig jaar`, where the text has told none: somewhere in that year.
        if let Base::Same(span) = time.base
            && told_like(span, &frame).is_none()
        {
            time.base = Base::Year;
        }
        // `binnen drie weken was hij thuis`: how long it took.
        let took = reader.is(at, role::WITHIN) && frame.tense == Tense::Past;
        // `sinds donderdag`: a day that has been.
        if at > 0 && reader.is(at - 1, role::SINCE) && !reader.is(at - 1, role::FROM | role::AT) {
            (frame.tense, frame.tense_is_sure) = (Tense::Past, false);
        }
        let range = match phrase {
            Phrase::Range(_, last) => resolve_range(time, last, &frame),
            Phrase::One(_) => None,
        };
        let (days, precision, rule) = match (range, phrase) {
            (Some(_), _) => (range, Precision::Range, Rule::Range),
            (None, Phrase::Range(..)) if self.published.is_none() => (None, Precision::Range, Rule::Range),
            (None, _) => {
                // A range that cannot be one was two times side by side, or none where the first is a bare number.
                if let Phrase::Range(..) = phrase
                    && let Some((alone, shorter)) = reader.time(at)
                {
                    (time, end) = (alone, shorter);
                }
                frame.relation = reader.relation(at, time);
                let story = of_story(time, &frame).is_some();
                let rule = if story { Rule::TimeToldBefore } else { rule(time) };
                (resolve(time, &frame), precision(time), rule)
            }
        };
        let unsettled = days.is_none() && self.published.is_some() && !matches!(time.base, Base::Then(..));
        if took || unsettled || reader.recurs(at, time) || is_vague(time, &frame) {
            return (time, end, None);
        }
        let range = reader.pieces[at].start as usize..reader.pieces[end - 1].end as usize;
        let (interval, extent) = days.map_or((None, Extent::Whole), |(days, extent)| (Some(days), extent));
        (time, end, Some(Mention { range, interval, extent, precision, relation: frame.relation, rule }))
    }

    /// Keeps what later times may count from.
    fn remember(&mut self, time: Time, mention: &Mention) {
        let anchor = mention.extent == Extent::Whole && is_anchor(mention.precision, time);
        let Some(interval) = mention.interval.filter(|_| anchor) else { return };
        keep(&mut self.told, interval);
        if let Some(dated) = self.dated_by(time, interval, mention.relation) {
            keep(&mut self.dated, dated);
        }
    }
}

/// Adds to the last [`KEPT`].
fn keep<T>(kept: &mut Vec<T>, one: T) {
    if kept.len() == KEPT {
        kept.remove(0);
    }
    kept.push(one);
}

impl Telling {
    /// A date that others may take their year from.
    fn dated_by(&self, time: Time, interval: Interval, relation: Relation) -> Option<Dated> {
        let kind = match time.base {
            Base::Day { .. } | Base::Month(_) | Base::Season(_) | Base::Feast(_) => true,
            // `drie weken later`; a year before is what others are held against.
            Base::Then(span, count) => span < Span::Year && count.least > 0,
            _ => false,
        };
        let told = match time.year {
            Year::At(_) | Year::Short(_) | Year::Told(_) | Year::Beside(_) => true,
            // It has taken the year of another.
            Year::Open => {
                let now = self.published?.interval;
                interval.latest.0 + 365 < now.earliest.0
            }
            _ => false,
        };
        // `sinds 2004` tells of what goes on.
        (kind && told && relation == Relation::In).then_some(Dated { interval, sentence: self.sentences })
    }
}

/// Whether what is told later may count from it.
fn is_anchor(precision: Precision, time: Time) -> bool {
    let cut = matches!(time.part, Some(Part::SoFar | Part::Rest));
    precision != Precision::Range && precision != Precision::Century && !cut
}

/// Whether the tense leaves open that it is a time at all: `in het weekend` of any week; `in three years`, `binnen een
/// week` of how long something took.
fn is_vague(time: Time, frame: &Frame<'_>) -> bool {
    match (time.base, time.year) {
        // By the weekend: the one to come.
        (Base::Turn(Span::Weekend, _), Year::Open) => {
            matches!(frame.tense, Tense::Unknown | Tense::Present)
                && !matches!(frame.relation, Relation::Before | Relation::Until)
                && !(frame.tense == Tense::Present && frame.relation == Relation::After)
        }
        (Base::Ago(_, count), _) if count.least < 0 && time.offset.is_none() => match frame.weekdays_by_week {
            // Dutch `over`
            true => frame.tense == Tense::Past,
            false => !matches!(frame.tense, Tense::Future | Tense::Present),
        },
        _ => false,
    }
}

/// The times that a sentence by itself speaks of, in its order, none overlapping: [`Telling::sentence`].
pub fn mentions(sentence: &str, published: Option<Publication>, language: Language) -> Vec<Mention> {
    Telling::new(published, language).sentence(sentence)
}

impl Reader<'_> {
    /// The year that a date takes from just before it: `in 2014, op 17 juli`.
    fn year_before(&self, (year, end): (Time, usize), time: Time, at: usize) -> Option<Year> {
        let dated = matches!((year.base, year.year), (Base::Year, Year::At(_)));
        let takes = matches!(time.base, Base::Day { .. } | Base::Month(_)) && time.is_open();
        let close = self.gap(end) == Gap::Comma && (at == end || at == end + 1 && self.is(end, role::LEADS));
        (dated && takes && close && time.part.or(year.part).is_none()).then_some(year.year)
    }

    /// Where the sentence looks at the pieces from `at` to `end`, and whether their own clause shows it. The verbs are read
    /// where a time first needs them.
    fn tense(&self, phrase: Phrase, at: usize, end: usize, verbs: &mut Option<Verbs>) -> (Tense, bool) {
        let (Phrase::One(first) | Phrase::Range(first, _)) = phrase;
        let last = match phrase {
            Phrase::Range(_, last) => last.needs_tense(),
            Phrase::One(time) => self.goes_on_to(time, at, end).is_some(),
        };
        if !first.needs_tense() && !last {
            return (Tense::Unknown, false);
        }
        if matches!(first.base, Base::Weekday(_)) && self.leads_present(at, end) {
            return (Tense::Present, true);
        }
        if self.no_later(at) || self.is_arranged(at) || self.is_aimed_at(at) {
            return (Tense::Future, false);
        }
        let verbs = verbs.get_or_insert_with(|| self.verbs());
        if verbs.is_empty() && self.is_command(at) {
            return (Tense::Future, true);
        }
        let present =
            first.needs_tense() && verbs.is_empty() && matches!(first.base, Base::Weekday(_)) && self.in_present();
        if present { (Tense::Present, false) } else { verbs.tense(at, end) }
    }

    /// The next year of a story, where an article stands ahead of it: in February of the next year, `het volgende jaar`.
    fn goes_on_to(&self, time: Time, at: usize, end: usize) -> Option<Time> {
        let told = (at + 1..end).any(|at| self.meaning(at) == Meaning::Turn(1) && self.is(at - 1, role::ARTICLE));
        let year = |year| Some(Time { year, ..time });
        match (time.base, time.year) {
            _ if !told || time.offset.is_some() => None,
            (Base::Turn(span @ (Span::Week | Span::Month | Span::Year), 1), _) => {
                Some(Time { base: Base::Then(span, Count::halves(2)), ..time })
            }
            (Base::Season(_) | Base::Month(_), Year::Side(1)) => year(Year::Beside(1)),
            (_, Year::Turn(1)) => year(Year::Told(1)),
            _ => None,
        }
    }

    /// The year after a time that means one near publication: `het aanstaande jaar 1656`, `this year 2023`.
    fn year_named(&self, time: Time, at: usize, published: Option<Publication>) -> Option<i32> {
        let now = published?.interval;
        let is_year = matches!(time.base, Base::Turn(Span::Year, _) | Base::Window(Span::Year, _))
            && time.part.is_none()
            && matches!(self.meaning(at.checked_sub(1)?), Meaning::Span(Span::Year));
        match self.meaning(at) {
            Meaning::Number(Digits { value, width: 4 })
                if is_year && self.spaced(at) && !self.counts(at) && !self.has_plural(at) =>
            {
                let near = now.earliest.ymd().0 - 1..=now.latest.ymd().0 + 1;
                Some(i32::from(value)).filter(|year| near.contains(year))
            }
            _ => None,
        }
    }

    /// What goes on from the time before it: the second day of `May 3 and 5`, the second decade of `jaren zestig en
    /// zeventig`.
    fn goes_on_from(&self, (time, end): (Time, usize), at: usize) -> Option<(Phrase, usize)> {
        let joined = self.is(at.checked_sub(1)?, role::AND | role::TO)
            && at == end + 1
            && matches!(self.gap(at), Gap::Space | Gap::Quote);
        // `September 7, 8 and 9`
        let listed = at == end
            && self.gap(at) == Gap::Comma
            && self.is(at + 1, role::AND)
            && self.day_number(at + 2).is_some_and(|last| self.day_number(at).is_some_and(|day| day < last));
        if !joined && !listed {
            return None;
        }
        let (time, end) = match (time.base, self.meaning(at)) {
            // What ends in its day told its month before, or has it from one that did.
            (Base::Day { day, month, .. }, Meaning::Number(_) | Meaning::Ordinal(_))
                if self.month_first_word(end) || self.day_number(end - 1) == Some(day) =>
            {
                let day = self.day_number(at)?;
                let counts =
                    self.counts(at) || self.has_plural(at) || self.is_fraction(at) || self.span(at + 1).is_some();
                let alone = !counts && (self.ends(at + 1) || matches!(self.meaning(at + 1), Meaning::Role(_)));
                if !alone && self.year_after(at + 1).is_none() {
                    return None;
                }
                let (year, end) = self.year_after(at + 1).unwrap_or((time.year, at + 1));
                return Some((Phrase::One(Time::new(Base::Day { day, month, weekday: 0 }, year)), end));
            }
            (Base::Nineties(_) | Base::Decade(_), Meaning::Cardinal(tens @ 20..=90)) if tens % 10 == 0 => {
                self.of_century(Base::Nineties(tens), at + 1)
            }
            (Base::Nineties(_) | Base::Decade(_), Meaning::Number(Digits { value, width: 2 })) if value % 10 == 0 => {
                self.of_century(Base::Nineties(value as u8), at + 1)
            }
            _ => return None,
        };
        Some((Phrase::One(time), end))
    }

    /// Whether a time that ends here told its month before its day.
    pub(super) fn month_first_word(&self, end: usize) -> bool {
        end > 1 && matches!(self.meaning(end - 2), Meaning::Month(_) | Meaning::ShortMonth(_))
    }
}

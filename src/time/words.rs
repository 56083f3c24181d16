//! What a language's words mean where times are told: the shape of its table.
//!
//! A language is a table of words and a few rules; the grammar of dates is shared.

use super::feasts::Feast;
use super::folded::{Index, LONGEST, fold, place};

/// What a word, or a number, can be in a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing that a time needs.
    Other,
    /// January is 1.
    Month(u8),
    /// Short for a month; one only beside a number.
    ShortMonth(u8),
    /// Monday is 1.
    Weekday(u8),
    /// Short for a weekday; one only before a date.
    ShortWeekday(u8),
    /// `jaren`, of which a number of tens follows.
    Decades,
    /// `negentiger`, which `jaren` follows.
    Tens(u8),
    /// Spring is 1, winter 4. The word may mean something else too: it needs its year.
    Season(u8, Sure),
    Part(Part),
    /// A noun for a part, which needs its `of`: the end of 2007.
    PartOf(Part),
    /// An adjective for a part, of what has no beginning of its own: the late 1990s.
    PartLike(Part),
    /// Earlier, later: of this week, month, year.
    Cut(Part),
    /// The second *half* of.
    Half,
    /// The third *quarter* of, where that is none of a year.
    Fourth,
    Span(Span),
    /// More than one of them.
    Spans(Span),
    /// A whole number: of days or years, of an hour of the clock, of a count.
    Number(Digits),
    Cardinal(u8),
    Ordinal(u8),
    /// A number in words that is written as years are: `negentienhonderd`, `tweeduizendtwintig`.
    YearWord(u16),
    /// `anderhalf`: so many halves.
    Halves(u8),
    /// A dozen.
    Group(u8),
    /// A few, `paar`: a count that is not told.
    Few,
    /// The indefinite article, where it is no number too.
    One,
    /// `1990s`, or `90s` where it is written so that it can be nothing else.
    Decade(u16),
    /// The nineties.
    Nineties(u8),
    /// The turn of the century; as a set phrase what stands ahead of the century.
    CenturyTurn,
    /// `Q3`.
    QuarterTag(u8),
    /// `H2`.
    HalfTag(u8),
    /// So many days from today.
    Shift(i8),
    /// Last, this, next.
    Turn(i8),
    /// Past, coming: of a weekday or month the nearest on that side, of a week or year the one before or after.
    Nearest(i8),
    /// Ago.
    Ago,
    /// The last of several: `laatste`.
    Final,
    /// After, before a time that the text has told: `daarna`, `daarvoor`.
    Then(i8),
    /// The day, year *after* it or *before* it: `volgende`, following.
    Following(i8),
    /// The day, year that the text has told: that, the same.
    That,
    /// Morning, night.
    DayPart,
    /// So many months from this one, of which a day is told: `den 3en passato`, the 3rd ult.
    OfMonth(i8),
    /// A day that has a name in every month: `primo`, `ultimo`.
    DayOf(u8),
    Feast(Feast),
    /// A day of a feast that has two: `kerstdag`.
    FeastDay(Feast),
    /// Begins a set phrase that means something as a whole.
    Opens,
    /// A set phrase that is no time: `vandaag de dag`.
    Trap,
    /// A verb of saying in the present: what it tells has been.
    Says,
    Role(u32),
}

/// Whether a word is a time whatever stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sure {
    Yes,
    WithYear,
}

/// A number as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits {
    pub(super) value: u16,
    pub(super) width: u8,
}

/// A stretch of the calendar that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub(super) enum Span {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
    /// Monday to Friday.
    Workweek,
    /// Only counted: two weeks.
    Fortnight,
    /// Only counted: six months.
    HalfYear,
}

/// A part of a time: by thirds, by halves, or cut by the day of speaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Begin,
    Middle,
    End,
    FirstHalf,
    SecondHalf,
    /// Up to the day of speaking: earlier this year.
    SoFar,
    /// From it on: later this year.
    Rest,
    /// Its first so many days, weeks, months.
    First(Span, u8),
    /// Its last so many.
    Last(Span, u8),
    /// The week that a day lies in.
    WeekOf,
    /// The weekend that a day lies in, or beside.
    WeekendOf,
    /// The nth quarter of a century.
    Fourth(u8),
    /// So many months, weeks, years that it ends: the three months to September.
    UpTo(Span, u8),
}

/// What a function word does; a word may do several things.
pub(super) mod role {
    /// Joins a time to its year: *of* 2022.
    pub(in crate::time) const OF: u32 = 1;
    /// Opens a range.
    pub(in crate::time) const FROM: u32 = 2;
    /// Joins the ends of a range.
    pub(in crate::time) const TO: u32 = 4;
    pub(in crate::time) const AND: u32 = 8;
    /// Opens a range that `AND` joins.
    pub(in crate::time) const BETWEEN: u32 = 16;
    pub(in crate::time) const SINCE: u32 = 32;
    pub(in crate::time) const UNTIL: u32 = 64;
    pub(in crate::time) const BEFORE: u32 = 128;
    pub(in crate::time) const AFTER: u32 = 256;
    /// Any other word after which a time is likely: in, on, during, around.
    pub(in crate::time) const AT: u32 = 512;
    pub(in crate::time) const ARTICLE: u32 = 1024;
    /// A noun that has a number: resolution 1973.
    pub(in crate::time) const LABEL: u32 = 2048;
    /// What numbers count or measure: 2000 soldiers.
    pub(in crate::time) const COUNTED: u32 = 4096;
    /// A verb of what is to come, of what has been.
    pub(in crate::time) const FUTURE: u32 = 8192;
    pub(in crate::time) const PAST: u32 = 16384;
    /// Between a preposition and its time: about, the year.
    pub(in crate::time) const ABOUT: u32 = 32768;
    /// Every: what follows recurs.
    pub(in crate::time) const EVERY: u32 = 1 << 16;
    /// Joins a time to its year, and is more than an `of`: in.
    pub(in crate::time) const IN: u32 = 1 << 17;
    /// The last word of `tot en met`.
    pub(in crate::time) const WITH: u32 = 1 << 18;
    /// Ahead of an era before the first year: 300 before Christ.
    pub(in crate::time) const ERA: u32 = 1 << 19;

    /// `of`, where it is no preposition: three or four.
    pub(in crate::time) const OR: u32 = 1 << 20;
    /// From now that long: `over`, in.
    pub(in crate::time) const AHEAD: u32 = 1 << 21;
    /// Within that long.
    pub(in crate::time) const WITHIN: u32 = 1 << 22;
    /// A verb of the present.
    pub(in crate::time) const PRESENT: u32 = 1 << 23;
    /// An auxiliary that makes a past with a participle: has, is.
    pub(in crate::time) const PERFECT: u32 = 1 << 24;
    /// An auxiliary of what was to come: would.
    pub(in crate::time) const WOULD: u32 = 1 << 25;
    /// Begins a clause: that, which, because.
    pub(in crate::time) const CLAUSE: u32 = 1 << 26;
    /// Between a quarter or year and its number: fiscal.
    pub(in crate::time) const FISCAL: u32 = 1 << 27;
    /// Less than so long ago: `minder`, `nog geen`.
    pub(in crate::time) const LESS: u32 = 1 << 28;
    /// Compares: than.
    pub(in crate::time) const THAN: u32 = 1 << 29;
    /// A form of *be*: a participle behind it is no past.
    pub(in crate::time) const PASSIVE: u32 = 1 << 31;
    /// The day of speaking, at the end of a range alone: now.
    pub(in crate::time) const NOW: u32 = 1 << 30;

    /// A preposition that does nothing here: what stands ahead of it is whole.
    pub(in crate::time) const NO_NOUN: u32 = 0;

    /// After any of these a number of four digits is likely to be a year.
    pub(in crate::time) const LEADS: u32 = OF | FROM | BETWEEN | SINCE | UNTIL | BEFORE | AFTER | AT | ABOUT | IN;
}

/// A language's words, and what its table cannot hold.
pub(super) struct Words {
    /// Folded words in the order of their bytes, with what they mean.
    pub(super) table: &'static [(&'static str, Meaning)],
    /// Where the table has each word.
    pub(super) index: &'static Index,
    /// Whether a word that the table does not hold may be put together of some that it does, in any case. It is asked of
    /// most words of a text.
    pub(super) compounds: fn(&[u8]) -> bool,
    /// Reads such a word: `negenentwintig`, `vrijdagochtend`.
    pub(super) compound: fn(&Words, &str) -> Meaning,
    /// Whether a folded word looks like a plural noun.
    pub(super) plural: fn(&str) -> bool,
    /// Months are written with a capital; one without is another word where the month is in `doubtful`.
    pub(super) capital_months: bool,
    /// Months whose bare name is often a verb or a person, by bit.
    pub(super) doubtful: u16,
    /// `vorige woensdag` is that of the week before, not the nearest.
    pub(super) weekdays_by_week: bool,
    /// `3/5/2010` is 5 March.
    pub(super) month_first: bool,
    /// Set phrases, folded, with single spaces: the longest that fits counts.
    pub(super) phrases: &'static [(&'static str, Meaning)],
    /// Whether a folded word is a verb of the past by its ending.
    pub(super) past: fn(&str) -> bool,
    /// Whether a folded word may be a verb of the past, at the least.
    pub(super) maybe_past: fn(&str) -> bool,
    /// Whether a folded word looks like a past participle.
    pub(super) participle: fn(&str) -> bool,
    /// Whether a folded word may be a past participle, at the least.
    pub(super) maybe_participle: fn(&str) -> bool,
    /// Participles of what is set for a time to come, and the prepositions between: postponed until.
    pub(super) arranged: (&'static [&'static str], &'static [&'static str]),
    /// What stands ahead of the last time that is meant: no later than.
    pub(super) no_later: &'static [&'static str],
    /// What stands ahead of the first time that may be meant: at least.
    pub(super) least: &'static [&'static str],
    /// What stands ahead of the time by which something is to be done; and verbs whose infinitive was, or was not, done by then:
    /// agreed to pay by Friday, failed to pay by Friday.
    pub(super) done_by: Option<(&'static str, &'static [&'static str])>,
    /// Words of what is done again and again.
    pub(super) habits: &'static [&'static str],
    /// What stands behind a year to say that it is after Christ.
    pub(super) our_era: &'static [&'static str],
    /// Hours, of which many are days.
    pub(super) hours: &'static [&'static str],
    /// Whom a command is about: Remind me.
    pub(super) objects: &'static [&'static str],
    /// A participle stands close behind its auxiliary.
    pub(super) close_participle: bool,
    /// The word for the last of several is that for the one before: last week, the last week of May.
    pub(super) last_is_turn: bool,
    /// A preposition alone says before or after what was told: the day after.
    pub(super) after_alone: bool,
    /// All nouns have a capital, and a year stands without a preposition: `Er wurde 1871 geboren`.
    pub(super) nouns_capital: bool,
    /// An ordinal in digits has a full stop: `3. Mai`.
    pub(super) dotted_ordinals: bool,
    /// The word for *before* is that for *ago*, and stands ahead: `vor drei Wochen`.
    pub(super) before_is_ago: bool,
    /// The word for a thousand, where it is not written together with what it counts.
    pub(super) thousand: &'static str,
    /// And that for a hundred.
    pub(super) hundred: &'static str,
}

impl Words {
    /// What a word means that is in ASCII, or is folded.
    #[inline]
    pub(super) fn look_up(&self, word: &[u8]) -> Meaning {
        match place(word, self.table, self.index) {
            Some(at) => self.table[at].1,
            None if (self.compounds)(word) => {
                let mut buffer = [0; LONGEST];
                let folded = std::str::from_utf8(word).ok().and_then(|word| fold(word, &mut buffer));
                folded.map_or(Meaning::Other, |word| (self.compound)(self, word))
            }
            None => Meaning::Other,
        }
    }

    /// What the table says of a folded word.
    pub(super) fn known(&self, folded: &str) -> Option<Meaning> {
        place(folded.as_bytes(), self.table, self.index).map(|at| self.table[at].1)
    }

    pub(super) fn thousand(&self, word: &str) -> bool {
        !self.thousand.is_empty() && word == self.thousand
    }

    pub(super) fn hundred(&self, word: &str) -> bool {
        !self.hundred.is_empty() && word == self.hundred
    }

    pub(super) fn doubts(&self, month: u8) -> bool {
        self.doubtful & (1 << month) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::super::folded::LONGEST;
    use super::super::{dutch, english, german};
    use super::Words;

    /// So a word is found by a reader too, and stands there once.
    #[test]
    fn tables_are_in_order() {
        for words in [&dutch::WORDS, &english::WORDS, &german::WORDS] {
            let Words { table, .. } = words;
            for pair in table.windows(2) {
                assert!(pair[0].0 < pair[1].0, "{} {}", pair[0].0, pair[1].0);
            }
            assert!(
                table.iter().all(|(word, _)| word.len() <= LONGEST && word.bytes().all(|b| b.is_ascii_lowercase()))
            );
            assert!(table.iter().all(|(word, meaning)| words.known(word) == Some(*meaning)));
        }
    }
}

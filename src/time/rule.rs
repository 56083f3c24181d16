//! By which rule the days of a time were found.

/// The rule that gave a time its days, for whoever asks why. Its number is stable: archives keep it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Rule {
    /// The expression says it all: `3 mei 2010`, `2010`, `de 17e eeuw`.
    Calendar = 0,
    /// It does not tell its year: the nearest that suits the tense.
    NearestYear = 1,
    /// It does not tell its month: the nearest that suits the tense and the weekday.
    NearestMonth = 2,
    /// `'10`, the nineties: of the century nearest to publication.
    NearestCentury = 3,
    /// A weekday, on the side of publication to which the tense points.
    WeekdayByTense = 4,
    /// A weekday of last, this or next week.
    WeekdayOfWeek = 5,
    /// Today, yesterday: counted from the day of publication.
    RelativeDay = 6,
    /// Last week, this year: counted from that of publication.
    RelativeSpan = 7,
    /// So long ago.
    CountedBack = 8,
    /// In so long.
    CountedAhead = 9,
    /// The past, the coming so many: up to or from the day of publication.
    Window = 10,
    /// Earlier, later this year: up to or from the day of publication.
    CutByPublication = 11,
    /// A feast: by its date, or by that of Easter.
    Feast = 12,
    /// So long before or after a date that is told with it.
    CountedFromDate = 13,
    /// Counted from a time that the text has told before, or in its year.
    TimeToldBefore = 14,
    /// From one time to another.
    Range = 15,
}

impl Rule {
    /// Every rule, in the order of their numbers.
    pub const ALL: [Self; 16] = [
        Self::Calendar,
        Self::NearestYear,
        Self::NearestMonth,
        Self::NearestCentury,
        Self::WeekdayByTense,
        Self::WeekdayOfWeek,
        Self::RelativeDay,
        Self::RelativeSpan,
        Self::CountedBack,
        Self::CountedAhead,
        Self::Window,
        Self::CutByPublication,
        Self::Feast,
        Self::CountedFromDate,
        Self::TimeToldBefore,
        Self::Range,
    ];

    /// Its name in every output: `calendar`, `nearest-year`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::NearestYear => "nearest-year",
            Self::NearestMonth => "nearest-month",
            Self::NearestCentury => "nearest-century",
            Self::WeekdayByTense => "weekday-by-tense",
            Self::WeekdayOfWeek => "weekday-of-week",
            Self::RelativeDay => "relative-day",
            Self::RelativeSpan => "relative-span",
            Self::CountedBack => "counted-back",
            Self::CountedAhead => "counted-ahead",
            Self::Window => "window",
            Self::CutByPublication => "cut-by-publication",
            Self::Feast => "feast",
            Self::CountedFromDate => "counted-from-date",
            Self::TimeToldBefore => "time-told-before",
            Self::Range => "range",
        }
    }
}

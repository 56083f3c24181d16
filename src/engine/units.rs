//! From bytes to UTF-16 code units, where offsets leave the library.

use std::ops::Range;

/// The range in UTF-16 code units of a range of bytes in a text; what lies outside ends with the text.
pub(super) fn utf16(text: &str, range: &Range<usize>) -> (usize, usize) {
    let units = |text: Option<&str>| text.map_or(0, |text| text.encode_utf16().count());
    let start = units(text.get(..range.start));
    (start, start + units(text.get(range.clone())))
}

/// Ranges of bytes in a document's text as units in one of its parts.
pub(super) fn within<'a>(
    text: &str,
    part: &Range<usize>,
    ranges: impl Iterator<Item = &'a Range<usize>>,
) -> Vec<(usize, usize)> {
    let shift = |range: &Range<usize>| {
        utf16(&text[part.clone()], &(range.start - part.start..range.end.min(part.end) - part.start))
    };
    ranges.filter(|range| part.start <= range.start && range.start < part.end).map(shift).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_outside_the_basic_plane_count_twice() {
        let text = "één 𝒳 stad";
        let stad = text.find("stad").unwrap();
        assert_eq!(utf16(text, &(stad..stad + 4)), (7, 11));
        assert_eq!(within(text, &(6..text.len()), std::iter::once(&(stad..stad + 4))), [(3, 7)]);
    }
}

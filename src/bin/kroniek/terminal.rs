//! Text for people: on a terminal marked, in a file or a pipe bare.

use std::io::{IsTerminal as _, stdout};

/// How marked text is shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terminal {
    marks: bool,
}

impl Terminal {
    /// Standard output: marked where it is a terminal.
    pub(crate) fn of_output() -> Self {
        Self { marks: stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() }
    }

    /// A text with parts of it in bold; `marks` are UTF-16 code units, ascending, none overlapping.
    pub(crate) fn marked(self, text: &str, marks: &[(usize, usize)]) -> String {
        let mut shown = String::with_capacity(text.len() + 8 * marks.len());
        let (mut unit, mut marks, mut open) = (0, marks.iter().peekable(), false);
        for letter in text.chars() {
            if open && marks.next_if(|(_, end)| *end <= unit).is_some() {
                shown.push_str("\x1b[0m");
                open = false;
            }
            if !open && self.marks && marks.peek().is_some_and(|(start, end)| *start <= unit && unit < *end) {
                shown.push_str("\x1b[1m");
                open = true;
            }
            shown.push(if letter.is_control() { ' ' } else { letter });
            unit += letter.len_utf16();
        }
        if open {
            shown.push_str("\x1b[0m");
        }
        shown
    }

    /// A text in bold.
    pub(crate) fn bold(self, text: &str) -> String {
        self.marked(text, &[(0, usize::MAX)])
    }
}

/// A text in one line, without what a terminal would take for a command.
pub(crate) fn line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// A text in one line, cut to so many letters.
pub(crate) fn short(text: &str, letters: usize) -> String {
    let mut shown = line(text);
    if let Some((cut, _)) = shown.char_indices().nth(letters) {
        shown.truncate(cut);
        shown.push('…');
    }
    shown
}

/// A number with its noun.
pub(crate) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_bold() {
        let bold = Terminal { marks: true };
        assert_eq!(bold.marked("𝒳 één", &[(0, 2), (3, 6)]), "\x1b[1m𝒳\x1b[0m \x1b[1méén\x1b[0m");
        assert_eq!(bold.marked("ab", &[(0, 1), (1, 2)]), "\x1b[1ma\x1b[0m\x1b[1mb\x1b[0m");
        assert_eq!(Terminal { marks: false }.marked("a\x1b[31mb", &[(0, 1)]), "a [31mb");
        assert_eq!(short("één twee", 3), "één…");
    }
}

//! What is written in the page itself: the template filled in, and the list of the articles for a browser that runs no
//! scripts.

use anyhow::{Context, Result, bail};
use kroniek::text::Language;

use super::{Card, Listed, words};

/// Fills a template: `{{name}}` becomes the value of that name. What a value brings is not looked at again, so no text of
/// a corpus can name another.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("the template of the page has a {{ without its }}")?;
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            bail!("the template of the page asks for {name}, which is not there");
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// A text as HTML shows it, also within quotes. Control characters, which HTML does not allow, become spaces.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            char if char.is_control() => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}

/// The list of the articles, in the order given.
///
/// Each label is isolated with `<bdi>`, so that a text that turns its direction around does not turn the list around.
pub(super) fn list(card: &Card) -> String {
    let mut list = format!("<p>{}</p>\n<ol>\n", words::without_scripts(card.language));
    for article in &card.articles {
        list.push_str("<li>");
        if let Some(date) = &article.date {
            list.push_str(&time(date, card.language));
            list.push(' ');
        }
        let Listed { label, is_title, .. } = article;
        let (open, close) = if *is_title { ("", "") } else { ("<i>", "</i>") };
        list.push_str(&format!("{open}<bdi>{}</bdi>{close}</li>\n", escape(label)));
    }
    list.push_str("</ol>");
    let more = card.documents.saturating_sub(card.articles.len());
    if more > 0 {
        list.push_str(&format!("\n<p>{}</p>", words::more(card.language, more)));
    }
    list
}

/// A date as it is known: `2023-03` is "maart 2023". Other than a year, a month or a day it is shown as it is written.
fn time(edtf: &str, language: Language) -> String {
    match known(edtf, language) {
        Some(shown) => format!("<time datetime=\"{edtf}\">{shown}</time>"),
        None => escape(edtf),
    }
}

fn known(edtf: &str, language: Language) -> Option<String> {
    let digits = |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = edtf.split('-');
    let year = parts.next().filter(|year| digits(year, 4))?;
    let Some(month) = parts.next() else { return Some(year.to_owned()) };
    let months = words::months(language);
    let name = months.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let Some(day) = parts.next() else { return digits(month, 2).then(|| format!("{name} {year}")) };
    let number: u32 = day.parse().ok()?;
    (digits(month, 2) && digits(day, 2) && parts.next().is_none()).then(|| format!("{number} {name} {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(label: &str, date: Option<&str>) -> Card {
        Card {
            title: String::new(),
            language: Language::Dutch,
            description: String::new(),
            articles: vec![Listed { label: label.to_owned(), date: date.map(str::to_owned), is_title: true }],
            documents: 1,
        }
    }

    #[test]
    fn a_value_is_not_filled_in_again() {
        assert_eq!(fill("<{{a}}{{b}}>", &[("a", "{{b}}"), ("b", "x")]).unwrap(), "<{{b}}x>");
        assert!(fill("{{c}}", &[]).is_err());
        assert!(fill("{{c", &[]).is_err());
    }

    #[test]
    fn what_an_article_holds_stays_text() {
        let list = list(&card("</noscript><script>alert('1')</script>\u{202e}\"&\u{0}", None));
        assert!(list.contains(
            "<li><bdi>&lt;/noscript&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;\u{202e}&quot;&amp; </bdi></li>"
        ));
    }

    #[test]
    fn a_date_is_shown_as_it_is_known() {
        let shown = |date| known(date, Language::Dutch).unwrap_or_default();
        assert_eq!(shown("2022"), "2022");
        assert_eq!(shown("2023-03"), "maart 2023");
        assert_eq!(shown("2023-03-05"), "5 maart 2023");
        assert_eq!(known("2023-03-05", Language::English).as_deref(), Some("5 March 2023"));
        for other in ["", "x", "2023-13", "2023-00", "2023-3", "2023-21", "2022-10/2023-03", "2023-03-05-1"] {
            assert_eq!(shown(other), "", "{other}");
        }
        assert!(list(&card("x", Some("\"><b>"))).contains("<li>&quot;&gt;&lt;b&gt; <bdi>"));
    }

    #[test]
    fn the_rest_is_counted() {
        let mut large = card("x", None);
        large.documents = 1_001;
        assert!(list(&large).ends_with("</ol>\n<p>En nog 1000 artikelen.</p>"));
        large.documents = 2;
        assert!(list(&large).ends_with("</ol>\n<p>En nog 1 artikel.</p>"));
    }
}

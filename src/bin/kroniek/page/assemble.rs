//! The two forms of the page, put together in memory.

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Card, Parts, html, policy};

/// A file of the site.
pub(super) struct File {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// The page as one file that opens without a server: everything is written in it, the engine as gzip in letters. Gives what stands before
/// the engine and after it.
pub(super) fn file(parts: &Parts<'_>, card: &Card) -> Result<(String, String)> {
    within("script", parts.app)?;
    within("style", parts.style)?;
    let icon = parts.icons.iter().find(|(name, _)| *name == "icon.svg").map_or(&[][..], |(_, bytes)| *bytes);
    let head = format!(
        "<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n<style>{}</style>",
        STANDARD.encode(icon),
        parts.style
    );
    // A classic script cannot wait for what stands below it, so the engine stands above.
    let before = "<script type=\"application/gzip;letters\" id=\"kroniek-engine\">";
    let foot = format!("{before}</script>\n<script>{}</script>", parts.app);
    let page = document(parts, card, &policy::of_file(parts.app, parts.style), &head, &foot)?;
    // The titles of articles, which come before, are escaped and hold no such thing.
    let (start, end) = page.split_once(before).context("the template has no foot")?;
    Ok((format!("{start}{before}"), end.to_owned()))
}

/// The page as a folder for any static host, under any path. What it consists of is named after its content, so that a
/// browser never mixes two versions. The parts of the archive that live outside the engine are not among its files.
pub(super) fn site(parts: &Parts<'_>, engine: &[u8], card: &Card) -> Result<Vec<File>> {
    let app = named("app", "js", parts.app.as_bytes());
    let style = named("style", "css", parts.style.as_bytes());
    let engine = named("engine", "wasm", engine);
    let head = format!(
        "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin id=\"kroniek-engine\" href=\"{}\">\n\
         <link rel=\"stylesheet\" href=\"{}\">\n\
         <link rel=\"icon\" href=\"icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"icon-192.png\">\n\
         <link rel=\"manifest\" href=\"manifest.webmanifest\">\n\
         <script defer src=\"{}\"></script>",
        engine.name, style.name, app.name
    );
    let index = File {
        name: "index.html".to_owned(),
        bytes: document(parts, card, &policy::of_site(), &head, "")?.into_bytes(),
    };
    let manifest = File { name: "manifest.webmanifest".to_owned(), bytes: manifest(parts, card)?.into_bytes() };

    let mut files = vec![index, app, style, engine, manifest];
    files.extend(parts.icons.iter().map(|(name, bytes)| File { name: (*name).to_owned(), bytes: bytes.to_vec() }));
    let service = service(parts, &files)?;
    files.push(File { name: "sw.js".to_owned(), bytes: service.into_bytes() });
    Ok(files)
}

fn document(parts: &Parts<'_>, card: &Card, policy: &str, head: &str, foot: &str) -> Result<String> {
    html::fill(
        parts.template,
        &[
            ("description", &html::escape(&card.description)),
            ("foot", foot),
            ("head", head),
            ("language", card.language.code()),
            ("list", &html::list(card)),
            ("policy", &html::escape(policy)),
            ("title", &html::escape(&card.title)),
            ("version", env!("CARGO_PKG_VERSION")),
        ],
    )
}

fn manifest(parts: &Parts<'_>, card: &Card) -> Result<String> {
    let quoted = |text: &str| {
        let quoted = serde_json::Value::from(text).to_string();
        quoted[1..quoted.len() - 1].to_owned()
    };
    // What stands under an icon has little room.
    let short = if card.title.chars().count() <= 12 { &card.title } else { "Kroniek" };
    html::fill(
        parts.manifest,
        &[
            ("description", &quoted(&card.description)),
            ("language", card.language.code()),
            ("short", &quoted(short)),
            ("title", &quoted(&card.title)),
        ],
    )
}

/// The service worker, which is told the files of this version and their digests.
fn service(parts: &Parts<'_>, files: &[File]) -> Result<String> {
    let list: Vec<_> =
        files.iter().map(|file| (&*file.name, policy::sha256(&file.bytes), media_type(&file.name))).collect();
    let list = serde_json::to_string(&list)?;
    let version = &policy::sha256(format!("{list}{}", parts.service).as_bytes())[..16];
    Ok(format!("self.KRONIEK_VERSION={version:?};\nself.KRONIEK_FILES={list};\n{}", parts.service))
}

fn named(stem: &str, ending: &str, bytes: &[u8]) -> File {
    File { name: format!("{stem}.{}.{ending}", &policy::sha256(bytes)[..16]), bytes: bytes.to_vec() }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// A script or a style can be written in a page only when nothing in it ends or bends its element.
fn within(element: &str, text: &str) -> Result<()> {
    let lower = text.to_ascii_lowercase();
    for bad in [format!("</{element}"), "<!--".to_owned(), "\r".to_owned(), "\0".to_owned()] {
        if lower.contains(&bad) {
            bail!("the page's {element} holds {bad:?} and cannot be written in one file");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use kroniek::text::Language;

    use super::super::Listed;
    use super::*;

    const PARTS: Parts<'static> = Parts {
        app: "go()",
        engine: b"",
        icons: [("icon-192.png", b"1"), ("icon-512.png", b"2"), ("icon.svg", b"<svg/>")],
        manifest: include_str!("../../../../www/manifest.webmanifest"),
        service: "serve()",
        style: "p{}",
        template: include_str!("../../../../www/index.html"),
    };

    fn card() -> Card {
        Card {
            title: "Een \"titel\" </title><script>x</script> {{foot}}".to_owned(),
            language: Language::Dutch,
            description: "Wat het is.".to_owned(),
            articles: vec![Listed { label: "Eerste".to_owned(), date: Some("2023-03".to_owned()), is_title: true }],
            documents: 1,
        }
    }

    #[test]
    fn the_file_holds_all_and_allows_only_that() {
        let (before, after) = file(&PARTS, &card()).unwrap();
        let file = before + &after;
        assert_eq!(file.matches("<script").count(), 2);
        assert!(file.contains("<script>go()</script>") && file.contains("<style>p{}</style>"));
        assert!(file.contains("script-src &#39;sha256-"));
        assert!(!file.contains("href=\"icon") && !file.contains("src=\""));
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        for app in ["'</Script>'", "'<!--'"] {
            assert!(file(&Parts { app, ..PARTS }, &card()).is_err());
        }
    }

    #[test]
    fn the_site_names_its_files_by_what_they_hold() {
        let names = |engine| site(&PARTS, engine, &card()).unwrap().into_iter().map(|file| file.name);
        let (one, two): (Vec<_>, Vec<_>) = (names(b"1").collect(), names(b"2").collect());
        assert_eq!(one.len(), 9);
        assert_eq!(one.iter().zip(&two).filter(|(one, two)| one != two).count(), 1);
        assert!(one[3].starts_with("engine.") && one[3].ends_with(".wasm"));
    }

    #[test]
    fn the_service_worker_knows_every_other_file_and_its_version() {
        let service = |engine| {
            let files = site(&PARTS, engine, &card()).unwrap();
            let service = String::from_utf8(files.last().unwrap().bytes.clone()).unwrap();
            assert!(files[..8].iter().all(|file| service.contains(&policy::sha256(&file.bytes))));
            service
        };
        assert!(service(b"1").lines().next() != service(b"2").lines().next());
        assert_eq!(service(b"1"), service(b"1"));
    }

    #[test]
    fn the_manifest_is_json_whatever_the_title() {
        let manifest: serde_json::Value = serde_json::from_str(&manifest(&PARTS, &card()).unwrap()).unwrap();
        assert_eq!(manifest["name"], card().title);
        assert_eq!(manifest["start_url"], "./");
    }
}

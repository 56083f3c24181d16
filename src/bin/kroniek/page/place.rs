//! Puts what was made where it was asked for: written aside first, then moved, so that nothing is ever half there.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::Made;
use super::assemble::File;
use crate::kept;

/// What is being made, in a folder beside the one that it will stand in.
pub(super) struct Making {
    out: PathBuf,
    made: Made,
    aside: Aside,
}

impl Making {
    /// Begins in the folder `out`, which is made where it is missing.
    pub(super) fn begin(out: &Path) -> Result<Self> {
        let is_new = !out.exists();
        fs::create_dir_all(out).with_context(|| format!("{}: this folder cannot be made", out.display()))?;
        let made = Made { file: Some(out.join("kroniek.html")), site: out.join("site"), parts: 0, bytes: 0 };
        if let Some(file) = made.file.as_ref().filter(|file| file.is_dir()) {
            bail!("{}: a folder stands where the page should go; name another --out", file.display());
        }
        replaceable(&made.site)?;
        let aside = Aside::new(out, is_new)?;
        let new_site = aside.folder.join("site");
        fs::create_dir(&new_site).with_context(|| unwritable(&new_site))?;
        Ok(Self { out: out.to_owned(), made, aside })
    }

    /// The folder that it is made in.
    pub(super) fn folder(&self) -> &Path {
        &self.aside.folder
    }

    /// The site that is being made.
    pub(super) fn site(&self) -> PathBuf {
        self.aside.folder.join("site")
    }

    /// The single file that is being made.
    pub(super) fn file(&self) -> PathBuf {
        self.aside.folder.join("kroniek.html")
    }

    /// Puts a file in the site.
    pub(super) fn put(&self, file: &File) -> Result<()> {
        write(&self.site().join(&file.name), &file.bytes)
    }

    /// Moves all of it to where it was asked for. Where no single file was made, an older one is not kept. What was kept for the next time goes
    /// along if it is `worth` it.
    pub(super) fn finish(self, worth: bool) -> Result<Made> {
        let Self { out, mut made, aside } = self;
        let [new_site, new_file, old] = ["site", "kroniek.html", "old"].map(|name| aside.folder.join(name));
        if made.site.exists() {
            fs::rename(&made.site, &old).with_context(|| unwritable(&made.site))?;
        }
        if let Err(error) = fs::rename(&new_site, &made.site) {
            // What was there goes back; when that fails too, the first error is the one to tell.
            let _ = fs::rename(&old, &made.site);
            return Err(error).with_context(|| unwritable(&made.site));
        }
        if let Some(file) = made.file.take() {
            if new_file.exists() {
                fs::rename(&new_file, &file).with_context(|| unwritable(&file))?;
                made.file = Some(file);
            } else {
                // Otherwise it would show another collection than the site beside it.
                let _ = fs::remove_file(&file);
            }
        }
        kept::replace(&out, &aside.folder, worth)?;
        Ok(made)
    }
}

/// A folder is replaced only when it is empty or a site made here: `--out` may name a folder with a `site/` of someone's own.
fn replaceable(site: &Path) -> Result<()> {
    if fs::symlink_metadata(site).is_err() {
        return Ok(());
    }
    let mut entries =
        fs::read_dir(site).with_context(|| format!("{}: a folder is needed here", site.display()))?.peekable();
    let made_here = || {
        fs::read_to_string(site.join("index.html"))
            .is_ok_and(|page| page.contains("<meta name=\"generator\" content=\"Kroniek "))
    };
    if entries.peek().is_some() && !made_here() {
        bail!(
            "{}: this folder holds something else than a site of Kroniek; move it, or name another --out",
            site.display()
        );
    }
    Ok(())
}

/// How the name of a folder begins in which something is made; the number of the process follows.
const ASIDE: &str = ".kroniek-";

/// Removes what processes left that were killed here, where the system says which are there (Linux).
fn sweep(out: &Path) {
    let processes = Path::new("/proc");
    let gone = |name: &str| {
        let process = name.strip_prefix(ASIDE).filter(|number| number.parse::<u32>().is_ok());
        process.is_some_and(|number| processes.join("self").exists() && !processes.join(number).exists())
    };
    for entry in fs::read_dir(out).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(gone) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// A folder beside the result, so that moving is renaming; gone at the end, whatever happens.
struct Aside {
    folder: PathBuf,
    /// The folder of the result, where that was made for it: it goes too, if nothing is in it.
    made: Option<PathBuf>,
}

impl Aside {
    fn new(out: &Path, is_new: bool) -> Result<Self> {
        sweep(out);
        let folder = out.join(format!("{ASIDE}{}", std::process::id()));
        // A process of the same number may have been killed here.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir(&folder).with_context(|| format!("{}: nothing can be written in this folder", out.display()))?;
        Ok(Self { folder, made: is_new.then(|| out.to_owned()) })
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
        if let Some(made) = &self.made {
            let _ = fs::remove_dir(made);
        }
    }
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| unwritable(path))
}

pub(super) fn unwritable(path: &Path) -> String {
    format!("{}: cannot be written", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder for one test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("kroniek-place-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn names(&self, of: &str) -> Vec<String> {
            let entries = fs::read_dir(self.0.join(of)).unwrap();
            let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn put(out: &Path, page: &str, names: &[&str]) -> Result<Made> {
        let making = Making::begin(out)?;
        write(&making.file(), page.as_bytes())?;
        let bytes = b"<meta name=\"generator\" content=\"Kroniek 1\">".to_vec();
        names.iter().try_for_each(|name| making.put(&File { name: (*name).to_owned(), bytes: bytes.clone() }))?;
        making.finish(false)
    }

    #[test]
    fn a_new_site_replaces_the_old_one_whole() {
        let folder = Folder::new("whole");
        let out = folder.0.join("a/b");
        put(&out, "one", &["index.html", "old.js"]).unwrap();
        put(&out, "two", &["index.html", "new.js"]).unwrap();
        assert_eq!(folder.names("a/b"), ["kroniek.html", "site"]);
        assert_eq!(folder.names("a/b/site"), ["index.html", "new.js"]);
        assert_eq!(fs::read_to_string(out.join("kroniek.html")).unwrap(), "two");
    }

    #[test]
    fn what_is_someone_elses_stays() {
        let folder = Folder::new("stays");
        fs::create_dir(folder.0.join("site")).unwrap();
        fs::write(folder.0.join("site/index.html"), "mine").unwrap();
        let refused = put(&folder.0, "one", &["index.html"]).map(|_| ()).unwrap_err().to_string();
        assert!(refused.contains("holds something else"), "{refused}");
        assert_eq!(folder.names(""), ["site"]);
        assert_eq!(fs::read_to_string(folder.0.join("site/index.html")).unwrap(), "mine");
    }

    #[test]
    fn a_file_where_the_folder_should_be_is_said() {
        let folder = Folder::new("file");
        fs::write(folder.0.join("out"), "").unwrap();
        let refused = put(&folder.0.join("out"), "one", &[]).map(|_| ()).unwrap_err().to_string();
        assert!(refused.contains("out: this folder cannot be made"), "{refused}");
    }
}

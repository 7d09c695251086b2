//! Makes the languages, and a type of each message, from the files of `texts/`. Tells the program the commit that it
//! was built from, where there is one.

#[path = "build/languages.rs"]
mod languages;
#[path = "build/messages.rs"]
mod messages;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=texts");
    // In a linked work tree `.git` is a file, and these stand elsewhere. A path that is not there would build all
    // again.
    for name in ["HEAD", "logs/HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", name]).filter(|path| Path::new(path).exists()) {
            println!("cargo::rerun-if-changed={path}");
        }
    }
    if let Some(commit) = git(&["rev-parse", "HEAD"]) {
        println!("cargo::rustc-env=SKANS_COMMIT={commit}");
    }
    let mut sources = BTreeMap::new();
    for entry in fs::read_dir("texts")? {
        let path = entry?.path();
        sources.insert(path.file_stem().unwrap_or_default().display().to_string(), fs::read_to_string(&path)?);
    }
    let mut found = BTreeMap::new();
    for (tag, source) in &sources {
        let messages = messages::messages(source).map_err(|problem| format!("texts/{tag}.ftl: {problem}"))?;
        found.insert(format!("texts/{tag}.ftl"), messages);
    }
    let out = Path::new(&env::var("OUT_DIR")?).to_owned();
    fs::write(out.join("messages.rs"), messages::types(&messages::all(&found)?))?;
    fs::write(out.join("languages.rs"), languages::languages(&sources)?)?;
    Ok(())
}

/// The output of a git command, if git is there and this is a repository.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}

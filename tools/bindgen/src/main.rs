//! Makes the JavaScript side of the engine from the compiled wasm.
//!
//! A tool of the workspace, so that `Cargo.lock` keeps it at the version of `wasm-bindgen` that the engine uses.
use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(input), Some(output)) = (arguments.next(), arguments.next()) else {
        anyhow::bail!("usage: kroniek-bindgen ENGINE.wasm FOLDER");
    };
    Bindgen::new()
        .input_path(&input)
        .web(true)?
        .omit_default_module_path(false)
        .typescript(true)
        .remove_name_section(std::env::var_os("KEEP_NAMES").is_none())
        .generate(&output)
        .with_context(|| format!("{input}: no bindings could be made"))
}

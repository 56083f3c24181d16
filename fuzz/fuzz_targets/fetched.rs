//! See `tests/fuzz/properties/fetched.rs`.
#![no_main]
#![allow(dead_code, clippy::unwrap_used, reason = "the properties are shared, and may panic")]

#[path = "../../tests/fuzz/properties/mod.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|choices: &[u8]| {
    let _ = properties::fetched(&mut arbitrary::Unstructured::new(choices));
});

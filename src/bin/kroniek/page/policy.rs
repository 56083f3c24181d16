//! What the page may do: its Content-Security-Policy, and the digests that stand in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// What holds in both forms. The engine needs `wasm-unsafe-eval` to be compiled and a Blob to be run from, the charts
/// draw nothing from elsewhere; nothing may be embedded, posted to or rebased.
const COMMON: &str = "default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// The policy of the site: files of its own, and nothing written in the page.
pub(super) fn of_site() -> String {
    format!(
        "{COMMON}; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; manifest-src 'self'; \
         worker-src 'self' blob:"
    )
}

/// The policy of the single file: exactly this script and this style, and no connection at all.
pub(super) fn of_file(script: &str, style: &str) -> String {
    format!(
        "{COMMON}; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; worker-src blob:",
        integrity(script),
        integrity(style)
    )
    .replace("img-src 'self' data:", "img-src data:")
}

/// A digest as a policy writes it: `sha256-` and base64.
fn integrity(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// A digest in hexadecimal, 64 characters.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_unsafe_is_allowed_but_wasm() {
        for policy in [of_site(), of_file("a", "b")] {
            assert_eq!(policy.replace("'wasm-unsafe-eval'", "").find("unsafe"), None, "{policy}");
            assert!(policy.starts_with("default-src 'none';"));
            assert!(!policy.contains("http") && !policy.contains('*'));
        }
        assert!(of_file("", "").contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
    }
}

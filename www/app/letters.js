// Bytes that were written as letters of the page: see `src/bin/kroniek/page/letters.rs`.

const LETTERS = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter((it) => !"\"&'<>\\`".includes(it));

/** What each letter stands for, by its code. */
const VALUES = new Uint8Array(128);
LETTERS.slice(0, 85).forEach((letter, value) => (VALUES[letter.charCodeAt(0)] = value));

/** @param {string} text */
export function bytesOf(text) {
  const bytes = new Uint8Array(text.length - Math.ceil(text.length / 5));
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let number = 0;
    for (let at = from; at < from + 5; at++) number = number * 85 + (at < text.length ? VALUES[text.charCodeAt(at)] : 84);
    for (let byte = 0; byte < 4; byte++) bytes[to + byte] = number >>> (24 - 8 * byte);
  }
  return bytes;
}

import { computed, effect, signal } from "@preact/signals";
import { go, here } from "./address.js";
import { remembered, remember } from "./memory.js";
import nl from "./texts/nl.js";
import en from "./texts/en.js";

/** @typedef {"nl" | "en"} Language */

const kept = remembered("language");

/** The language of the page where the address asks for none. */
const own = signal(
  /** @type {Language} */ (
    kept === "nl" || kept === "en" ? kept : (navigator.languages?.[0] ?? "").startsWith("nl") ? "nl" : "en"
  ),
);

/** The language of the page. */
export const language = computed(() => here.language.value ?? own.value);

/** Every text of the page, in its language. */
export const texts = computed(() => (language.value === "nl" ? nl : en));

/**
 * Changes the language of the page, for now and for later visits.
 *
 * @param {Language} chosen
 */
export function speak(chosen) {
  remember("language", chosen);
  own.value = chosen;
  go({ language: chosen });
}

effect(() => {
  document.documentElement.lang = language.value;
});

import { signal } from "@preact/signals";
import { address, closed, go } from "./address.js";
import { remembered, remember } from "./memory.js";
import { step } from "./reader/marks.js";
import { helping } from "./Help.jsx";

/** Whether keys of one letter do something (WCAG 2.1.4). */
export const letters = signal(remembered("letters") !== "off");

/** @param {boolean} on */
export function useLetters(on) {
  remember("letters", on ? null : "off");
  letters.value = on;
}

/** @param {EventTarget | null} target */
const writing = (target) =>
  target instanceof HTMLElement && target.matches("input:not([type=radio], [type=checkbox]), textarea, select");

/**
 * Moves to the next or the previous hit in the list.
 *
 * @param {1 | -1} by
 */
function walk(by) {
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".hit h3 a")]);
  if (links.length === 0) return;
  const from = document.activeElement?.closest(".hit") ?? document.querySelector(".hit[aria-current]");
  const at = links.findIndex((link) => link.closest(".hit") === from);
  const to = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + by, 0), links.length - 1)];
  to.focus({ preventScroll: true });
  to.closest(".hit")?.scrollIntoView({ block: "nearest" });
}

/** Closes the article and gives the focus back to where it was opened. */
export function closeArticle() {
  const open = address.peek().document;
  go(closed);
  requestAnimationFrame(() => {
    for (const hit of document.querySelectorAll(".hit")) {
      if (hit instanceof HTMLElement && hit.dataset.document === open) {
        /** @type {HTMLElement | null} */ (hit.querySelector("h3 a"))?.focus();
      }
    }
  });
}

/** @type {Record<string, () => void>} */
const actions = {
  "/": () => {
    const box = /** @type {HTMLInputElement | null} */ (document.getElementById("query"));
    box?.focus();
    box?.select();
  },
  "?": () => (helping.value = true),
  j: () => walk(1),
  k: () => walk(-1),
  o: () => /** @type {HTMLElement | null} */ (document.activeElement?.closest(".hit")?.querySelector("h3 a"))?.click(),
  n: () => step(1),
  p: () => step(-1),
};

/** Listens to the keys of the whole page. */
export function listen() {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || helping.value) return;
    if (event.key === "Escape") {
      if (writing(event.target)) /** @type {HTMLElement} */ (event.target).blur();
      else if (address.peek().document !== null) closeArticle();
      return;
    }
    if (!letters.value || writing(event.target)) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

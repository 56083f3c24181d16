import { effect, signal } from "@preact/signals";
import { remembered, remember } from "./memory.js";

/** @typedef {"auto" | "light" | "dark"} Theme */

const kept = remembered("theme");

/** Light, dark, or as the system has it. */
export const theme = signal(/** @type {Theme} */ (kept === "light" || kept === "dark" ? kept : "auto"));

/** @param {Theme} chosen */
export function paint(chosen) {
  remember("theme", chosen === "auto" ? null : chosen);
  theme.value = chosen;
}

effect(() => {
  const { dataset } = document.documentElement;
  if (theme.value === "auto") delete dataset.theme;
  else dataset.theme = theme.value;
});

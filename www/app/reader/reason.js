// Why a time was read as it was, in words.

import { texts } from "../language.js";

/** @import { DocumentAnswer, Mention } from "kroniek/answers" */

/**
 * What follows the interval: ", want het artikel is alleen op de maand gedateerd. Geteld vanaf de dag van publicatie."
 *
 * @param {Pick<Mention, "earliest" | "edtf" | "rule">} time
 * @param {Pick<DocumentAnswer, "precision">} article
 */
export function reason({ earliest, edtf, rule }, { precision }) {
  const t = texts.value.reader;
  // What is counted from publication is no better known than that is.
  const vague = edtf?.startsWith("[") && precision && precision !== "day" && rule !== "calendar" && rule !== "counted-from-date";
  const known = { month: t.datedMonth, year: t.datedYear }[/** @type {string} */ (precision)] ?? t.datedRoughly;
  if (earliest) return `${vague ? `, ${known}` : ""}. ${t.rules[rule]}`;
  return `. ${rule === "time-told-before" || precision ? t.noAnchor : t.noDate}`;
}

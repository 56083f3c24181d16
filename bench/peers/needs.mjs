// What Dutch readers need, and the articles that answer it. Decided by reading the articles, before any engine was asked.

/**
 * `wanted`: all of these have to be among the first ten. `unwanted`: none of these may be: they do not answer, and an engine that lists everything
 * has found nothing.
 *
 * @typedef {{ kind: string, query: string, from?: string, until?: string, wanted: string[], unwanted: string[] }} Need
 */

const [front, why, wagner, trenches, visit] = [
  "000_df7c9b294e48a5f9", "001_19c6265daab4d627", "002_9a3c248a5f45507f", "003_2570c6fc12ef76f0", "004_483bef66c26a3bd7",
];

/** @param {string} kind @param {string} query @param {string[]} wanted @param {string[]} [unwanted] @param {[string, string]} [range] @returns {Need} */
const need = (kind, query, wanted, unwanted = [], range) => ({ kind, query, wanted, unwanted, ...(range && { from: range[0], until: range[1] }) });

/** @type {Record<string, Need[]>} */
export const needs = {
  seeds: [
    // Huizen.
    need("inflection", "huis", [trenches], [why, wagner, visit]),
    // Verdediger, verdedigers.
    need("inflection", "verdediger", [front, why, wagner, trenches]),
    // Gesneuveld, sneuvelen.
    need("inflection", "sneuvelen", [front, why], [wagner, trenches, visit]),
    // De president prees de verdedigers.
    need("irregular form", "prijzen", [front]),
    // Kinderen.
    need("irregular form", "kind", [visit], [front, why, wagner]),
    // Aanvalsgolf na aanvalsgolf; 'menselijke golf'; golven.
    need("compound", "golf", [front, why, trenches], [wagner, visit]),
    // Huurlingenleger, legerleiding.
    need("compound", "leger", [why]),
    need("diacritics", "oekraine", [front, why, wagner, trenches, visit]),
    // Serhoeï.
    need("diacritics", "serhoei", [front], [why, wagner, trenches, visit]),
    // Artillerie.
    need("typo", "artilerie", [front, why, wagner], [trenches, visit]),
    // Bachmoet.
    need("name spelled otherwise", "Bakhmut", [front, wagner, visit]),
    // Prigozjin.
    need("name spelled otherwise", "Prigozhin", [front, why, wagner], [trenches, visit]),
    // Zelenski, Zelensky.
    need("name spelled otherwise", "Zelenskyj", [front, why, wagner, trenches, visit]),
    need("phrase", "\"koste wat het kost\"", [why, wagner], [front, trenches, visit]),
    need("date range", "bachmoet", [wagner, visit], [front, why, trenches], ["2022-10-01", "2022-12-31"]),
  ],
  wikinews: [
    // Rechtszaak.
    need("inflection", "rechtszaken", ["apple-199629", "apple-37313", "apple-40203", "apple-58383"], ["airbus-3307", "stock-115064"]),
    // Aardbeving.
    need("inflection", "aardbevingen", ["stock-251007"]),
    // Leden.
    need("irregular form", "lid", ["apple-101354", "apple-279494", "gm-120554", "gm-125796", "stock-114864"]),
    // Steden.
    need("irregular form", "stad", ["airbus-4764"]),
    // Tankvliegtuigenvloot.
    need("compound", "vloot", ["airbus-1173"]),
    // Transplantatiepatiënten.
    need("compound", "patiënten", ["apple-238039"]),
    // Muziekverkoper.
    need("compound", "verkoper", ["apple-103623"]),
    need("diacritics", "roemenie", ["gm-79240"]),
    need("diacritics", "georgie", ["stock-113267"]),
    // Aardbeving.
    need("typo", "aardbeeving", ["stock-251007"]),
    // Dreamliner.
    need("typo", "dreamlinner", ["airbus-145930", "airbus-276079", "airbus-3835", "airbus-71526", "airbus-73808", "airbus-8983"]),
    // Aleksej Koedrin.
    need("name spelled otherwise", "Kudrin", ["stock-113267"]),
    // Dmitri Medvedev.
    need("name spelled otherwise", "Medwedew", ["stock-113267"]),
    // Vladimir Poetin.
    need("name spelled otherwise", "Putin", ["airbus-71526"]),
    need("phrase", "\"zwarte maandag\"", ["stock-82738"], ["airbus-129865", "apple-60083", "stock-96770"]),
    need(
      "phrase", "\"vrije val\"",
      ["stock-113219", "stock-114565", "stock-114864", "stock-115587", "stock-115711", "stock-180695", "stock-61327", "stock-96770"],
      ["airbus-149731", "apple-238039"],
    ),
    need(
      "date range", "iphone", ["apple-190356", "apple-191597", "apple-195869", "apple-199629"],
      ["apple-107785", "apple-127576", "apple-58207"], ["2010-06-01", "2010-08-31"],
    ),
    need(
      "date range", "beurzen", ["stock-114565", "stock-114719", "stock-114864", "stock-115064", "stock-115587", "stock-115711"],
      ["stock-113278", "stock-121416", "stock-131162"], ["2008-10-01", "2008-10-31"],
    ),
  ],
};

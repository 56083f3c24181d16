import { go, there } from "./address.js";
import { language, speak, texts } from "./language.js";
import { info } from "./state.js";
import { paint, theme } from "./theme.js";
import { helping } from "./Help.jsx";

/** @import { Theme } from "./theme.js" */

const START = { query: "", typing: false, off: [], facts: [], furniture: false, from: null, until: null, told: null, view: null, show: null, document: null, sentence: null, words: "" };

/** The title of the collection, and what a reader sets once. */
export function Masthead() {
  const t = texts.value;
  const title = info.value?.title ?? document.title;
  /** @param {MouseEvent} event */
  const home = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(START);
  };
  return (
    <header class="masthead">
      <h1><a {...there(START)} onClick={home}><bdi lang={info.value?.language}>{title}</bdi></a></h1>
      <div class="settings" role="group" aria-label={t.settings}>
        <Choice
          name="language" label={t.language} value={language.value} choose={speak}
          options={/** @type {["nl" | "en", string, string][]} */ ([["nl", "NL", "Nederlands"], ["en", "EN", "English"]])}
        />
        <Choice
          name="theme" label={t.theme.label} value={theme.value} choose={paint}
          options={/** @type {Theme[]} */ (["auto", "light", "dark"]).map((it) => [it, t.theme[it], t.theme[it]])}
        />
        <button type="button" class="plain" aria-haspopup="dialog" onClick={() => (helping.value = true)}>{t.help}</button>
      </div>
    </header>
  );
}

/**
 * One of a few, written side by side.
 *
 * @template {string} V
 * @param {{ name: string, label: string, told?: boolean, value: V, choose: (value: V) => void, options: [V, string, string][] }} props
 *   `told`: whether the label can be seen
 */
export function Choice({ name, label, told = false, value, choose, options }) {
  return (
    <fieldset class="choice">
      <legend class="unseen">{label}</legend>
      {told && <span class="label" aria-hidden="true">{label}</span>}
      {options.map(([option, shown, spoken]) => (
        <label key={option}>
          <input
            type="radio" name={name} value={option} checked={option === value}
            aria-label={spoken} onChange={() => choose(option)}
          />
          <span>{shown}</span>
        </label>
      ))}
    </fieldset>
  );
}

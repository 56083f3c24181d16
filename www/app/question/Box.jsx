import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { address, closed, go, here } from "../address.js";
import { language, texts } from "../language.js";
import { answer, completions, info } from "../state.js";
import { count } from "../words.js";
import { behavior } from "../reader/marks.js";
import { ID, Places } from "./Problems.jsx";

/** @import { Completion } from "kroniek/answers" */

/** Where list and article do not stand side by side; as in the style. */
const narrow = matchMedia("(max-width: 59.99rem)");

// The first key of a new query makes an entry in the history, the others change it.
let typed = "";

/** The search box, with words that complete the one being typed. */
export function Box() {
  const t = texts.value.question;
  const query = here.query.value;
  const offered = useSignal(/** @type {Completion[]} */ ([]));
  const active = useSignal(-1);
  const box = useRef(/** @type {HTMLInputElement | null} */ (null));
  const open = offered.value.length > 0;

  const close = () => {
    offered.value = [];
    active.value = -1;
  };

  /** @param {HTMLInputElement} input */
  async function type(input) {
    const value = input.value;
    const typing = input.selectionEnd === value.length && /\S$/.test(value);
    const shut = narrow.matches ? closed : {};
    const going = typed !== "" && typed === address.peek().query;
    go({ query: value, typing, ...(value ? {} : { off: [] }), ...shut }, going ? "replace" : "push");
    typed = value;
    active.value = -1;
    const found = typing ? await completions(value) : [];
    // What was asked meanwhile needs no more words.
    if (typed !== value || address.peek().query !== value || document.activeElement !== input) return;
    offered.value = found.filter((it) => it.text.toLowerCase() !== value.toLowerCase());
  }

  /** @param {string} text */
  function ask(text) {
    typed = "";
    go({ query: text, typing: false }, text === address.peek().query ? "replace" : "push");
    close();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const { length } = offered.value;
    if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are words: that of the box itself.
      active.value = ((active.value + 1 + by + length + 1) % (length + 1)) - 1;
    }
  }

  return (
    <form
      class="box"
      onSubmit={(event) => {
        event.preventDefault();
        ask(offered.value[active.value]?.text ?? box.current?.value ?? "");
        // On a phone what was asked for is below all that was understood.
        const answers = document.getElementById("answers");
        if (answers && answers.getBoundingClientRect().top > innerHeight * 0.8) {
          answers.focus({ preventScroll: true });
          answers.scrollIntoView({ behavior: behavior() });
        }
      }}
    >
      <label class="label" for="query">{t.label}</label>
      <div class="box-line">
        <div class="written">
          {answer.value && <Places box={box} query={query} answer={answer.value} />}
          <input
            ref={box} id="query" type="text" inputMode="search" enterKeyHint="search" value={query} dir="auto"
            role="combobox" aria-autocomplete="list" aria-expanded={open} aria-controls="completions"
            aria-activedescendant={active.value >= 0 ? `completion-${active.value}` : undefined}
            aria-describedby={answer.value?.problems.length ? ID : undefined}
            autocomplete="off" placeholder={t.placeholder} autocapitalize="off" autocorrect="off" spellcheck={false}
            onInput={(event) => type(event.currentTarget)} onKeyDown={key} onBlur={close}
          />
        </div>
        {query && (
          <button
            type="button" class="clear" aria-label={t.clear} title={t.clear}
            onClick={() => {
              ask("");
              go({ off: [] }, "replace");
              box.current?.focus();
            }}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 3l10 10M13 3L3 13" /></svg>
          </button>
        )}
        <button type="submit" class="ask">{t.ask}</button>
      </div>
      <ul id="completions" class="completions" role="listbox" aria-label={t.completions} hidden={!open}>
        {offered.value.map((it, index) => (
          <li
            key={it.text} id={`completion-${index}`} role="option" aria-selected={index === active.value}
            onPointerDown={(event) => {
              // Before the box loses the focus, which would close the list.
              event.preventDefault();
              ask(it.text);
            }}
          >
            <span>
              <bdi lang={info.value?.language ?? language.value}>{it.text}</bdi>
              {it.others.length > 0 && <span class="others"> {t.also(it.others.join(", "))}</span>}
            </span>
            <span class="number">{(it.exact ? t.found : t.atLeast)(count(it.documents), it.documents)}</span>
          </li>
        ))}
      </ul>
    </form>
  );
}

import { signal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { texts } from "./language.js";
import { letters, useLetters } from "./keys.js";

/** Whether the help is open. */
export const helping = signal(false);

/** The keys and the query language, in a dialog. */
export function Help() {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const open = helping.value;
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const t = texts.value;
  const h = t.helpDialog;
  return (
    <dialog class="help" ref={dialog} aria-labelledby="help-title" onClose={() => (helping.value = false)}
      onClick={(event) => event.target === dialog.current && (helping.value = false)}
    >
      <header>
        <h2 id="help-title">{h.title}</h2>
        <button type="button" onClick={() => (helping.value = false)}>{t.close}</button>
      </header>
      <h3>{h.keys}</h3>
      <Keys list={h.list} />
      <label class="switch">
        <input type="checkbox" checked={letters.value} onChange={(event) => useLetters(event.currentTarget.checked)} />
        <span>{h.letters}</span>
      </label>
      <p class="aside">{h.lettersWhy}</p>
      <h3>{h.time}</h3>
      <Keys list={h.timeList} />
      <h3>{h.language}</h3>
      <dl class="examples">
        {h.operators.map(([query, what]) => (
          <div key={query}><dt><code>{query}</code></dt><dd>{what}</dd></div>
        ))}
      </dl>
    </dialog>
  );
}

/** @param {{ list: [string, string][] }} props */
function Keys({ list }) {
  return (
    <dl class="keys">
      {list.map(([keys, what]) => (
        <div key={keys}>
          <dt>{(keys.startsWith("Page") ? ["Page Up", "Page Down"] : keys.split(" ")).map((key) => <kbd key={key}>{key}</kbd>)}</dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

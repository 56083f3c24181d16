import { useSignal } from "@preact/signals";
import { address, go, here } from "../address.js";
import { language, texts } from "../language.js";
import { info } from "../state.js";
import { count, factName } from "../words.js";

/** @import { Form, Reason, Understood as Tree } from "kroniek/answers" */

/** How many forms of one word are shown at first. */
const FEW = 8;

/** From what is surest to what is least sure. */
const REASONS = /** @type {Reason[]} */ (["exact", "fold", "inflection", "compound", "spelling", "prefix", "typo"]);

/** @param {string} name a form, or a reason with an at sign */
function toggle(name) {
  const { off } = address.peek();
  go({ off: off.includes(name) ? off.filter((it) => it !== name) : [...off, name].sort() });
}

/**
 * What the query was understood as: its words like the entries of a dictionary, each with the forms that answer it.
 *
 * @param {{ root: Tree }} props
 */
export function Understood({ root }) {
  const t = texts.value.understood;
  return (
    <div class="understood" role="group" aria-label={t.title} title={t.switch}>
      <span class="label" aria-hidden="true">{t.title}</span>
      <Part part={root} outer />
    </div>
  );
}

/** @param {{ part: Tree, outer?: boolean }} props */
function Part({ part, outer = false }) {
  const t = texts.value.understood;
  switch (part.kind) {
    case "word":
      return <Word {...part} />;
    case "not":
      return <><span class="joint">{t.not}</span> <Part part={part.part} /></>;
    case "field":
      return (
        <span class="word field">
          <strong><bdi>{factName(part.name)}</bdi></strong> <bdi>{part.value}</bdi> <span class="number">{count(part.documents)}</span>
        </span>
      );
    case "phrase":
      return (
        <span class="phrase">
          {part.parts.map((it, index) => <Part key={index} part={it} />)}
        </span>
      );
    default: {
      const joint = part.kind === "all" ? t.and : part.kind === "near" ? t.near(part.within) : t.or;
      const parts = part.parts.map((it, index) => (
        <span key={index}>
          {index > 0 && <> <span class="joint">{joint}</span> </>}<Part part={it} />
        </span>
      ));
      return outer ? <>{parts}</> : <span class="group">{parts}</span>;
    }
  }
}

/** @param {{ word: string, prefix: boolean, forms: Form[], more: number }} props `more` forms are searched and not listed */
function Word({ word, prefix, forms, more }) {
  const t = texts.value.understood;
  const off = here.off.value;
  const wide = useSignal(false);
  const lang = info.value?.language ?? language.value;
  const sorted = REASONS.flatMap((reason) => forms.filter((form) => form.reason === reason));
  const shown = wide.value ? sorted : sorted.slice(0, FEW);
  const rest = sorted.length - shown.length;
  return (
    <span class="word">
      <strong><bdi lang={lang}>{word}{prefix ? "…" : ""}</bdi></strong>
      {forms.length === 0 && more === 0 && <span class="none">{t.none}</span>}
      {REASONS.map((reason) => {
        const these = shown.filter((form) => form.reason === reason);
        if (these.length === 0) return null;
        const switchedOff = off.includes(`@${reason}`);
        return (
          <span key={reason} class="why">
            <button
              type="button" class="reason" aria-pressed={!switchedOff}
              aria-label={t.reasonSwitch(t.reason[reason])} onClick={() => toggle(`@${reason}`)}
            >
              {t.reason[reason]}
            </button>
            {these.map((form) => (
              <button
                key={form.form} type="button" class="form" aria-pressed={!form.off} disabled={switchedOff}
                aria-label={t.form(form.shown, count(form.documents), form.documents)}
                onClick={() => toggle(form.form)}
              >
                <bdi lang={lang}>{form.shown}</bdi> <span class="number">{count(form.documents)}</span>
              </button>
            ))}
          </span>
        );
      })}
      {wide.value && more > 0 && <span class="rest">{t.unlisted(count(more))}</span>}
      {(rest > 0 || wide.value) && (
        <button type="button" class="plain" aria-expanded={wide.value} onClick={() => (wide.value = !wide.value)}>
          {wide.value ? t.fewer : t.more(count(rest + more))}
        </button>
      )}
    </span>
  );
}

import { go, here } from "../address.js";
import { texts } from "../language.js";
import { answer } from "../state.js";
import { Box } from "./Box.jsx";
import { Problems } from "./Problems.jsx";
import { Understood } from "./Understood.jsx";

/** The question: what is asked, what that was understood as, and what of it is switched off. */
export function Question() {
  const t = texts.value;
  const given = answer.value;
  const [off, furniture] = [here.off.value, here.furniture.value];
  return (
    <search class="question">
      <h2 class="unseen">{t.question.title}</h2>
      <Box />
      <Problems query={given?.query ?? ""} problems={given?.problems ?? []} />
      <div class="reading-of">
        {given?.understood && <Understood root={given.understood} />}
        {(given?.understood || furniture) && (
          <label class="switch" title={t.question.furnitureWhy}>
            <input
              type="checkbox" checked={furniture}
              onChange={(event) => go({ furniture: event.currentTarget.checked })}
            />
            <span>{t.question.furniture}</span>
          </label>
        )}
        {off.length > 0 && (
          <button type="button" class="plain" onClick={() => go({ off: [] })}>{t.understood.all}</button>
        )}
      </div>
    </search>
  );
}

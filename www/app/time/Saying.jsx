import { texts } from "../language.js";
import { span } from "../words.js";
import { bins } from "./asked.js";
import { upper } from "./heights.js";
import { dragged } from "./range.js";
import { hovered, saying } from "./saying.js";

/** Where there are no arrow keys. */
const touch = matchMedia("(pointer: coarse), (max-width: 48rem)");

/** What lies where the pointer or the focus is, in words; else what can be done here. */
export function Saying() {
  const t = texts.value.time;
  const now = dragged.value;
  const idle = upper.value === 0 ? t.nothingDated : touch.matches ? t.hintTouch : t.hint;
  return (
    <p class="saying">
      {now ? `${now.lane === "told" ? t.tells : t.publishedColumn} ${span(now.from, now.until)}` : bins.value[hovered.value] ? saying(hovered.value) : idle}
    </p>
  );
}

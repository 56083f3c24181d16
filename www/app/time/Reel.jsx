import { texts } from "../language.js";
import { span } from "../words.js";
import { MID, upper } from "./heights.js";
import { everything, look, pan, seen, steer, view } from "./view.js";
import { number } from "../days.js";

/** The axis for the keyboard: which time is shown, to be moved and zoomed. */
export function Reel() {
  const t = texts.value.time;
  const [now, all] = [view.value, everything.value];
  if (!now || !all) return null;
  const [a, b] = seen.value;
  const [first, last] = [Math.min(number(all[0]), Math.floor(a)), Math.max(number(all[1]), Math.ceil(b))];
  /** @param {KeyboardEvent} event */
  function key(event) {
    if (steer(event)) return;
    const along = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageDown: -1, PageUp: 1, Home: -1e6, End: 1e6 }[event.key];
    if (along) pan(along);
    else if (event.key === "Escape") look(null, "replace");
    else return;
    event.preventDefault();
  }
  return (
    <div
      class="reel" style={{ insetBlockStart: `${upper.value}px`, blockSize: `${MID}px` }} role="slider" tabIndex={0}
      aria-label={t.shown} aria-valuemin={first} aria-valuemax={last} aria-valuenow={Math.round((a + b) / 2)}
      aria-valuetext={span(now[0], now[1])} onKeyDown={key}
    />
  );
}

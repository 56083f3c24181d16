/**
 * A text with stretches of it marked.
 *
 * @param {{ text: string, marks: [number, number][] }} props
 */
export function Marked({ text, marks }) {
  /** @type {import("preact").ComponentChildren[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return <>{parts}{text.slice(at)}</>;
}

import { render } from "preact";
import { effect } from "@preact/signals";
import { App } from "./App.jsx";
import { here } from "./address.js";
import { article, failure, info, start } from "./state.js";
import { listen } from "./keys.js";
import "./theme.js";

const root = /** @type {HTMLElement} */ (document.getElementById("app"));

// What the server put there (title, description) stays until there is something better to show.
const stop = effect(() => {
  if (!info.value && !failure.value) return;
  queueMicrotask(() => stop());
  root.replaceChildren();
  render(<App />, root);
});

effect(() => {
  if (!info.value) return;
  const opened = here.document.value === null ? null : article.value;
  document.title = opened ? `${opened.label} · ${info.value.title}` : info.value.title;
});

listen();
start();

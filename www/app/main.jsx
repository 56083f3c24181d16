import { render } from "preact";
import { effect } from "@preact/signals";
import { App } from "./App.jsx";
import { failure, info, start } from "./state.js";
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

listen();
start();

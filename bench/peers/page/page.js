// The page of a peer: a box, how many were found, and ten of them. What is asked stands in the address too, as on Kroniek's page.
import { open, search } from "engine";

const box = document.querySelector("#query");
const count = document.querySelector("#count");
const list = document.querySelector("#hits");
let newest = 0;

async function show() {
  const turn = ++newest;
  const place = new URLSearchParams(location.hash.slice(1));
  const asked = { text: box.value, from: place.get("from"), until: place.get("until") };
  const { total, hits } = asked.text ? await search(asked) : { total: 0, hits: [] };
  if (turn !== newest) return;
  count.textContent = total === undefined ? "" : String(total);
  list.replaceChildren(...hits.map(drawn));
  performance.mark("drawn");
}

function drawn({ id, title, excerpt }) {
  const article = document.createElement("article");
  article.className = "hit";
  article.dataset.document = id;
  const head = document.createElement("h3");
  head.textContent = title ?? id;
  article.append(head);
  if (excerpt) {
    const text = document.createElement("p");
    text.textContent = excerpt;
    article.append(text);
  }
  return article;
}

function placed() {
  box.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  return show();
}

try {
  await open(async (name) => {
    const response = await fetch(name);
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    return response;
  });
  box.addEventListener("input", show);
  addEventListener("hashchange", placed);
  await placed();
} catch (error) {
  document.documentElement.dataset.failed = String(error?.message ?? error);
}

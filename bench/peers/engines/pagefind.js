// Pagefind, whose program reads a site of pages in Dutch; months are a filter. Its own `debouncedSearch` waits 300 ms, which is left out here.
import { months } from "./flexsearch.js";

let pagefind;

export async function open() {
  pagefind = await import(/* @vite-ignore */ new URL("pagefind/pagefind.js", document.baseURI).href);
  await pagefind.init();
}

export async function search({ text, from, until }) {
  if (!text.trim()) return { total: 0, hits: [] };
  const found = await pagefind.search(text, from ? { filters: { month: { any: [...months(from, until)] } } } : {});
  const shown = await Promise.all(found.results.slice(0, 10).map((it) => it.data()));
  return { total: found.results.length, hits: shown.map(({ meta, excerpt }) => ({ id: meta.id, title: meta.title, excerpt: plain(excerpt) })) };
}

const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent;

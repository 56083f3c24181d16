// SQLite's FTS5 in its official WebAssembly: the whole database is fetched and opened in memory. Built by fts5.py.
import sqlite3InitModule from "@sqlite.org/sqlite-wasm";

let database;

export async function open(read) {
  const [sqlite3, bytes] = await Promise.all([sqlite3InitModule(), read("articles.sqlite3").then((it) => it.arrayBuffer())]);
  const at = sqlite3.wasm.allocFromTypedArray(bytes);
  database = new sqlite3.oo1.DB();
  const { SQLITE_DESERIALIZE_FREEONCLOSE: free, SQLITE_DESERIALIZE_READONLY: fixed } = sqlite3.capi;
  const result = sqlite3.capi.sqlite3_deserialize(database.pointer, "main", at, bytes.byteLength, bytes.byteLength, free | fixed);
  database.checkRc(result);
}

export function search({ text, from, until }) {
  const query = written(text);
  if (!query) return { total: 0, hits: [] };
  const range = from ? "and last >= $from and first <= $until" : "";
  const bind = { $query: query, ...(from ? { $from: from, $until: until } : {}) };
  const total = database.selectValue(`select count(*) from articles where articles match $query ${range}`, bind);
  const rows = database.selectObjects(
    `select id, title, snippet(articles, 4, '', '', '…', 24) as excerpt from articles where articles match $query ${range}
     order by bm25(articles, 0, 0, 0, 2, 1) limit 10`,
    bind,
  );
  return { total, hits: rows };
}

/** Phrases stay as they are; every word is quoted, so that none is an operator; the last may still be being typed. */
function written(text) {
  const parts = text.match(/"[^"]+"|[\p{L}\p{N}'’]+/gu) ?? [];
  return parts.map((part, at) => (part.startsWith('"') ? part : `"${part}"${at === parts.length - 1 ? "*" : ""}`)).join(" ");
}

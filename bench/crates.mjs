// Which crate the code of the engine comes from, by the names of its functions.

/**
 * @typedef {{ crate: string, bytes: number, functions: number }} Share
 * @typedef {{ name: string, bytes: number }} Part
 */

/**
 * The code of a wasm module with names, by crate, largest first.
 * @param {Buffer} wasm
 * @returns {{ shares: Share[], functions: Part[], sections: Part[] }}
 */
export function byCrate(wasm) {
  const sections = [...readSections(wasm)];
  const imported = sections.filter(({ id }) => id === 2).reduce((sum, { start }) => sum + importedFunctions(wasm, start), 0);
  const code = sections.find(({ id }) => id === 10);
  const named = sections.find(({ name }) => name === "name");
  const names = named ? functionNames(wasm, named.start, named.end) : new Map();

  /** @type {Map<string, Share>} */
  const shares = new Map();
  /** @type {Part[]} */
  const functions = [];
  if (code) {
    const at = { at: code.start };
    const count = leb128(wasm, at);
    for (let index = 0; index < count; index++) {
      const before = at.at;
      const size = leb128(wasm, at);
      at.at += size;
      const name = names.get(imported + index) ?? "";
      functions.push({ name, bytes: at.at - before });
      const crate = crateOf(name);
      const share = shares.get(crate) ?? { crate, bytes: 0, functions: 0 };
      share.bytes += at.at - before;
      share.functions += 1;
      shares.set(crate, share);
    }
  }
  const kinds = ["custom", "types", "imports", "functions", "tables", "memory", "globals", "exports", "start", "elements", "code", "data", "data count"];
  return {
    shares: [...shares.values()].sort((a, b) => b.bytes - a.bytes),
    functions: functions.sort((a, b) => b.bytes - a.bytes),
    sections: sections
      .filter(({ name }) => name !== "name")
      .map(({ id, name, start, end }) => ({ name: name ? `custom ${name}` : (kinds[id] ?? `${id}`), bytes: end - start })),
  };
}

/**
 * The crate of a function: `fst::raw::Fst::get`, `<fst[1f2e]::raw::Fst as core[0a1b]::clone::Clone>::clone`. What is
 * written for a type of another crate counts for the crate of the type, for a type of the language for that of the trait.
 * @param {string} name
 */
export function crateOf(name) {
  if (name === "") return "without a name";
  // What JavaScript calls is named after the export alone.
  if (/ shim$/.test(name)) return "kroniek";
  if (/^_*(?:wbg|wbindgen|externref|start)/.test(name)) return "wasm-bindgen glue";
  for (const [, crate] of name.matchAll(/(?<![\w:\]])([a-z_]\w*)(?:\[[0-9a-f]+\])?::/gi)) {
    return crate === "__rustc" ? "std" : crate;
  }
  return /^_*(?:rust|rdl|rg)_/.test(name) ? "std" : /^(?:mem\w+|__\w+|f(?:min|max|mod)\w*)$/.test(name) ? "compiler_builtins" : "other";
}

/** @param {Buffer} wasm */
function* readSections(wasm) {
  const at = { at: 8 };
  while (at.at < wasm.length) {
    const id = wasm[at.at++];
    const size = leb128(wasm, at);
    const end = at.at + size;
    let name = "";
    if (id === 0) name = text(wasm, at);
    yield { id, name, start: at.at, end };
    at.at = end;
  }
}

/** @param {Buffer} wasm @param {number} start */
function importedFunctions(wasm, start) {
  const at = { at: start };
  let functions = 0;
  for (let left = leb128(wasm, at); left > 0; left--) {
    text(wasm, at);
    text(wasm, at);
    const kind = wasm[at.at++];
    if (kind === 0) {
      functions += 1;
      leb128(wasm, at);
    } else if (kind === 3) {
      at.at += 2;
    } else {
      if (kind === 1) at.at += 1;
      if (leb128(wasm, at) & 1) leb128(wasm, at), leb128(wasm, at);
      else leb128(wasm, at);
    }
  }
  return functions;
}

/** @param {Buffer} wasm @param {number} start @param {number} end */
function functionNames(wasm, start, end) {
  /** @type {Map<number, string>} */
  const names = new Map();
  const at = { at: start };
  while (at.at < end) {
    const kind = wasm[at.at++];
    const size = leb128(wasm, at);
    if (kind === 1) {
      for (let left = leb128(wasm, at); left > 0; left--) {
        const index = leb128(wasm, at);
        names.set(index, text(wasm, at));
      }
      return names;
    }
    at.at += size;
  }
  return names;
}

/** @param {Buffer} wasm @param {{ at: number }} at */
function text(wasm, at) {
  const length = leb128(wasm, at);
  at.at += length;
  return wasm.toString("utf8", at.at - length, at.at);
}

/** @param {Buffer} wasm @param {{ at: number }} at */
function leb128(wasm, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = wasm[at.at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
}

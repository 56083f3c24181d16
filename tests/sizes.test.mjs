// What a reader has to load stays small. The budgets are in bench/budgets.json; sizes only, never times.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { crateOf } from "../bench/crates.mjs";
import { budgets, root, spent } from "../bench/measure.mjs";

test("the page of seeds/ is within its budgets", () => {
  const out = mkdtempSync(join(tmpdir(), "kroniek-sizes-"));
  try {
    // Whatever folder dist/ was built of, the budgets are those of seeds/.
    execFileSync(join(root, "target", "release", "kroniek"), ["build", join(root, "seeds"), "--out", out]);
    for (const [name, now] of Object.entries(spent(out))) {
      assert.ok(now <= budgets[name].bytes, `${name}: ${now} bytes, at most ${budgets[name].bytes}`);
    }
  } finally {
    rmSync(out, { recursive: true });
  }
});

test("the code of the engine is told by crate", () => {
  const cases = {
    "fst::raw::Fst::get::h12": "fst",
    "<fst[1f2e]::raw::Fst as core[0a1b]::clone::Clone>::clone": "fst",
    "<u32 as core[c593]::fmt::Display>::fmt": "core",
    "<&[kroniek::document::Block] as core::fmt::Debug>::fmt": "kroniek",
    "__rustc[b797]::__rdl_realloc": "std",
    __externref_table_alloc: "wasm-bindgen glue",
    memcpy: "compiler_builtins",
    "": "without a name",
  };
  for (const [name, crate] of Object.entries(cases)) assert.equal(crateOf(name), crate, name);
});

// Answers queries with the site's own engine: node ask.mjs SITE < queries.json; prints results and times as JSON.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const site = path.resolve(process.argv[2]);
const core = await import(pathToFileURL(path.join(site, "assets/js/search-core.js")));
const queries = JSON.parse(fs.readFileSync(0, "utf8"));
const started = performance.now();
const engine = core.load(JSON.parse(fs.readFileSync(path.join(site, "search/index.json"), "utf8")));
const loaded = performance.now() - started;
const answers = queries.map((query) => {
  const start = performance.now();
  const results = core.find(engine, query, 10);
  const milliseconds = performance.now() - start;
  return { query, results, milliseconds, note: core.doubtful(core.doubts(engine, query)) };
});
console.log(JSON.stringify({ loaded, answers }));

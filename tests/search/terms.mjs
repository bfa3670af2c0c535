// Prints the words that the engine makes of each text: node terms.mjs CORE < texts.json.
import fs from "node:fs";
import { pathToFileURL } from "node:url";

const { tokenize, term } = await import(pathToFileURL(process.argv[2]));
const texts = JSON.parse(fs.readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((text) => [...new Set(tokenize(text).map(term).filter(Boolean))].sort())));

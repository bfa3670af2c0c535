// The page for addresses that lead nowhere: where one page alone can be meant, it is opened; else the nearest are shown.

import { distance } from "./near.js";

const ROOT = new URL("../../", import.meta.url);
const SHOWN = 5;

/** An address below the site's root as ours are written: small letters, hyphens, no file, a slash at the end. */
export function tidy(path) {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // What cannot be read is compared as it is.
  }
  const parts = text
    .toLowerCase()
    .replace(/[?#].*$/, "")
    .split("/")
    .map((part) =>
      part
        .replace(/\.(?:html?|md|php|ipynb|aspx?)$/, "")
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, ""),
    )
    .filter(Boolean);
  if (parts.at(-1) === "index") parts.pop();
  return parts.map((part) => `${part}/`).join("");
}

/** How far an address is from one that was asked for, from 0 (the same) to 1 (nothing in common). */
function far(asked, address) {
  const parts = asked.split("/").slice(0, -1);
  const [one, other] = [parts.at(-1) ?? "", address.split("/").at(-2) ?? ""];
  const share = (a, b) => distance(a, b) / Math.max(a.length, b.length, 1);
  const words = one.split("-").filter((word) => word.length > 2 && other.split("-").includes(word)).length;
  const common = words / Math.max(one.split("-").length, other.split("-").length);
  // Something may stand before it, as a language and a version do on other sites.
  const ends = parts.map((_, at) => share(`${parts.slice(at).join("/")}/`, address) + 0.02 * at);
  return Math.min(...ends, 0.05 + share(one, other), 0.9 - 0.6 * common);
}

/** The addresses nearest to one that was asked for, the nearest first; few where one is much nearer than others. */
export function nearest(asked, addresses) {
  const found = addresses
    .map((address) => ({ address, distance: far(asked, address) }))
    .filter(({ distance }) => distance < 0.6)
    .sort((a, b) => a.distance - b.distance || (a.address < b.address ? -1 : 1));
  return found
    .filter(({ distance }) => distance < found[0].distance + 0.3)
    .slice(0, SHOWN)
    .map(({ address }) => address);
}

/** The page that alone can be meant: the same but for case, ending, slash and signs; null for none. */
export function certain(asked, pages, moved) {
  if (asked in moved) return moved[asked];
  return asked in pages ? asked : null;
}

/** Show the ways on from an address that leads nowhere. */
export async function start(box) {
  if (!location.pathname.startsWith(ROOT.pathname)) return;
  const asked = tidy(location.pathname.slice(ROOT.pathname.length));
  // The folder says nothing that a search could find: on every page of it stands its name.
  const words = (asked.split("/").at(-2) ?? "").replace(/-+/g, " ");
  const field = document.querySelector("[data-md-component=search-query]");
  if (words && field) fillIn(box, field, words);
  const response = await fetch(new URL("search/addresses.json", ROOT));
  if (!response.ok) throw new Error(`the list of addresses: ${response.status}`);
  const { pages, moved } = await response.json();
  const meant = certain(asked, pages, moved);
  const target = meant === null ? null : new URL(meant, ROOT);
  if (target && target.pathname !== location.pathname) {
    target.search = location.search;
    target.hash ||= location.hash;
    location.replace(target);
    return;
  }
  const found = nearest(asked, Object.keys(pages));
  if (found.length === 0) return;
  const list = box.querySelector("ul");
  list.replaceChildren(
    ...found.map((address) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = new URL(address, ROOT);
      link.textContent = pages[address];
      item.append(link);
      return item;
    }),
  );
  box.hidden = false;
}

/** Put what was asked for into the search, and a button that opens it. */
function fillIn(box, field, words) {
  field.value = words;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button";
  button.textContent = `Search for “${words}”`;
  button.addEventListener("click", () => {
    document.getElementById("__search").checked = true;
    field.focus();
  });
  box.after(button);
}

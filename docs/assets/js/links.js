// What few links need, and what is loaded for them alone: ends that a page does not have as they are written, sections
// that moved, frameworks with a typing error, and the sign that copies a link.

import { near, complaint as sentence } from "./near.js";
import { target } from "./site.js";

/** The id that an address means where none is written so: in another case, with a typing error, or with a part gone. */
function meantId(hash) {
  let text = hash.slice(1);
  try {
    text = decodeURIComponent(text);
  } catch {
    return "";
  }
  // Chats take the sign after a link for a part of it; wikis write spaces and underscores for hyphens.
  const id = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (!id || document.getElementById(text)) return "";
  if (document.getElementById(id)) return id;
  const ids = [...document.querySelectorAll("main [id]")].map((element) => element.id);
  // A note has its section's id before its own: where the note is gone, the section is there.
  return near(id, ids) || ids.filter((one) => one.length > 2 && id.startsWith(`${one}-`)).at(-1) || "";
}

/** Lead on from an end that this page does not have, or no longer. What is like nothing of ours asks for nothing. */
export function leadOn() {
  const moved = target();
  if (moved?.matches(".moved")) {
    const url = new URL(moved.querySelector("a").href);
    url.search = location.search;
    location.replace(url);
    return;
  }
  const id = meantId(location.hash);
  if (id) location.replace(`#${id}`);
}

/** What a table says of the parts of an address that it does not know. */
export const complaint = (unknown) => sentence(unknown);

/** Say it where a link asks for a framework that is nearly one of ours. */
export function tellTab(said) {
  const meant = { pytorch: "PyTorch", tensorflow: "TensorFlow", both: "Both" };
  const name = near(said, Object.keys(meant));
  if (!name) return;
  const note = document.createElement("p");
  const link = document.createElement("a");
  const url = new URL(location);
  url.searchParams.set("fw", name);
  link.href = url;
  link.textContent = meant[name];
  note.setAttribute("role", "status");
  note.append(`The link asks for “${said.slice(0, 40)}”. Did you mean `, link, "?");
  document.querySelector(".tabbed-set").before(note);
}

let hiding;

/** Say something for two seconds where Material says that code was copied. */
function say(text) {
  const dialog = document.querySelector("[data-md-component=dialog]");
  dialog.firstElementChild.setAttribute("role", "status");
  dialog.firstElementChild.textContent = text;
  dialog.classList.add("md-dialog--active");
  clearTimeout(hiding);
  hiding = setTimeout(() => dialog.classList.remove("md-dialog--active"), 2000);
}

/** Copy the address of a section or a note, which the browser goes to as well. */
export async function copyLink(address) {
  const url = new URL(address);
  // A reader shares the section and the framework, not what chats and searches have added.
  for (const name of [...url.searchParams.keys()]) if (name !== "fw") url.searchParams.delete(name);
  try {
    await navigator.clipboard.writeText(url);
    say("Link copied");
  } catch {
    say("The link is in the address bar");
  }
}

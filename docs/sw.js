// Keeps what was read, so that it can be read again without a network. The network always comes first, so a
// new version of the site is seen at once; what is kept is only shown where the network does not answer, or not soon.

const KEPT = "read-1"; // another name, and what older versions kept is thrown away
const MOST = 300;
const PATIENCE = 2000; // milliseconds: on a train, a network that is there may answer nothing for minutes

// Whether the last answer did not come in time: then a page's other files do not wait as long again, each of them.
let hanging = false;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== KEPT && name.startsWith("read-")) await caches.delete(name);
      await clients.claim();
    })(),
  );
});

/** Whether an address is a file of this site. */
const isOurs = (url) => url.startsWith(registration.scope);

/** The address without its query and target: filters and choices are of the reader, not of the file. */
function file(url) {
  const found = new URL(url);
  found.search = found.hash = "";
  return found.href;
}

async function keep(url, response) {
  const cache = await caches.open(KEPT);
  await cache.put(file(url), response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await cache.delete(old);
}

/** What the network answers, kept for later. */
async function ask(request) {
  const response = await fetch(request);
  if (request.mode === "navigate") hanging = false; // other files may come from the browser's own store
  if (response.ok && response.type === "basic" && !response.redirected) {
    keep(request.url, response.clone()).catch(() => {}); // a full disk must not stop anybody from reading
  }
  return response;
}

/** What the network answers; what was kept, where it does not answer, or not soon. */
async function answer(request, asked) {
  const late = new Promise((resolve) => setTimeout(resolve, hanging ? 0 : PATIENCE));
  try {
    const response = await Promise.race([asked, late]);
    if (response) return response;
    const kept = await (await caches.open(KEPT)).match(file(request.url));
    if (!kept) return await asked;
    hanging = true;
    return kept;
  } catch (error) {
    const kept = await (await caches.open(KEPT)).match(file(request.url));
    if (kept) return kept;
    if (request.mode !== "navigate") throw error;
    return new Response(
      "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>" +
        "<title>Not read yet</title><h1>This page was not read yet</h1><p>There is no network now, and only " +
        `pages that you have read before can be shown. <a href="${registration.scope}">To the start page</a>`,
      { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } },
    );
  }
}

addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !isOurs(event.request.url)) return;
  const asked = ask(event.request);
  event.respondWith(answer(event.request, asked));
  event.waitUntil(asked.catch(() => {})); // what comes late is kept for the next time
});

// The page that brought this script was loaded before it: it tells what it consists of.
addEventListener("message", (event) => {
  const urls = Array.isArray(event.data?.read) ? event.data.read.filter(isOurs).slice(0, 20) : [];
  event.waitUntil(
    Promise.allSettled(
      urls.map(async (url) => {
        const response = await fetch(url);
        if (response.ok) await keep(url, response);
      }),
    ),
  );
});

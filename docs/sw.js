// Keeps what was read, so that it can be read again without a network. The network always comes first, so a
// new version of the site is seen at once; what is kept is only shown where the network does not answer.

const KEPT = "read-1"; // another name, and what older versions kept is thrown away
const MOST = 300;

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

/** What the network answers, kept for later; what was kept, where it does not answer. */
async function answer(request) {
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic" && !response.redirected) {
      keep(request.url, response.clone()).catch(() => {}); // a full disk must not stop anybody from reading
    }
    return response;
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
  event.respondWith(answer(event.request));
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

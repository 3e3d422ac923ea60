// The service worker: keeps the app's own files, so that it opens without network. Nothing that
// the API answers passes through it; what is personal lies in the page's own database only.
const KEPT = "kotikierros-phone-files";
const SCOPE = new URL("./", self.location.href).pathname;
/** A weak network is no network: after this long the kept page opens. */
const PATIENCE_MILLISECONDS = 2_500;

const isOwnFile = (url) => url.origin === self.location.origin && url.pathname.startsWith(SCOPE);

/** The files that a page names: its scripts, styles, icons and manifest. */
function filesIn(html) {
  return [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, path]) => new URL(path, self.location.href))
    .filter(isOwnFile)
    .map(({ pathname }) => pathname);
}

/** Keeps a page only once all its files are kept, so that what opens offline is whole. */
async function keepPage(response) {
  const cache = await caches.open(KEPT);
  const files = filesIn(await response.clone().text());
  const missing = [];
  for (const file of files) if ((await cache.match(file)) === undefined) missing.push(file);
  await cache.addAll(missing);
  await cache.put(SCOPE, response);
  const wanted = new Set([SCOPE, ...files]);
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

async function freshPage() {
  const response = await fetch(SCOPE, { cache: "no-cache" });
  if (!response.ok) throw new Error(`the page answers ${response.status}`);
  return response;
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    freshPage()
      .then(keepPage)
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

/** The page from the network, or the kept one when that is slow or silent. */
async function answerPage(event) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(SCOPE);
  const fetching = freshPage().then(async (response) => {
    await keepPage(response.clone());
    return response;
  });
  event.waitUntil(fetching.catch(() => undefined));
  if (kept === undefined) return fetching;
  const patience = new Promise((resolve) => {
    setTimeout(() => resolve(kept), PATIENCE_MILLISECONDS);
  });
  return Promise.race([fetching.catch(() => kept), patience]);
}

/** Names of assets change with their contents, so that a kept one is always right. */
async function answerFile(request) {
  const kept = await (await caches.open(KEPT)).match(request);
  return kept ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !isOwnFile(url)) return;
  if (event.request.mode === "navigate") event.respondWith(answerPage(event));
  else event.respondWith(answerFile(event.request));
});

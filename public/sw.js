// Works without signal after the first visit. Nothing of one family is ever kept here: status, outcome and drop box
// requests pass this file by, so that a borrowed phone does not tell whose status was asked.

// The build writes these two lines.
const VERSION = 'build-dev';
const FILES = ['build-files'];

const APP = `app-${VERSION}`;
const DATA = 'data-v1';
const PUBLIC_DATA = /^\/api\/v1\/(index|areas|points|stats)\.json$/;
const POINTS_DATA = ['index', 'areas', 'points'].map((name) => `/api/v1/${name}.json`);
const SLOW_MS = 5000;

// Hashed files are immutable for the HTTP cache: what the page has just loaded is not fetched again.
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(APP).then((cache) => cache.addAll(FILES)));
  // The points are of use without signal too. What the page has read of them by now came past this file; and where
  // nothing is published yet, the app is kept all the same.
  event.waitUntil(caches.open(DATA).then((cache) => cache.addAll(POINTS_DATA)).catch(() => undefined));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const old = (await caches.keys()).filter((name) => name !== APP && name !== DATA);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
  if (event.data.keep) event.waitUntil(keep(event.data.keep));
});

// A program that has been used; its files have just been fetched, so the HTTP cache has them.
async function keep(files) {
  const cache = await caches.open(APP);
  await Promise.all(files.map(async (file) => (await cache.match(file)) ?? cache.add(file)));
}

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (PUBLIC_DATA.test(pathname)) event.respondWith(newest(event));
  else if (pathname.startsWith('/api/') || pathname.startsWith('/inbox/')) return;
  else if (mode === 'navigate') event.respondWith(kept('/', event.request));
  else event.respondWith(kept(pathname, event.request));
});

async function kept(path, request) {
  const cache = await caches.open(APP);
  return (await cache.match(path)) ?? fetch(request);
}

// The network first; what was kept when there is none, or when it is too slow to be of use.
async function newest(event) {
  const cache = await caches.open(DATA);
  const fresh = fetch(event.request).then(async (response) => {
    if (response.ok) await cache.put(event.request, response.clone());
    return response;
  });
  event.waitUntil(fresh.catch(() => undefined));
  const old = await cache.match(event.request);
  if (!old) return fresh;
  const tooSlow = new Promise((resolve) => setTimeout(resolve, SLOW_MS, old));
  return Promise.race([fresh.catch(() => old), tooSlow]);
}

// Works without signal after the first visit. Nothing of one family is ever kept here: status, outcome and drop box
// requests pass this file by, so that a borrowed phone does not tell whose status was asked.

// The build writes these three lines: what every visit needs, and what is kept once it has been used.
const VERSION = 'build-dev';
const FILES = ['build-files'];
const PROGRAMS = ['build-programs'];

const APP = `app-${VERSION}`;
const DATA = 'data-v1';
const PUBLIC_DATA = /^\/api\/v1\/(index|areas|points|stats)\.json$/;
const POINTS_DATA = ['index', 'areas', 'points'].map((name) => `/api/v1/${name}.json`);
const SLOW_MS = 5000;
const LONGEST_LEAVE_MS = 20000;
const LONGEST_SHARE_MS = 60000;
const SHARE_TARGET = '/rt/berkas';

// Hashed files are immutable for the HTTP cache: what the page has just loaded is not fetched again.
self.addEventListener('install', (event) => {
  event.waitUntil(install());
  // The points are of use without signal too. What the page has read of them by now came past this file; and where
  // nothing is published yet, the app is kept all the same.
  event.waitUntil(caches.open(DATA).then((cache) => cache.addAll(POINTS_DATA)).catch(() => undefined));
});

// Programs that worked without signal before an update do so after it.
async function install() {
  const unhashed = (path) => path.replace(/-[0-9a-f]{16}(?=\.)/, '');
  const used = new Set();
  for (const name of (await caches.keys()).filter((name) => name.startsWith('app-') && name !== APP)) {
    const requests = await (await caches.open(name)).keys();
    requests.forEach(({ url }) => used.add(unhashed(new URL(url).pathname)));
  }
  const cache = await caches.open(APP);
  await cache.addAll([...FILES, ...PROGRAMS.filter((file) => used.has(unhashed(file)))]);
}

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
  if (event.data.leave) leave(event.data.leave);
  if (event.data === 'take') event.ports[0].postMessage(take());
  if (event.data === 'take-file') event.ports[0].postMessage(takeFile());
});

// The key of an open register, between a page that goes and the page that comes: in memory, once, for seconds.
let left = null;

function leave(secret) {
  left = secret;
  setTimeout(take, LONGEST_LEAVE_MS);
}

function take() {
  const secret = left;
  left = null;
  return secret;
}

// A list that another app shares with this one, until the page takes it: in memory, once, and never in a cache.
let shared = null;

async function receive(request) {
  shared = (await request.formData()).get('berkas');
  setTimeout(takeFile, LONGEST_SHARE_MS);
  return Response.redirect(SHARE_TARGET, 303);
}

function takeFile() {
  const file = shared;
  shared = null;
  return file;
}

// Lists that wait for a signal, sent while no page is open. They are sealed to the offices; what the drop box said is
// noted on them, and the app draws its conclusions when it is opened.
self.addEventListener('sync', (event) => {
  if (event.tag === 'tepat-post') event.waitUntil(post());
});

async function post() {
  // A page that is open sends by itself.
  const pages = await self.clients.matchAll({ type: 'window' });
  if (pages.some(({ url }) => new URL(url).pathname.startsWith('/rt'))) return;
  const parcels = (await parcelsByKey()) ?? new Map();
  const answers = await Promise.all([...parcels].map(([key, parcel]) => put(parcel).then((answer) => note(key, answer))));
  new BroadcastChannel('tepat').postMessage(true);
  // The browser tries again later.
  if (answers.includes(false)) throw new Error('no answer from the drop box');
}

async function put({ url, authorization, text }) {
  const headers = { Authorization: authorization, 'Content-Type': 'application/json', 'If-None-Match': '*' };
  const response = await fetch(url, { method: 'PUT', headers, body: text }).catch(() => undefined);
  return response?.status;
}

async function parcelsByKey() {
  return inStore('readonly', async (shelf) => {
    const [keys, texts] = await Promise.all([done(shelf.getAllKeys()), done(shelf.getAll())]);
    const parcels = keys.map((key, at) => [key, JSON.parse(texts[at])]);
    return new Map(parcels.filter(([, { url, answer }]) => url && !answer));
  });
}

// `false` if nothing answered. A parcel that is gone has arrived by another way.
async function note(key, answer) {
  if (!answer || answer >= 500) return false;
  return inStore('readwrite', async (shelf) => {
    const text = await done(shelf.get(key));
    if (text) shelf.put(JSON.stringify({ ...JSON.parse(text), answer }), key);
    return true;
  });
}

// The database of the app, in whatever version it is there; undefined where there is none. Only the app makes one.
async function openDatabase() {
  const request = indexedDB.open('tepat');
  request.onupgradeneeded = () => request.transaction.abort();
  const database = await done(request).catch((fault) => {
    if (fault.name !== 'AbortError') throw fault;
  });
  // The app may bring it to another version at any time.
  if (database) database.onversionchange = () => database.close();
  return database;
}

// Undefined where there is no outbox, which is an empty one.
async function inStore(mode, work) {
  const database = await openDatabase();
  if (!database) return undefined;
  try {
    if (!database.objectStoreNames.contains('parcel')) return undefined;
    return await work(database.transaction('parcel', mode).objectStore('parcel'));
  } finally {
    database.close();
  }
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// A program that has been used; its files have just been fetched, so the HTTP cache has them.
async function keep(files) {
  const cache = await caches.open(APP);
  await Promise.all(files.map(async (file) => (await cache.match(file)) ?? cache.add(file)));
}

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin) return;
  if (method === 'POST' && pathname === SHARE_TARGET) event.respondWith(receive(event.request));
  if (method !== 'GET') return;
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

// Works without signal after the first visit. Nothing of one family is ever kept here: status, outcome and drop box
// requests pass this file by, so that a borrowed phone does not tell whose status was asked.

// The build writes these two lines: its version, and what every visit needs. What else there is says the page of the
// same version: the files of each program, which are kept together, once it has been used.
const VERSION = 'build-dev';
const FILES = ['build-files'];

const APP = `app-${VERSION}`;
const DATA = 'data-v1';
const PAGE = '/';
const USED = '/used/';
const PUBLIC_DATA = /^\/api\/v1\/(index|areas|points|stats)\.json$/;
// The public files that a program is of use with where there is no signal. An answer measures from its own record.
const PLACES = ['index', 'areas', 'points'];
const READS = {
  'residents-answer': ['index', 'points'],
  'residents-points': PLACES,
  'field-register': PLACES,
  kiosk: PLACES,
};
const SLOW_MS = 5000;
const LONGEST_LEAVE_MS = 20000;
// A newer version may have to come over a slow line first.
const LONGEST_TYPED_MS = 60000;
const LONGEST_SHARE_MS = 60000;
const SHARE_TARGET = '/rt/berkas';

// Hashed files are immutable for the HTTP cache: what the page has just loaded is not fetched again.
self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

// The programs that worked without signal before an update do so after it. The page is kept last: where it is, all is.
async function install() {
  const page = await pageOfThisVersion();
  const programs = programsOf(await page.clone().text());
  const used = [...(await usedPrograms())].filter((name) => programs.has(name));
  const cache = await caches.open(APP);
  await cache.addAll([...new Set([...FILES, ...used.flatMap((name) => programs.get(name))])]);
  const isAfterFirst = used.length > 0 && !(await caches.match(USED + used[0]));
  await Promise.all(used.map((name) => cache.put(USED + name, new Response())));
  await cache.put(PAGE, page);
  // The pages of the first versions, which noted no names, take no other version over by themselves.
  if (isAfterFirst) self.skipWaiting();
}

// While a release is put on the server, this file and the page may be of two versions. Such a mixture is not kept: the
// browser tries again at the next visit.
async function pageOfThisVersion() {
  for (const path of await pathsOfThePage()) {
    const page = await fetch(path, { cache: 'no-cache' });
    const [version] = programsOf(await page.clone().text()).get('build') ?? [];
    if (page.ok && !page.redirected && version === VERSION) return page;
  }
  throw new Error(`the page is not of version ${VERSION}`);
}

// Every path is answered with the same page. The one that is open has just come, so the host need not send it again.
// Its beginning is enough to find it, and tells the host nothing of where in the app somebody is.
async function pathsOfThePage() {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const paths = open.map(({ url }) => new URL(url).pathname.split('/', 2).join('/'));
  return [...new Set([...paths.slice(0, 1), PAGE])];
}

// `<meta name="tepat-field" content="/field.js /field_bg.wasm">`: the files of each program, by its name.
function programsOf(page) {
  const named = page.matchAll(/<meta name="tepat-([\w-]+)" content="([^"]*)">/g);
  return new Map([...named].map(([, name, files]) => [name, files.split(' ')]));
}

// The programs that earlier versions kept. The first versions did not note their names: their scripts have them.
async function usedPrograms() {
  const used = new Set();
  for (const name of (await caches.keys()).filter(isApp)) {
    for (const { url } of await (await caches.open(name)).keys()) {
      const { pathname } = new URL(url);
      const program = pathname.startsWith(USED) ? pathname.slice(USED.length) : pathname.match(/^\/(\w+)-[0-9a-f]{16}\.js$/)?.[1];
      if (program) used.add(program);
    }
  }
  return used;
}

const isApp = (name) => name.startsWith('app-');

// What the version before kept stays for one more: a page of it that is still open may yet ask for a part.
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    const before = names.filter((name) => isApp(name) && name !== APP).at(-1);
    const old = names.filter((name) => ![APP, DATA, before].includes(name));
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
    for (const page of await self.clients.matchAll({ type: 'window' })) page.postMessage({ version: VERSION });
  })());
});

self.addEventListener('message', (event) => {
  const { data, source, ports: [port] } = event;
  if (data === 'take-over') self.skipWaiting();
  if (data.page) meet(source, data.page);
  if (data === 'renew') {
    renews = true;
    port.postMessage(true);
  }
  if (data.used) event.waitUntil(keep(data.used, data.version));
  if (data.leave) leave('key', data.leave, LONGEST_LEAVE_MS);
  if (data.typed) leave('typed', data.typed, LONGEST_TYPED_MS);
  if (data === 'take') port.postMessage(take('key'));
  if (data === 'take-typed') port.postMessage(take('typed'));
  if (data === 'take-file') port.postMessage(take('file'));
});

// A page that has come from the network is of this version already: there is nothing to wait for. Others are told.
function meet(page, version) {
  if (version === VERSION) self.skipWaiting();
  else page.postMessage({ version: VERSION });
}

// What one page leaves for the next: the key of an open register, what was typed into the form of a look-up, a list that
// another app has shared. In memory, once, for seconds, and never in a cache.
const left = new Map();

function leave(what, value, longest) {
  left.set(what, value);
  setTimeout(() => { if (left.get(what) === value) left.delete(what); }, longest);
}

function take(what) {
  const value = left.get(what) ?? null;
  left.delete(what);
  return value;
}

async function receive(request) {
  leave('file', (await request.formData()).get('berkas'), LONGEST_SHARE_MS);
  return Response.redirect(SHARE_TARGET, 303);
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
  const waiting = (await waitingLists()) ?? [];
  const answers = await Promise.all(waiting.map(async ({ key, text, address }) => {
    const to = await opened(address).catch(() => undefined);
    // The page sends what this file cannot.
    return to ? note(key, await put({ ...to, text })) : true;
  }));
  new BroadcastChannel('tepat').postMessage(true);
  // The browser tries again later.
  if (answers.includes(false)) throw new Error('no answer from the drop box');
}

async function put({ url, authorization, text }) {
  const headers = { Authorization: authorization, 'Content-Type': 'application/json', 'If-None-Match': '*' };
  const response = await fetch(url, { method: 'PUT', headers, body: text }).catch(() => undefined);
  return response?.status;
}

// Lists that nobody has answered, with where they go. Earlier versions kept that in clear, in the list's own record.
async function waitingLists() {
  return inStores('readonly', async (shelf, settings) => {
    const [keys, texts] = await Promise.all([done(shelf.getAllKeys()), done(shelf.getAll())]);
    const addresses = await Promise.all(keys.map((key) => done(settings.get(key))));
    return keys.map((key, at) => {
      const { text, answer, url, authorization } = JSON.parse(texts[at]);
      return { key, text, answer, address: addresses[at] ?? (url && { url, authorization }) };
    }).filter(({ answer, address }) => address && !answer);
  });
}

// Where a list goes, and the password for it, which the page has sealed under a key that no script can read out.
async function opened({ key, sealed, ...inClear }) {
  if (!key) return inClear;
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, sealed);
  return JSON.parse(new TextDecoder().decode(text));
}

// `false` if nothing answered, or somebody who asks to come later. A parcel that is gone has arrived by another way.
async function note(key, answer) {
  if (!answer || answer >= 500 || [408, 429].includes(answer)) return false;
  return inStores('readwrite', async (shelf, settings) => {
    const text = await done(shelf.get(key));
    if (text) shelf.put(JSON.stringify({ text: JSON.parse(text).text, answer }), key);
    // From here on the page sends it, if anybody need.
    settings.delete(key);
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
async function inStores(mode, work) {
  const database = await openDatabase();
  if (!database) return undefined;
  try {
    if (!database.objectStoreNames.contains('parcel')) return undefined;
    const transaction = database.transaction(['parcel', 'setting'], mode);
    return await work(transaction.objectStore('parcel'), transaction.objectStore('setting'));
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

// Keeps programs that have been used, with all their files or not at all; they have just been fetched, so the HTTP cache
// has them. A page of another version speaks of other files.
async function keep(names, version) {
  const cache = await caches.open(APP);
  const page = await cache.match(PAGE);
  if (version !== VERSION || !page) return;
  const programs = programsOf(await page.text());
  const kept = await Promise.all(names.split(' ').map(async (name) => [name, await cache.match(USED + name)]));
  const missing = kept.filter(([name, it]) => !it && programs.has(name)).map(([name]) => name);
  await cache.addAll([...new Set(missing.flatMap((name) => programs.get(name)))]);
  await Promise.all(missing.map((name) => cache.put(USED + name, new Response())));
  // What the page has read by now may have come past this file; and where nothing is published yet, the app is kept all
  // the same.
  const read = new Set(names.split(' ').flatMap((name) => READS[name] ?? []));
  await keepData([...read].map((name) => `/api/v1/${name}.json`)).catch(() => undefined);
}

async function keepData(files) {
  const data = await caches.open(DATA);
  const kept = await Promise.all(files.map((file) => data.match(file)));
  await data.addAll(files.filter((_, at) => !kept[at]));
}

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin) return;
  if (method === 'POST' && pathname === SHARE_TARGET) event.respondWith(receive(event.request));
  if (method !== 'GET') return;
  if (PUBLIC_DATA.test(pathname)) event.respondWith(newest(event));
  else if (pathname.startsWith('/api/') || pathname.startsWith('/inbox/')) return;
  // A file that a page leads to: the notices of others. Addresses of pages have no dot.
  else if (mode === 'navigate' && pathname.includes('.')) return;
  else if (mode === 'navigate') event.respondWith(page(event.request));
  else event.respondWith(kept(pathname, event.request));
});

// The server has no longer what the kept page asks for: pages are to be the newest from then on.
let renews = false;

async function page(request) {
  const newest = renews ? await fetch(request).catch(() => undefined) : undefined;
  return newest?.ok ? newest : kept(PAGE, request);
}

// A file of the version before may be asked for by a page of it; its page is never served again.
async function kept(path, request) {
  const cache = await caches.open(APP);
  const found = (await cache.match(path)) ?? (path === PAGE ? undefined : await caches.match(path));
  return found ?? fetch(request);
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

// Starts the app: the one script the page names. It is a file of its own so that the content security policy needs no
// 'unsafe-inline'. Sentences stand in index.html; this file only shows them.

const byId = (id) => document.getElementById(id);
const show = (id) => { byId(id).hidden = false; };
const meta = (name) => document.querySelector(`meta[name="${name}"]`).content;

// A module with one table of externref, which wasm-bindgen needs: Chrome 96, Firefox 79, Safari 15.
const EXTERNREF = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 1]);

function isTooOld() {
  return typeof WebAssembly !== 'object' || !WebAssembly.validate(EXTERNREF);
}

// The first part of the path says which program holds the page; every other path is the residents'.
const PROGRAMS = { rt: 'field', anjungan: 'kiosk' };

// Script, wasm, and what else it is made of, by the name of a program or of a part.
const filesOf = (name) => meta(`tepat-${name}`).split(' ');

const version = meta('tepat-build');
const { serviceWorker } = navigator;
let registration;

// What has been used works without signal from then on; what has not is not fetched for nothing. Names in one call are
// kept together or not at all.
const used = new Set();

async function keep(names) {
  used.add(names);
  const { active } = (await serviceWorker?.ready) ?? {};
  active?.postMessage({ used: names, version });
}

// A newer version waits until the page takes it over: at a step of the person, when nothing is lost by it, or when the
// person says so. What was typed by then (`typed` tells it) is left with the service workers for the moment between the two
// pages, in memory only.
//   window event `tepat-update`  → a newer version is here; `tepat.updated` for who comes late
const LONGEST_TAKE_OVER_MS = 3000;

async function takeOver(typed) {
  // By then the router has put the page that the person goes to into the address bar.
  await new Promise((resolve) => setTimeout(resolve));
  if (registration?.waiting) {
    const taken = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
    registration.waiting.postMessage('take-over');
    await atMost(LONGEST_TAKE_OVER_MS, taken);
  }
  loadAgain(typed);
}

// The host no longer has a file of this version: the page is loaded anew, and is then of the version that the host has.
// By itself not twice from one version in a short time: `false`, then the host lacks a file of its own version, and nothing
// is gained.
const RENEWED = `tepat-renewed-${version}`;
const SHORTEST_BETWEEN_MS = 60000;
const LONGEST_RENEWAL_MS = 10000;

function renew(typed, isAsked) {
  if (!isAsked && wasRenewed()) return false;
  // Otherwise the service worker might serve its own page again: before it hears of this, or because the one that waits is
  // not ready in time.
  const controller = serviceWorker?.controller;
  atMost(controller ? LONGEST_RENEWAL_MS : 0, controller && answer(controller, 'renew')).then(() => takeOver(typed));
  return true;
}

const atMost = (longest, promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, longest))]);

function answer(worker, question) {
  const { port1, port2 } = new MessageChannel();
  const heard = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  worker.postMessage(question, [port2]);
  return heard;
}

// A page that may keep nothing does not know, and leaves it to the person.
function wasRenewed() {
  try {
    const last = Number(sessionStorage.getItem(RENEWED));
    sessionStorage.setItem(RENEWED, Date.now());
    return Date.now() - last < SHORTEST_BETWEEN_MS;
  } catch {
    return true;
  }
}

function loadAgain(typed) {
  // The page can be typed into until the other one is here, and nobody knows which service worker that one will have.
  const leave = () => {
    const all = [serviceWorker?.controller, ...workersOf(registration)];
    for (const worker of new Set(all)) worker?.postMessage({ typed: typed() });
  };
  if (typed) window.addEventListener('pagehide', leave, { once: true });
  location.reload();
}

const workersOf = ({ active, waiting, installing } = {}) => [active, waiting, installing].filter(Boolean);

// What was typed into the page before, which gave way to this one; all service workers forget it. Nobody waits for it: the
// slowest phone may take its time.
async function takeTyped() {
  const asked = workersOf(await serviceWorker?.getRegistration()).map((worker) => answer(worker, 'take-typed'));
  return new Promise((resolve) => {
    for (const one of asked) one.then((typed) => typed && resolve(typed));
    Promise.all(asked).then(() => resolve());
  });
}

window.tepat = { keep, takeOver, renew, takeTyped, updated: false };

// What the host says of the files: that one is `missing`, or that all are `there`. No answer is no signal.
async function hostSays(files) {
  const ask = (file) => fetch(file, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  const isOther = (headers) => !/javascript|wasm/.test(headers.get('content-type'));
  const answers = await Promise.all(files.map(ask));
  const isMissing = ({ status, ok, headers }) => [404, 410].includes(status) || (ok && isOther(headers));
  if (answers.some((answer) => answer && isMissing(answer))) return 'missing';
  return answers.every((answer) => answer?.ok) ? 'there' : undefined;
}

async function start(name) {
  const [script, wasm] = filesOf(name);
  const bytes = fetch(wasm);
  const program = await import(script);
  await program.default({ module_or_path: bytes });
  byId('shell').remove();
  keep(name);
}

// Offline comes after the first visit has been served, so that it does not compete with it.
async function keepOffline() {
  registration = await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const meet = () => { if (serviceWorker.controller) registration.waiting?.postMessage({ page: version }); };
  // One may have begun to install while the page before this one was open.
  const follow = () => registration.installing?.addEventListener('statechange', meet);
  meet();
  follow();
  registration.addEventListener('updatefound', follow);
  // A phone may keep a page open for weeks.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) registration.update().catch(() => undefined);
  });
}

// A service worker says its version to a page when they meet: one that waits, and one that has taken over.
function hear({ data }) {
  if (!data.version) return;
  if (data.version === version) {
    used.forEach(keep);
  } else {
    window.tepat.updated = true;
    window.dispatchEvent(new Event('tepat-update'));
  }
}

const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 1000));

byId('boot-retry').addEventListener('click', () => location.reload());
if (isTooOld()) {
  show('boot-old');
} else {
  const [, first] = location.pathname.split('/');
  const name = PROGRAMS[first] ?? 'residents';
  start(name).then(() => {
    if (version === 'build-dev' || !serviceWorker) return;
    serviceWorker.addEventListener('message', hear);
    whenIdle(() => keepOffline().catch((fault) => console.warn(fault)));
  }, async (fault) => {
    console.error(fault);
    const said = await hostSays(filesOf(name));
    if (said === 'missing' && renew()) return;
    show(said ? 'boot-broken' : 'boot-signal');
    show('boot-fault');
  });
}

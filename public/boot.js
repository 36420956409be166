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

// What has been used works without signal from then on; what has not is not fetched for nothing.
async function keep(name) {
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ keep: filesOf(name) });
}

globalThis.tepat = { keep, updated: false };

async function start() {
  const [, first] = location.pathname.split('/');
  const name = PROGRAMS[first] ?? 'residents';
  const [script, wasm] = filesOf(name);
  const bytes = fetch(wasm);
  const program = await import(script);
  await program.default({ module_or_path: bytes });
  byId('shell').remove();
  keep(name);
}

// Offline comes after the first visit has been served, so that it does not compete with it.
// A new version waits until the page is closed or the app says so: a page in use is never reloaded under the user.
//   window event `tepat-update`        → the app may show "versi baru siap"; `tepat.updated` for who comes late
//   window event `tepat-update-accept` → the app's answer: take the new version over and reload
async function keepOffline() {
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const announce = () => {
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    globalThis.tepat.updated = true;
    window.dispatchEvent(new Event('tepat-update'));
  };
  announce();
  registration.addEventListener('updatefound', () => {
    registration.installing.addEventListener('statechange', announce);
  });
  window.addEventListener('tepat-update-accept', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take-over');
  });
}

const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 1000));

byId('boot-retry').addEventListener('click', () => location.reload());
if (isTooOld()) {
  show('boot-old');
} else {
  start().then(() => {
    if (meta('tepat-build') === 'build-dev' || !('serviceWorker' in navigator)) return;
    whenIdle(() => keepOffline().catch((fault) => console.warn(fault)));
  }, (fault) => {
    console.error(fault);
    show('boot-fault');
  });
}

// Makes a database as a fixture has it: each object store a list of keys with a text or bytes in base64url.
const [name, version, stores] = given;
const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const request = indexedDB.open(name, version);
request.onupgradeneeded = () => {
  for (const [store, entries] of Object.entries(stores)) {
    const made = request.result.createObjectStore(store);
    entries.forEach(([key, value]) => made.put(value.text ?? bytes(value.bytes), key));
  }
};
await new Promise((resolve, reject) => {
  request.onsuccess = resolve;
  request.onerror = () => reject(request.error);
});
request.result.close();

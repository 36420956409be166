// Whether every script and every wasm that the page has loaded is in a cache.
const loaded = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\.(js|wasm)$/.test(name));
const kept = await Promise.all(loaded.map((name) => caches.match(name)));
return loaded.length > 0 && kept.every(Boolean);

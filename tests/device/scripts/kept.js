// Whether every script and every wasm that the page has loaded is in a cache, and what its program names for later.
const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => /\.(js|wasm)$/.test(name));
const programs = [...document.querySelectorAll('meta[name^=tepat-]')].map(({ content }) => content.split(' '));
// Parts have no script of their own, and share files with each other.
const later = programs.filter(([script]) => script.endsWith('.js') && loaded.includes(script)).flat();
const kept = await Promise.all([...loaded, ...later].map((name) => caches.match(name)));
return loaded.length > 0 && kept.every(Boolean);

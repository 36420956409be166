// The address of everything in every cache.
const cached = [];
for (const name of await caches.keys()) {
  for (const { url } of await (await caches.open(name)).keys()) cached.push(url);
}
return cached;

// Everything that the browser keeps for this site, as text.
const bytes = (value) => ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value;
const request = (r) => new Promise((resolve, reject) => { r.onsuccess = () => resolve(r.result); r.onerror = () => reject(r.error); });

async function databases() {
  const kept = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await request(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const rows = await request(db.transaction(store).objectStore(store).getAll());
      kept.push([name, store, JSON.stringify(rows, (_, value) => bytes(value))]);
    }
    db.close();
  }
  return kept;
}

async function cached() {
  const kept = [];
  for (const name of await caches.keys()) {
    for (const { url } of await (await caches.open(name)).keys()) kept.push([name, url]);
  }
  return kept;
}

return {
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: await databases(),
  caches: await cached(),
  history: history.state,
  cookies: document.cookie,
};

// Rewrites every list that waits as the first versions kept it: its address and the password beside it, in clear.
const [folder, authorization] = given;
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const database = await done(indexedDB.open('tepat'));
const stores = () => {
  const transaction = database.transaction(['parcel', 'setting'], 'readwrite');
  return ['parcel', 'setting'].map((name) => transaction.objectStore(name));
};
const [lists] = stores();
const [keys, records] = await Promise.all([done(lists.getAllKeys()), done(lists.getAll())]);
for (const [at, key] of keys.entries()) {
  const { text } = JSON.parse(records[at]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '');
  const [lists, settings] = stores();
  lists.put(JSON.stringify({ text, url: `${folder}${digest}.json`, authorization }), key);
  await done(settings.delete(key));
}
database.close();
return keys.length;

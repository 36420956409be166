// The version of a database and its keys, without making it where there is none.
const [name] = given;
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
if (!(await indexedDB.databases()).some((database) => database.name === name)) return {};
const database = await done(indexedDB.open(name));
const stores = [...database.objectStoreNames];
const transaction = database.transaction(stores);
const keys = await Promise.all(stores.map(async (store) => [store, await done(transaction.objectStore(store).getAllKeys())]));
database.close();
return { version: database.version, keys: Object.fromEntries(keys) };

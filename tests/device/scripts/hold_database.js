// Opens a database in the version that it has, and keeps it open whatever another tab asks for.
const [name] = given;
await new Promise((resolve, reject) => {
  const request = indexedDB.open(name);
  request.onsuccess = () => { window.held = request.result; resolve(); };
  request.onerror = () => reject(request.error);
});

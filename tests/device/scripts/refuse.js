// Whether every write into the database fails as it does where there is no room.
const [refuses] = arguments;
const { prototype } = IDBObjectStore;
prototype.realPut ??= prototype.put;
prototype.put = refuses ? () => { throw new DOMException('no room', 'QuotaExceededError'); } : prototype.realPut;

// The app asks for the version after the one that it knows.
(() => {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    return version ? open.call(this, name, version + 1) : open.call(this, name);
  };
})();

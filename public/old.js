// Loaded only by browsers without modules; written for them, in the JavaScript of 2009.
document.addEventListener('DOMContentLoaded', function () {
  document.getElementById('boot-old').hidden = false;
});

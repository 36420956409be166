// What reaches beyond the right edge while letters are twice as large; what scrolls within itself does not widen the page.
const root = document.documentElement;
root.style.fontSize = '200%';
const widest = root.scrollWidth;
const beyond = [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > screen.width + 1)
  .map((element) => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
root.style.fontSize = '';
return widest > screen.width ? [widest, ...beyond.slice(0, 5)] : [];

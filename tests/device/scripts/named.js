// The shown elements that go by a name: the one that the browser computes for assistive technology, or the text that one reads.
const [css, way, words, within] = given;
const ways = {
  any: () => true,
  is: (it) => it.computedName === words,
  begins: (it) => it.computedName.startsWith(words),
  reads: (it) => it.innerText.trim().startsWith(words),
  holds: (it) => it.innerText.includes(words),
};
const all = [...(within ?? document).querySelectorAll(css)];
return all.filter((it) => it.checkVisibility() && ways[way](it));

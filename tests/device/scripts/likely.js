// The shown elements that may go by a name. What each is really called the browser computes, for these few alone: it takes long.
const [css, name, within] = given;
const plain = (text) => (text ?? "").replace(/\s+/g, "").toLowerCase();
const labels = (it) => {
  const named = (it.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id));
  return [...(it.labels ?? []), ...named].map((label) => label?.textContent);
};
const attributes = (it) => ["aria-label", "title", "alt", "placeholder", "value"].map((key) => it.getAttribute(key));
const said = (it) => [it.textContent, ...labels(it), ...[it, ...it.querySelectorAll("*")].flatMap(attributes)];
return [...(within ?? document).querySelectorAll(css)].filter(
  (it) => it.checkVisibility() && said(it).some((text) => plain(text).includes(plain(name))),
);

// The text of every such element that is shown.
const [css] = given;
return [...document.querySelectorAll(css)].filter((it) => it.checkVisibility()).map((it) => it.innerText);

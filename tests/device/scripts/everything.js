// All that the document holds, and what fields hold that the document does not.
const values = [...document.querySelectorAll('input, textarea, select')].map(({ value }) => value);
return [document.documentElement.outerHTML, document.title, location.href, ...values].join('\n');

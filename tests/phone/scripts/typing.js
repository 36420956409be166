// Puts the caret behind what stands in one of the fields, and tells what every field holds if the page says that all is
// kept.
const [turn] = given;
const inputs = [...document.querySelectorAll('main form input:not([type=checkbox], [type=radio])')];
const fields = inputs.filter((input) => input.checkVisibility());
const isFull = ({ inputMode, value }) => inputMode === 'numeric' && value.length >= 19;
const open = fields.filter((field) => !isFull(field));
const field = open[turn % open.length];
field.focus();
field.setSelectionRange(field.value.length, field.value.length);
const isKept = document.querySelector('main').innerText.includes('Tersimpan di HP ini');
return { numeric: field.inputMode === 'numeric', kept: isKept ? Object.fromEntries(fields.map(({ id, value }) => [id, value])) : null };

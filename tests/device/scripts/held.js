// What every control of the form holds, by its id, or by the name of its group. Reasons come and go with
// what they are about, and have a story of their own.
const answer = ({ name }) => document.querySelector(`input[name="${name}"]:checked`)?.value ?? '';
const holds = (control) => ({ checkbox: () => String(control.checked), radio: () => answer(control) })[control.type]?.() ?? control.value;
const controls = [...document.querySelectorAll('main form :is(input, select)')].filter((control) => !control.closest('.why'));
const nameOf = (control) => control.type === 'radio' ? control.name : control.id;
const held = Object.fromEntries(controls.map((control) => [nameOf(control), holds(control)]));

// Takes one of the controls in hand, and tells which, how it is used, and what all of them hold if the page says that all
// is kept.
const [turn] = given;
const isFull = ({ inputMode, value }) => inputMode === 'numeric' && value.length >= 19;
const add = [...document.querySelectorAll('main form button')].filter(({ innerText }) => innerText === 'Tambah anggota');
const open = [...controls, ...add].filter((control) => control.checkVisibility() && !isFull(control));
const hand = open[turn % open.length];
hand.focus();
const use = { checkbox: 'tap', radio: 'tap', button: 'tap', 'select-one': 'list' }[hand.type] ?? (hand.inputMode === 'numeric' ? 'digits' : 'letters');
if (use === 'digits' || use === 'letters') hand.setSelectionRange(hand.value.length, hand.value.length);
const isKept = document.querySelector('main').innerText.includes('Tersimpan di HP ini');
return { name: nameOf(hand), use, kept: isKept ? held : null };

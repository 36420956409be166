// What axe finds, and whether one must scroll sideways to read.
const { violations } = await axe.run(document, { resultTypes: ['violations'] });
const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target: String(target), failureSummary })));
const { scrollWidth, clientWidth } = document.documentElement;
if (scrollWidth > clientWidth) found.push({ id: 'wider-than-the-screen', scrollWidth, clientWidth });
return found;

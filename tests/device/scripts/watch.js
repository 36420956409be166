// From now on counts what keeps the page from answering: tasks over 50 ms, and how long each key or touch waited for
// what it changed on the screen.
const watched = { tasks: [], events: [], answered: performance.interactionCount };
globalThis.watched?.observers.forEach((observer) => observer.disconnect());
const observe = (options, see) => {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(see));
  observer.observe(options);
  return observer;
};
watched.observers = [
  observe({ type: 'longtask' }, ({ duration }) => watched.tasks.push(duration)),
  observe({ type: 'event', durationThreshold: 16 }, (entry) => {
    if (entry.interactionId) watched.events.push([entry.interactionId, entry.duration, entry.processingEnd - entry.startTime]);
  }),
];
globalThis.watched = watched;

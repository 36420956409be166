// What was counted: an interaction (a key, a touch) lasts as long as the longest of its events. One that is not in the
// list was answered within 16 ms.
await new Promise((resolve) => setTimeout(resolve, 300));
const { tasks, events, answered } = globalThis.watched;
const longest = new Map();
const handled = new Map();
for (const [id, duration, handling] of events) {
  longest.set(id, Math.max(duration, longest.get(id) ?? 0));
  handled.set(id, Math.max(handling, handled.get(id) ?? 0));
}
return {
  tasks,
  interactions: performance.interactionCount - answered,
  answers: [...longest.values()],
  handlings: [...handled.values()],
};

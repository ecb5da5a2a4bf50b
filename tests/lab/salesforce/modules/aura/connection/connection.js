// Whether the page believes it can reach the server.

let connected = true;
const listeners = new Set();

export function setConnected(value) {
  if (value === connected) return;
  connected = value;
  for (const listener of listeners) listener(connected);
}

export function onConnectionChange(listener) {
  listeners.add(listener);
}

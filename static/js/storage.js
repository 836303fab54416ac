// What this browser keeps between two visits. It may refuse; then nothing is kept, and what was typed is still
// in its field.

export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

// ``null`` keeps nothing.
export function keepAs(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // As above.
  }
}

export function namesUnder(place) {
  try {
    return Object.keys(localStorage).filter((one) => one.startsWith(place)).map((one) => one.slice(place.length));
  } catch {
    return [];
  }
}

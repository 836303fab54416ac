// Keys, bound from the table that the page brings (see interviews/keyboard.py). They never fire while
// somebody types.

const typing = (target) =>
  target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const nameOf = (event) => (event.key === "Enter" ? "Enter" : event.key.length === 1 ? event.key : "");

// Binds actions, by the id of their command: does(key) returns false where it had nothing to do.
export function bindKeys(actions) {
  const table = JSON.parse(document.querySelector("#bindings").textContent);
  const byKey = new Map(Object.entries(table).flatMap(([id, keys]) => keys.map((key) => [key, actions[id]])));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && event.key === "Enter") return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    // Enter on a link or a button is that link's or button's own.
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    const does = byKey.get(nameOf(event));
    if (does && does(nameOf(event)) !== false) event.preventDefault();
  });
}

export function showKeys() {
  document.querySelector("#sheet").showModal();
}

// Presses what the selector finds, as a mouse would.
export function press(selector) {
  const found = document.querySelector(selector);
  found?.click();
  return Boolean(found);
}

// Keys, bound from the table that the page brings (see interviews/keyboard.py). They never fire while
// somebody types.

const typing = (target) =>
  target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

// As in the table: "j", "U", "Enter", "Alt+ArrowUp", "Ctrl+z" (Command on a Mac is Ctrl here).
export function nameOf(event) {
  const held = [(event.ctrlKey || event.metaKey) && "Ctrl", event.altKey && "Alt", event.shiftKey && event.key.length > 1 && "Shift"];
  return [...held.filter(Boolean), event.key].join("+");
}

// Binds actions, by the id of their command: does(key, event) returns false where it had nothing to do. Those
// of ``whileTyping`` work in a field too.
export function bindKeys(actions, whileTyping = {}) {
  const table = JSON.parse(document.querySelector("#bindings").textContent);
  const bound = (does) => new Map(Object.entries(table).flatMap(([id, keys]) => keys.map((key) => [key, does[id]])));
  const anywhere = bound({ ...actions, ...whileTyping });
  const inField = bound(whileTyping);
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat && event.key === "Enter") return;
    if (document.querySelector("dialog[open]")) return;
    // Enter on a link or a button is that link's or button's own.
    const key = nameOf(event);
    if (key === "Enter" && event.target.closest("a, button, summary")) return;
    const does = (typing(event.target) ? inField : anywhere).get(key);
    if (does && does(key, event) !== false) event.preventDefault();
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

// Keys, bound from the same table that the sheet of keys is made of. They never fire while somebody types.

const typing = (target) =>
  target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const nameOf = (event) => (event.key === "Enter" ? "Enter" : event.key.length === 1 ? event.key : "");

// Binds a table of { keys, says, does }: does(key) returns false where it had nothing to do.
export function bindKeys(table) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat && event.key === "Enter") return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    // Enter on a link or a button is that link's or button's own.
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    const key = nameOf(event);
    const row = table.find(({ keys }) => keys.includes(key));
    if (row && row.does(key) !== false) event.preventDefault();
  });
}

// Fills the sheet and opens it.
export function showSheet(sheet, table) {
  const list = sheet.querySelector("dl");
  list.replaceChildren(
    ...table.flatMap(({ keys, says }) => {
      const term = document.createElement("dt");
      const shown = keys.length > 2 ? [keys[0], "–", keys.at(-1)] : keys;
      for (const key of shown) {
        const cap = document.createElement(key === "–" ? "span" : "kbd");
        cap.textContent = key;
        term.append(cap, " ");
      }
      const meaning = document.createElement("dd");
      meaning.textContent = says;
      return [term, meaning];
    }),
  );
  sheet.showModal();
}

// Presses what the selector finds, as a mouse would.
export function press(selector) {
  const found = document.querySelector(selector);
  found?.click();
  return Boolean(found);
}

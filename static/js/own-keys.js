// A key that is pressed in a field is the one that is wanted; Tab, Escape and Enter keep their meaning.
import { nameOf } from "./keys.js";

const MODIFIERS = ["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"];

document.addEventListener("keydown", (event) => {
  const field = event.target.closest?.("[data-key-field]");
  const name = nameOf(event);
  if (!field || event.isComposing || MODIFIERS.includes(event.key) || ["Tab", "Shift+Tab", "Escape", "Enter"].includes(name)) return;
  event.preventDefault();
  field.value = name;
});

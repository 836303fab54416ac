// "Show only": a key opens it and goes to its first choice, Escape closes it and goes back.
import { wayBack } from "./here.js";
import { say } from "./saying.js";

const filter = () => document.querySelector("#queue .filter");
const chosen = () => filter()?.contains(document.activeElement) && document.activeElement.id;
let cameFrom = null;

export function narrow() {
  const details = filter();
  if (!details?.checkVisibility()) return say("There is no list of flags here to narrow.");
  if (!details.contains(document.activeElement)) cameFrom = document.activeElement;
  details.open = true;
  details.querySelector("select").focus();
  return true;
}

export function closeFilter(event) {
  const details = event.target.closest?.(".filter");
  if (!details?.open) return false;
  details.open = false;
  wayBack(cameFrom).focus();
  return true;
}

// Whoever narrows the queue goes on choosing, also after having chosen all again.
let choosing = "";
document.addEventListener("htmx:beforeSwap", (event) => {
  choosing = event.detail.target.id === "queue" ? chosen() : "";
});
document.addEventListener("htmx:afterSwap", () => {
  const field = choosing && document.getElementById(choosing);
  choosing = "";
  if (!field) return;
  filter().open = true;
  field.focus();
});

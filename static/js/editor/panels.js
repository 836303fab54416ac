// A tool, such as the speakers or find and replace, opens in a panel over the queue. Every link that opens one
// is an ordinary link to the tool's own page.
import { ask } from "./asking.js";
import { text, wayBack } from "./here.js";
import { say, unsay } from "./saying.js";
import { beginAnew, bringBackUnsent, forget, hasUnsent, keep } from "./unsent.js";

const KEPT = "What you typed is kept: it is there when you open this again.";
const panel = document.querySelector("#panel");
let cameFrom = null;

// The keys of the queue do nothing while a panel lies over it: nobody settles what they do not see.
export const uncovered = (actions) =>
  Object.fromEntries(Object.entries(actions).map(([id, does]) => [id, (...given) => panel.hidden && does(...given)]));

export function openPanel(link) {
  // A key opens it from wherever somebody is.
  if (panel.hidden) cameFrom = document.activeElement === document.body ? link : document.activeElement;
  unsay(KEPT);
  ask("GET", link.getAttribute("href"), { source: text, target: "#panel", swap: "innerHTML" });
}

export function closePanel() {
  if (panel.hidden) return false;
  if (hasUnsent(panel)) say(KEPT);
  panel.hidden = true;
  panel.replaceChildren();
  panel.removeAttribute("aria-labelledby");
  wayBack(cameFrom).focus();
  cameFrom = null;
  return true;
}

// Sends the form in which the event happened.
export function sendForm(event) {
  const form = event.target.closest?.("#panel form");
  form?.requestSubmit(form.querySelector("button:not([type=button])"));
  return Boolean(form);
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a[data-panel]");
  const close = event.target.closest("[data-close-panel]");
  if (link) {
    event.preventDefault();
    openPanel(link);
  } else if (close) {
    event.preventDefault();
    closePanel();
  } else if (event.target.closest("[data-begin-anew]")) beginAnew(panel);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !event.target.closest?.("#panel")) return;
  event.preventDefault();
  closePanel();
});

panel.addEventListener("input", (event) => event.target.id && keep(event.target));

// What was sent need not be kept, as soon as it has arrived and before the answer is drawn.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  const { elt, xhr } = event.detail;
  if (xhr.status === 200 && elt.matches("#panel form")) forget(elt);
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target !== panel) return;
  panel.setAttribute("aria-labelledby", "panel-title");
  panel.hidden = false;
  bringBackUnsent(panel);
});

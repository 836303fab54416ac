// A tool, such as the speakers or find and replace, opens in a panel over the queue. Every link that opens one
// is an ordinary link to the tool's own page.
import { text } from "./here.js";

const panel = document.querySelector("#panel");
let opener = null;

export const isOpen = () => !panel.hidden;

export function openPanel(link) {
  if (panel.hidden) opener = link;
  htmx.ajax("GET", link.getAttribute("href"), { source: text, target: "#panel", swap: "innerHTML" });
}

export function closePanel() {
  if (panel.hidden) return false;
  panel.hidden = true;
  panel.replaceChildren();
  panel.removeAttribute("aria-labelledby");
  const back = opener?.isConnected ? opener : document.querySelector("#card") ?? text;
  opener = null;
  back.focus();
  return true;
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
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || !event.target.closest?.("#panel")) return;
  event.preventDefault();
  closePanel();
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target !== panel) return;
  panel.setAttribute("aria-labelledby", "panel-title");
  panel.hidden = false;
});

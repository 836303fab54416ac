// Who else is here, and what they change: asked for every five seconds while somebody looks at the page. What
// comes disturbs nobody: neither the caret nor an open form, neither the focus nor what is in view.
import { token } from "./asking.js";
import { text, turnHere } from "./here.js";

const EVERY = 5000;
const form = document.querySelector("#here");
const { known, page, turn, writing, active } = form.elements;

// Other requests: what somebody does comes first. A look never waits in their line, and one that they have
// overtaken tells of what was.
let latest = null;
let latestBefore = null;
const isLook = (event) => (event.detail.requestConfig?.elt ?? event.detail.elt) === form;
const isUnderWay = (xhr) => xhr !== null && xhr.readyState !== XMLHttpRequest.DONE && xhr.readyState !== XMLHttpRequest.UNSENT;

document.addEventListener("htmx:beforeSend", (event) => {
  if (isLook(event)) latestBefore = latest;
  else latest = event.detail.xhr;
});

function look() {
  if (document.visibilityState !== "visible" || isUnderWay(latest)) return;
  turn.value = turnHere()?.id.slice(2) ?? "";
  writing.value = document.activeElement?.closest?.("[data-editing]") ? "1" : "";
  htmx.trigger(form, "look");
}

setInterval(look, EVERY);
setTimeout(look, EVERY / 10);
document.addEventListener("visibilitychange", look);
for (const does of ["keydown", "pointerdown"]) addEventListener(does, () => (active.value = "1"), { passive: true });

// Whoever goes is gone for the others at once; a look of theirs that is under way, and arrives later, is not
// heard. A page to which somebody comes back is another one.
const naming = () => (page.value = Array.from(crypto.getRandomValues(new Uint32Array(2)), (number) => number.toString(36)).join(""));
naming();
addEventListener("pageshow", (event) => event.persisted && naming());
addEventListener("pagehide", () => {
  const told = new URLSearchParams({ gone: "1", page: page.value, csrfmiddlewaretoken: token() ?? "" });
  navigator.sendBeacon(form.getAttribute("action"), told);
});

// Own actions move on what the page shows, unless somebody else did something in between.
document.addEventListener("htmx:afterRequest", (event) => {
  const [was, now] = event.detail.xhr.getResponseHeader("Newsroom-Step")?.split(" ") ?? [];
  if (was === known.value) known.value = now;
  if (isLook(event)) active.value = "";
});

// What was in view, and where: the turn with the caret, or else the first one that is seen.
function inView() {
  const top = text.getBoundingClientRect().top;
  const own = document.activeElement?.closest?.(".turn");
  const first = own ?? [...text.querySelectorAll(".turn")].find((one) => one.getBoundingClientRect().bottom > top);
  return first && { id: first.id, top: first.getBoundingClientRect().top };
}

// The text scrolls by itself, or on a very low screen with the page.
function putBack({ id, top }) {
  const turn = document.getElementById(id);
  for (const box of turn ? [text, document.body, document.documentElement] : []) {
    box.scrollBy({ top: turn.getBoundingClientRect().top - top, behavior: "instant" });
  }
}

// Somebody is choosing or writing in the queue.
function isBusy(queue) {
  const focused = document.activeElement;
  return queue.contains(focused) && focused.matches("input, textarea, select") || queue.querySelector("details[open]");
}

let looking = null;
export const isNews = () => looking !== null;

document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (!isLook(event) || event.detail.xhr.status !== 200) return;
  if (latest !== latestBefore) return event.preventDefault();
  looking = { view: inView(), queue: document.querySelector("#queue").scrollTop, missed: false };
});

document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (!looking) return;
  const { target } = event.detail;
  // What somebody has to act on is not talked over.
  if (target.closest("#told:has(> .alarm)")) event.detail.shouldSwap = false;
  if (target.id === "queue" && isBusy(target)) {
    event.detail.shouldSwap = false;
    looking.missed = true;
  }
});

document.addEventListener("htmx:afterOnLoad", (event) => {
  if (!isLook(event) || !looking) return;
  const now = event.detail.xhr.getResponseHeader("Newsroom-Now");
  if (now && !looking.missed) known.value = now;
  tellForms();
  const { view, queue } = looking;
  // After the turns were put where they belong, before anything is painted; and once more when the browser
  // has measured what came into view.
  requestAnimationFrame(() => {
    showWriters();
    document.querySelector("#queue").scrollTop = queue;
    if (view) putBack(view);
    looking = null;
    requestAnimationFrame(() => view && putBack(view));
  });
});

// An open form says that its turn was changed by somebody else since it was opened.
function tellForms() {
  for (const { dataset, textContent } of document.querySelectorAll("#news li")) {
    const open = document.getElementById(`t-${dataset.turn}`);
    if (!open?.hasAttribute("data-editing")) continue;
    if (open.querySelector("textarea")?.form.elements.version?.value === dataset.version) continue;
    const note = open.querySelector(".meanwhile") ?? document.createElement("p");
    note.className = "meanwhile";
    note.setAttribute("role", "status");
    note.textContent = `${textContent} changed this turn meanwhile. When you save, you will see both texts.`;
    open.querySelector("textarea")?.after(note);
  }
  document.querySelector("#news")?.replaceChildren();
}

// A turn in which somebody else writes says so.
function showWriters() {
  text.querySelectorAll("[data-writer]").forEach((one) => one.removeAttribute("data-writer"));
  for (const { dataset } of document.querySelectorAll("#company [data-writes]")) {
    document.querySelector(`#t-${dataset.at} .who`)?.setAttribute("data-writer", dataset.writes);
  }
}

// After new turns were put where they belong.
document.addEventListener("htmx:afterSettle", () => setTimeout(showWriters));
showWriters();

// The review desk. The server says what changed; this file moves the focus and the view, binds the keys, and
// sees to it that nothing typed is lost.
import { bringBack, dropDraft, isDirty, keepDraft } from "./drafts.js";
import { bindKeys, press, showSheet } from "./keys.js";
import { drawMap, showView, turnAt } from "./map.js";

const text = document.querySelector("#main");
const map = document.querySelector("#map");
const status = () => document.querySelector("#status");
const drafts = () => [...document.querySelectorAll("[data-draft]")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

function say(words, alarm = false) {
  const region = status();
  region.classList.toggle("alarm", alarm);
  region.textContent = words;
}

// The turn of the open card, marked.
function markHere() {
  const card = document.querySelector("#card");
  document.querySelectorAll(".turn.here").forEach((turn) => turn.classList.remove("here", "garbled-here"));
  const turn = card?.dataset.turn && document.getElementById(`t-${card.dataset.turn}`);
  turn?.classList.add("here");
  turn?.classList.toggle("garbled-here", card.classList.contains("garbled-card"));
  return turn;
}

// And in view.
function showCurrent(behavior = calm.matches ? "auto" : "smooth") {
  markHere()?.scrollIntoView({ block: "center", behavior });
}

// Opening and closing a turn's form: ordinary links, fetched into the turn's place.
function fetchTurn(link, key) {
  const current = document.querySelector("#current")?.value ?? "";
  const address = `${link.getAttribute("href")}?from=${current}`;
  htmx.ajax("GET", address, { source: text, target: `#t-${key}`, swap: "outerHTML" });
}

function openForm() {
  const focused = document.activeElement?.closest?.(".turn:not(.aside-turn)");
  const key = focused?.id.slice(2) ?? document.querySelector("#card")?.dataset.turn;
  const link = key && document.querySelector(`#t-${CSS.escape(key)} .edit`);
  if (!link) return false;
  fetchTurn(link, key);
  return true;
}

const KEYS = [
  { keys: ["j"], says: "Next flag", does: () => press("#next-flag") },
  { keys: ["k"], says: "Previous flag", does: () => press("#previous-flag") },
  { keys: ["Enter"], says: "Take the first fix", does: () => press('#card [data-key="Enter"]') },
  { keys: ["2", "3", "4", "5", "6", "7", "8", "9"], says: "Take another fix", does: (key) => press(`#card [data-key="${key}"]`) },
  { keys: ["x"], says: "Not a problem", does: () => press('#card [data-key="x"]') },
  { keys: ["u"], says: "Undo what you did last", does: () => press("#undo") },
  { keys: ["e"], says: "Edit the turn", does: openForm },
  { keys: ["?"], says: "Show these keys", does: () => showSheet(document.querySelector("#sheet"), KEYS) },
];
bindKeys(KEYS);
document.querySelector("#keys").addEventListener("click", () => showSheet(document.querySelector("#sheet"), KEYS));

document.addEventListener("click", (event) => {
  const edit = event.target.closest(".edit, [data-edit]");
  const close = event.target.closest("[data-close]");
  const other = event.target.closest("a[data-flag]");
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (edit) {
    event.preventDefault();
    fetchTurn(edit, edit.dataset.edit ?? edit.closest(".turn").id.slice(2));
  } else if (close) {
    event.preventDefault();
    const turn = close.closest(".turn");
    const field = turn.querySelector("[data-draft]");
    if (field && close.hasAttribute("data-drop")) dropDraft(field);
    fetchTurn(close, turn.id.slice(2));
  } else if (other) {
    event.preventDefault();
    const from = document.querySelector("#current")?.value ?? "";
    htmx.ajax("GET", `${text.dataset.flags}?flag=${other.dataset.flag}&from=${from}`, { source: text, target: "#queue", swap: "outerHTML" });
  } else if (event.target.closest("[data-drop-draft]")) {
    const field = event.target.closest("form").querySelector("[data-draft]");
    field.value = field.dataset.saved;
    dropDraft(field);
    event.target.closest("[data-draft-note]").hidden = true;
    field.focus();
  }
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(".turn form.turn-form");
  if (!form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "Escape") {
    event.preventDefault();
    form.querySelector("[data-close]")?.click();
  }
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-draft]")) keepDraft(event.target);
});

addEventListener("beforeunload", (event) => {
  if (drafts().some(isDirty)) event.preventDefault();
});

// htmx ---------------------------------------------------------------------------------------------

document.addEventListener("htmx:configRequest", (event) => {
  // The token changes at a login in another tab; the cookie always has the one that counts.
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (token && event.detail.verb !== "get") event.detail.parameters.csrfmiddlewaretoken = token;
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, successful, xhr } = event.detail;
  const field = elt.closest?.("form.turn-form")?.querySelector("[data-draft]");
  if (field && successful && xhr.status === 200) dropDraft(field);
});

// The answer marks where the focus belongs; nothing may leave it nowhere.
function moveFocus() {
  const wanted = document.querySelector("[data-focus]");
  wanted?.removeAttribute("data-focus");
  if (!wanted && document.activeElement !== document.body) return;
  const target = wanted ?? document.querySelector("#card") ?? text;
  target.focus({ preventScroll: target.id === "card" });
}

// What a change did to the flags is looked up right after it was shown. When the editor has gone on meanwhile,
// that answer is old news; the newer change asks again.
let changes = 0;
let changesAtCheck = 0;
let underWay = 0;
let unchecked = false;
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.id !== "check") {
    changes += 1;
    underWay += 1;
  } else {
    changesAtCheck = changes;
    if (underWay) event.preventDefault();
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.requestConfig.elt.id !== "check") underWay -= 1;
  if (event.detail.xhr.getResponseHeader("Newsroom-Unchecked")) unchecked = true;
  if (underWay || !unchecked) return;
  unchecked = false;
  htmx.trigger("#check", "wanted");
});
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.elt.id === "check" && changes !== changesAtCheck) event.preventDefault();
});

// A form that somebody types in is not drawn anew by what others, or a check, have changed.
let saving = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.elt.id !== "check" && event.detail.requestConfig.verb !== "get") saving = event.detail.elt.closest("[data-editing]")?.id ?? null;
});
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target } = event.detail;
  if (target.hasAttribute("data-editing") && target.id !== saving) event.detail.shouldSwap = false;
});

let shown = document.querySelector("#current")?.value;
let settling = false;

// Once for each answer, however many pieces of the page it has drawn anew.
function settled() {
  settling = false;
  drafts().forEach(bringBack);
  const current = document.querySelector("#current")?.value;
  if (current !== shown || document.querySelector("#card[data-focus]")) showCurrent();
  else markHere();
  shown = current;
  moveFocus();
  drawSoon();
}

document.addEventListener("htmx:afterSettle", () => {
  if (!settling) queueMicrotask(settled);
  settling = true;
});

const failed = (why) => say(`Not saved: ${why} Your words are still here; try again.`, true);
document.addEventListener("htmx:sendError", () => failed("the server cannot be reached."));
document.addEventListener("htmx:timeout", () => failed("the server did not answer in time."));
document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = event.detail;
  if (xhr.status === 401) say(xhr.responseText, true);
  else failed(`the server answered ${xhr.status}.`);
});

// The map ------------------------------------------------------------------------------------------

map.addEventListener("click", (event) => {
  const id = turnAt(event);
  if (!id) return;
  const turn = document.getElementById(id);
  turn.scrollIntoView({ block: "center" });
  turn.focus({ preventScroll: true });
});

let drawing = 0;
function drawSoon() {
  cancelAnimationFrame(drawing);
  // After the frame that shows the answer, not before it.
  drawing = requestAnimationFrame(() => setTimeout(() => drawMap(map, text)));
}

let waiting = false;
text.addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    showView(map, text);
  });
});
new ResizeObserver(drawSoon).observe(map);

showCurrent("auto");
drafts().forEach(bringBack);
moveFocus();

// A turn's form: opened in its place, closed by keys, left in peace by what others and checks have changed.
import { ask } from "./asking.js";
import { bringBack, dropDraft, giveUp, isDirty } from "./drafts.js";
import { currentFlag, text, turnHere, viewing } from "./here.js";
import { remind } from "./reminding.js";
import { isUnsaved, watch } from "./saving.js";
import { say } from "./saying.js";

const drafts = () => [...document.querySelectorAll("[data-draft]")];
const formAt = (target) => target?.closest?.(".turn form.turn-form");
export const keyOf = (turn) => turn.id.slice(2);

// Opening and closing a turn's form: ordinary links, fetched into the turn's place.
function fetchTurn(link, key) {
  const address = `${link.getAttribute("href")}?from=${currentFlag()}`;
  ask("GET", address, { source: text, target: `#t-${key}`, swap: "outerHTML" });
}

export function openForm() {
  const turn = turnHere();
  const link = turn?.querySelector(".edit");
  if (!link && turn?.classList.contains("aside-turn")) return say("What is set aside is not edited. Put it back first.");
  if (!link) return false;
  fetchTurn(link, keyOf(turn));
  return true;
}

// A new turn is written in a form beside the one that it will stand beside.
export function openNew(turn, where) {
  const open = document.getElementById(`new-${keyOf(turn)}`);
  if (open) return open.querySelector("textarea").focus();
  const address = `${text.dataset.turns}${keyOf(turn)}/insert/?where=${where}&from=${currentFlag()}`;
  ask("GET", address, { source: text, target: `#${turn.id}` });
}

function closeNew(article) {
  article.remove();
  document.getElementById(`t-${article.dataset.beside}`)?.focus();
}

// Closes the form in which the event happened; what is not saved yet is saved by it.
export function closeForm(event) {
  const form = formAt(event.target);
  if (!form) return false;
  const turn = form.closest(".turn");
  const link = form.querySelector("[data-close]");
  if (turn.dataset.beside) closeNew(turn);
  else if (form.matches("[data-autosave]") && isUnsaved(form)) form.requestSubmit();
  else if (link && !link.hasAttribute("data-drop")) fetchTurn(link, keyOf(turn));
  else return false;
  return true;
}

export function saveForm(event) {
  const form = formAt(event.target);
  form?.requestSubmit();
  return Boolean(form);
}

export function splitForm(event) {
  const button = formAt(event.target)?.querySelector("[data-split]");
  button?.click();
  return Boolean(button);
}

// What is done with a turn from the keyboard or by dragging; what its open form holds goes along.
export function act(turn, verb, values = {}) {
  const form = turn.querySelector("form[data-autosave]");
  const typed = form ? Object.fromEntries(new FormData(form)) : {};
  ask("POST", `${text.dataset.turns}${keyOf(turn)}/${verb}/`, {
    source: text,
    target: "#queue",
    swap: "outerHTML",
    values: { ...typed, ...Object.fromEntries(viewing()), ...values },
  });
}

// Where the cursor stands, in code points as the server counts.
document.addEventListener("click", (event) => {
  const split = event.target.closest("[data-split]");
  if (!split) return;
  const { text: field, at } = split.form.elements;
  at.value = [...field.value.slice(0, field.selectionStart)].length;
}, true);

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const edit = event.target.closest(".edit, [data-edit]");
  const close = event.target.closest("[data-close]");
  const insert = event.target.closest("[data-insert]");
  const cancel = event.target.closest("[data-cancel-new]");
  const drop = event.target.closest("[data-drop-draft]");
  if (edit) {
    event.preventDefault();
    fetchTurn(edit, edit.dataset.edit ?? keyOf(edit.closest(".turn")));
  } else if (close) {
    event.preventDefault();
    const turn = close.closest(".turn");
    const field = turn.querySelector("[data-draft]");
    if (field && close.hasAttribute("data-drop")) dropDraft(field.dataset.draft);
    if (close.hasAttribute("data-drop") || !closeForm(event)) fetchTurn(close, keyOf(turn));
  } else if (insert) {
    event.preventDefault();
    openNew(insert.closest(".turn"), insert.dataset.insert);
  } else if (cancel) {
    event.preventDefault();
    closeNew(cancel.closest(".turn"));
  } else if (drop) {
    const field = drop.form.querySelector("[data-draft]");
    giveUp(field);
    drop.closest("[data-draft-note]").hidden = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  }
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-do]")) return;
  event.preventDefault();
  act(event.target.closest(".turn"), "restore");
});

addEventListener("beforeunload", (event) => {
  if (drafts().some(isDirty)) event.preventDefault();
});

// Which turn the request under way is about: its own form may be drawn anew.
let acting = null;
const turnIn = (path) => path.match(/\/turns\/([^/]+)\//)?.[1] ?? null;

document.addEventListener("htmx:beforeRequest", (event) => {
  const { path, verb } = event.detail.requestConfig;
  if (verb !== "get" && turnIn(path) && !path.endsWith("/insert/")) acting = turnIn(path);
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { requestConfig, xhr } = event.detail;
  const { parameters, path, verb } = requestConfig;
  const key = turnIn(path);
  if (key === acting) acting = null;
  if (verb === "get" || !key || xhr.status !== 200 || parameters.pause || parameters.text === undefined) return;
  const isNew = path.endsWith("/insert/");
  const field = document.querySelector(`[data-draft="${isNew ? "new-" : ""}${key}"]`);
  dropDraft(isNew ? `new-${key}` : key);
  if (field) field.dataset.saved = parameters.text;
  if (isNew) field?.closest(".turn").remove();
});

// A form that somebody types in is not drawn anew by what others, or a check, have changed.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target } = event.detail;
  if (target.hasAttribute("data-editing") && target.id !== `t-${acting}`) event.detail.shouldSwap = false;
});

// After each answer: kept words go into the forms that have opened, and where no form is open it is said that
// there are some.
export function bringBackDrafts() {
  for (const field of drafts()) {
    bringBack(field);
    watch(field);
  }
  remind(new Set(drafts().map((field) => field.dataset.draft)));
}

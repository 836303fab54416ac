// A turn is saved while somebody writes in it: after a pause, and on leaving a field. The answer touches
// neither the field nor the caret; until it has come, the turn says that it is not saved.
import { ask } from "./asking.js";
import { dropDraft, isDirty, keepDraft } from "./drafts.js";
import { say, unsay } from "./saying.js";

const PAUSE = 500;
const AGAIN = 5000;
const waiting = new Map();
const sent = new WeakMap();

const fieldsOf = (form) => [...form.querySelectorAll("[data-saved]")];
const wordsOf = (form) => form.querySelector("[data-draft]");
const ownForm = (element) => element?.closest?.("form[data-autosave]");
const isBySelf = (detail) => Boolean(detail.requestConfig?.parameters?.pause);

export const isUnsaved = (form) => fieldsOf(form).some(isDirty);

function tell(form, words, alarm = false) {
  const note = form.querySelector("[data-kept]");
  if (!note) return;
  if (alarm && note.textContent !== words) say(words, true);
  else if (!alarm) unsay(note.textContent);
  note.textContent = words;
  note.classList.toggle("alarm", alarm);
}

function later(form, pause) {
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(() => save(form), pause));
}

export function save(form) {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  if (!form.isConnected || !isUnsaved(form) || "busy" in form.dataset) return;
  if (!wordsOf(form).value.trim()) return tell(form, "Not saved: without words, closing sets the turn aside.");
  form.dataset.busy = "";
  ask("POST", form.getAttribute("action"), { source: form, swap: "none", values: { pause: "1" } });
}

// Says of a form that has just opened with kept words that they are not saved.
export function watch(field) {
  const form = ownForm(field);
  if (form && isUnsaved(form) && !form.querySelector("[data-kept]").textContent) tell(form, "Not saved yet");
}

function failed(form, xhr) {
  const { status } = xhr;
  const why = status === 401 || status === 409 || status === 422 ? xhr.responseText
    : status ? `the server answered ${status}.` : "the server cannot be reached.";
  const compare = status === 409 ? " Save and close to compare both texts." : "";
  tell(form, `Not saved: ${why}${compare}`, true);
  if (!status || status >= 500) later(form, AGAIN);
}

function arrived(form, xhr) {
  const { version, entry } = form.elements;
  const words = wordsOf(form);
  for (const [field, value] of sent.get(form) ?? []) field.dataset.saved = value;
  version.value = version.dataset.now = xhr.getResponseHeader("Newsroom-Version") ?? version.value;
  entry.value = xhr.getResponseHeader("Newsroom-Entry") ?? entry.value;
  if (isDirty(words)) keepDraft(words);
  else dropDraft(words.dataset.draft);
  if (isUnsaved(form)) return later(form, PAUSE);
  form.querySelector("[data-draft-note]").hidden = true;
  tell(form, "Saved");
}

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-draft]")) keepDraft(event.target);
  const form = ownForm(event.target);
  if (!form || !event.target.matches("[data-saved]")) return;
  tell(form, isUnsaved(form) ? "Not saved yet" : "Saved");
  later(form, PAUSE);
});

document.addEventListener("focusout", (event) => {
  const form = ownForm(event.target);
  if (form) save(form);
});

document.addEventListener("htmx:configRequest", (event) => {
  const { elt, parameters } = event.detail;
  if (parameters.pause && ownForm(elt)) sent.set(elt, fieldsOf(elt).map((field) => [field, field.value]));
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, xhr, requestConfig } = event.detail;
  if (!elt.matches("form[data-autosave]") || requestConfig.verb !== "post") return;
  delete elt.dataset.busy;
  if (!isBySelf(event.detail)) {
    if (!xhr.status || xhr.status === 401 || xhr.status >= 500) failed(elt, xhr);
  } else if (xhr.status === 200) arrived(elt, xhr);
  else failed(elt, xhr);
});

const saveAll = () => document.querySelectorAll("form[data-autosave]").forEach(save);
addEventListener("online", saveAll);
addEventListener("focus", saveAll);
document.addEventListener("visibilitychange", saveAll);

// A turn's form: opened in its place, saved and closed by keys; words that were typed are kept until saved.
import { bringBack, dropDraft, isDirty, keepDraft } from "./drafts.js";
import { currentFlag, text, turnHere } from "./here.js";

const drafts = () => [...document.querySelectorAll("[data-draft]")];

export const bringBackDrafts = () => drafts().forEach(bringBack);

// Opening and closing a turn's form: ordinary links, fetched into the turn's place.
function fetchTurn(link, key) {
  const address = `${link.getAttribute("href")}?from=${currentFlag()}`;
  htmx.ajax("GET", address, { source: text, target: `#t-${key}`, swap: "outerHTML" });
}

export function openForm() {
  const turn = turnHere();
  const link = turn?.querySelector(".edit");
  if (!link) return false;
  fetchTurn(link, turn.id.slice(2));
  return true;
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const edit = event.target.closest(".edit, [data-edit]");
  const close = event.target.closest("[data-close]");
  if (edit) {
    event.preventDefault();
    fetchTurn(edit, edit.dataset.edit ?? edit.closest(".turn").id.slice(2));
  } else if (close) {
    event.preventDefault();
    const turn = close.closest(".turn");
    const field = turn.querySelector("[data-draft]");
    if (field && close.hasAttribute("data-drop")) dropDraft(field);
    fetchTurn(close, turn.id.slice(2));
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

document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, successful, xhr } = event.detail;
  const field = elt.closest?.("form.turn-form")?.querySelector("[data-draft]");
  if (field && successful && xhr.status === 200) dropDraft(field);
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

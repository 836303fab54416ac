// Words that were not saved are kept in this browser; the turn that they belong to says so until they are.
import { dropDraft, kept, keptKeys } from "./drafts.js";
import { text } from "./here.js";

// ``open`` are the drafts that stand in a form already.
export function remind(open) {
  document.querySelectorAll(".unsaved").forEach((note) => note.remove());
  for (const key of keptKeys()) {
    if (open.has(key)) continue;
    const isNew = key.startsWith("new-");
    const turn = document.getElementById(`t-${isNew ? key.slice(4) : key}`);
    if (turn) turn.append(note(isNew ? "Words of a new turn are not saved. " : "Words of yours are not saved. ", opener(turn, isNew)));
    else if (kept(key)) document.querySelector("#turns").prepend(lost(key));
  }
}

function note(...parts) {
  const made = document.createElement("p");
  made.className = "unsaved";
  made.append(...parts);
  return made;
}

function opener(turn, isNew) {
  const link = document.createElement("a");
  const key = turn.id.slice(2);
  link.href = `${text.dataset.turns}${key}/${isNew ? "insert" : "edit"}/`;
  if (isNew) link.dataset.insert = "below";
  else link.dataset.edit = key;
  link.textContent = "Open them";
  return link;
}

// The turn has gone meanwhile, as when somebody joined it to another.
function lost(key) {
  const away = document.createElement("button");
  away.type = "button";
  away.className = "plain";
  away.textContent = "Throw them away";
  away.addEventListener("click", () => {
    dropDraft(key);
    away.closest(".unsaved").remove();
    text.focus();
  });
  return note(`Words of yours were not saved, and their turn is no longer there: “${kept(key).words}” `, away);
}

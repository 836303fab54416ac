// Words that were typed and not saved yet are kept in this browser until they are: through a crash, a lost
// connection and a new login.

const name = (field) => `draft:${location.pathname}:${field.dataset.draft}`;

export const isDirty = (field) => field.value !== field.dataset.saved;

export function keepDraft(field) {
  try {
    if (isDirty(field)) localStorage.setItem(name(field), field.value);
    else localStorage.removeItem(name(field));
  } catch {
    // A browser may refuse its storage; the words are still in the field.
  }
}

export function dropDraft(field) {
  try {
    localStorage.removeItem(name(field));
  } catch {
    // As above.
  }
}

// Puts kept words back into a form that has just opened. A form that came back with words keeps those.
export function bringBack(field) {
  if (field.value !== field.dataset.saved) return keepDraft(field);
  let kept = null;
  try {
    kept = localStorage.getItem(name(field));
  } catch {
    return;
  }
  if (kept === null || kept === field.value) return;
  field.value = kept;
  const note = field.form.querySelector("[data-draft-note]");
  if (note) note.hidden = false;
}

// Words that were typed and not saved yet are kept in this browser until they are: through a crash, a lost
// connection and a new login. With them, which version of the turn they were written on.

const place = `draft:${location.pathname}:`;
const name = (field) => place + field.dataset.draft;

export const isDirty = (field) => field.value !== field.dataset.saved;

export function keepDraft(field) {
  try {
    // Where both texts are shown, nothing is decided yet: the words are still those of the older version.
    const { base, version: seen } = field.form?.elements ?? {};
    const version = (base ?? seen)?.value;
    if (isDirty(field)) localStorage.setItem(name(field), JSON.stringify({ words: field.value, version }));
    else localStorage.removeItem(name(field));
  } catch {
    // A browser may refuse its storage; the words are still in the field.
  }
}

export function dropDraft(key) {
  try {
    localStorage.removeItem(place + key);
  } catch {
    // As above.
  }
}

// What was kept for a turn, as {words, version}.
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(place + key));
  } catch {
    return null;
  }
}

// The keys of the turns whose words are kept here.
export function keptKeys() {
  try {
    return Object.keys(localStorage).filter((one) => one.startsWith(place)).map((one) => one.slice(place.length));
  } catch {
    return [];
  }
}

// Puts kept words back into a form that has just opened. A form that came back with words keeps those.
// Written on an older version, they are saved as such: what somebody else wrote since is not lost either.
export function bringBack(field) {
  if (isDirty(field)) return keepDraft(field);
  const draft = kept(field.dataset.draft);
  if (!draft || draft.words === field.value) return;
  field.value = draft.words;
  if (draft.version) field.form.elements.version.value = draft.version;
  const note = field.form.querySelector("[data-draft-note]");
  if (note) note.hidden = false;
}

// Back to what is saved.
export function giveUp(field) {
  const version = field.form.elements.version;
  field.value = field.dataset.saved;
  if (version) version.value = version.dataset.now;
  dropDraft(field.dataset.draft);
}

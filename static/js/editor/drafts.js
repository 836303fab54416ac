// Words that were typed and not saved yet are kept in this browser until they are: through a crash, a lost
// connection and a new login. With them, which version of the turn they were written on.
import { keepAs, namesUnder, recall } from "../storage.js";

const place = `draft:${location.pathname}:`;

export const isDirty = (field) => field.value !== field.dataset.saved;

export function keepDraft(field) {
  // Where both texts are shown, nothing is decided yet: the words are still those of the older version.
  const { base, version: seen } = field.form?.elements ?? {};
  const version = (base ?? seen)?.value;
  keepAs(place + field.dataset.draft, isDirty(field) ? { words: field.value, version } : null);
}

export const dropDraft = (key) => keepAs(place + key, null);

// What was kept for a turn, as {words, version}.
export const kept = (key) => recall(place + key);

// The keys of the turns whose words are kept here.
export const keptKeys = () => namesUnder(place);

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

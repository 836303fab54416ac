// What somebody types in a panel and has not sent is kept in this browser: through closing the panel, another
// answer in it and a crash. It stands there again when the panel is opened.
import { keepAs, recall } from "../storage.js";

const place = `unsent:${location.pathname}`;
const FIELDS = "textarea, select, input:not([type=hidden], [type=checkbox], [type=radio])";

const read = () => recall(place) ?? {};
const write = (all) => keepAs(place, Object.keys(all).length ? all : null);
const fieldsOf = (part) => [...part.querySelectorAll(FIELDS)].filter((field) => field.id);

// As the server sent it.
const sentValue = (field) =>
  field.matches("select") ? ([...field.options].find((one) => one.defaultSelected) ?? field.options[0])?.value : field.defaultValue;

// What the words are about stands in the form beside them.
const aboutOf = (form) => {
  const hidden = [...(form?.querySelectorAll("[data-about]") ?? [])];
  return hidden.length ? `?${new URLSearchParams(hidden.map(({ name, value }) => [name, value]))}` : "";
};

export const keptOf = (id) => read()[id];
export const hasUnsent = (part) => fieldsOf(part).some((field) => field.id in read());

export function keep(field) {
  if (!field.matches(FIELDS)) return;
  const all = read();
  const base = all[field.id]?.base ?? sentValue(field);
  if (field.value === base) delete all[field.id];
  else all[field.id] = { value: field.value, base, about: aboutOf(field.form) };
  write(all);
}

export function forget(part) {
  const all = read();
  for (const { id } of fieldsOf(part)) delete all[id];
  write(all);
}

// Puts kept words back. Where somebody else has saved something else since, theirs stands; a form that only
// asks saves nothing.
export function bringBackUnsent(part) {
  const note = part.querySelector("#put-back");
  for (const field of fieldsOf(part)) {
    const kept = keptOf(field.id);
    const isOvertaken = field.form?.method === "post" && kept?.base !== sentValue(field);
    if (!kept || kept.value === field.value || isOvertaken) continue;
    field.value = kept.value;
    note.hidden = false;
    field.setAttribute("aria-describedby", `${note.id} ${field.getAttribute("aria-describedby") ?? ""}`.trim());
  }
}

// All as the server sent it; the focus goes to the first field that had words.
export function beginAnew(part) {
  const put = fieldsOf(part).filter((field) => field.id in read());
  for (const field of put) field.value = sentValue(field);
  forget(part);
  part.querySelector("#put-back").hidden = true;
  put[0]?.focus();
}

// Asks before a page is left whose form holds words that were not sent. A guard may be there from the start
// ("always"), or from the first change on, whatever the form is drawn anew with ("changed").
const FIELDS = "textarea, input:not([type=hidden], [type=checkbox], [type=radio])";

const changed = new WeakSet();
let isMeant = false;

const isUnsent = (form) => form.dataset.guard === "always" || changed.has(form) ||
  [...form.querySelectorAll(FIELDS)].some((field) => field.value !== field.defaultValue);

document.addEventListener("input", ({ target }) => target.form?.dataset.guard === "changed" && changed.add(target.form));
document.addEventListener("submit", ({ target }) => target.matches("[data-guard]") && (isMeant = true));
document.addEventListener("click", ({ target }) => target.closest("[data-leave]") && (isMeant = true));
addEventListener("beforeunload", (event) => {
  if (!isMeant && [...document.querySelectorAll("form[data-guard]")].some(isUnsent)) event.preventDefault();
});

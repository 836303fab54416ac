// Asks before a page is left whose form holds words that were not sent.
const FIELDS = "textarea, input:not([type=hidden], [type=checkbox], [type=radio])";

const isUnsent = (form) => [...form.querySelectorAll(FIELDS)].some((field) => field.value !== field.defaultValue);
let isSent = false;

document.addEventListener("submit", () => (isSent = true));
addEventListener("beforeunload", (event) => {
  if (!isSent && [...document.querySelectorAll("form[data-guard]")].some(isUnsent)) event.preventDefault();
});

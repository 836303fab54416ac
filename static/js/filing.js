// A field that takes several names with commas between: the browser offers whole values, so each offer has
// what was typed already before it. Without this file, only the first name is offered.
const field = document.querySelector("input[data-many]");
const names = field ? [...field.list.options].map((option) => option.value) : [];

const offer = () => {
  const before = field.value.slice(0, field.value.lastIndexOf(",") + 1);
  const typed = before.split(",").map((name) => name.trim().toLowerCase());
  const free = names.filter((name) => !typed.includes(name.toLowerCase()));
  field.list.replaceChildren(...free.map((name) => new Option(name, `${before}${before && " "}${name.includes(",") ? `"${name}"` : name}`)));
};

field?.addEventListener("input", offer);
field?.addEventListener("focus", offer);

// The desk's own keys. Everything on it works without them, and without this file.
import { bindKeys, press, showKeys } from "./keys.js";
import "./leaving.js";

const search = () => {
  const field = document.querySelector("#search");
  field?.focus();
  return Boolean(field);
};

if (document.querySelector("#bindings") && !document.body.classList.contains("editor")) {
  bindKeys({ new: () => press("#new"), search, keys: showKeys });
}

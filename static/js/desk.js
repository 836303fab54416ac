// The desk's lists and forms: two keys, and a message where a request failed.
import { bindKeys, press } from "./keys.js";

const search = () => {
  const field = document.querySelector("#search");
  field?.focus();
  return Boolean(field);
};

if (!document.body.classList.contains("editor")) {
  bindKeys([
    { keys: ["n"], says: "New interview", does: () => press("#new") },
    { keys: ["/"], says: "Search", does: search },
  ]);
}

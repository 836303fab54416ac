// On a small screen the queue is a sheet over the lower edge: its handle folds it, and the browser remembers.
import { keepAs, recall } from "../storage.js";

const handle = document.querySelector("#queue-handle");
const NAME = "queue-folded";

function show(isFolded) {
  document.body.classList.toggle("folded", isFolded);
  handle.ariaExpanded = String(!isFolded);
}

handle.addEventListener("click", () => {
  const isFolded = !document.body.classList.contains("folded");
  show(isFolded);
  keepAs(NAME, Number(isFolded));
});

// What the queue's headline says stands on the handle too.
export function countOnHandle() {
  handle.querySelector("[data-progress]").textContent = document.querySelector("#queue h2 span:last-child")?.textContent ?? "";
}

show(recall(NAME) === 1);
countOnHandle();

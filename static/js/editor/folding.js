// On a small screen the queue is a sheet over the lower edge: its handle folds it, and the browser remembers.

const handle = document.querySelector("#queue-handle");
const NAME = "queue-folded";

function show(isFolded) {
  document.body.classList.toggle("folded", isFolded);
  handle.ariaExpanded = String(!isFolded);
}

function remembered() {
  try {
    return localStorage.getItem(NAME) === "1";
  } catch {
    return false;
  }
}

handle.addEventListener("click", () => {
  const isFolded = !document.body.classList.contains("folded");
  show(isFolded);
  try {
    localStorage.setItem(NAME, isFolded ? "1" : "0");
  } catch {
    // It is folded for this visit.
  }
});

// What the queue's headline says stands on the handle too.
export function countOnHandle() {
  handle.querySelector("[data-progress]").textContent = document.querySelector("#queue h2 span:last-child")?.textContent ?? "";
}

show(remembered());
countOnHandle();

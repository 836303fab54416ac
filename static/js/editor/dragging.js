// One handle for all turns: it stands at the turn that the pointer or the focus is in, and drags it. What it
// does the keys do too (Alt and an arrow), and the buttons in a turn's form.
import { text } from "./here.js";
import { act } from "./turns.js";

const EDGE = 48; // px from an edge of the text, where dragging scrolls it
const handle = document.querySelector("#handle");
const line = document.querySelector("#drop-line");
let dragged = null;
let behind = null;

function standAt(turn) {
  const who = turn?.querySelector(".who");
  if (dragged || !who || turn.hasAttribute("data-editing") || who.contains(handle)) return;
  handle.hidden = false;
  who.append(handle);
}

text.addEventListener("pointerover", (event) => {
  if (!handle.matches(":focus")) standAt(event.target.closest("#turns > .turn"));
});
text.addEventListener("focusin", (event) => standAt(event.target.closest("#turns > .turn")));

// An answer that draws the turn anew would take the handle away with it.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target.contains(handle)) park();
});
export function park() {
  text.append(handle);
  handle.hidden = true;
}

handle.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  dragged = handle.closest(".turn");
  behind = dragged.previousElementSibling;
  dragged.classList.add("dragged");
  handle.setPointerCapture(event.pointerId);
  event.preventDefault();
});

handle.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  const seen = text.getBoundingClientRect();
  if (event.clientY < seen.top + EDGE) text.scrollBy(0, -12);
  if (event.clientY > seen.bottom - EDGE) text.scrollBy(0, 12);
  const over = document.elementsFromPoint(seen.left + seen.width / 2, event.clientY).map((one) => one.closest("#turns > .turn")).find(Boolean);
  if (!over) return;
  const box = over.getBoundingClientRect();
  const isBelow = event.clientY > box.top + box.height / 2;
  behind = isBelow ? over : over.previousElementSibling;
  line.hidden = false;
  over[isBelow ? "after" : "before"](line);
  if (behind === line) behind = line.previousElementSibling;
});

function letGo(isMeant) {
  const turn = dragged;
  line.hidden = true;
  text.append(line);
  turn?.classList.remove("dragged");
  dragged = null;
  if (!isMeant || !turn || behind === turn || behind === turn.previousElementSibling) return;
  act(turn, "move", { behind: behind ? behind.id.slice(2) : "" });
}

handle.addEventListener("pointerup", () => letGo(true));
handle.addEventListener("pointercancel", () => letGo(false));
document.addEventListener("keydown", (event) => {
  if (!dragged || event.key !== "Escape") return;
  event.stopPropagation();
  letGo(false);
}, true);

// With the focus on the handle, the arrows alone move the turn.
handle.addEventListener("keydown", (event) => {
  const turn = handle.closest(".turn");
  if (!turn || event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  act(turn, "move", event.key === "ArrowUp" ? { upwards: "1" } : {});
});

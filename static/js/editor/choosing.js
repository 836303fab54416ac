// Turns that are chosen together: a tick at each, the space bar, or Shift and a click for all up to there.
import { text } from "./here.js";
import { say } from "./saying.js";

const bar = document.querySelector("#chosen");
const chosen = new Set();
let anchor = null;

const boxes = () => [...text.querySelectorAll(".pick")];
const boxOf = (turn) => turn?.querySelector(".pick");

function show(aloud = true) {
  const words = chosen.size === 1 ? "1 turn selected" : `${chosen.size} turns selected`;
  document.querySelector("#chosen-count").textContent = words;
  if (aloud) say(chosen.size ? words : "No turn is selected");
}

function tick(box, on) {
  box.checked = on;
  if (on) chosen.add(box.value);
  else chosen.delete(box.value);
  anchor = box.value;
}

export function toggleChosen() {
  const turn = document.activeElement?.closest?.("#turns > .turn");
  const box = boxOf(turn);
  if (!box || document.activeElement !== turn) return false;
  tick(box, !box.checked);
  show();
  return true;
}

export function clearChosen() {
  if (!chosen.size) return false;
  const inBar = bar.contains(document.activeElement);
  const last = boxes().find((box) => box.value === anchor);
  for (const box of boxes()) box.checked = false;
  chosen.clear();
  show();
  if (inBar) (last?.closest(".turn") ?? text).focus();
  return true;
}

// After an answer has drawn turns anew: the ticks are still theirs.
export function tickAgain() {
  if (!chosen.size) return;
  const there = new Set();
  for (const box of boxes()) {
    box.checked = chosen.has(box.value);
    there.add(box.value);
  }
  for (const key of chosen) if (!there.has(key)) chosen.delete(key);
  show(false);
}

text.addEventListener("change", (event) => {
  if (!event.target.matches(".pick")) return;
  tick(event.target, event.target.checked);
  show();
});

// Else the browser would select the words in between.
text.addEventListener("mousedown", (event) => {
  if (event.shiftKey && event.target.closest(".turn") && !event.target.closest("a, input, textarea, select, button")) event.preventDefault();
});

text.addEventListener("click", (event) => {
  const turn = event.target.closest("#turns > .turn");
  const box = boxOf(turn);
  if (!event.shiftKey || !box || event.target.closest("a, textarea, select, button")) return;
  const all = boxes();
  const from = all.findIndex((one) => one.value === anchor);
  const to = all.indexOf(box);
  const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
  const kept = anchor;
  for (const one of all.slice(first, last + 1)) tick(one, true);
  anchor = kept ?? box.value;
  show();
});

bar.addEventListener("reset", (event) => {
  event.preventDefault();
  clearChosen();
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.xhr.getResponseHeader("Newsroom-Chosen")) return;
  for (const box of boxes()) box.checked = false;
  chosen.clear();
  show(false);
});

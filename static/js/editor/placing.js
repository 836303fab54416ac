// Turns that were put in, moved or joined: the answer brings the new ones and says behind which turn each
// stands; the numbers are counted here, so that no other turn has to be sent again.
import { ask } from "./asking.js";
import { isDirty } from "./drafts.js";
import { text } from "./here.js";

const turnOf = (key) => document.getElementById(`t-${key}`);

export function placeTurns() {
  const places = document.querySelector("#places");
  if (!places?.firstElementChild) return;
  const lost = [...places.children].filter((told) => !(told.dataset.gone ? takeOut(told.dataset.gone) : putIn(told)));
  places.replaceChildren();
  if (lost.length) drawAll();
  else number();
}

// Words that somebody is writing stay on the page: saving them will tell what happened to the turn.
function takeOut(key) {
  const turn = turnOf(key);
  const field = turn?.querySelector("[data-draft]");
  if (!field || !isDirty(field)) turn?.remove();
  return true;
}

function putIn({ dataset, firstElementChild }) {
  const list = document.querySelector("#turns");
  const turn = firstElementChild ?? turnOf(dataset.turn);
  const behind = dataset.behind ? turnOf(dataset.behind) : null;
  if (!turn || (dataset.behind && !behind)) return false;
  const focused = turn.contains(document.activeElement) ? document.activeElement : null;
  if (behind) behind.after(turn);
  else list.prepend(turn);
  focused?.focus({ preventScroll: true });
  return true;
}

// The page was older than the answer thought.
function drawAll() {
  ask("GET", location.href, { source: text, target: "#turns", select: "#turns", swap: "outerHTML" });
}

function number() {
  let count = 0;
  for (const turn of document.querySelectorAll("#turns > .turn")) {
    const shown = turn.querySelectorAll("[data-n]");
    if (!shown.length) continue;
    count += 1;
    if (shown[0].textContent === String(count)) continue;
    for (const place of shown) place.textContent = count;
    const pick = turn.querySelector(".pick");
    if (pick) pick.ariaLabel = `Select turn ${count}`;
  }
}

// The review desk. The server says what changed; the modules move the focus and the view, bind the keys, and
// see to it that nothing typed is lost.
import { bindKeys, press, showKeys } from "../keys.js";
import { token } from "./asking.js";
import { alike, dismiss, noteWhy, reopen } from "./cards.js";
import "./checks.js";
import "./comments.js";
import "./conflicts.js";
import { currentFlag, goTo, isAtTurn, markHere, moveFocus, settleAndStay, showCurrent, text, viewing } from "./here.js";
import { isNews } from "./company.js";
import { drawMap, showView, turnAt } from "./map.js";
import { arrangingKeys } from "./arranging.js";
import { clearChosen, tickAgain, toggleChosen } from "./choosing.js";
import { park } from "./dragging.js";
import { countOnHandle } from "./folding.js";
import { isUnasked, seen, showFresh } from "./fresh.js";
import { closeFilter, narrow } from "./narrowing.js";
import { sendForm, uncovered } from "./panels.js";
import { placeTurns } from "./placing.js";
import { unsay } from "./saying.js";
import { showSteps } from "./stepping.js";
import { bringBackDrafts, closeForm, openForm, saveForm, splitForm } from "./turns.js";

bindKeys({
  ...uncovered({
    "next-flag": () => press("#next-flag"),
    "previous-flag": () => press("#previous-flag"),
    ...seen({
      "first-fix": () => press('#card [data-key="Enter"]'),
      "other-fix": (key) => press(`#card [data-key="${key}"]`),
      dismiss,
      "settle-and-stay": settleAndStay,
      reopen,
    }),
    "dismiss-with-note": noteWhy,
    alike,
    filter: narrow,
  }),
  speakers: () => press("#tool-speakers"),
  replace: () => press("#tool-replace"),
  history: () => press("#tool-history"),
  undo: () => press("#undo"),
  redo: () => press("#redo"),
  edit: openForm,
  choose: toggleChosen,
  ...arrangingKeys,
  comment: () => press("#tool-comments"),
  status: () => press("#tool-status"),
  keys: showKeys,
}, {
  "save-turn": (key, event) => saveForm(event) || sendForm(event),
  split: (key, event) => splitForm(event),
  close: (key, event) => closeForm(event) || closeFilter(event) || clearChosen() || unsay(),
});
document.querySelector("#keys").addEventListener("click", showKeys);

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const other = event.target.closest("a[data-flag]");
  if (!other) return;
  event.preventDefault();
  const address = `${text.dataset.flags}?flag=${other.dataset.flag}&${viewing()}`;
  htmx.ajax("GET", address, { source: text, target: "#queue", swap: "outerHTML" });
});

document.addEventListener("htmx:configRequest", (event) => {
  if (token() && event.detail.verb !== "get") event.detail.parameters.csrfmiddlewaretoken = token();
  // Turns that were drawn without their marks.
  const odd = [...text.querySelectorAll(".turn[data-bare]")].map((turn) => turn.id.slice(2));
  if (odd.length) event.detail.parameters.odd = odd;
});

let shown = currentFlag();
let settling = false;

// Once for each answer, however many pieces of the page it has drawn anew.
function settled(unasked) {
  settling = false;
  placeTurns();
  tickAgain();
  park();
  countOnHandle();
  showSteps();
  bringBackDrafts();
  const isLedToCard = document.querySelector("#card[data-focus]") !== null;
  if (!isNews() && (isLedToCard || (currentFlag() !== shown && !isAtTurn()))) showCurrent();
  else markHere();
  showFresh(unasked, shown);
  shown = currentFlag();
  moveFocus();
  drawSoon();
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (!settling) queueMicrotask(() => settled(isUnasked(event)));
  settling = true;
});

// The map ------------------------------------------------------------------------------------------

const map = document.querySelector("#map");

map.addEventListener("click", (event) => {
  const id = turnAt(event);
  if (id) goTo(document.getElementById(id));
});

let drawing = 0;
function drawSoon() {
  cancelAnimationFrame(drawing);
  // After the frame that shows the answer, not before it.
  drawing = requestAnimationFrame(() => setTimeout(() => drawMap(map, text)));
}

let waiting = false;
text.addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    showView(map, text);
  });
});
new ResizeObserver(drawSoon).observe(map);

// An address may lead to a turn.
const asked = location.hash.startsWith("#t-") && document.getElementById(location.hash.slice(1));
if (asked) goTo(asked);
else showCurrent("auto");
bringBackDrafts();
moveFocus();

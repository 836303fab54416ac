// Which turn the open card is about, and where the focus goes after an answer.

export const text = document.querySelector("#main");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

// What goes along with every action: the open card, and what the queue is narrowed to.
const carried = (name) => document.querySelector(`#current [name=${name}]`);
export const currentFlag = () => carried("from")?.value ?? "";
export const viewing = () => new URLSearchParams([...document.querySelectorAll("#current input")].map(({ name, value }) => [name, value]));

// Takes the first fix and stays with the flag, to see what it did.
export function settleAndStay() {
  const first = document.querySelector('#card [data-key="Enter"]');
  if (!first) return false;
  carried("stay").value = "1";
  first.click();
  return true;
}

// The turn of the open card, marked.
export function markHere() {
  const card = document.querySelector("#card");
  document.querySelectorAll(".turn.here").forEach((turn) => turn.classList.remove("here", "garbled-here"));
  const turn = card?.dataset.turn && document.getElementById(`t-${card.dataset.turn}`);
  turn?.classList.add("here");
  turn?.classList.toggle("garbled-here", card.classList.contains("garbled-card"));
  return turn;
}

// And in view.
export function showCurrent(behavior = calm.matches ? "auto" : "smooth") {
  markHere()?.scrollIntoView({ block: "center", behavior });
}

// Scrolls to a turn and puts the focus on it.
export function goTo(turn) {
  turn.scrollIntoView({ block: "center" });
  turn.focus({ preventScroll: true });
}

// To where somebody was before they opened something. An answer may have drawn that anew since.
export function wayBack(from) {
  const turn = from?.closest(".turn");
  const places = [from, ...[from, turn].map((one) => one?.id && document.getElementById(one.id)), document.querySelector("#card")];
  return places.find((one) => one?.isConnected && one.checkVisibility() && one !== document.body) ?? text;
}

// The turn that has the focus, or else that of the open card.
export function turnHere() {
  const focused = document.activeElement?.closest?.(".turn");
  return focused ?? document.getElementById(`t-${document.querySelector("#card")?.dataset.turn}`);
}

let lastTurn = null;
document.addEventListener("focusin", (event) => {
  lastTurn = event.target.closest("#turns > .turn")?.id ?? null;
});

// A turn that the answer leads to without drawing it anew, such as one that was only put elsewhere.
function ledTo() {
  const places = document.querySelector("#places");
  const turn = document.getElementById(`t-${places?.dataset.to}`);
  places?.removeAttribute("data-to");
  return turn;
}

// Whether the answer leads to a turn, or somebody is at one: what the card shows is not what they look at.
export const isAtTurn = () =>
  Boolean(document.activeElement?.closest?.("#turns") ?? document.querySelector("#turns [data-focus]")) ||
  document.getElementById(`t-${document.querySelector("#places")?.dataset.to}`) !== null;

// The answer marks where the focus belongs; nothing may leave it nowhere. A turn that was drawn anew has it
// again; what is folded away cannot take it.
export function moveFocus() {
  const wanted = document.querySelector("[data-focus]") ?? ledTo();
  wanted?.removeAttribute("data-focus");
  if (!wanted && document.activeElement !== document.body) return;
  const places = [wanted, lastTurn && document.getElementById(lastTurn), document.querySelector("#card"), turnHere(), text];
  const target = places.find((place) => place?.checkVisibility());
  target.focus({ preventScroll: target.id === "card" });
}

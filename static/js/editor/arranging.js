// Turns from the keyboard: going from one to the next, moving, joining, setting aside, putting in.
import { goTo, text } from "./here.js";
import { act, openNew } from "./turns.js";

const focused = () => document.activeElement?.closest?.("#turns > .turn");
const isEditing = (turn) => turn.hasAttribute("data-editing");
const isAside = (turn) => turn.classList.contains("aside-turn");

// Does something with the turn that has the focus; without one the key is free for others.
const withTurn = (does) => () => {
  const turn = focused();
  if (!turn) return false;
  return does(turn);
};

const step = (way) => withTurn((turn) => {
  if (isEditing(turn)) return false;
  const next = turn[way];
  if (next) goTo(next);
  return true;
});

const acts = (verb, values) => withTurn((turn) => act(turn, verb, values));

// From the card to its turn, and back.
function toTurn() {
  const card = document.querySelector("#card");
  const turn = document.getElementById(`t-${card?.dataset.turn}`) ?? text.querySelector(".turn");
  if (focused()) card?.focus();
  else if (turn) goTo(turn);
}

export const arrangingKeys = {
  "to-turn": toTurn,
  "turn-below": step("nextElementSibling"),
  "turn-above": step("previousElementSibling"),
  "move-up": acts("move", { upwards: "1" }),
  "move-down": acts("move"),
  "join-above": acts("merge", { upwards: "1" }),
  "join-below": acts("merge"),
  "new-below": withTurn((turn) => openNew(turn, "below")),
  "new-above": withTurn((turn) => openNew(turn, "above")),
  "set-aside": withTurn((turn) => act(turn, isAside(turn) ? "restore" : "aside")),
};

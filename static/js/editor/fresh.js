// A flag that comes up unasked, by a check or by what somebody else did, is settled by no key until it has stood
// there for a moment: the key was meant for what stood there before.
import { currentFlag } from "./here.js";
import { say } from "./saying.js";

// Twice the time in which somebody reacts to what they see.
const MOMENT = 700;

let fresh = "";
let ageing = 0;

export const isUnasked = (event) => event.detail.requestConfig?.elt.matches("#check, #here") ?? false;

function mark() {
  document.querySelector("#card")?.toggleAttribute("data-fresh", fresh !== "" && fresh === currentFlag());
}

function age() {
  fresh = "";
  mark();
}

// After each answer; ``before`` is the flag that was shown until then.
export function showFresh(unasked, before) {
  if (unasked && currentFlag() !== before) {
    fresh = currentFlag();
    clearTimeout(ageing);
    ageing = setTimeout(age, MOMENT);
  }
  mark();
}

// These keys wait until the flag that they would settle was seen.
export const seen = (actions) =>
  Object.fromEntries(Object.entries(actions).map(([id, does]) => [id, (...given) =>
    document.querySelector("#card[data-fresh]") ? say("A new flag has come up: look at it first.") : does(...given)]));

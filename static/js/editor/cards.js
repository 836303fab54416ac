// The keys of the open card. Where one has nothing to do, it says so.
import { press } from "../keys.js";
import { say } from "./saying.js";

const isOpen = () => document.querySelector('#card [data-key="x"]') !== null;

export const dismiss = () => press('#card [data-key="x"]') || say("No open flag is shown here.");
export const reopen = () => press('#card [data-key="o"]') || say(isOpen() ? "This flag is open." : "Nothing is shown here that could be opened again.");
export const alike = () => press("#tool-alike") || say(isOpen() ? "No other open flag is of this kind." : "No open flag is shown here.");

// Opens the field for a note and goes there.
export function noteWhy() {
  const why = document.querySelector("#card .why-not");
  if (!why) return say("No open flag is shown here.");
  why.open = true;
  why.querySelector("input").focus();
  return true;
}

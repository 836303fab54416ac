// What the desk tells: one polite region in a row of its own, so that it covers nothing. It goes by itself, but
// for what somebody has to act on; whoever is in it keeps it.
import { wayBack } from "./here.js";

// A slow reader takes in some 12 signs in a second, after having looked there.
const LOOK = 5000;
const PER_SIGN = 80;

const told = document.querySelector("#told");
const region = () => document.querySelector("#status");
// Who only opens or looks at something has nothing to lose.
function failed(event, why) {
  const { path, verb } = event.detail.requestConfig;
  const told = verb !== "get" ? `Not saved: ${why} Your words are still here; try again.`
    : /\/edit\/$/.test(path.split("?")[0]) ? `The turn cannot be opened: ${why}`
    : `That cannot be shown: ${why}`;
  say(told, true);
}

// A turn that is saved by itself tells of its own; who looks what is new has nothing to lose.
const isOwn = (event) => event.detail.elt.matches("form[data-autosave], #here");

export function say(words, alarm = false) {
  region().classList.toggle("alarm", alarm);
  region().textContent = words;
  document.querySelector("#instead").replaceChildren();
  return true;
}

let cameFrom = null;
told.addEventListener("focusin", (event) => {
  if (!told.contains(event.relatedTarget)) cameFrom = event.relatedTarget;
});

// Takes away what is told, or only these words if it is still them.
export function unsay(words = region().textContent) {
  if (!region().textContent || region().textContent !== words) return false;
  const isIn = told.contains(document.activeElement);
  if (isIn) document.activeElement.blur();
  say("");
  if (isIn) wayBack(cameFrom).focus();
  return true;
}
document.querySelector("#unsay").addEventListener("click", () => unsay());

let going = 0;
function goLater() {
  clearTimeout(going);
  const { classList, textContent } = region();
  if (!textContent || classList.contains("alarm")) return;
  going = setTimeout(() => (told.matches(":hover, :focus-within") ? goLater() : unsay()), LOOK + PER_SIGN * textContent.length);
}
new MutationObserver(goLater).observe(told, { childList: true, subtree: true, characterData: true });
// On a small screen a panel ends above it.
new ResizeObserver(() => document.body.style.setProperty("--told", `${told.offsetHeight}px`)).observe(told);

document.addEventListener("htmx:sendError", (event) => isOwn(event) || failed(event, "the server cannot be reached."));
document.addEventListener("htmx:timeout", (event) => isOwn(event) || failed(event, "the server did not answer in time."));
document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = event.detail;
  if (isOwn(event)) return;
  if (xhr.status === 401) say(xhr.responseText, true);
  else failed(event, `the server answered ${xhr.status}.`);
});

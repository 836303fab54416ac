// What the desk tells: one polite region.

const failed = (why) => say(`Not saved: ${why} Your words are still here; try again.`, true);

// A turn that is saved by itself tells of its own; who looks what is new has nothing to lose.
const isOwn = (event) => event.detail.elt.matches("form[data-autosave], #here");

export function say(words, alarm = false) {
  const region = document.querySelector("#status");
  region.classList.toggle("alarm", alarm);
  region.textContent = words;
}

document.addEventListener("htmx:sendError", (event) => isOwn(event) || failed("the server cannot be reached."));
document.addEventListener("htmx:timeout", (event) => isOwn(event) || failed("the server did not answer in time."));
document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = event.detail;
  if (isOwn(event)) return;
  if (xhr.status === 401) say(xhr.responseText, true);
  else failed(`the server answered ${xhr.status}.`);
});

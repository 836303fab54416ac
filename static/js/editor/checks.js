// What a change did to the flags is looked up right after it was shown. When the editor has gone on meanwhile,
// that answer is old news; the newer change asks again.

let changes = 0;
let changesAtCheck = 0;
// The requests themselves, not their number: one whose form was taken away meanwhile is told of twice.
const underWay = new Set();
let unchecked = false;

// To look who is here, and what they did, changes nothing.
const isLook = (event) => event.detail.elt.id === "here";

document.addEventListener("htmx:beforeRequest", (event) => {
  if (isLook(event)) return;
  if (event.detail.elt.id !== "check") {
    changes += 1;
    underWay.add(event.detail.xhr);
  } else {
    changesAtCheck = changes;
    if (underWay.size) event.preventDefault();
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (isLook(event)) return;
  underWay.delete(event.detail.xhr);
  if (event.detail.xhr.getResponseHeader("Newsroom-Unchecked")) unchecked = true;
  if (underWay.size || !unchecked) return;
  unchecked = false;
  htmx.trigger("#check", "wanted");
});

document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.elt.id !== "check" || changes === changesAtCheck) return;
  event.preventDefault();
  unchecked = true; // a form or a panel that was opened meanwhile asks for none
});

// What a change did to the flags is looked up right after it was shown. When the editor has gone on meanwhile,
// that answer is old news; the newer change asks again.

let changes = 0;
let changesAtCheck = 0;
let underWay = 0;
let unchecked = false;

// To look who is here, and what they did, changes nothing.
const isLook = (event) => event.detail.elt.id === "here";

document.addEventListener("htmx:beforeRequest", (event) => {
  if (isLook(event)) return;
  if (event.detail.elt.id !== "check") {
    changes += 1;
    underWay += 1;
  } else {
    changesAtCheck = changes;
    if (underWay) event.preventDefault();
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (isLook(event)) return;
  if (event.detail.requestConfig.elt.id !== "check") underWay -= 1;
  if (event.detail.xhr.getResponseHeader("Newsroom-Unchecked")) unchecked = true;
  if (underWay || !unchecked) return;
  unchecked = false;
  htmx.trigger("#check", "wanted");
});

document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.elt.id !== "check" || changes === changesAtCheck) return;
  event.preventDefault();
  unchecked = true; // a form or a panel that was opened meanwhile asks for none
});

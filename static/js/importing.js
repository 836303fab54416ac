// While a file is brought and read, its button says so and does nothing a second time. The pages work
// without this file: then the browser alone shows that it waits.
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (sent.has(form)) return event.preventDefault();
  const button = event.submitter;
  if (!button?.dataset.busy) return;
  sent.add(form);
  const said = button.firstChild.data;
  button.firstChild.data = button.dataset.busy;
  button.setAttribute("aria-disabled", "true");
  document.querySelector("#told").textContent = button.dataset.busy;
  // Back from what was made of it: the page may be as it was left.
  addEventListener("pageshow", () => {
    sent.delete(form);
    button.firstChild.data = said;
    button.removeAttribute("aria-disabled");
  }, { once: true });
});

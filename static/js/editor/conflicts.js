// Where both texts were put together and overlap, the field opens with the first such place selected.
document.addEventListener("htmx:afterSettle", () => {
  // The focus goes into the field after this.
  setTimeout(() => {
    const field = document.querySelector("[data-select]");
    if (!field) return;
    const [start, end] = field.dataset.select.split("-").map(Number);
    field.removeAttribute("data-select");
    field.setSelectionRange(start, end);
  });
});

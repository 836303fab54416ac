// The admin's tables: each cell has the name of its column, because on narrow screens cells stand under one
// another; a frame that scrolls all the same is reached by key.
const named = (frame) => {
  const names = [...frame.querySelectorAll("thead th")].map((head) => head.textContent.trim());
  for (const row of frame.querySelectorAll("tbody tr, tfoot tr")) {
    [...row.cells].forEach((cell, at) => {
      if (names[at] && cell.matches("td")) cell.dataset.column = names[at];
    });
  }
  frame.classList.add("named");
};

const reachable = (frame) => {
  if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
  else frame.removeAttribute("tabindex");
};

for (const frame of document.querySelectorAll(".results")) {
  named(frame);
  frame.role = "region";
  frame.ariaLabel = (frame.querySelector("caption") ?? document.querySelector("#content h1")).textContent.trim();
  new ResizeObserver(() => reachable(frame)).observe(frame);
}

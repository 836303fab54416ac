// The map: every turn as a bar, as high as it is long, coloured where something is open. A click jumps there.

const SVG = "http://www.w3.org/2000/svg";
const GAP = 3;

export function drawMap(map, text) {
  const turns = [...text.querySelectorAll(".turn")];
  const room = map.clientHeight - 28;
  if (room <= 0) return;
  const sizes = turns.map((turn) => 8 + Math.sqrt(Number(turn.dataset.size)) * 1.6);
  const gap = Math.min(GAP, room / turns.length / 3);
  const scale = Math.min(1, (room - gap * turns.length) / sizes.reduce((sum, size) => sum + size, 0));
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("focusable", "false");
  let y = 2;
  const bars = turns.map((turn, place) => {
    const bar = document.createElementNS(SVG, "rect");
    const asks = turn.classList.contains("q");
    bar.setAttribute("x", asks ? 0 : 8);
    bar.setAttribute("y", y);
    bar.setAttribute("width", asks ? 56 : 48);
    bar.setAttribute("height", Math.max(1, sizes[place] * scale));
    bar.setAttribute("rx", 2);
    bar.setAttribute("class", turn.dataset.tone || (asks ? "asked" : "answered"));
    bar.dataset.turn = turn.id;
    y += sizes[place] * scale + gap;
    return bar;
  });
  const view = document.createElementNS(SVG, "rect");
  view.setAttribute("class", "view");
  view.setAttribute("x", 1);
  view.setAttribute("width", 53);
  view.setAttribute("rx", 4);
  svg.append(...bars, view);
  map.replaceChildren(svg);
  showView(map, text);
}

// Moves the frame over the turns that are on the screen.
export function showView(map, text) {
  const view = map.querySelector(".view");
  const bars = [...map.querySelectorAll("[data-turn]")];
  if (!view || !bars.length) return;
  const seen = text.getBoundingClientRect();
  const turns = [...text.querySelectorAll(".turn")];
  const first = turns.findIndex((turn) => turn.getBoundingClientRect().bottom > seen.top + 8);
  let last = first;
  while (last + 1 < turns.length && turns[last + 1].getBoundingClientRect().top < seen.bottom - 8) last += 1;
  const top = bars[Math.max(first, 0)];
  const bottom = bars[Math.max(last, 0)];
  if (!top || !bottom) return;
  const start = Number(top.getAttribute("y"));
  view.setAttribute("y", start - 2);
  view.setAttribute("height", Number(bottom.getAttribute("y")) + Number(bottom.getAttribute("height")) - start + 4);
}

export const turnAt = (event) => event.target.closest("[data-turn]")?.dataset.turn;

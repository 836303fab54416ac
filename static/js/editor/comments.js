// A comment is about the turn that somebody was at last, or about the words that they had selected there.
import { goTo, text, turnHere } from "./here.js";
import { keptOf } from "./unsent.js";

let turn = null;
let passage = null;

document.addEventListener("focusin", (event) => {
  turn = event.target.closest(".turn") ?? turn;
});

// Counted as the server counts: in code points.
const points = (words) => [...words].length;

function seeSelection() {
  const selection = getSelection();
  const words = selection.anchorNode?.parentElement?.closest(".turn .words");
  if (!words || selection.isCollapsed || !words.contains(selection.focusNode)) {
    if (words || text.contains(selection.anchorNode)) passage = null;
    return;
  }
  const range = selection.getRangeAt(0);
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  turn = words.closest(".turn");
  passage = { turn, quote: range.toString(), at: points(before.toString()) };
}

document.addEventListener("selectionchange", seeSelection);

// Where the form of the panel is to stand: added to the link as the panel is opened.
export function about() {
  seeSelection(); // the browser tells of it a moment later
  const chosen = passage?.turn.isConnected ? passage : null;
  const at = chosen?.turn ?? (turn?.isConnected ? turn : null) ?? turnHere();
  const query = new URLSearchParams();
  if (at) query.set("turn", at.id.slice(2));
  if (chosen?.quote.trim()) {
    query.set("quote", chosen.quote);
    query.set("at", chosen.at);
  }
  return `?${query}`;
}

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("#tool-comments, .remarks");
    // Words that were not sent yet go on being about what they were about.
    const unsent = keptOf("comment-text")?.about;
    if (link && unsent) link.search = unsent;
    else if (link?.id) link.search = about();
    const there = event.target.closest("a[data-go]");
    const found = there && !event.ctrlKey && !event.metaKey && !event.shiftKey && document.getElementById(there.dataset.go);
    if (!found) return;
    event.preventDefault();
    goTo(found);
  },
  true,
);

// Words that a reader selects in a turn can be linked to, copied with their source and shared.
// Without this each turn has its link, and behind it the page of the quote. What it says stands in the page, in
// the page's language.

const SHORT = 300;
const EDGE = 60;
const article = document.querySelector("article[data-version]");
const bar = article && document.getElementById("quoting");
const hasPages = Boolean(article?.querySelector("a.quote")); // a site of files alone makes none for quotes
let chosen = null;

const turnOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".said, .between");

// Where the words of a line are. Only a segmenter tells them apart in languages without spaces; where there is none
// (Firefox before 125), these stay as they were selected.
const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}\p{N}’']+/gu;
function wordsOf(text) {
  const found = Intl.Segmenter
    ? [...new Intl.Segmenter([], { granularity: "word" }).segment(text)].filter((one) => one.isWordLike)
    : [...text.matchAll(SPACED)];
  return found.map((one) => [one.index, one.index + (one.segment ?? one[0]).length]);
}

// What a selection leaves out of a word that it begins or ends in: half a word is nobody's, and a link to it finds nothing.
function cut(node, offset, isStart) {
  const line = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("p, h2");
  if (!line) return "";
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  const text = line.textContent, at = before.toString().length;
  const word = wordsOf(text).find(([start, end]) => start < at && at < end);
  return word ? (isStart ? text.slice(word[0], at) : text.slice(at, word[1])) : "";
}

// As the server names words (site/quoting.py): whole when short, else how they begin and how they end.
function parts(words) {
  const lines = words.split(/\n+/).map((line) => line.trim()).filter(Boolean);
  const whole = lines.join(" ");
  if (lines.length === 1 && whole.length <= SHORT) return [whole];
  const first = lines[0], last = lines.at(-1);
  const start = wordsOf(first).findLast(([, end]) => end <= EDGE)?.[1] ?? EDGE;
  const end = wordsOf(last).find(([start]) => start >= last.length - EDGE)?.[0] ?? -EDGE;
  return [first.length <= EDGE ? first : first.slice(0, start), last.length <= EDGE ? last : last.slice(end)];
}

function addresses(key, words) {
  const [start, end] = parts(words);
  const here = new URL(location.pathname, location.href);
  const quote = new URL(`quotes/${key}/`, here);
  quote.searchParams.set("text", start);
  if (end) quote.searchParams.set("to", end);
  quote.searchParams.set("v", article.dataset.version);
  const directive = [start, end].filter(Boolean).map((part) => encodeURIComponent(part).replaceAll("-", "%2D"));
  here.hash = `t-${key}`;
  const place = `${here.href}:~:text=${directive.join(",")}`;
  return { place, quote: hasPages ? quote.href : place };
}

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const turn = turnOf(range.startContainer);
  if (turn && !turn.contains(range.endContainer)) { // three clicks select a paragraph up to where the next one begins
    const behind = range.cloneRange();
    behind.setStartAfter(turn);
    if (behind.toString().trim()) return null;
    range.setEndAfter(turn.querySelector("p:last-of-type"));
  }
  const words = selection.toString().trim();
  if (!turn || !words) return null;
  const before = cut(range.startContainer, range.startOffset, true);
  const behind = cut(range.endContainer, range.endOffset, false);
  return { turn, words: before + words + behind, box: range.getBoundingClientRect() };
}

function show() {
  if (bar.contains(document.activeElement)) return;
  const found = selected();
  if (!found) return hide();
  chosen = { ...found, ...addresses(found.turn.id.slice(2), found.words) };
  if (hasPages) bar.querySelector("a").href = chosen.quote;
  bar.querySelector("[data-do=share]").hidden = !navigator.share;
  found.turn.append(bar); // next after the words for whoever goes on with Tab
  bar.hidden = false;
  const base = found.turn.getBoundingClientRect();
  const room = base.width - bar.offsetWidth;
  bar.style.insetBlockStart = `${found.box.bottom - base.top + 8}px`;
  bar.style.left = `${Math.max(0, Math.min(found.box.left - base.left, room))}px`;
}

function hide() {
  chosen = null;
  bar.hidden = true;
}

const told = (sentence) => { document.getElementById("quoting-told").textContent = sentence; };

// Elements, not text put together: what was said may hold any sign.
function rich() {
  const holder = document.createElement("div");
  const quote = holder.appendChild(document.createElement("blockquote"));
  quote.cite = chosen.quote;
  quote.textContent = chosen.words;
  const line = holder.appendChild(document.createElement("p"));
  const link = document.createElement("a");
  link.href = chosen.quote;
  link.textContent = article.dataset.title;
  line.append(source(), link, `, ${article.dataset.site}`);
  return holder.innerHTML;
}

// Questions and answers each name who speaks where that is somebody else than the time before.
function source() {
  const alike = chosen.turn.matches(".q") ? ".q[data-said]" : ".said:not(.q)[data-said]";
  let turn = chosen.turn.matches(".said") ? chosen.turn : null;
  while (turn && !turn.matches(alike)) turn = turn.previousElementSibling;
  return turn?.dataset.said ? `${turn.dataset.said}, ` : "";
}

const quoted = () => bar.dataset.marks.replace("…", () => chosen.words);

function plain() {
  const { title, site } = article.dataset;
  return `${quoted()}\n${source()}${title}, ${site}\n${chosen.quote}\n`;
}

const acts = {
  async link() {
    await navigator.clipboard.writeText(chosen.place);
    told(bar.dataset.linked);
  },
  async copy() {
    const piece = (text, type) => new Blob([text], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": piece(plain(), "text/plain"), "text/html": piece(rich(), "text/html") }),
    ]);
    told(bar.dataset.copied);
  },
  async share() {
    await navigator.share({ title: article.dataset.title, text: quoted(), url: chosen.quote });
  },
};

if (bar) {
  if (!hasPages) bar.querySelector("a").remove();
  document.addEventListener("selectionchange", () => requestAnimationFrame(show));
  bar.addEventListener("click", async (event) => {
    const act = acts[event.target.dataset.do];
    if (!act || !chosen) return;
    try {
      await act();
    } catch (refused) {
      if (refused.name === "AbortError") return;
      told(`${bar.dataset.refused}${hasPages ? ` ${bar.dataset.instead}` : ""}`);
    }
  });
  // A press on the tools leaves the words selected.
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (bar.hidden) return;
    const inside = bar.contains(document.activeElement);
    // Browsers differ on where Tab goes on from selected words.
    if (event.key === "Tab" && !event.shiftKey && !inside) {
      event.preventDefault();
      bar.querySelector("button").focus();
    }
    if (event.key !== "Escape") return;
    const link = chosen.turn.querySelector("[aria-labelledby=here]") ?? bar.closest("[id]");
    getSelection().removeAllRanges();
    hide();
    if (inside) link.focus();
  });
}

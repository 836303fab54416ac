// A link may name words of a turn (?text=…&to=…). A page that is a file holds the whole turn: the words that were
// quoted are shown alone where they stand in it, and where they do not, the page says so.

const asked = new URLSearchParams(location.search);
const given = ["text", "to"].map((name) => (asked.get(name) ?? "").trim());
const [start, end] = given.map((words) => words.split(/\s+/).filter(Boolean).join(" "));
const quote = document.querySelector("blockquote");

function within(text) {
  const from = text.indexOf(start);
  if (from < 0 || !end) return from < 0 ? null : start;
  const to = text.indexOf(end, from + start.length);
  return to < 0 ? null : text.slice(from, to + end.length);
}

// In a line all white space is one space, as it is in a link; lines stay lines.
const lines = (element) => [...element.children].map((line) => line.textContent.split(/\s+/).filter(Boolean).join(" "));

function show(words) {
  quote.replaceChildren(
    ...words.split("\n").filter(Boolean).map((line) => {
      const paragraph = document.createElement("p");
      paragraph.dir = "auto";
      paragraph.textContent = line;
      return paragraph;
    }),
  );
}

// Wherever the words stand by now, the browser marks them.
function lead() {
  const directive = [start, end].filter(Boolean).map((part) => encodeURIComponent(part).replaceAll("-", "%2D")).join(",");
  for (const link of document.querySelectorAll(".acts a")) {
    link.href = `${link.href.split(":~:")[0]}:~:text=${directive}`;
  }
  const code = document.getElementById("embed");
  if (code) code.value = code.value.replace('/embed/"', `/embed/${location.search.replaceAll("&", "&amp;")}"`);
}

if (start && quote) {
  const words = within(lines(quote).join("\n"));
  if (words) show(words);
  else document.getElementById("not-here").hidden = false;
  lead();
}

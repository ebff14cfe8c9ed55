const SLICE = 8; // milliseconds of work before the page gets its turn
const haystacks = new WeakMap();
let asked = 0;

function haystack(element) {
  if (!haystacks.has(element)) {
    const held = hunkOf.get(element);
    const text = held
      ? [held.file.name, held.hunk.head, ...held.hunk.why.flat(), ...held.hunk.lines].join("\n")
      : element.textContent;
    const article = element.closest("article");
    haystacks.set(element, (text + "\n" + (article ? article.querySelector("h2").textContent : "")).toLowerCase());
  }
  return haystacks.get(element);
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

async function search(query) {
  const mine = ++asked;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const all = [...document.querySelectorAll(".hunk, .placed li")];
  let until = performance.now() + SLICE, hits = 0;
  for (const element of all) {
    const hit = words.every((word) => haystack(element).includes(word));
    if (element.hidden === hit) element.hidden = !hit;
    hits += hit;
    if (performance.now() > until) {
      await turn();
      if (mine !== asked) return; // someone typed on
      until = performance.now() + SLICE;
    }
  }
  hideEmptied(words);
  byId("found").textContent = words.length ? number(hits) + " of " + number(all.length) : "";
}

function hideEmptied(words) {
  const holds = (element, what) => element.querySelector(what) !== null;
  const hit = ".hunk:not([hidden])";
  for (const list of document.querySelectorAll(".placed")) list.hidden = words.length > 0 && !holds(list, "li:not([hidden])");
  for (const file of document.querySelectorAll(".file"))
    file.hidden = words.length > 0 && !holds(file, hit) && !words.every((word) => file.textContent.toLowerCase().includes(word));
  for (const article of document.querySelectorAll("article")) {
    const named = words.every((word) => article.querySelector("h2").textContent.toLowerCase().includes(word));
    article.hidden = words.length > 0 && !named && !holds(article, ".file:not([hidden]), .placed:not([hidden])");
    byId("list").children[article.dataset.item].hidden = article.hidden;
  }
}

function listenForSearch() {
  let timer = 0;
  byId("find").addEventListener("input", (event) => {
    clearTimeout(timer);
    timer = setTimeout(search, 120, event.target.value);
  });
}

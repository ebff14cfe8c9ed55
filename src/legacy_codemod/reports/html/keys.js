const THEMES = ["auto", "light", "dark"];
let current = null; // a hunk or the heading of an item

function go(to) {
  if (!to) return;
  current?.classList.remove("current");
  current = to;
  for (const section of around(to)) draw(section);
  to.classList.add("current");
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block: "start" });
}

function around(to) {
  if (to.classList.contains("hunk")) return [to];
  return [...to.closest("article").querySelectorAll(".hunk")].slice(0, 3);
}

const isShown = (element) => !element.closest("[hidden]");

// The next or previous of `all`, in document order, from where we are.
function step(all, forth) {
  const shown = all.filter(isShown);
  if (!current || !isShown(current)) return go(forth ? shown[0] : shown.at(-1));
  const at = shown.indexOf(current);
  if (at >= 0) return go(shown[at + (forth ? 1 : -1)]);
  const isAfter = (element) => current.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  return go(forth ? shown.find(isAfter) : shown.findLast((element) => !isAfter(element)));
}

const hunks = () => [...hunkOf.keys()];
const headings = () => [...document.querySelectorAll("article h2")];

function untickCurrent() {
  const box = current?.classList.contains("hunk")
    ? current.querySelector("input[type=checkbox]")
    : current?.closest("article")?.querySelector("input[data-item]");
  box?.click();
}

function turnView() {
  const root = document.documentElement;
  root.dataset.view = root.dataset.view === "split" ? "" : "split";
  byId("split").setAttribute("aria-pressed", String(root.dataset.view === "split"));
  drawAgain();
  if (current?.classList.contains("hunk")) go(current);
}

function turnTheme() {
  const root = document.documentElement;
  const next = THEMES[(THEMES.indexOf(root.dataset.theme || "auto") + 1) % THEMES.length];
  root.dataset.theme = next;
  byId("theme").textContent = "Theme: " + next;
}

const KEYS = {
  j: () => step(hunks(), true), k: () => step(hunks(), false),
  "]": () => step(headings(), true), "[": () => step(headings(), false),
  u: untickCurrent, s: turnView,
  "/": () => byId("find").focus(), "?": () => byId("help").showModal(),
};

function pressed(event) {
  const writes = event.target.matches("input[type=search], textarea");
  if (event.key === "Escape" && writes) {
    byId("find").value = "";
    search("");
    event.target.blur();
    return;
  }
  if (writes || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

document.addEventListener("keydown", pressed);
byId("split").addEventListener("click", turnView);
byId("theme").addEventListener("click", turnTheme);
byId("ask").addEventListener("click", () => byId("help").showModal());
byId("changes").addEventListener("focusin", (event) => {
  const section = event.target.closest(".hunk");
  if (!section || section === current) return;
  current?.classList.remove("current");
  current = section;
  section.classList.add("current");
});
addEventListener("beforeprint", () => { for (const [section] of hunkOf) draw(section); });
matchMedia("(min-width: 50rem)").addEventListener("change", () => { if (document.documentElement.dataset.view === "split") drawAgain(); });

drawPage();
listenForDecisions();
listenForSearch();
showDecisions();

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

// The next or previous of `all` from where we are: from the current one, or from what is on the screen.
function step(what, forth) {
  const all = [...document.querySelectorAll(what)].filter(isShown);
  const from = current && isShown(current) ? current : null;
  const place = from ? (element) => from.compareDocumentPosition(element) : null;
  if (!from) return go(forth ? all[0] : all.at(-1));
  const side = forth ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const there = all.filter((element) => place(element) & side);
  go(forth ? there[0] : there.at(-1));
}

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
  j: () => step(".hunk", true), k: () => step(".hunk", false),
  "]": () => step("article h2", true), "[": () => step("article h2", false),
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

const hunkOf = new Map(); // the section of a hunk: its values and its file
const isSplit = () => document.documentElement.dataset.view === "split" && matchMedia("(min-width: 50rem)").matches;

function about() {
  const base = review.base ? "commit " + review.base : "the files on disk";
  byId("about").textContent = review.inventory + " on " + base;
}

function overview() {
  const found = review.findings.length + review.items.reduce((sum, item) => sum + item.findings.length, 0);
  const refused = review.items.filter((item) => item.refusals.length).length;
  const figures = [
    [review.items.length, "items"], [review.files, "files"], [review.in, "lines in", "plus"],
    [review.out, "lines out", "minus"], [refused, "refused", refused ? "bad" : ""], [found, "found", found ? "warn" : ""],
  ];
  return make("section", { class: "overview", "aria-label": "Overview" },
    make("dl", { class: "figures" }, ...figures.map(([count, name, tone]) =>
      make("div", {}, make("dt", { text: name }), make("dd", { text: number(count), class: tone || false })))),
    make("p", { class: "lead", text: "Above each hunk stands why it is there: what is settled first, then each thing that follows from it. Untick what you want to keep." }));
}

function placed(heading, entries, tone) {
  if (!entries.length) return null;
  return make("div", { class: "placed " + tone, role: "group", "aria-label": heading },
    make("h3", { text: heading }),
    make("ul", {}, ...entries.map((entry) => make("li", {},
      make("code", { class: "at", text: entry.at }), " ", entry.reason,
      entry.chain?.length ? make("p", { class: "muted", text: "Kept alive by " + entry.chain.join(" \u2192 ") }) : null))));
}

function chain(reasons) {
  return make("ol", { class: "chain" }, ...reasons.map((reason) => make("li", { text: reason })));
}

const tick = (label, of) => make("input", { type: "checkbox", checked: true, "aria-label": label, title: label, ...of });

function drawItem(item, at) {
  const files = item.files.map((file, of) => drawFile(file, at, of));
  const state = item.refusals.length ? "refused" : item.files.length ? "" : "nothing to do";
  const heading = make("h2", { tabindex: "-1", id: "item-" + at }, make("span", { class: "ordinal", text: at + 1 }), " ", item.label);
  return make("article", { class: "item", "aria-labelledby": "item-" + at, "data-item": at },
    make("header", { class: "item-head" },
      files.length ? tick("Do item " + (at + 1) + ": " + item.label, { "data-item": at }) : null,
      heading, state ? make("span", { class: "state " + (item.refusals.length ? "bad" : "muted"), text: state }) : null,
      shares(total(item))),
    make("p", { class: "means" }, item.means,
      item.note ? make("span", { class: "note", text: item.note }) : null,
      item.replaced ? make("span", { class: "note", text: "Replaced by " + item.replaced }) : null,
      make("code", { class: "at", text: item.at })),
    make("p", { class: "kept", hidden: true }),
    placed("Refused, nothing of this item changes", item.refusals, "bad"),
    ...files,
    placed("Error paths that stay, on the declared fallback", item.fallbacks, "good"),
    placed("Left alone", item.findings, "warn"));
}

function total(item) {
  return { in: item.files.reduce((sum, file) => sum + file.in, 0), out: item.files.reduce((sum, file) => sum + file.out, 0) };
}

function drawFile(file, at, of) {
  const body = make("div", { class: "file-body", id: "body-" + at + "-" + of }, make("p", { class: "kept", hidden: true }));
  const fold = make("button", {
    type: "button", class: "fold", "aria-expanded": "true", "aria-controls": body.id,
    onclick: () => { body.hidden = !body.hidden; fold.setAttribute("aria-expanded", String(!body.hidden)); },
  }, make("code", { text: file.name }));
  if (!file.text) body.append(make("p", { class: "muted", text: "Not text, so not shown." }));
  if (!file.hunks.length) body.append(...file.why.map(chain));
  for (const hunk of file.hunks) body.append(place(hunk, file, at + "-" + of));
  const section = make("div", { class: "file", role: "group", "data-file": at + "-" + of, "aria-label": file.name },
    make("header", { class: "file-head" },
      tick("Change " + file.name + " for item " + (at + 1), { "data-file": at + "-" + of }),
      make("h3", {}, fold),
      file.gone ? make("span", { class: "state bad", text: "removed" }) : null,
      make("span", { class: "state warn", "data-kept": true, hidden: true, text: "kept as a whole" }),
      file.hides ? make("span", { class: "state muted", text: "values hidden" }) : null,
      shares(file)),
    body);
  section.style.setProperty("--rows", file.hunks.reduce((sum, hunk) => sum + rowsOf(hunk, file) + 2, 0));
  return section;
}

const rowsOf = (hunk, file) => Math.min(hunk.lines.length, file.gone ? OF_A_REMOVED_FILE : LONGEST) + hunk.why.length;

// A hunk that nobody has come near is an empty box of about its size.
function place(hunk, file, key) {
  const section = make("div", { class: "hunk waiting", role: "group", tabindex: "-1", "data-of": key, "aria-label": file.name + " " + hunk.head });
  section.style.setProperty("--rows", rowsOf(hunk, file));
  hunkOf.set(section, { hunk, file });
  nearby.observe(section);
  return section;
}

function draw(section) {
  if (!section.classList.contains("waiting")) return;
  const { hunk, file } = hunkOf.get(section);
  section.classList.remove("waiting");
  nearby.unobserve(section);
  const label = "Change these lines of " + file.name + ": " + hunk.head;
  section.replaceChildren(
    make("header", { class: "hunk-head" },
      tick(label, { "data-file": section.dataset.of, checked: !isKept(section.dataset.of) }),
      make("div", { class: "chains" }, ...hunk.why.map(chain), hunk.why.length ? null : make("span", { class: "muted", text: "moved with the lines around it" })),
      make("code", { class: "span", text: hunk.head })),
    ...drawDiff(hunk, file));
}

const nearby = new IntersectionObserver(
  (seen) => { for (const entry of seen) if (entry.isIntersecting) draw(entry.target); }, { rootMargin: "1200px 0px" });

function drawAgain() {
  for (const [section] of hunkOf) {
    if (section.classList.contains("waiting")) continue;
    section.classList.add("waiting");
    section.replaceChildren();
    nearby.observe(section);
  }
}

// A long name is broken after a dot, a slash or an underscore.
const breakable = (text) => text.split(/(?<=[._/])/).flatMap((piece) => [piece, make("wbr")]);

function listed(item, at) {
  const [verb, ...rest] = item.label.split(" ");
  return make("li", { "data-item": at }, make("a", { href: "#item-" + at },
    make("span", { class: "ordinal", text: at + 1 }), make("span", { class: "verb", text: verb }),
    item.refusals.length ? make("span", { class: "state bad", text: "refused" }) : shares(total(item)),
    make("span", { class: "label" }, ...breakable(rest.join(" ")))));
}

function drawPage() {
  about();
  byId("list").append(...review.items.map(listed));
  byId("changes").prepend(overview());
  byId("changes").append(...[
    placed("Problems: the proof failed, so nothing may be applied", review.problems, "bad"),
    ...review.items.map(drawItem),
    placed("Found in the tree", review.findings, "warn")].filter(Boolean));
  for (const loose of document.querySelectorAll("main > .placed h3")) loose.replaceWith(make("h2", { text: loose.textContent }));
}

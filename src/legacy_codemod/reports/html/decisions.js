const keptItems = new Set(); // numbers of items
const keptFiles = new Set(); // "item-file"
const isKept = (key) => keptFiles.has(key) || keptItems.has(Number(key.split("-")[0]));

const COMMAND = "codemod apply --decisions decisions.json";
const WHOLE_FILE = "Kept: this item leaves the whole file as it is, not only one hunk, since the rest of the file may need those lines. What depends on it stays too.";
const OF_A_TEST = "Kept: a test needs the code that it was written for, so nothing of this item is done.";

function entry(key) {
  const [at, of] = key.split("-").map(Number);
  const item = review.items[at], file = item.files[of];
  const lines = file.hunks.map((hunk) => {
    const count = hunk.lines.filter((line) => line[0] !== "+").length;
    return [hunk.before, hunk.before + Math.max(count - 1, 0)];
  });
  return { item: item.title, place: item.place, file: file.path, blob: file.blob, lines };
}

// One entry to a line; what was kept before this page stays kept.
function decisions() {
  const items = [...keptItems].sort((a, b) => a - b).map((at) => ({ item: review.items[at].title, place: review.items[at].place }));
  const files = review.items.flatMap((item, at) => item.files.map((_, of) => at + "-" + of)).filter((key) => keptFiles.has(key) && !keptItems.has(Number(key.split("-")[0])));
  const entries = [...review.kept, ...items, ...files.map(entry)].map((each) => "  " + ascii(JSON.stringify(each)));
  return '{"version": 1, "keep": [\n' + entries.join(",\n") + "\n]}\n";
}

const ascii = (text) => text.replace(/[^ -~]/g, (character) => "\\u" + character.charCodeAt(0).toString(16).padStart(4, "0"));

function untick(box) {
  const kept = box.dataset.item ? keptItems : keptFiles;
  const key = box.dataset.item ? Number(box.dataset.item) : box.dataset.file;
  if (box.checked) {
    kept.delete(key);
    if (!box.dataset.item) keptItems.delete(Number(key.split("-")[0]));
  } else kept.add(key);
  showDecisions();
}

function showDecisions() {
  for (const box of document.querySelectorAll("input[type=checkbox]"))
    box.checked = box.dataset.item ? !keptItems.has(Number(box.dataset.item)) : !isKept(box.dataset.file);
  review.items.forEach((item, at) => {
    const article = document.querySelector("article[data-item='" + at + "']");
    const tests = item.files.some((file, of) => file.test && keptFiles.has(at + "-" + of));
    const note = article.querySelector(":scope > .kept");
    note.textContent = keptItems.has(at) ? "Left out: nothing of this item is done, and what depends on it stays." : OF_A_TEST;
    note.hidden = !(keptItems.has(at) || tests);
    article.classList.toggle("left-out", !note.hidden);
    byId("list").children[at].classList.toggle("left-out", !note.hidden);
  });
  for (const section of document.querySelectorAll(".file")) {
    const kept = keptFiles.has(section.dataset.file);
    const note = section.querySelector(".kept");
    note.textContent = kept ? WHOLE_FILE : "";
    note.hidden = !kept;
    section.querySelector("[data-kept]").hidden = !kept;
    section.classList.toggle("left-out", isKept(section.dataset.file));
  }
  const files = [...keptFiles].filter((key) => !keptItems.has(Number(key.split("-")[0]))).length;
  const earlier = review.kept.length;
  byId("tray").hidden = !(keptItems.size || files || earlier);
  byId("left-out").textContent = [
    keptItems.size ? counted(keptItems.size, "item") + " left out" : "", files ? counted(files, "file") + " kept" : "",
    earlier ? earlier + " kept before" : ""].filter(Boolean).join(", ");
  byId("command").textContent = COMMAND;
  byId("decisions").value = decisions();
}

async function copy(text, button) {
  const said = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select and copy it";
  }
  setTimeout(() => { button.textContent = said; }, 1500);
}

function save() {
  const link = make("a", { download: "decisions.json", href: URL.createObjectURL(new Blob([decisions()], { type: "application/json" })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function listenForDecisions() {
  byId("changes").addEventListener("change", (event) => { if (event.target.type === "checkbox") untick(event.target); });
  byId("copy-command").addEventListener("click", (event) => copy(COMMAND, event.target));
  byId("copy-file").addEventListener("click", (event) => copy(decisions(), event.target));
  byId("save").addEventListener("click", save);
  byId("show").addEventListener("click", () => byId("file").showModal());
}

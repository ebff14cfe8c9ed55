const LONGEST = 400; // rows that are drawn before a reader asks for the rest
const OF_A_REMOVED_FILE = 12;

// Lines with their numbers: {sign, text, before, after, cut}.
function numbered(hunk) {
  let before = hunk.before - (hunk.lines.every((line) => line[0] === "+") ? -1 : 0);
  let after = hunk.after - (hunk.lines.every((line) => line[0] === "-") ? -1 : 0);
  const cut = new Set(hunk.cut);
  return hunk.lines.map((line, at) => ({
    sign: line[0],
    text: line.slice(1),
    before: line[0] === "+" ? 0 : before++,
    after: line[0] === "-" ? 0 : after++,
    cut: cut.has(at),
  }));
}

// Runs of removed and added lines that stand for each other get a mark on what differs inside them.
function paired(lines) {
  for (let at = 0; at < lines.length;) {
    let gone = at;
    while (gone < lines.length && lines[gone].sign === "-") gone++;
    let come = gone;
    while (come < lines.length && lines[come].sign === "+") come++;
    if (gone - at === come - gone) for (let i = 0; i < gone - at; i++) mark(lines[at + i], lines[gone + i]);
    at = Math.max(come, at + 1);
  }
  return lines;
}

function mark(one, other) {
  const most = Math.min(one.text.length, other.text.length);
  let head = 0;
  while (head < most && one.text[head] === other.text[head]) head++;
  let tail = 0;
  while (tail < most - head && one.text.at(-1 - tail) === other.text.at(-1 - tail)) tail++;
  if (head + tail < most / 3) return; // hardly the same line: a mark would say nothing
  for (const line of [one, other]) line.mark = [head, line.text.length - tail];
}

function code(line) {
  const cell = make("td", { class: "code" });
  if (line.mark && line.mark[0] < line.mark[1]) {
    const [from, to] = line.mark;
    cell.append(line.text.slice(0, from), make("mark", { text: line.text.slice(from, to) }), line.text.slice(to));
  } else cell.textContent = line.text;
  if (line.cut) cell.append(make("span", { class: "cut", text: " no newline at the end" }));
  return cell;
}

const gutter = (line) => make("td", { class: "number", "data-number": line || "" });
const KIND = { "-": "out", "+": "in", " ": "same" };

function unifiedRow(line) {
  const row = make("tr", { class: KIND[line.sign] }, gutter(line.before), gutter(line.after), code(line));
  row.lastChild.dataset.sign = line.sign;
  return row;
}

function half(line) {
  if (!line) return [make("td", { class: "number none" }), make("td", { class: "code none" })];
  const cells = [gutter(line.sign === "+" ? line.after : line.before), code(line)];
  for (const cell of cells) cell.classList.add(KIND[line.sign]);
  cells[1].dataset.sign = line.sign;
  return cells;
}

function splitRows(lines) {
  const rows = [];
  let gone = [], come = [];
  const flush = () => {
    for (let i = 0; i < Math.max(gone.length, come.length); i++) rows.push(make("tr", {}, ...half(gone[i]), ...half(come[i])));
    gone = [], come = [];
  };
  for (const line of lines) {
    if (line.sign === "-") gone.push(line);
    else if (line.sign === "+") come.push(line);
    else {
      flush();
      const after = half(line);
      after[0].dataset.number = line.after;
      rows.push(make("tr", {}, ...half(line), ...after));
    }
  }
  flush();
  return rows;
}

// The unchanged lines beyond a hunk, behind a button.
function beyond(texts, first, where) {
  if (!texts.length) return null;
  const lines = texts.map((text, at) => ({ sign: " ", text, before: first.before + at, after: first.after + at }));
  const body = make("tbody", { hidden: true });
  const button = make("button", {
    type: "button", class: "more", "aria-expanded": "false",
    text: "Show " + counted(texts.length, "line") + " " + where,
    onclick: () => {
      if (!body.firstChild) body.append(...(isSplit() ? splitRows(lines) : lines.map(unifiedRow)));
      body.hidden = !body.hidden;
      button.setAttribute("aria-expanded", String(!body.hidden));
      button.textContent = (body.hidden ? "Show " : "Hide ") + counted(texts.length, "line") + " " + where;
    },
  });
  return { button, body };
}

// A fixed table takes its widths from here, so that gutters of all hunks stand below each other.
function columns() {
  const kinds = isSplit() ? ["number", "", "number", ""] : ["number", "number", ""];
  return make("colgroup", {}, ...kinds.map((kind) => make("col", { class: kind || false })));
}

function drawDiff(hunk, file) {
  const lines = paired(numbered(hunk));
  const limit = file.gone ? OF_A_REMOVED_FILE : LONGEST;
  const rows = (some) => (isSplit() ? splitRows(some) : some.map(unifiedRow));
  const body = make("tbody", {}, ...rows(lines.slice(0, lines.length > limit + 4 ? limit : lines.length)));
  const last = lines.at(-1);
  const above = beyond(hunk.above, { before: hunk.before - hunk.above.length, after: hunk.after - hunk.above.length }, "above");
  const below = last.sign === " " ? beyond(hunk.below, { before: last.before + 1, after: last.after + 1 }, "below") : null;
  const table = make("table", { class: isSplit() ? "diff split" : "diff" },
    make("caption", { class: "unseen", text: file.name + " " + hunk.head }), columns(), above?.body, body, below?.body);
  const rest = lines.length > limit + 4 ? make("button", {
    type: "button", class: "more", text: "Show " + counted(lines.length - limit, "more line"),
    onclick: (event) => { body.append(...rows(lines.slice(limit))); event.target.remove(); },
  }) : null;
  return [above?.button, table, rest, below?.button].filter(Boolean);
}

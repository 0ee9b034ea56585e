// The table of facts. Only the rows in sight are there, so that ten thousand scroll like ten.
const grid = document.getElementById("table");
const body = document.getElementById("rows");
const head = grid.querySelector(".head");
const SPARE = 8;
const narrow = matchMedia("(max-width: 760px)");  // one pane at a time, as in report.css
let height = 34;

const CELLS = {
  check: (fact) => GLYPHS[verdictOf(fact)],
  indicator: (fact) => fact.indicator ?? "",
  value: valueOf,
  measure: measureOf,
  period: periodOf,
  place: (fact) => fact.place ?? "",
  status: (fact) => {
    const notes = notesOf(fact);
    const word = say(`status.${fact.status}`);
    return make("i", { class: fact.status }, notes.length ? `${word} · ${notes.join(" · ")}` : word);
  },
};

function rowElement(fact, index) {
  const verdict = verdictOf(fact);
  const chosen = fact.id === selected;
  const element = make("div", {
    role: "row", id: `row-${fact.id}`, "aria-rowindex": index + 2, "aria-selected": chosen,
    class: `row ${verdict}${chosen ? " chosen" : ""}`, "data-fact": fact.id,
  });
  for (const column of COLUMNS) {
    const content = CELLS[column](fact);
    const cell = make("span", { role: "gridcell", class: column }, content);
    cell.title = cell.textContent;
    if (column === "check") cell.setAttribute("aria-label", say(`check.${verdict}`));
    element.append(cell);
  }
  element.style.top = `${index * height}px`;
  return element;
}

let drawn = "";
function draw(force = false) {
  const first = Math.max(0, Math.floor(grid.scrollTop / height) - SPARE);
  const last = Math.min(rows.length, Math.ceil((grid.scrollTop + grid.clientHeight) / height) + SPARE);
  if (!force && drawn === `${first}-${last}`) return;
  drawn = `${first}-${last}`;
  body.replaceChildren(...rows.slice(first, last).map((fact, i) => rowElement(fact, first + i)));
  const present = document.getElementById(`row-${selected}`);
  if (present) grid.setAttribute("aria-activedescendant", present.id);
  else grid.removeAttribute("aria-activedescendant");
}

function drawHead() {
  head.replaceChildren(...COLUMNS.map((column) => {
    const text = column === "check" ? "✓" : say(`field.${column}`);
    const sorted = order.column === column;
    const button = make("button", { type: "button", class: column, value: column, tabindex: -1 },
      sorted ? `${text} ${order.down ? "▾" : "▴"}` : text);
    button.title = column === "check" ? say("check") : text;
    const cell = make("span", { role: "columnheader", class: column }, button);
    if (sorted) cell.setAttribute("aria-sort", order.down ? "descending" : "ascending");
    return cell;
  }));
}

function refresh() {
  arrange();
  height = parseFloat(getComputedStyle(head).getPropertyValue("--height"));
  body.style.height = `${rows.length * height}px`;
  grid.setAttribute("aria-rowcount", rows.length + 1);
  document.getElementById("none").hidden = rows.length > 0;
  document.getElementById("shown").textContent = say("shown", { n: rows.length, all: facts.length });
  drawHead();
  draw(true);
}

function reveal(fact) {
  const index = rows.indexOf(fact);
  if (index < 0) return;
  const top = index * height;
  const room = grid.getBoundingClientRect().height - head.offsetHeight;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + height > grid.scrollTop + room) grid.scrollTop = top + height - room;
}

function sortBy(column) {
  if (order.column !== column) Object.assign(order, { column, down: false });
  else if (!order.down) order.down = true;
  else Object.assign(order, { column: null, down: false });
  refresh();
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

function onGridKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const fact = factOf.get(selected);
  if (event.key in STEPS) {
    const wanted = rows.indexOf(fact) + STEPS[event.key];
    const next = rows[Math.max(0, Math.min(rows.length - 1, wanted))];
    if (next) select(next.id, "table");
  } else if (event.key === "Enter" && fact) {
    focusText();
  } else if (!onCheckKey(event, fact)) {
    return;
  }
  event.preventDefault();
}

let waiting = false;
grid.addEventListener("scroll", () => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; draw(); });
}, { passive: true });
grid.addEventListener("keydown", onGridKey);
body.addEventListener("click", (event) => {
  const row = event.target.closest(".row");
  if (!row) return;
  if (narrow.matches) document.body.dataset.pane = "text";
  select(row.dataset.fact, "table");
});
head.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button) sortBy(button.value);
});

on("select", (id, origin) => {
  const fact = factOf.get(id);
  if (fact) reveal(fact);
  draw(true);
});

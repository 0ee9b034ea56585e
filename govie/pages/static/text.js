// The text: choosing marks with pointer and keys, definitions on hover.
const article = document.getElementById("text");
const tip = document.getElementById("tip");
const elementsOf = new Map();
const subjectsOf = new Map();
const stops = [];  // each run of a mark: { id, element }, in order of the text

const idsOf = (element, name = "r") => element.dataset[name]?.split(" ") ?? [];
const isShown = (id) => !hidden.has(kindOf(recordOf(id)));

function indexText() {
  let before = [];
  for (const element of article.querySelectorAll("[data-r], [data-s]")) {
    for (const id of idsOf(element, "s")) add(subjectsOf, id, element);
    const ids = idsOf(element);
    for (const id of ids) {
      add(elementsOf, id, element);
      if (!before.includes(id) || element.previousSibling !== last(elementsOf.get(id), 2)) {
        stops.push({ id, element });
      }
    }
    before = ids;
  }
}

function add(map, id, element) {
  if (!map.has(id)) map.set(id, []);
  map.get(id).push(element);
}

const last = (list, nth) => list[list.length - nth];

// The marks under a click, facts first; clicking again goes on to the next of them.
function choicesAt(element) {
  const ids = idsOf(element).filter(isShown);
  return [...ids.filter((id) => factOf.has(id)), ...ids.filter((id) => !factOf.has(id))];
}

function pickAt(element) {
  const ids = choicesAt(element);
  if (ids.length) select(ids[(ids.indexOf(selected) + 1) % ids.length], "text", element);
}

let stop = -1;
function step(by) {
  let next = stop;
  do next += by; while (stops[next] && !isShown(stops[next].id));
  if (!stops[next]) return;
  stop = next;
  select(stops[next].id, "keys", stops[next].element);
}

function focusText() {
  document.body.dataset.pane = "text";
  article.focus({ preventScroll: true });
}

function highlight(id, origin, element) {
  for (const old of article.querySelectorAll(".chosen, .chosen-subject")) {
    old.classList.remove("chosen", "chosen-subject");
  }
  const elements = elementsOf.get(id) ?? [];
  const shown = element ?? elements[0];
  for (const each of factOf.has(id) ? elements : runOf(id, shown)) each.classList.add("chosen");
  for (const each of subjectsOf.get(id) ?? []) each.classList.add("chosen-subject");
  if (!shown) return;
  const at = stops.findIndex((each) => each.id === id && each.element === shown);
  stop = at >= 0 ? at : stops.findIndex((each) => each.id === id);
  if (origin !== "text") bringUp(shown);
  if (origin === "keys") showTip(shown);
  else hideTip();
}

// Of a name that is mentioned often, the mention that the element is part of.
function runOf(id, element) {
  const all = elementsOf.get(id) ?? [];
  const at = all.indexOf(element);
  let from = at, to = at;
  while (from > 0 && all[from - 1].nextSibling === all[from]) from -= 1;
  while (to < all.length - 1 && all[to].nextSibling === all[to + 1]) to += 1;
  return all.slice(from, to + 1);
}

function bringUp(element) {
  const box = element.getBoundingClientRect();
  const room = article.getBoundingClientRect();
  if (box.top < room.top + 40 || box.bottom > room.bottom - 60) {
    element.scrollIntoView({ block: "center" });
  }
}

function definitionsAt(element) {
  return idsOf(element).map((id) => data.names[id]).filter((name) => name?.type === "term" && !hidden.has("term"));
}

function showTip(element) {
  const terms = definitionsAt(element);
  if (!terms.length) { hideTip(); return; }
  tip.replaceChildren(...terms.flatMap(describeTerm));
  tip.hidden = false;
  element.setAttribute("aria-describedby", "tip");
  const box = element.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  const below = box.bottom + 6 + own.height < innerHeight;
  tip.style.top = `${Math.max(4, below ? box.bottom + 6 : box.top - own.height - 6)}px`;
  tip.style.left = `${Math.max(6, Math.min(box.left, innerWidth - own.width - 8))}px`;
}

function describeTerm(term) {
  const parts = [make("b", {}, term.name), term.definition ?? term.components?.join("、") ?? ""];
  return parts.filter(Boolean);
}

function hideTip() {
  tip.hidden = true;
}

article.addEventListener("click", (event) => {
  const element = event.target.closest("[data-r]");
  if (element && getSelection().isCollapsed) pickAt(element);
});
article.addEventListener("mouseover", (event) => {
  const element = event.target.closest("[data-r]");
  if (element) showTip(element);
  else hideTip();
});
article.addEventListener("mouseleave", hideTip);
article.addEventListener("scroll", hideTip, { passive: true });
article.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowRight") step(1);
  else if (event.key === "ArrowLeft") step(-1);
  else if (event.key === "Enter") grid.focus();
  else if (!onCheckKey(event, factOf.get(selected))) return;
  event.preventDefault();
});
addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });

on("select", highlight);
on("kinds", () => {
  for (const kind of document.querySelectorAll(".kinds [value]:not(#as-written)")) {
    article.classList.toggle(`no-${kind.value}`, hidden.has(kind.value));
  }
  hideTip();
});

// The card of what is selected: all its fields, and the verdict on a fact.
const card = document.getElementById("card");
const VERDICTS = [["right", "act.right"], ["wrong", "act.wrong"], ["corrected", "act.correct"]];
const KEYS = { r: "right", w: "wrong", c: "corrected" };
let editing = null;  // id of the fact whose fields are inputs

function judge(fact, verdict) {
  if (verdict === "corrected") {
    editing = editing === fact.id ? null : fact.id;
    drawCard();
    card.querySelector("dd :is(input, select)")?.focus();
    return;
  }
  editing = null;
  setMark(fact, verdictOf(fact) === verdict ? null : { verdict });
}

function onCheckKey(event, fact) {
  const verdict = KEYS[event.key.toLowerCase()];
  if (!verdict || !fact) return false;
  judge(fact, verdict);
  return true;
}

function drawCard() {
  const record = recordOf(selected);
  if (!record) {
    card.replaceChildren(make("p", { class: "pick" }, say("pick")));
    return;
  }
  const close = make("button", { type: "button", class: "close", "aria-label": say("close") }, "×");
  close.addEventListener("click", () => select(null, "card"));
  const content = factOf.has(selected) ? factCard(record) : nameCard(record);
  card.replaceChildren(close, ...content, ...othersHere());
}

function factCard(fact) {
  const title = make("h2", {}, titleOf(fact), make("b", {}, valueOf(fact)));
  const acts = make("div", { class: "acts" });
  for (const [verdict, key] of VERDICTS) {
    const pressed = verdictOf(fact) === verdict || (verdict === "corrected" && editing === fact.id);
    const button = make("button", { type: "button", value: verdict, "aria-pressed": pressed }, say(key));
    button.addEventListener("click", () => judge(fact, verdict));
    acts.append(button);
  }
  if (markOf(fact)) {
    const undo = make("button", { type: "button", value: "none" }, say("act.clear"));
    undo.addEventListener("click", () => { editing = null; setMark(fact, null); });
    acts.append(undo);
  }
  const list = make("dl");
  for (const field of data.fields[fact.type]) {
    const shown = editing === fact.id ? inputOf(fact, field) : fieldOf(fact, field);
    if (shown) list.append(make("div", {}, make("dt", {}, say(`field.${field}`)), shown));
  }
  return [title, make("p", {}, `${say("field.text")}：${fact.text} · ${fact.id} · ${fact.start}–${fact.end}`), acts, list];
}

function fieldOf(fact, field) {
  const fields = markOf(fact)?.fields ?? {};
  const read = wordOf(field, fact[field]);
  if (field in fields) {
    return make("dd", { class: "changed" }, make("del", {}, read || "–"), wordOf(field, fields[field]) || "–");
  }
  return read ? make("dd", {}, read) : null;
}

function inputOf(fact, field) {
  const fields = markOf(fact)?.fields ?? {};
  const value = String((field in fields ? fields[field] : fact[field]) || "");
  const choices = data.choices[field];
  const input = choices
    ? make("select", { name: field }, ...choices.map((choice) =>
      make("option", { value: choice }, choice ? wordOf(field, choice) : "–")))
    : make("input", { name: field });
  input.value = value;
  input.setAttribute("aria-label", say(`field.${field}`));
  input.addEventListener("change", () => {
    correct(fact, field, input.value.trim());
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    input.blur();
    editing = null;
    drawCard();
    grid.focus();
  });
  return make("dd", {}, input);
}

function nameCard(name) {
  const fields = ["kind", "adcode", "program_id"].filter((field) => name[field]);
  const list = make("dl");
  for (const field of fields) {
    list.append(make("div", {}, make("dt", {}, say(`field.${field}`)), make("dd", {}, name[field])));
  }
  const content = [make("h2", {}, name.name), make("p", {}, say(`type.${name.type}`)), list];
  if (name.definition) content.push(make("p", {}, `${say("definition")}：${name.definition}`));
  if (name.components) content.push(make("p", {}, `${say("components")}：${name.components.join("；")}`));
  return content;
}

// What else is marked at the same place: facts that share their number, a place inside a name.
function othersHere() {
  const ids = new Set((elementsOf.get(selected) ?? []).flatMap((element) => idsOf(element)));
  ids.delete(selected);
  const near = [...ids].filter(isShown);
  if (!near.length) return [];
  const line = make("p", { class: "others" }, say("also_here"));
  for (const id of near) {
    const button = make("button", { type: "button" }, titleOf(recordOf(id)) || id);
    button.addEventListener("click", () => select(id, "card"));
    line.append(button);
  }
  return [line];
}

on("select", (id) => {
  if (id !== editing) editing = null;
  drawCard();
});
on("marks", () => {
  // A fresh card would take the field that is being typed in away from the reader.
  if (editing === null) drawCard();
  else for (const button of card.querySelectorAll(".acts button")) {
    button.setAttribute("aria-pressed", button.value === "corrected");
  }
});

// Fields of a record in words.
const wordOf = (field, value) => {
  if (value === null || value === undefined || value === "") return "";
  const key = typeof value === "boolean" || value === "true" ? "true" : `${field}.${value}`;
  return labels[key] ? say(key) : String(value);
};

function valueOf(fact) {
  if (fact.type === "numeric") return fact.shown;
  const toWhat = fact.relative_to ?? fact.authority;
  return wordOf("relation", fact.relation) + (toWhat ? ` ${toWhat}` : "");
}

const ARROWS = { up: " ↑", down: " ↓" };
const measureOf = (fact) => say(`measure.${fact.measure ?? "relative"}`) + (ARROWS[fact.direction] ?? "");

function periodOf(fact) {
  const { period_start: start, period_end: end } = fact;
  if (start === end || end === undefined) return start ?? "";
  return start ? `${start}–${end}` : say("by", { year: end });
}

const notesOf = (fact) => ["estimated", "damaged"].filter((note) => fact[note]).map((note) => say(note));

const titleOf = (record) => record.indicator ?? record.name ?? "";

const GLYPHS = { none: "", right: "✓", wrong: "✗", corrected: "✎" };

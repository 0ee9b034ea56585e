// Which facts the table shows, and in which order.
const COLUMNS = ["check", "indicator", "value", "measure", "period", "place", "status"];
const SAMPLES = [30, 50, 100, 200, 400];
const filters = { search: "", status: "", measure: "", check: "", sample: "" };
const order = { column: null, down: false };
let rows = facts;

const SORT_KEYS = {
  check: (fact) => verdictOf(fact),
  indicator: (fact) => fact.indicator ?? "",
  // Ratios have no place among the numbers.
  value: (fact) => (fact.value?.includes(":") ? NaN : Number(fact.value)),
  measure: (fact) => fact.measure ?? "relative",
  period: (fact) => (fact.period_end ?? "") + (fact.period_start ?? ""),
  place: (fact) => fact.place ?? "",
  status: (fact) => fact.status,
};
const collator = new Intl.Collator("zh-CN", { numeric: true });

function compare(a, b) {
  if (typeof a !== "number") return collator.compare(a, b);
  return (Number.isNaN(a) - Number.isNaN(b)) || a - b || 0;
}

const haystacks = new Map();
function haystack(fact) {
  if (!haystacks.has(fact.id)) {
    const parts = [
      fact.id, fact.indicator, fact.indicator_id, fact.text, fact.shown, fact.hedge, fact.place,
      fact.relative_to, fact.authority, fact.period_start, fact.period_end,
    ];
    haystacks.set(fact.id, parts.filter(Boolean).join("\n").toLowerCase());
  }
  return haystacks.get(fact.id);
}

// Keys are digests, so the smallest of them are a random sample, the same one every time.
function sampleOf(size) {
  const keys = facts.map((fact) => fact.key).sort();
  return new Set(keys.slice(0, size));
}

function arrange() {
  const words = filters.search.toLowerCase().split(/\s+/).filter(Boolean);
  const sample = filters.sample && sampleOf(Number(filters.sample));
  rows = facts.filter((fact) =>
    (!filters.status || fact.status === filters.status)
    && (!filters.measure || (fact.measure ?? "relative") === filters.measure)
    && (!filters.check || verdictOf(fact) === filters.check)
    && (!sample || sample.has(fact.key))
    && words.every((word) => haystack(fact).includes(word)));
  if (!order.column) return;
  const keyed = rows.map((fact) => [SORT_KEYS[order.column](fact), fact]);
  // Facts without a number stay last in both directions.
  keyed.sort(([a], [b]) => (order.down && !Number.isNaN(a) && !Number.isNaN(b) ? -compare(a, b) : compare(a, b)));
  rows = keyed.map(([, fact]) => fact);
}

function options(select, first, choices) {
  const value = select.value;
  select.replaceChildren(
    make("option", { value: "" }, first),
    ...choices.map(([choice, text]) => make("option", { value: choice }, text)),
  );
  select.value = value;
}

function labelFilters() {
  const present = (values) => [...new Set(values)];
  options(document.getElementById("by-status"), say("all_statuses"),
    present(facts.map((fact) => fact.status)).map((status) => [status, say(`status.${status}`)]));
  options(document.getElementById("by-measure"), say("all_measures"),
    present(facts.map((fact) => fact.measure ?? "relative")).map((m) => [m, say(`measure.${m}`)]));
  options(document.getElementById("by-check"), say("all_checks"),
    Object.keys(GLYPHS).map((verdict) => [verdict, say(`check.${verdict}`)]));
  options(document.getElementById("by-sample"), say("all_facts"),
    SAMPLES.filter((n) => n < facts.length).map((n) => [n, say("sample", { n })]));
}

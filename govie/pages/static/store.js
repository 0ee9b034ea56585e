// The records of the page, what is selected, and who wants to know.
const data = JSON.parse(document.getElementById("data").textContent);
const facts = data.facts;
const factOf = new Map(facts.map((fact) => [fact.id, fact]));
const recordOf = (id) => factOf.get(id) ?? data.names[id];
const kindOf = (record) => record.status ?? record.type;

const hidden = new Set();  // kinds that are switched off
let selected = null;  // id of a fact or name

const listeners = { select: [], marks: [], language: [], kinds: [] };
const on = (event, listener) => listeners[event].push(listener);
const tell = (event, ...details) => listeners[event].forEach((listener) => listener(...details));

// origin is "text", "table" or "card"; element is where in the text, of several mentions.
function select(id, origin, element = null) {
  selected = id;
  tell("select", id, origin, element);
}

// Verdicts on facts: right, wrong, or corrected with the fields as they ought to be.
const MARKS_VERSION = 1;
const shelf = `govie-marks-${data.document}`;
let marks = new Map();

function isMark(mark) {
  return ["right", "wrong", "corrected"].includes(mark?.verdict)
    && (mark.verdict !== "corrected" || (mark.fields !== null && typeof mark.fields === "object"));
}

function recall() {
  try {
    const kept = Object.entries(JSON.parse(memory.get(shelf) ?? "{}"));
    marks = new Map(kept.filter(([, mark]) => isMark(mark)));
  } catch {
    marks = new Map();
  }
}

const markOf = (fact) => marks.get(fact.key);
const verdictOf = (fact) => markOf(fact)?.verdict ?? "none";

function setMark(fact, mark) {
  if (mark) marks.set(fact.key, mark);
  else marks.delete(fact.key);
  keep();
}

function keep() {
  const kept = memory.set(shelf, JSON.stringify(Object.fromEntries(marks)));
  if (!kept) notify(say("not_kept"));
  tell("marks");
}

// A field set back to what was read is no correction.
function correct(fact, field, value) {
  const fields = { ...markOf(fact)?.fields };
  if (value === String(fact[field] ?? "")) delete fields[field];
  else fields[field] = field === "estimated" ? value === "true" : value || null;
  setMark(fact, Object.keys(fields).length ? { verdict: "corrected", fields } : null);
}

function marksFile() {
  const made = facts.filter(markOf).map((fact) => {
    const { verdict, fields } = markOf(fact);
    const read = data.fields[fact.type].map((field) => [field, fact[field] ?? null]);
    const { key, id, type, start, end } = fact;
    return { key, id, type, start, end, verdict, ...(fields && { fields }), record: Object.fromEntries(read) };
  });
  const { document, name, version, packs } = data;
  return {
    govie_marks: MARKS_VERSION, document, name, version, packs,
    saved: new Date().toISOString(), facts: facts.length, marks: made,
  };
}

function saveMarks() {
  const text = JSON.stringify(marksFile(), null, 1);
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const stem = data.name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") || "report";
  make("a", { href: url, download: `${stem}.marks.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

async function openMarks(file) {
  let found;
  try {
    found = JSON.parse(await file.text());
  } catch {
    found = null;
  }
  if (found?.govie_marks !== MARKS_VERSION || found.document !== data.document) {
    notify(say("open_wrong"));
    return;
  }
  for (const mark of found.marks) {
    if (isMark(mark)) marks.set(mark.key, { verdict: mark.verdict, ...(mark.fields && { fields: mark.fields }) });
  }
  keep();
}

function notify(text) {
  const notice = document.getElementById("notice");
  notice.textContent = text;
  notice.hidden = false;
}

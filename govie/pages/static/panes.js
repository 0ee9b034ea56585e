// The bar above, the panes below: switches of kinds, filters, panes of a small screen.
function drawProgress() {
  const made = facts.filter(markOf).length;
  document.getElementById("progress").textContent = made ? say("checked", { n: made }) : "";
  document.getElementById("save").disabled = !made;
}

for (const box of document.querySelectorAll(".kinds input:not(#as-written)")) {
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(box.value);
    else hidden.add(box.value);
    tell("kinds");
  });
}
document.getElementById("as-written").addEventListener("change", (event) => {
  article.classList.toggle("as-written", event.target.checked);
});

for (const name of ["status", "measure", "check", "sample"]) {
  document.getElementById(`by-${name}`).addEventListener("change", (event) => {
    filters[name] = event.target.value;
    grid.scrollTop = 0;
    refresh();
  });
}
document.getElementById("search").addEventListener("input", (event) => {
  filters.search = event.target.value;
  grid.scrollTop = 0;
  refresh();
});
document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("clear").addEventListener("click", () => {
  document.querySelector(".filters").reset();
  for (const name of Object.keys(filters)) filters[name] = "";
  refresh();
});

document.getElementById("save").addEventListener("click", saveMarks);
document.getElementById("open").addEventListener("click", () => document.getElementById("marks-file").click());
document.getElementById("marks-file").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  if (file) await openMarks(file);
  event.target.value = "";
});
document.getElementById("language").addEventListener("click", () => {
  switchLanguage();
  tell("language");
});

for (const tab of document.querySelectorAll(".tabs button")) {
  tab.addEventListener("click", () => { document.body.dataset.pane = tab.value; refresh(); });
}
document.getElementById("outline").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  document.body.dataset.pane = "text";
  document.getElementById(link.hash.slice(1)).scrollIntoView({ block: "start" });
});
on("language", () => { labelFilters(); refresh(); drawCard(); drawProgress(); });
on("marks", () => { refresh(); drawProgress(); });
addEventListener("resize", () => refresh());

// Points of the charts: their values on hover and focus, their sources when picked.
const tip = document.getElementById("tip");
const pointOf = (element) => JSON.parse(element.dataset.point);

function describe(point) {
  const side = say(point.side === "actual" && point.estimated ? "panel.estimate" : `panel.${point.side}`);
  const words = `${point.year} ${side} ${point.shown}`;
  if (point.side !== "actual" || point.gap === undefined) return words;
  const verdict = point.verdict === "open" ? "" : ` · ${say(`panel.${point.verdict}`)}`;
  return `${words} · ${say("panel.gap")} ${point.gap}${verdict}`;
}

function showTip(element) {
  tip.textContent = describe(pointOf(element));
  tip.hidden = false;
  const box = element.getBoundingClientRect();
  const own = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(6, Math.min(box.left + box.width / 2 - own.width / 2, innerWidth - own.width - 8))}px`;
  tip.style.top = `${box.top > own.height + 10 ? box.top - own.height - 6 : box.bottom + 6}px`;
}

const hideTip = () => { tip.hidden = true; };

// The sentence with the words of the fact marked in it.
function quote(point) {
  const at = point.text ? point.sentence.indexOf(point.text) : -1;
  if (at < 0) return [point.sentence];
  const end = at + point.text.length;
  return [point.sentence.slice(0, at), make("mark", {}, point.text), point.sentence.slice(end)];
}

function pick(element) {
  const chart = element.closest(".chart");
  const source = chart.querySelector(".source");
  const again = element.classList.contains("chosen");
  for (const old of chart.querySelectorAll(".point.chosen")) old.classList.remove("chosen");
  source.replaceChildren();
  if (again) return;
  element.classList.add("chosen");
  const point = pointOf(element);
  source.append(make("p", {}, make("b", {}, describe(point))));
  if (point.sentence) source.append(make("blockquote", { lang: "zh-CN" }, ...quote(point)));
  if (point.doc) source.append(make("small", {}, point.doc));
}

function filter() {
  const words = document.getElementById("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const place = document.getElementById("place")?.value ?? "";
  const headline = document.getElementById("headline")?.checked ?? false;
  for (const section of document.querySelectorAll("section")) {
    let any = false;
    for (const chart of section.querySelectorAll(".chart")) {
      const name = chart.dataset.name.toLowerCase();
      const shown = (!headline || chart.dataset.headline === "1") && words.every((word) => name.includes(word));
      chart.hidden = !shown;
      any ||= shown;
    }
    section.hidden = !any || (place !== "" && section.dataset.place !== place);
  }
}

const main = document.querySelector("main");
const under = (event) => event.target.closest?.(".point");
main.addEventListener("click", (event) => { if (under(event)) pick(under(event)); });
main.addEventListener("keydown", (event) => {
  if (!under(event) || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  pick(under(event));
});
for (const event of ["mouseover", "focusin"]) {
  main.addEventListener(event, (happened) => { if (under(happened)) showTip(under(happened)); });
}
for (const event of ["mouseout", "focusout"]) main.addEventListener(event, hideTip);
addEventListener("scroll", hideTip, { passive: true });
for (const id of ["search", "place", "headline"]) {
  document.getElementById(id)?.addEventListener("input", filter);
}
document.getElementById("language").addEventListener("click", switchLanguage);

speak(language);
filter();

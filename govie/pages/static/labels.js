// Labels in two languages. Elements name theirs in data-label, data-label-title and so on.
const labels = JSON.parse(document.getElementById("labels").textContent);
const LANGUAGES = ["zh", "en"];
const PLACES = { title: "title", placeholder: "placeholder", aria: "aria-label" };

// Pages opened from a file or in a frame may be refused a memory.
const memory = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, value); return true; } catch { return false; }
  },
};

let language = memory.get("govie-language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");

function say(key, values = {}) {
  const words = labels[key]?.[LANGUAGES.indexOf(language)] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function label(root = document) {
  for (const element of root.querySelectorAll("[data-label]")) {
    element.textContent = say(element.dataset.label);
  }
  for (const [place, attribute] of Object.entries(PLACES)) {
    for (const element of root.querySelectorAll(`[data-label-${place}]`)) {
      element.setAttribute(attribute, say(element.getAttribute(`data-label-${place}`)));
    }
  }
}

function speak(wanted) {
  language = wanted;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  label();
}

function switchLanguage() {
  speak(language === "zh" ? "en" : "zh");
  memory.set("govie-language", language);
}

// A new element: make("button", { type: "button" }, "text", child…)
function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

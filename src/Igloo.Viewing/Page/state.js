// The current state: a tree of fields, each with what the last event changed.

import { h } from "./dom.js";

const words = { added: "added", removed: "removed", changed: "changed" };

function chips(field) {
  if (field.items.length === 0) return h("span", { class: "empty" }, "empty");
  return h("span", { class: "chips" }, field.items.map(item =>
    h("span", { class: `chip ${item.change}`, title: words[item.change] }, item.text)));
}

function value(field) {
  if (field.items) {
    return [chips(field), field.change === "changed" && field.items.every(item => item.change === "none") && was(field)];
  }
  if (field.change === "removed" || field.change === "added") {
    return h("span", { class: `chip ${field.change}`, title: words[field.change] }, field.before ?? field.text);
  }
  return field.change === "changed"
    ? [was(field), h("span", { class: "value changed" }, field.text)]
    : h("span", { class: "value" }, field.text);
}

const was = field => h("span", { class: "was", title: "before the last event" }, field.before, h("span", { "aria-label": "became" }, " → "));

/** Whether entries have the same plain fields, so that they read best as the rows of a table. */
function isTable(field) {
  const [first, ...rest] = field.fields;
  return first && first.fields.length > 0
    && field.fields.every(entry => entry.fields.every(inner => inner.fields.length === 0))
    && rest.every(entry => entry.fields.length === first.fields.length && entry.fields.every((inner, i) => inner.name === first.fields[i].name));
}

function table(field) {
  return h("table", {},
    h("thead", {}, h("tr", {}, h("td", {}), field.fields[0].fields.map(inner => h("th", { scope: "col" }, inner.name)))),
    h("tbody", {}, field.fields.map(entry =>
      h("tr", { class: entry.change }, h("th", { scope: "row" }, entry.name), entry.fields.map(inner => h("td", { class: inner.change }, value(inner)))))));
}

function branch(field, depth) {
  if (field.fields.length === 0) {
    return h("div", { class: `field ${field.change}` }, h("span", { class: "name" }, field.name), h("span", {}, value(field)));
  }
  return h("details", { open: depth < 3 || field.change !== "none", class: `group ${field.change}` },
    h("summary", {}, h("span", { class: "name" }, field.name), field.change !== "none" && h("span", { class: "mark" }, words[field.change])),
    isTable(field) ? table(field) : h("div", { class: "inner" }, field.fields.map(inner => branch(inner, depth + 1))));
}

export const stateTree = view => view.state.map(field => branch(field, 0));

/** What a step changed, on one line. */
export function changes(differences) {
  if (differences.length === 0) return h("span", { class: "muted" }, "no change");
  return differences.map((d, i) => [i > 0 && "  ", h("span", { class: "difference" }, h("span", { class: "name" }, d.field), ` ${d.before} → ${d.after}`)]);
}

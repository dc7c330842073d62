// The run, the enabled events, and the properties.

import { h, link, lookingAt, plural } from "./dom.js";
import { changes } from "./state.js";

const badges = (violated, reached) => [
  violated.map(name => h("span", { class: "badge bad" }, `✗ ${name}`)),
  reached.map(name => h("span", { class: "badge good" }, `★ ${name}`)),
];

export const run = view => view.trace.map(step =>
  h("li", { class: step.index > view.at ? "ahead" : step.violated.length > 0 ? "violated" : null },
    link(lookingAt(view, step.index), { "aria-current": step.index === view.at ? "step" : null, title: step.event },
      h("span", { class: "index" }, String(step.index)),
      h("span", { class: "what" },
        h("span", { class: "event" }, step.short, " ", h("span", { class: "who" }, step.who)),
        step.index > 0 && h("span", { class: "changes" }, changes(step.changes)),
        (step.violated.length > 0 || step.reached.length > 0) && h("span", {}, badges(step.violated, step.reached))))));

export const events = view => view.events.listed.map(event => {
  const facts = [
    h("span", { class: "event" }, event.short, " ", h("span", { class: "who" }, event.who)),
    event.fault
      ? h("span", { class: "badge bad" }, `✗ the model fails: ${event.fault}`)
      : h("span", { class: "changes" }, changes(event.changes)),
    h("span", {}, badges(event.violates, event.reaches),
      event.backTo !== null && event.changes.length > 0 && h("span", { class: "badge" }, `↩ back to ${event.backTo}`),
      event.isTaken && h("span", { class: "badge" }, "→ taken in this run")),
  ];
  return h("li", { class: event.violates.length > 0 || event.fault ? "violated" : null },
    event.fault ? h("div", { class: "row", title: event.text }, facts) : link(event.path, { class: "row", title: event.text }, facts));
});

const statuses = {
  holds: ["✓", "holds"],
  violated: ["✗", "violated"],
  reached: ["★", "reached"],
  notReached: ["○", "not reached here"],
  noStep: ["·", "no step yet"],
  unknown: ["?", "unknown"],
};

export const properties = view => view.properties.map(property => {
  const [mark, word] = statuses[property.status];
  const isElsewhere = property.firstAt !== null && !(property.firstAt === view.at);
  return h("li", { class: `property ${property.status}` },
    h("span", { class: "status", "aria-hidden": "true" }, mark),
    h("div", {},
      h("div", { class: "line" }, h("strong", {}, property.name), h("span", { class: "muted" }, `${property.kind}, ${word}`)),
      property.detail && h("div", { class: "detail" }, property.status === "unknown" ? property.detail : `with ${property.detail}`),
      property.meaning && h("div", { class: "muted" }, property.meaning),
      h("div", { class: "muted" },
        property.source && h("code", {}, property.source),
        isElsewhere && [property.source && "  ", link(property.firstPath, {}, `first at step ${property.firstAt}`)])));
});

/** What must not be overlooked in the current state. */
export function findings(view) {
  const violated = view.properties.filter(p => p.status === "violated").map(p =>
    h("p", { class: "banner bad", role: "alert" },
      h("strong", {}, `✗ ${p.name} is violated here`), p.detail && `, with ${p.detail}`,
      p.meaning && h("span", { class: "quote" }, p.meaning), p.source && h("code", {}, p.source)));
  const terminal = view.properties.filter(p => p.kind === "a run may end" && p.status === "reached").map(p => p.name);
  const deadlock = view.events.enabled === 0 && h("p", { class: terminal.length > 0 ? "banner" : "banner warn", role: "alert" },
    terminal.length > 0
      ? `The run ends here, as ${terminal.join(" and ")} allows.`
      : [h("strong", {}, "Deadlock: no event is enabled here"), ", and no property of the model says that a run may end here."]);
  return [violated, deadlock].flat().filter(Boolean);
}

export const refused = list => [
  h("p", { class: "muted" },
    list.obstacle ?? (list.matching === 0 ? "Every event that matches the search is enabled." :
      `${plural(list.notEnabled, "event")} not enabled; of ${list.matching === null ? "those" : `the ${list.matching.toLocaleString("en")}`} that match the search `
      + `${list.matching === null || list.examined < list.matching ? `the first ${list.examined.toLocaleString("en")} were examined, and ` : ""}these ${list.listed.length} lack least.`)),
  h("ul", { class: "refused" }, list.listed.map(refusal => h("li", {},
    h("span", { class: "event", title: refusal.text }, refusal.short, " ", h("span", { class: "who" }, refusal.who)),
    refusal.conditions.length === 0
      ? h("span", { class: "muted" }, " no arm of Next is for this event")
      : h("ul", {}, refusal.conditions.map(condition =>
        h("li", { class: condition.holds ? "met" : "failed" },
          h("span", { class: "status" }, condition.holds ? "✓ true" : "✗ false"),
          h("code", {}, condition.text),
          condition.operands.length > 0 && h("span", { class: "operands" }, condition.operands.join("   ")),
          condition.source && h("span", { class: "muted" }, condition.source))))))),
];

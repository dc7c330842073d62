// Navigation: the address bar holds the link of the view, the server answers what is seen there, this file shows it.

import { byId, h, link, plural } from "./dom.js";
import { stateTree } from "./state.js";
import { events, findings, properties, refused, run } from "./lists.js";
import { chart } from "./chart.js";
import { graph } from "./graph.js";
import { listen } from "./keys.js";

const tabNames = { chart: "Sequence chart", graph: "State graph", refused: "Why not?" };

let models = [];
let view = null;
let loading = null;

/** Shows another view and notes it in the history. */
export async function go(path, { replace = false, focus = null } = {}) {
  if (path === null || path === undefined) return;
  history[replace ? "replaceState" : "pushState"](null, "", `/?${path}`);
  await load(focus);
}

async function ask(where, signal) {
  const response = await fetch(where, { signal, headers: { Accept: "application/json" } });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.problem);
  return answer;
}

async function load(focus = null) {
  loading?.abort();
  const mine = loading = new AbortController();
  const slow = setTimeout(() => byId("busy").hidden = false, 150);
  try {
    const next = await ask(`/view${location.search}`, mine.signal);
    if (mine.signal.aborted) return;
    view = next;
    if (!view.problem && view.path !== location.search.slice(1)) history.replaceState(null, "", `/?${view.path}`);
    show(focus);
  } catch (problem) {
    if (problem.name === "AbortError") return;
    complain(problem instanceof TypeError ? "The server does not answer: it may have been ended." : problem.message);
  } finally {
    clearTimeout(slow);
    if (loading === mine) byId("busy").hidden = true;
  }
}

function complain(problem) {
  byId("problem").textContent = problem ?? "";
  byId("problem").hidden = !problem;
}

function show(focus) {
  const focused = document.activeElement?.closest("#events, #run, #tabs, #tab")?.id ?? null;
  document.title = `${view.model.name} on ${view.model.instance} · Igloo`;
  complain(view.problem);
  document.querySelector("main").hidden = false;
  showChoices();
  byId("run").replaceChildren(...run(view));
  byId("undo").disabled = view.undoPath === null;
  byId("restart").disabled = view.trace.length === 1;
  byId("findings").replaceChildren(...findings(view));
  byId("state").replaceChildren(...stateTree(view));
  byId("position").textContent = view.at === 0 ? "initial" : `after ${plural(view.at, "event")}`;
  byId("meaning").textContent = [view.model.meaning, view.model.source].filter(Boolean).join("  ");
  byId("events").replaceChildren(...events(view));
  byId("event-count").textContent = count(view.events);
  if (document.activeElement !== byId("find")) byId("find").value = view.find;
  byId("properties").replaceChildren(...properties(view));
  byId("property-count").textContent = summary(view.properties);
  showTabs();
  keepInSight(byId("run"), byId("run").querySelector("[aria-current]"));
  const said = view.properties.filter(p => p.status === "violated").map(p => `${p.name} is violated.`);
  byId("said").textContent = [`${view.trace[view.at].event}.`, `${plural(view.events.enabled, "event")} enabled.`, ...said].join(" ");
  restore(focus ?? focused);
}

/** Whoever walks by keyboard stays in the list in which he was. */
function restore(place) {
  if (place === "events") byId("events").querySelector("a")?.focus();
  if (place === "run") byId("run").querySelector("[aria-current]")?.focus();
  if (place === "tabs") byId("tabs").querySelector("[aria-selected=true]")?.focus();
  if (place === "tab") byId("tab").focus();
}

/** Scrolls a list, and never the page, to one of its parts. */
function keepInSight(list, part) {
  if (!part) return;
  const [outer, inner] = [list.getBoundingClientRect(), part.getBoundingClientRect()];
  if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
}

const count = ({ enabled, matching, listed }) =>
  [matching === enabled ? String(enabled) : `${matching} of ${enabled}`, listed.length < matching && `first ${listed.length} shown: search for others`].filter(Boolean).join(", ");

function summary(list) {
  const violated = list.filter(p => p.status === "violated").length;
  return list.length === 0 ? "none declared" : violated > 0 ? `${violated} violated` : "none violated here";
}

function showTabs() {
  byId("tabs").replaceChildren(...Object.entries(view.tabs).map(([name, path]) =>
    link(path, { role: "tab", id: `tab-${name}`, "aria-selected": String(name === view.tab), "aria-controls": "tab", tabindex: name === view.tab ? 0 : -1 }, tabNames[name])));
  byId("tab").setAttribute("aria-labelledby", `tab-${view.tab}`);
  const room = byId("tab").clientWidth;
  const panels = { chart: () => chart(view, room), graph: () => graph(view, room), refused: () => refused(view.refused) };
  byId("tab").replaceChildren(...panels[view.tab]().filter(Boolean));
}

function showChoices() {
  const entry = models.find(m => m.name === view.model.name) ?? models.find(m => view.path.startsWith(m.path.split("&")[0]));
  options("model", models.map(m => [m.path, m.obstacle ? `${m.name} (no instance)` : m.name]), entry?.path);
  const here = view.path.split("&").filter(part => /^(model|size|choice)=/.test(part)).join("&");
  const instances = (entry?.instances ?? []).map(i => [i.path, i.description]);
  options("instance", instances.some(([path]) => path === here) ? instances : [...instances, [here, view.model.instance]], here);
  byId("initial-label").hidden = view.initial.length < 2;
  options("initial", view.initial.map(i => [i.path, i.text]), view.initial[view.chosenInitial]?.path);
}

function options(id, pairs, chosen) {
  byId(id).replaceChildren(...pairs.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
}

export async function explore() {
  const panel = byId("exploration");
  if (byId("explore").disabled) return;
  byId("explore").disabled = true;
  panel.hidden = false;
  panel.replaceChildren(h("p", { role: "status" }, "Exploring, for at most 10 seconds and 200,000 states …"));
  try {
    showExploration(panel, await ask(`/explore?${view.path}`));
  } catch (problem) {
    panel.replaceChildren(h("p", { role: "alert" }, problem.message));
  } finally {
    byId("explore").disabled = false;
  }
}

function showExploration(panel, found) {
  const close = h("button", { type: "button", "aria-label": "Close the exploration" }, "×");
  close.addEventListener("click", () => panel.hidden = true);
  panel.replaceChildren(...[
    h("div", { class: "heading", role: "status" },
      h("span", {},
        h("strong", { class: found.isComplete ? "" : "warn" }, found.isComplete ? "Everything reachable was visited: " : `INCOMPLETE, ${found.cut}: `),
        `${plural(found.states, "state")}, ${found.generated.toLocaleString("en")} generated, depth ${found.depth}. `,
        !found.findings.some(f => f.kind === "violation") && (found.isComplete ? "No property is violated." : "No violation so far, which says nothing of the rest.")),
      close),
    found.findings.length > 0 && h("ul", {}, found.findings.map(f =>
      h("li", { class: f.kind === "violation" ? "violated" : f.kind === "goal" && f.path ? "reached" : "unreached" },
        h("strong", {}, `${f.kind === "violation" ? "✗" : f.kind === "deadlock" ? "■" : f.path ? "★" : "○"} ${f.name} `),
        f.text, " ",
        f.path && link(f.path, { class: "button" }, f.kind === "violation" ? "Show the counterexample" : "Show a run")))),
    found.notes.map(note => h("p", {}, h("strong", { class: "warn" }, "Note: "), note)),
    found.neverEnabled.length > 0 && h("p", {}, h("strong", { class: "warn" }, found.isComplete ? "Never enabled: " : "Not seen enabled so far: "), found.neverEnabled.join(", ")),
  ].flat().filter(Boolean));
}

export const current = () => view;

export function restart() {
  go(view.initial[view.chosenInitial]?.path);
}

export async function copyLink() {
  const button = byId("copy");
  try {
    await navigator.clipboard.writeText(`${location.origin}/?${view.path}`);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Copy it from the address bar";
  }

  setTimeout(() => button.textContent = "Copy link", 1500);
}

let searching = null;
function search() {
  clearTimeout(searching);
  searching = setTimeout(() => {
    const query = new URLSearchParams(view.path);
    query.delete("find");
    const rest = query.toString();
    const find = byId("find").value;
    go(find ? `${rest}&find=${encodeURIComponent(find)}` : rest, { replace: true });
  }, 120);
}

document.addEventListener("click", event => {
  const target = event.target.closest("a[data-view]");
  if (!target || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(target.dataset.view);
});
for (const id of ["model", "instance", "initial"]) {
  byId(id).addEventListener("change", event => {
    byId("exploration").hidden = true;
    go(event.target.value);
  });
}
byId("undo").addEventListener("click", () => go(view.undoPath));
byId("restart").addEventListener("click", restart);
byId("explore").addEventListener("click", explore);
byId("copy").addEventListener("click", copyLink);
byId("theme").addEventListener("click", () => window.nextTheme());
byId("help").addEventListener("click", () => byId("keys").showModal());
byId("find").addEventListener("input", search);
addEventListener("popstate", () => load());
listen();

try {
  models = await ask("/models");
  if (!new URLSearchParams(location.search).get("model")) {
    const first = models.find(m => !m.obstacle) ?? models[0];
    if (first) history.replaceState(null, "", `/?${first.path}`);
  }
  await load();
} catch (problem) {
  complain(problem.message);
}

// The states around the current one, in columns by their distance.

import { h, link, plural, shorten, svg, svgLink } from "./dom.js";

const size = { width: 146, height: 44 };
const step = { x: 182, y: 54 };
const smallest = 0.74;
const usual = 0.9;
const margin = 22;

export function graph(view, room) {
  const { nodes, edges, hidden, morePath } = view.graph;
  const columns = Math.max(...nodes.map(n => n.layer)) + 1;
  const heights = Array.from({ length: columns }, () => 0);
  for (const node of nodes) heights[node.layer] = Math.max(heights[node.layer], node.row + 1);
  const tallest = Math.max(...heights);
  const width = margin * 2 + (columns - 1) * step.x + size.width;
  const height = margin * 2 + tallest * step.y + 20;
  const place = node => ({
    x: margin + node.layer * step.x,
    y: margin + ((tallest - heights[node.layer]) / 2 + node.row) * step.y,
  });

  // What nearly fits is made to fit; what is larger is scrolled.
  const scale = room / width >= smallest ? Math.min(1, room / width) : usual;
  const drawing = svg("svg", { width: width * scale, height: height * scale, viewBox: `0 0 ${width} ${height}`, class: "graph", role: "group", "aria-label": "State graph" },
    svg("defs", {}, ["plain", "run"].map(kind =>
      svg("marker", { id: `arrow-${kind}`, viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, svg("path", { d: "M0 0L8 4L0 8z", class: `head ${kind}` })))),
    edges.map(edge => curve(edge, place(nodes[edge.from]), place(nodes[edge.to]))),
    nodes.map(node => box(node, place(node))));
  const frame = h("div", { class: "drawing" }, drawing);
  queueMicrotask(() => centre(frame, place(nodes.find(n => n.isCurrent)), scale));
  return [
    h("p", { class: "muted legend" },
      `${plural(nodes.length, "state")} shown. `,
      hidden === 0 ? "Nothing else is one step away from them." : `${plural(hidden, "further state")} one step away. `,
      morePath && link(morePath, { class: "button" }, "Show more"),
      h("span", { class: "key" }, h("i", { class: "current" }), "current"),
      h("span", { class: "key" }, h("i", { class: "on-run" }), "on the run"),
      h("span", { class: "key" }, h("i", { class: "violated" }), "✗ violated"),
      h("span", { class: "key" }, h("i", { class: "open" }), "more beyond")),
    frame,
  ];
}

function curve(edge, from, to) {
  const start = { x: from.x + size.width, y: from.y + size.height / 2 };
  const end = { x: to.x - 2, y: to.y + size.height / 2 };
  const isForward = end.x > start.x;
  const d = isForward
    ? `M${start.x} ${start.y}C${start.x + 22} ${start.y} ${end.x - 22} ${end.y} ${end.x} ${end.y}`
    : back(from, to);
  return svg("path", { d, class: `edge${edge.onRun ? " run" : ""}${isForward ? "" : " back"}`, "marker-end": `url(#arrow-${edge.onRun ? "run" : "plain"})` },
    svg("title", {}, edge.events.join("\n")));
}

/** A step to the same or an earlier column goes below the boxes. */
function back(from, to) {
  const a = { x: from.x + size.width / 2, y: from.y + size.height };
  const b = { x: to.x + size.width / 2 + 14, y: to.y + size.height + 2 };
  const sag = 26 + Math.abs(a.x - b.x) * 0.05;
  return `M${a.x} ${a.y}C${a.x} ${a.y + sag} ${b.x} ${b.y + sag} ${b.x} ${b.y}`;
}

function box(node, at) {
  const classes = ["node", node.isCurrent && "current", node.onRun !== null && "on-run", node.violated.length > 0 && "violated",
    node.reached.length > 0 && "reached", node.hidden > 0 && "open"].filter(Boolean).join(" ");
  const facts = [
    node.onRun !== null && `step ${node.onRun}`,
    node.isDeadlock && "no event enabled",
    ...node.violated.map(name => `✗ ${name}`),
    ...node.reached.map(name => `★ ${name}`),
    node.hidden > 0 && `${plural(node.hidden, "further state")} beyond`,
    node.selfLoops.length > 0 && `stays here: ${node.selfLoops.join(", ")}`,
  ].filter(Boolean);
  const marks = [node.isDeadlock && "■", node.violated.length > 0 && "✗", node.reached.length > 0 && "★", node.selfLoops.length > 0 && "↻", node.hidden > 0 && `+${node.hidden}`].filter(Boolean).join(" ");
  return svgLink(node.path, { class: classes, "aria-current": node.isCurrent ? "true" : null, "aria-label": [node.label, node.who, ...facts].filter(Boolean).join(", ") },
    svg("title", {}, [node.label, ...facts, node.state].join("\n")),
    svg("rect", { x: at.x, y: at.y, width: size.width, height: size.height, rx: 8 }),
    svg("text", { x: at.x + 10, y: at.y + 18, class: "label" }, shorten(node.onRun === null ? node.label : `${node.onRun}  ${node.label}`, 19)),
    svg("text", { x: at.x + 10, y: at.y + 34, class: "sub" }, shorten(node.who, marks ? 18 - marks.length : 19)),
    svg("text", { x: at.x + size.width - 8, y: at.y + 34, class: "marks" }, marks));
}

function centre(frame, at, scale) {
  frame.scrollLeft = (at.x + size.width / 2) * scale - frame.clientWidth / 2;
  frame.scrollTop = (at.y + size.height / 2) * scale - frame.clientHeight / 2;
}

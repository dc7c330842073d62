// The message sequence chart: a lane for each participant, time running down.

import { h, lookingAt, shorten, svg, svgLink } from "./dom.js";

const widest = 176;
const narrowest = 100;
const letter = 7.3;
const margin = 36;
const top = 12;
const rowHeight = 34;

function arrow(row, x, y) {
  const [from, to] = [x(row.from), x(row.to)];
  const gap = from < to ? -7 : 7;
  return [
    svg("line", { x1: from, y1: y, x2: to + gap, y2: y, class: `arrow ${row.kind}`, "marker-end": "url(#head)", "marker-start": row.kind === "exchange" ? "url(#tail)" : null }),
    svg("text", { x: (from + to) / 2, y: y - 5, class: "message" }, shorten(row.text, Math.floor(Math.abs(to - from) / letter))),
  ];
}

function box(row, x, y, laneWidth) {
  const text = shorten(row.text, Math.floor((laneWidth - 28) / letter));
  const width = 18 + text.length * letter;
  return [
    svg("rect", { x: x(row.from) - width / 2, y: y - 12, width, height: 24, rx: 6, class: "alone" }),
    svg("text", { x: x(row.from), y: y + 4, class: "message" }, text),
  ];
}

export function chart(view, room) {
  const { lanes, rows, note } = view.chart;
  const laneWidth = Math.min(widest, Math.max(narrowest, (room - margin - 24) / lanes.length));
  const x = lane => margin + laneWidth / 2 + lane * laneWidth;
  const width = margin + 8 + lanes.length * laneWidth;
  const height = top + Math.max(rows.length, 1) * rowHeight + 22;
  const drawing = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, class: "chart", role: "group", "aria-label": "Message sequence chart" },
    svg("defs", {},
      svg("marker", { id: "head", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" }, svg("path", { d: "M0 0L8 4L0 8z", class: "head" })),
      svg("marker", { id: "tail", viewBox: "0 0 8 8", refX: 1, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" }, svg("path", { d: "M8 0L0 4L8 8z", class: "head" }))),
    lanes.map((lane, i) => svg("line", { x1: x(i), y1: 0, x2: x(i), y2: height - 6, class: lane.isEnvironment ? "life environment" : "life" })),
    rows.map((row, i) => {
      const y = top + 14 + i * rowHeight;
      const step = view.trace[i + 1];
      const classes = ["step", step.index === view.at && "current", step.index > view.at && "ahead", step.violated.length > 0 && "violated"].filter(Boolean).join(" ");
      return svgLink(lookingAt(view, step.index), { class: classes, "aria-label": `Step ${step.index}: ${row.whole}`, "aria-current": step.index === view.at ? "step" : null },
        svg("title", {}, row.whole),
        svg("rect", { x: 2, y: y - rowHeight / 2 + 1, width: width - 4, height: rowHeight - 2, rx: 6, class: "band" }),
        svg("text", { x: 14, y: y + 4, class: "index" }, String(step.index)),
        row.from === row.to ? box(row, x, y, laneWidth) : arrow(row, x, y));
    }),
    rows.length === 0 && svg("text", { x: width / 2, y: top + 20, class: "message" }, "Take an event to begin the chart."));
  // The names stay in sight while a long chart is scrolled.
  const names = svg("svg", { width, height: 34, class: "chart names", "aria-hidden": "true" },
    lanes.map((lane, i) => [
      svg("rect", { x: x(i) - laneWidth / 2 + 6, y: 4, width: laneWidth - 12, height: 26, rx: 6, class: lane.isEnvironment ? "lane environment" : "lane" }),
      svg("text", { x: x(i), y: 21, class: "message" }, svg("title", {}, lane.name), shorten(lane.name, Math.floor((laneWidth - 14) / letter))),
    ]));
  const frame = h("div", { class: "drawing" }, names, drawing);
  queueMicrotask(() => frame.scrollTop = top + view.at * rowHeight - frame.clientHeight / 2);
  return [note && h("p", { class: "muted" }, note), frame];
}

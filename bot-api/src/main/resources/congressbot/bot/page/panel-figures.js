// Draws the tables of figures. Each table stays, behind "ver como tabela", and says the same.
"use strict";

const drawings = [];

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    ink: of("--ink"),
    soft: of("--soft"),
    line: of("--line"),
    series: [of("--accent"), of("--fig-second"), of("--fig-third"), of("--fig-fourth")],
  };
}

function numberOf(cell) {
  return cell.dataset.value === "" ? null : Number(cell.dataset.value);
}

function read(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.cells[0].textContent),
    series: heads
      .map((head, column) => ({ head, column }))
      .filter(({ head }) => head.dataset.drawn)
      .map(({ head, column }) => ({
        name: head.textContent,
        values: rows.map((row) => numberOf(row.cells[column + 1])),
        shown: rows.map((row) => row.cells[column + 1].textContent),
      })),
  };
}

function options(form, data, look) {
  const lying = form === "row";
  const many = data.series.length > 1;
  const axis = (extra) => ({
    border: { color: look.line },
    grid: { color: look.line, drawTicks: false },
    ticks: { color: look.soft, maxRotation: 0, autoSkipPadding: 12 },
    ...extra,
  });
  const values = axis({ beginAtZero: true, stacked: many && form === "bar" });
  const whole = data.series.every((one) => one.values.every((value) => Number.isInteger(value ?? 0)));
  values.ticks.precision = whole ? 0 : undefined;
  const names = axis({ stacked: many && form === "bar", grid: { display: false } });
  names.ticks.autoSkip = !lying;
  return {
    indexAxis: lying ? "y" : "x",
    responsive: true,
    maintainAspectRatio: false,
    locale: "pt-BR",
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 250 },
    interaction: { mode: "index", axis: lying ? "y" : "x", intersect: false },
    scales: lying ? { x: values, y: names } : { x: names, y: values },
    plugins: {
      legend: { display: many, position: "bottom", labels: { color: look.ink, boxWidth: 12 } },
      tooltip: {
        callbacks: {
          label: (item) => `${item.dataset.label}: ${data.series[item.datasetIndex].shown[item.dataIndex]}`,
        },
      },
    },
  };
}

function configuration(form, data) {
  const look = colours();
  return {
    type: form === "line" ? "line" : "bar",
    data: {
      labels: data.labels,
      datasets: data.series.map((one, i) => ({
        label: one.name,
        data: one.values,
        backgroundColor: look.series[i],
        borderColor: look.series[i],
        borderWidth: form === "line" ? 2 : 0,
        borderRadius: form === "line" ? 0 : 3,
        maxBarThickness: 36,
        pointRadius: data.labels.length > 40 ? 0 : 3,
        spanGaps: true,
        tension: 0.2,
      })),
    },
    options: options(form, data, look),
  };
}

function draw(table) {
  const section = table.closest(".fig-chart");
  const space = section.querySelector(".fig-drawing");
  const data = read(table);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `Gráfico: ${section.querySelector("h2").textContent}. Os mesmos números estão na tabela abaixo.`);
  space.append(canvas);
  space.hidden = false;
  if (table.dataset.chart === "row") {
    // One bar for each row, however many there are.
    space.style.setProperty("height", `${Math.max(6, data.labels.length * 1.9 + 2)}rem`);
  }
  const drawing = new Chart(canvas, configuration(table.dataset.chart, data));
  section.querySelector(".fig-table").open = false;
  drawings.push({ drawing, form: table.dataset.chart, data });
}

if (window.Chart) {
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  document.querySelectorAll("table[data-chart]").forEach(draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    for (const { drawing, form, data } of drawings) {
      const renewed = configuration(form, data);
      drawing.data = renewed.data;
      drawing.options = renewed.options;
      drawing.update("none");
    }
  });
}

/* Draws each table that says so. The table stays: it is the truth, and all there is without scripts. */
(() => {
  'use strict';

  const value = (cell) => Number(cell.dataset.value);

  // Records are whole.
  const steps = [...Array(15).keys()].flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power));

  // As the table says it, in its zone and language.
  const said = (rows, at) => rows
    .map((row) => row.cells[0])
    .reduce((one, other) => Math.abs(value(other) - at) < Math.abs(value(one) - at) ? other : one)
    .textContent;

  const draw = (table) => {
    const rows = [...table.tBodies[0].rows].reverse();
    if (rows.length < 2) {
      return;
    }
    const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    const data = [rows.map((row) => value(row.cells[0])), rows.map((row) => value(row.cells[1]))];
    const place = document.getElementById(table.dataset.chart);
    const size = () => ({ width: place.clientWidth, height: 260 });
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', table.caption.textContent);
    place.hidden = false;
    const line = { label: names[1], stroke: '#1d5a86', fill: 'rgba(29, 90, 134, 0.12)', width: 2 };
    const plot = new uPlot({
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: (_, least, most) => [0, Math.max(1, most)] } },
      axes: [
        { stroke: '#0b0c0c', space: 80, values: (_, times) => times.map((at) => said(rows, at)) },
        { stroke: '#0b0c0c', size: 60, incrs: steps },
      ],
      series: [{ label: names[0] }, line],
    }, data, place);
    new ResizeObserver(() => plot.setSize(size())).observe(place);
  };

  document.querySelectorAll('table[data-chart]').forEach(draw);
})();

/* Draws each table that says so. The table stays: it is the truth, and all there is without scripts. */
(() => {
  'use strict';

  const value = (cell) => Number(cell.dataset.value);

  // Records are whole.
  const steps = [...Array(15).keys()].flatMap((power) => [1, 2, 5].map((step) => step * 10 ** power));

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
    // Some of the looks, as the table says when they were: in its zone and language.
    const every = Math.ceil(rows.length / 4);
    const marked = rows.filter((_, index) => index % every === 0).map((row) => row.cells[0]);
    const line = { label: names[1], stroke: '#1d5a86', fill: 'rgba(29, 90, 134, 0.12)', width: 2 };
    const plot = new uPlot({
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: (_, least, most) => [0, Math.max(1, most)] } },
      axes: [
        {
          stroke: '#0b0c0c',
          splits: () => marked.map(value),
          values: () => marked.map((cell) => cell.textContent),
        },
        { stroke: '#0b0c0c', size: 60, incrs: steps },
      ],
      series: [{ label: names[0] }, line],
    }, data, place);
    new ResizeObserver(() => plot.setSize(size())).observe(place);
  };

  document.querySelectorAll('table[data-chart]').forEach(draw);
})();

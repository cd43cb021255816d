/*
 * Which columns the list shows, remembered by this browser; where they have no room, those give way of which the open event
 * tells, before any is cut off.
 */
(function () {
  'use strict';

  const FEW = 4; // with more columns than these they share the room
  const LEAST = { // pixels in which a column tells something; the rest is for what was done
    what: 185, actor: 105, result: 171, source: 128, operation: 150, call: 170, duration: 84, application: 100,
    group: 100
  };
  const GIVES_WAY = ['group', 'application', 'duration', 'call', 'operation', 'source']; // the first one first
  const ROOMY = 960;
  const list = document.getElementById('events');
  const tools = document.getElementById('tools');

  function boxes() {
    return Array.from(document.querySelectorAll('#columns input'));
  }

  function fold() {
    const chosen = boxes().filter(function (box) { return box.checked; });
    let shown = chosen.length;
    const time = list.querySelector('th.t').offsetWidth; // events.css
    let width = chosen.reduce(function (sum, box) { return sum + LEAST[box.value]; }, time + LEAST.what);
    GIVES_WAY.forEach(function (column) {
      const box = document.getElementById('column-' + column);
      const folded = box.checked && width > list.clientWidth;
      list.classList.toggle('f-' + column, folded);
      box.closest('label').classList.toggle('folded', folded);
      width -= folded ? LEAST[column] : 0;
      shown -= folded ? 1 : 0;
    });
    list.classList.toggle('many', shown > FEW);
    list.classList.toggle('roomy', list.clientWidth >= ROOMY);
    list.classList.toggle('tight', list.clientWidth < ROOMY);
  }

  function choose() {
    const chosen = boxes().filter(function (box) { return box.checked; });
    boxes().forEach(function (box) {
      list.classList.toggle('c-' + box.value, box.checked);
    });
    fold();
    const names = chosen.map(function (box) { return box.value; });
    window.Audit.remember('audit-columns', names.join('.') || 'none');
  }

  if (tools) {
    tools.hidden = false;
    document.getElementById('columns').addEventListener('change', choose);
    new ResizeObserver(fold).observe(list);
  }
})();

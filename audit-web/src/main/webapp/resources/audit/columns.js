/* Which columns the list shows, remembered by this browser. */
(function () {
  'use strict';

  const FEW = 4; // with more columns than these they share the room
  const list = document.getElementById('events');
  const tools = document.getElementById('tools');

  function boxes() {
    return Array.from(document.querySelectorAll('#columns input'));
  }

  function choose() {
    const chosen = boxes().filter(function (box) { return box.checked; });
    boxes().forEach(function (box) {
      list.classList.toggle('c-' + box.value, box.checked);
    });
    list.classList.toggle('many', chosen.length > FEW);
    const names = chosen.map(function (box) { return box.value; });
    window.Audit.remember('audit-columns', names.join('.') || 'none');
  }

  if (tools) {
    tools.hidden = false;
    document.getElementById('columns').addEventListener('change', choose);
  }
})();

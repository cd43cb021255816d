/* Which columns the list shows, remembered by this browser, and the dialog that tells the keys. */
(function () {
  'use strict';

  const FEW = 4; // with more columns than these they share the room
  const list = document.getElementById('events');
  const tools = document.getElementById('tools');
  const keys = document.getElementById('keys');

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

  function isTyping(element) {
    return element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
  }

  if (tools) {
    tools.hidden = false;
    document.getElementById('columns').addEventListener('change', choose);
    document.getElementById('keysButton').addEventListener('click', function () { keys.showModal(); });
  }

  document.addEventListener('keydown', function (event) {
    if (keys.open) {
      event.stopPropagation(); // the list behind does not move; Esc is the dialog's own
    } else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
      event.preventDefault();
      keys.showModal();
    }
  }, true);
})();

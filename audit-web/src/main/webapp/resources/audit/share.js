/* The buttons that copy a link to the list: the whole address, as another browser needs it, and a word that it is done. */
(function () {
  'use strict';

  function copy(button) {
    const link = document.getElementById(button.dataset.link);
    const told = document.getElementById('shared');
    told.textContent = '';
    navigator.clipboard.writeText(link.href).then(function () {
      told.textContent = button.dataset.doneText;
    }, function () {
      link.focus(); // the clipboard is closed to pages without TLS: the link itself can be copied
    });
  }

  document.querySelectorAll('#share button[data-link]').forEach(function (button) {
    button.addEventListener('click', function () { copy(button); });
  });
})();

/*
 * The query's box. / leads into it, and what the server could not read is selected in it. A query that does not fit into an
 * address is told so here: a server could only refuse the address, without a word. Nothing is cut silently: a list of people
 * without its end would find too little, and nobody would know.
 */
(function () {
  'use strict';

  /* Servers take 8 KiB for the head of a request. A link from the page carries its address twice: as Referer, too. */
  const MOST_BYTES = 3300;

  const form = document.getElementById('search');
  const box = document.getElementById('q');
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  window.Audit = window.Audit || {};
  window.Audit.keys = Object.assign(window.Audit.keys || {}, {
    '/': function () {
      box.focus();
      box.select();
      return true;
    }
  });

  if (box.dataset.position) {
    box.focus();
    box.setSelectionRange(Number(box.dataset.position), Number(box.dataset.end));
  }

  box.addEventListener('input', function () { box.setCustomValidity(''); });
  form.addEventListener('submit', function (event) {
    const bytes = new URLSearchParams(new FormData(form)).toString().length;
    if (bytes > MOST_BYTES) {
      event.preventDefault();
      box.setCustomValidity(box.dataset.tooLong
        .replace('{0}', numbers.format(bytes)).replace('{1}', numbers.format(MOST_BYTES)));
      box.reportValidity();
    }
  });
})();

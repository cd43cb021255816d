/*
 * The list: j and k or the arrows move from event to event, Enter opens; so does a click anywhere on a row. On a phone a button
 * shows the facets.
 */
(function () {
  'use strict';

  function opener(row) {
    return row ? row.querySelector('a.open') : null;
  }

  function rows() {
    return Array.from(document.querySelectorAll('#events tbody tr')).filter(opener);
  }

  /* Past the last event stands the next page, which is far away for the tabulator. */
  function leave(step) {
    const page = document.querySelector(step > 0 ? '.pager a[rel="next"]' : '.pager a[rel="prev"]');
    if (page) {
      page.focus();
    }
    return Boolean(page);
  }

  function move(step) {
    const all = rows();
    const here = all.indexOf(document.activeElement && document.activeElement.closest('tr'));
    const next = here < 0 ? (step > 0 ? 0 : all.length - 1) : here + step;
    if (next < 0 || next >= all.length) {
      return leave(step);
    }
    opener(all[next]).focus();
    all[next].scrollIntoView({ block: 'nearest' });
    return true;
  }

  function inList() {
    return Boolean(document.activeElement && document.activeElement.closest('#events'));
  }

  function showFacets(button) {
    const shown = document.getElementById('facets').classList.toggle('shown');
    button.setAttribute('aria-expanded', String(shown));
  }

  window.Audit = window.Audit || {};
  window.Audit.keys = Object.assign(window.Audit.keys || {}, {
    j: function () { return move(1); },
    k: function () { return move(-1); },
    ArrowDown: function () { return inList() && move(1); },
    ArrowUp: function () { return inList() && move(-1); }
  });

  document.addEventListener('click', function (event) {
    const button = event.target.closest('button');
    if (button && button.id === 'facetsButton') {
      showFacets(button);
    } else if (!event.target.closest('a, button, input, summary') && !String(getSelection())) {
      const link = opener(event.target.closest('#events tbody tr'));
      if (link) {
        link.click();
      }
    }
  });
})();
